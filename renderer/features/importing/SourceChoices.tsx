import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '../../../shared/exchange/contract.ts';
import { SelectField } from '../../ui/Field.tsx';
import type { PreviewState } from './useImportPreview.ts';

export interface SourceChoicesProps {
  readonly preview: ImportPreview;
  readonly readAs: PreviewState['readAs'];
}

/** How the file is taken apart: which sheet, in which direction, and as what sort of list. */
export function SourceChoices({ preview, readAs }: SourceChoicesProps) {
  const { t } = useTranslation('importSources');
  const { plan, sheets = [], kinds = [] } = preview;
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
      {kinds.length > 1 && (
        <SelectField
          label={t('kind')}
          value={plan.kind === 'jira' ? 'jira' : 'table'}
          choices={(['jira', 'table'] as const).map((id) => ({ id, text: t(`kind.${id}`) }))}
          onChange={(kind) => readAs({ kind })}
        />
      )}
      <SelectField
        label={t('direction')}
        value={plan.turned ? 'across' : 'down'}
        choices={(['down', 'across'] as const).map((id) => ({ id, text: t(`direction.${id}`) }))}
        onChange={(direction) => readAs({ turned: direction === 'across' })}
      />
    </>
  );
}
