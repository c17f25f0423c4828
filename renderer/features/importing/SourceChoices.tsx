import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import { SelectField } from '../../ui/Field.tsx';
import type { PreviewState } from './useImportPreview.ts';

export interface SourceChoicesProps {
  readonly preview: ImportPreview;
  readonly readAs: PreviewState['readAs'];
}

const chosenKinds = ['ownTables', 'jira', 'msProject', 'table'] as const;

/** How the file is taken apart: which sheet, in which direction, and as what sort of list. */
export function SourceChoices({ preview, readAs }: SourceChoicesProps) {
  const { t } = useTranslation('importSources');
  const { plan, sheets = [] } = preview;
  const nameOf = ({ name, hidden, rows }: (typeof sheets)[number]): string => {
    const shown = hidden ? t('sheet.hidden', { name }) : name;
    return rows === null ? shown : t('sheet.rows', { name: shown, count: rows });
  };
  return (
    <>
      {sheets.length > 0 && (
        <SelectField
          label={t('sheet')}
          value={plan.sheet ?? sheets[0]?.name ?? ''}
          choices={sheets.map((sheet) => ({ id: sheet.name, text: nameOf(sheet) }))}
          onChange={(sheet) => readAs({ sheet })}
        />
      )}
      <KindChoice preview={preview} readAs={readAs} />
      <SelectField
        label={t('direction')}
        value={plan.turned ? 'across' : 'down'}
        choices={(['down', 'across'] as const).map((id) => ({ id, text: t(`direction.${id}`) }))}
        onChange={(direction) => readAs({ turned: direction === 'across' })}
      />
    </>
  );
}

/** What the file can be read as, where there is a choice: its own sort of records, or a list like any other. */
export function KindChoice({ preview, readAs }: SourceChoicesProps) {
  const { t } = useTranslation('importSources');
  const { plan, kinds = [] } = preview;
  const choices = chosenKinds.filter((kind) => kinds.includes(kind));
  if (choices.length < 2) return null;
  return (
    <SelectField
      label={t('kind')}
      value={choices.find((kind) => kind === plan.kind) ?? 'table'}
      choices={choices.map((id) => ({ id, text: t(`kind.${id}`) }))}
      onChange={(kind) => readAs({ kind })}
    />
  );
}
