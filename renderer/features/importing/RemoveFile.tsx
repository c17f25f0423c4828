import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';

/** The button that takes one of several files out of an import. */
export function RemoveFile({ name, onPress }: { readonly name: string; readonly onPress: () => void }) {
  const { t } = useTranslation('importMapping');
  return (
    <Button look="quiet" icon aria-label={t('files.remove', { name })} onPress={onPress}>
      <X size={14} aria-hidden />
    </Button>
  );
}
