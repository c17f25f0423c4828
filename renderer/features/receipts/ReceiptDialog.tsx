import { ArrowLeft } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ElementReceipt } from './ElementReceipt.tsx';
import { InitiativeReceipt } from './InitiativeReceipt.tsx';
import { MadeReceipt } from './MadeReceipt.tsx';
import { MovedReceipt } from './MovedReceipt.tsx';
import { closeReceipt, leavePart, type Opened, useReceipt } from './receiptStore.ts';
import css from './receipts.module.css';
import { figureName } from './receiptWords.ts';
import { TriedReceipt } from './TriedReceipt.tsx';

/** The open receipt, if any: mount it once beside the views. */
export function ReceiptDialog() {
  const opened = useReceipt(({ trail }) => trail.at(-1));
  return opened ? <OpenReceipts opened={opened} /> : null;
}

function OpenReceipts({ opened }: { readonly opened: Opened }) {
  const { t } = useTranslation('receipts');
  const { t: comparison } = useTranslation('comparison');
  const trail = useReceipt((state) => state.trail);
  return (
    <Dialog
      title={title()}
      width="wide"
      onClose={closeReceipt}
      onEscape={trail.length > 1 ? leavePart : undefined}
    >
      {trail.map((each, k) => (
        <Receipt
          // biome-ignore lint/suspicious/noArrayIndexKey: a trail grows and shrinks at its end alone.
          key={k}
          opened={each}
          isPart={k > 0}
          isOnTop={k === trail.length - 1}
        />
      ))}
    </Dialog>
  );

  function title(): string {
    if (opened.kind === 'initiative') return figureName(opened.figure);
    if (opened.kind === 'made') return opened.made.title;
    if (opened.kind === 'tried')
      return opened.elementId === null ? comparison(`measure.${opened.measure}`) : t('element.gap');
    if (opened.kind === 'element') return t(`element.${opened.figure}`);
    return comparison(`measure.${opened.row.measure}`);
  }
}

/** One receipt of those that were opened from each other; the ones below stay as they were left. */
function Receipt({
  opened,
  isPart,
  isOnTop,
}: {
  readonly opened: Opened;
  readonly isPart: boolean;
  readonly isOnTop: boolean;
}) {
  const { t } = useTranslation('receipts');
  const body = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLElement | null>(null);
  // A part begins at its top; who goes back from it finds the keyboard on the figure that led there.
  useLayoutEffect(() => {
    if (!isOnTop || (!isPart && last.current === null)) return;
    if (last.current === null) body.current?.scrollIntoView?.({ block: 'start' });
    (last.current ?? body.current)?.focus();
  }, [isOnTop, isPart]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only remembers which of what it holds has the keyboard
    <div
      ref={body}
      tabIndex={-1}
      className={css.receipt}
      hidden={!isOnTop}
      onFocus={({ target }) => {
        last.current = target;
      }}
    >
      {isPart && (
        <div>
          <Button look="quiet" onPress={leavePart}>
            <ArrowLeft size={15} aria-hidden /> {t('back')}
          </Button>
        </div>
      )}
      {opened.kind === 'initiative' && <InitiativeReceipt opened={opened} />}
      {opened.kind === 'element' && <ElementReceipt opened={opened} />}
      {opened.kind === 'made' && <MadeReceipt opened={opened} />}
      {opened.kind === 'tried' && <TriedReceipt opened={opened} />}
      {opened.kind === 'moved' && <MovedReceipt opened={opened} />}
    </div>
  );
}
