import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/Field.tsx';
import { type Scope, useScopeChoice } from './useScope.ts';

/** Chooses which initiatives the picture is about; not shown where there is nothing to choose. */
export function ScopeChoice({ scope }: { readonly scope: Scope }) {
  const { t } = useTranslation('wastes');
  if (scope.choices.length < 2) return null;
  return (
    <SelectField
      compact
      label={t('scope.label')}
      value={scope.scope}
      choices={scope.choices.map((id) => ({ id, text: t(`scope.${id}`) }))}
      onChange={(id) => useScopeChoice.setState({ scope: id })}
    />
  );
}
