import { useTranslation } from 'react-i18next';
import { RemoveButton } from '../../ui/RemoveButton.tsx';

/** The button that takes one of several files out of an import. */
export function RemoveFile({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  const { t } = useTranslation('importMapping');
  return <RemoveButton label={t('files.remove', { name })} onPress={onPress} />;
}
