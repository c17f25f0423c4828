import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import css from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  /** Called when the person leaves: Escape, the cross, or a click outside. */
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'medium' | 'wide';
  /** False while something runs that must be ended by its own button. */
  readonly dismissable?: boolean;
  readonly children: ReactNode;
  /** Buttons at the lower edge, the primary one last. */
  readonly footer?: ReactNode;
}

/** A dialog over the page; holds the keyboard and gives it back. */
export function Dialog({
  title,
  onClose,
  width = 'narrow',
  dismissable = true,
  children,
  footer,
}: DialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={css.overlay ?? ''}
    >
      <Modal className={`${css.modal} ${css[width]}`}>
        <AriaDialog className={css.dialog ?? ''}>
          <header className={css.header}>
            <Heading slot="title" level={2} className={css.title ?? ''}>
              {title}
            </Heading>
            {dismissable && (
              <Button look="quiet" icon aria-label={t('action.close')} onPress={onClose}>
                <X size={16} aria-hidden />
              </Button>
            )}
          </header>
          <div className={css.body}>{children}</div>
          {footer && <footer className={css.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
