import type { writeXlsx } from '../../electron/core/exporting/writeXlsx.ts';

/** Words of a workbook's own sheets that stand for themselves. */
export const plainWords: Parameters<typeof writeXlsx>[3] = {
  receipts: {
    ...{ title: 'Receipts', note: '', columns: [] },
    ...{ mode: (mode) => mode, figure: (id) => id, unit: (unit) => unit, yesNo: String },
    ...{ input: ({ id }) => id, inputName: ({ id }) => id, part: ({ label }) => label },
  },
  contents: { title: 'Contents', notes: ['HHS'], columns: ['Sheet', 'Rows'] },
};
