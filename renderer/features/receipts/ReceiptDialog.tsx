import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
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
  return opened ? <OpenReceipt opened={opened} /> : null;
}

function OpenReceipt({ opened }: { readonly opened: Opened }) {
  const { t } = useTranslation('receipts');
  const { t: comparison } = useTranslation('comparison');
  const depth = useReceipt(({ trail }) => trail.length);
  const body = useRef<HTMLDivElement>(null);
  const before = useRef(depth);
  // The button that led into a part, or back, is gone with what it stood in: the keyboard goes to what came.
  useEffect(() => {
    if (depth !== before.current) body.current?.focus();
    before.current = depth;
  }, [depth]);
  return (
    <Dialog title={title()} width="wide" onClose={closeReceipt}>
      <div key={depth} ref={body} tabIndex={-1} className={css.receipt}>
        {depth > 1 && (
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
