import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptImportReport } from '../../../shared/domain/records.ts';
import { readKeptReport } from '../../../shared/exchange/writing/keptReport.ts';
import { formatInstant, formatNumber } from '../../../shared/text/format.ts';
import { usePanel } from '../../state/panelStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { ask, saveFile } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './ImportDialog.module.css';
import { ReportBody } from './ImportReportPanel.tsx';

/** Every import of the portfolio with its report, newest first: opened again, or saved as a file. */
export function PastImports() {
  const { t } = useTranslation(['importMapping', 'common']);
  const close = usePanel((state) => state.close);
  const reports = usePortfolio((state) => state.records?.importReport);
  const [open, setOpen] = useState<string | null>(null);
  const list = Object.values(reports ?? {}).sort((a, b) => b.at.localeCompare(a.at));
  const shown = open === null ? null : (list.find(({ id }) => id === open) ?? null);
  const save = async (id: string, format: 'csv' | 'json'): Promise<void> => {
    const made = await ask('import.exportReport', { id, format });
    if (made) await saveFile(made.file, made.suggestedName);
  };
  return (
    <Dialog
      title={shown ? `${shown.fileName} · ${shown.at.slice(0, 10)}` : t('past.title')}
      width="wide"
      onClose={close}
      footer={
        <>
          {shown && (
            <>
              <Button look="quiet" onPress={() => setOpen(null)}>
                <ArrowLeft size={15} aria-hidden />
                {t('past.back')}
              </Button>
              <Button onPress={() => void save(shown.id, 'csv')}>{t('past.csv')}</Button>
              <Button onPress={() => void save(shown.id, 'json')}>{t('past.json')}</Button>
            </>
          )}
          <Button look="primary" onPress={close}>
            {t('action.close', { ns: 'common' })}
          </Button>
        </>
      }
    >
      {shown ? (
        <Report kept={shown} />
      ) : list.length === 0 ? (
        <p>{t('past.none')}</p>
      ) : (
        <ul className={css.past}>
          {list.map((kept) => (
            <Line key={kept.id} kept={kept} onOpen={() => setOpen(kept.id)} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Line({ kept, onOpen }: { readonly kept: KeptImportReport; readonly onOpen: () => void }) {
  const { t } = useTranslation('importMapping');
  const language = usePreferences((state) => state.language);
  const read = readKeptReport(kept.report);
  const at = formatInstant(kept.at, language);
  return (
    <li>
      <Button look="quiet" aria-label={t('past.open', { file: kept.fileName })} onPress={onOpen}>
        {kept.fileName}
      </Button>
      <span>{kept.by === '' ? t('past.lineNobody', { at }) : t('past.line', { at, by: kept.by })}</span>
      {read && (
        <span>
          {t('past.counts', {
            created: formatNumber(read.report.created, language),
            updated: formatNumber(read.report.updated, language),
            refused: formatNumber(read.totals.refused, language),
          })}
        </span>
      )}
    </li>
  );
}

function Report({ kept }: { readonly kept: KeptImportReport }) {
  const { t } = useTranslation('importMapping');
  const read = readKeptReport(kept.report);
  if (!read) return <p role="alert">{t('past.unreadable')}</p>;
  return <ReportBody report={read.report} totals={read.totals} />;
}
