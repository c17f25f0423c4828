import type { writeXlsx } from '../../electron/core/exporting/writeXlsx.ts';

/** The receipts of a workbook that has none. */
export const noReceipts: Parameters<typeof writeXlsx>[2] = {
  ...{ shown: 0, all: 0, rows: [], hasElements: false, elements: [] },
};

/** Words of a workbook's own sheets that stand for themselves. */
export const plainWords: Parameters<typeof writeXlsx>[3] = {
  receipts: {
    ...{ title: 'Receipts', note: '', columns: [] },
    ...{ mode: (mode) => mode, figure: (id) => id, unit: (unit) => unit, yesNo: String },
    ...{ input: ({ id }) => id, inputName: ({ id }) => id, part: ({ label }) => label },
    inputs: {
      ...{ title: 'Inputs', note: '', columns: [], all: 'all', value: ({ value }) => String(value) },
      ...{ source: ({ source }) => source, evidence: () => '', dispute: () => '' },
    },
    element: ({ receipt: { figure, unit } }) => ({ of: '', figure, unit, parts: '', inputs: '' }),
  },
  contents: { title: 'Contents', notes: ['HHS'], columns: ['Sheet', 'Rows'] },
};
