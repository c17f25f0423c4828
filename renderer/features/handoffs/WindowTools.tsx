import { ArrowLeft, ArrowRight, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import type { WindowHand } from './useTimeWindow.ts';

/** Closer, wider, earlier, later, and back to all of the time. */
export function WindowTools({ hand }: { readonly hand: WindowHand }) {
  const { t } = useTranslation('handoffs');
  const whole = hand.focus === null;
  return (
    <>
      <Button look="quiet" icon aria-label={t('zoom.in')} onPress={() => hand.zoom('in')}>
        <ZoomIn size={15} aria-hidden />
      </Button>
      {!whole && (
        <>
          <Button look="quiet" icon aria-label={t('zoom.out')} onPress={() => hand.zoom('out')}>
            <ZoomOut size={15} aria-hidden />
          </Button>
          <Button look="quiet" icon aria-label={t('zoom.earlier')} onPress={() => hand.move('earlier')}>
            <ArrowLeft size={15} aria-hidden />
          </Button>
          <Button look="quiet" icon aria-label={t('zoom.later')} onPress={() => hand.move('later')}>
            <ArrowRight size={15} aria-hidden />
          </Button>
          <Button look="quiet" onPress={hand.all}>
            {t('zoom.all')}
          </Button>
        </>
      )}
    </>
  );
}
