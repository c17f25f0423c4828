import type { ExportFormat } from '../../shared/report/options.ts';

/** A command for each format of an export, which opens the dialog with it. */
export const exportCommands = [
  { format: 'pptx', label: 'command.exportPptx' },
  { format: 'pdf', label: 'command.exportPdf' },
  { format: 'html', label: 'command.exportHtml' },
  { format: 'xlsx', label: 'command.exportXlsx' },
  { format: 'csv', label: 'command.exportCsv' },
  { format: 'svg', label: 'command.exportSvg' },
  { format: 'png', label: 'command.exportPng' },
  { format: 'json', label: 'command.exportJson' },
  { format: 'analysis', label: 'command.exportAnalysis' },
] as const satisfies readonly { readonly format: ExportFormat; readonly label: string }[];
