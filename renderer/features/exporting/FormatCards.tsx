import {
  Braces,
  FileSpreadsheet,
  FileText,
  Globe,
  Image,
  type LucideIcon,
  PenTool,
  Presentation,
  ReceiptText,
  Table2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '../../../shared/report/options.ts';
import css from './ExportDialog.module.css';
import { allFormats } from './exportChoice.ts';

const icons: Readonly<Record<ExportFormat, LucideIcon>> = {
  pptx: Presentation,
  pdf: FileText,
  html: Globe,
  svg: PenTool,
  png: Image,
  xlsx: FileSpreadsheet,
  csv: Table2,
  json: Braces,
  analysis: ReceiptText,
};

/** The formats to choose from, several at once; `refused` are those that cannot be had with what is hidden. */
export function FormatCards({
  chosen,
  refused,
  onToggle,
}: {
  readonly chosen: readonly ExportFormat[];
  readonly refused: readonly ExportFormat[];
  readonly onToggle: (format: ExportFormat) => void;
}) {
  const { t } = useTranslation('reports');
  return (
    <fieldset className={css.group}>
      <legend>{t('dialog.as')}</legend>
      <div className={css.cards}>
        {allFormats.map((format) => {
          const Icon = icons[format];
          return (
            <label key={format} className={css.card}>
              <input
                type="checkbox"
                checked={chosen.includes(format)}
                disabled={refused.includes(format)}
                onChange={() => onToggle(format)}
              />
              <Icon size={20} strokeWidth={1.6} aria-hidden />
              <span>
                <strong>{t(`dialog.${format}`)}</strong>
                <small>{t(`dialog.${format}Note`)}</small>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
