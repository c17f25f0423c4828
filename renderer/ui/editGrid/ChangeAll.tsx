import { PencilLine } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../Button.tsx';
import css from './ManyBar.module.css';

/** The button that sets a field of all ticked rows: its form lies over the bar until it says that it is done. */
export function ChangeAll({
  readOnly,
  children,
}: {
  readonly readOnly: boolean;
  readonly children: (onDone: () => void) => ReactNode;
}) {
  const { t } = useTranslation('initiatives');
  const [open, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button isDisabled={readOnly}>
        <PencilLine size={14} aria-hidden />
        {t('bulk.change')}
      </Button>
      <Popover className={css.popover ?? ''} placement="top start" offset={6}>
        {children(() => setOpen(false))}
      </Popover>
    </DialogTrigger>
  );
}
