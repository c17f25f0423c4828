import type { ReactNode, RefObject } from 'react';
import { Menu as AriaMenu, Header, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components';
import css from './Menu.module.css';

export interface MenuPopoverProps {
  readonly label: string;
  readonly children: ReactNode;
  /** Where a menu without a button of its own opens; it is then open as long as it is drawn. */
  readonly anchor?: RefObject<HTMLElement | null>;
  readonly onClose?: () => void;
}

/** The frame of a menu that drops from its trigger, or from an anchor. */
export function MenuPopover({ label, children, anchor, onClose }: MenuPopoverProps) {
  const own = anchor
    ? {
        'aria-label': label,
        isOpen: true,
        triggerRef: anchor,
        onOpenChange: (open: boolean) => (open ? undefined : onClose?.()),
      }
    : {};
  return (
    <Popover className={css.popover ?? ''} offset={4} placement="bottom start" {...own}>
      <AriaMenu
        aria-label={label}
        className={css.menu ?? ''}
        {...(anchor ? { autoFocus: 'first' } : {})}
        {...(onClose ? { onClose } : {})}
      >
        {children}
      </AriaMenu>
    </Popover>
  );
}

export interface ActionItemProps {
  readonly id: string;
  readonly text: string;
  /** Before the text: a mark or a tick. */
  readonly start?: ReactNode;
  /** After the text: a key or a note. */
  readonly end?: ReactNode;
  readonly disabled?: boolean;
  readonly onAction: () => void;
}

/** One thing to do in a menu. */
export function ActionItem({ id, text, start, end, disabled = false, onAction }: ActionItemProps) {
  return (
    <MenuItem id={id} className={css.item ?? ''} textValue={text} isDisabled={disabled} onAction={onAction}>
      {start}
      <span className={css.text} title={text}>
        {text}
      </span>
      {end !== undefined && end !== '' && <span className={css.end}>{end}</span>}
    </MenuItem>
  );
}

/** Items under a heading. */
export function MenuGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <MenuSection>
      <Header className={css.heading ?? ''}>{title}</Header>
      {children}
    </MenuSection>
  );
}

/** A line between items. */
export function MenuLine() {
  return <Separator className={css.line ?? ''} />;
}
