import { X } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import css from './Dialog.module.css';
import { useOpenDialog } from './openDialogs.ts';
import { useDialogFocus } from './useDialogFocus.ts';

export interface DialogProps {
  readonly title: string;
  /** Called when the person leaves: Escape, the cross, or a click outside. */
  readonly onClose: () => void;
  /** What Escape does in place of closing, where the dialog has somewhere to go back to. */
  readonly onEscape?: (() => void) | undefined;
  /** `full` takes the window, and its body scrolls in its own parts. */
  readonly width?: 'narrow' | 'medium' | 'wide' | 'full';
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
  onEscape,
  width = 'narrow',
  dismissable = true,
  children,
  footer,
}: DialogProps) {
  const { t } = useTranslation();
  useOpenDialog();
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
        <Held onEscape={onEscape}>
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
          <Body label={title}>{children}</Body>
          {footer && <footer className={css.footer}>{footer}</footer>}
        </Held>
      </Modal>
    </ModalOverlay>
  );
}

/** The dialog's element is drawn only once its overlay is: what holds the keyboard in it begins here. */
function Held({ onEscape, children }: Pick<DialogProps, 'onEscape' | 'children'>) {
  const dialog = useRef<HTMLElement>(null);
  useDialogFocus(dialog);
  const press = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Escape' || !onEscape) return;
    event.stopPropagation();
    onEscape();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of what it holds, before the overlay does
    <div role="presentation" className={css.held} onKeyDown={press}>
      <AriaDialog ref={dialog} className={css.dialog ?? ''}>
        {children}
      </AriaDialog>
    </div>
  );
}

/** What the dialog holds; the keyboard reaches it while it is longer than the window and has to be scrolled. */
function Body({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const element = body.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const measure = (): void => setScrolls(element.scrollHeight > element.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    measure();
    return () => observer.disconnect();
  }, []);
  const reachable = scrolls ? ({ tabIndex: 0, role: 'group', 'aria-label': label } as const) : {};
  return (
    <div ref={body} className={css.body} {...reachable}>
      <div>{children}</div>
    </div>
  );
}
