import { X } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { handoffLedger } from '../../../shared/analysis/handoffLedger.ts';
import type { HandoffLine } from '../../../shared/analysis/handoffLine.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { useHandoffChoice } from '../../analysis/handoffPicture.ts';
import { HandoffShape } from '../../charts/frame/HandoffShape.tsx';
import {
  handoffLetters,
  type StringSpeech,
  stationName,
  stringWords,
} from '../../charts/stringline/describe.ts';
import type { StringlineData } from '../../charts/stringline/stringlineData.ts';
import { openLedger } from '../../state/planningActions.ts';
import { usePlanReadOnly } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { HandoffFields } from '../planning/HandoffFields.tsx';
import { fillHandoffs } from '../planning/handoffActions.ts';
import { useLedgerWords } from '../planning/useLedgerWords.ts';
import { ReceiptButton } from '../receipts/ReceiptButton.tsx';
import css from './handoffs.module.css';
import type { PickedHandoff } from './picked.ts';
import { waitFigures } from './waitFigures.ts';

/** Beside the picture: the row of the ledger that was picked, to be changed where it stands, and the lines by name. */
export function HandoffAside({
  records,
  data,
  picked,
  onPick,
  onClose,
  speech,
}: {
  readonly records: PortfolioRecords;
  readonly data: StringlineData;
  readonly picked: PickedHandoff | null;
  readonly onPick: (initiativeId: string, handoffId: string | null | undefined) => void;
  readonly onClose: () => void;
  readonly speech: StringSpeech;
}) {
  const { t } = useTranslation('handoffs');
  const { figures } = speech;
  const chosen = useView((state) => (state.selection?.kind === 'initiative' ? state.selection.id : null));
  const { lit } = data;
  const only = lit.length === 1 ? lit[0]! : null;
  const note = ({ mode, releases, waits, waitingDays, waitingShare }: HandoffLine): string => {
    if (mode === 'product')
      return releases.length === 0 ? t('list.noRelease') : t('list.product', { count: releases.length });
    // Nobody wrote down a wait: that is not a wait of no days.
    if (waits.length === 0 || waitingShare === null) return t('list.noWait');
    return t('list.waiting', {
      count: Math.round(waitingDays),
      days: figures.number(waitingDays),
      percent: figures.percent(waitingShare),
    });
  };
  return (
    <aside className={css.aside} aria-label={t('list.title')}>
      {picked && <Picked records={records} picked={picked} onClose={onClose} />}
      {only && !picked && (
        <section className={css.card}>
          <h2 title={only.name}>{only.name}</h2>
          <p className={css.note}>{t('one.ledgerHint')}</p>
          <Button look="primary" onPress={() => openLedger(only.id)}>
            {t('one.ledger')}
          </Button>
        </section>
      )}
      {only && <Handoffs line={only} picked={picked} onPick={onPick} speech={speech} />}
      {!only && (
        <section className={css.card}>
          <h2>{t('list.title')}</h2>
          <ol className={css.lines}>
            {lit.map((line, k) => (
              <li key={line.id} data-selected={line.id === chosen || undefined}>
                <span className={css.number}>{k + 1}</span>
                <ModeMark mode={line.mode} bare />
                <button
                  type="button"
                  className={css.name}
                  title={line.name}
                  aria-pressed={line.id === chosen}
                  onClick={() => onPick(line.id, undefined)}
                >
                  {line.name}
                </button>
                <button
                  type="button"
                  className={css.alone}
                  aria-label={t('list.open', { name: line.name })}
                  title={t('list.open', { name: line.name })}
                  onClick={() => {
                    onPick(line.id, undefined);
                    useHandoffChoice.setState({ choice: 'one' });
                  }}
                >
                  →
                </button>
                <p className={css.note}>{note(line)}</p>
                {line.waits.length > 0 && <WaitReceipt line={line} speech={speech} />}
              </li>
            ))}
          </ol>
        </section>
      )}
    </aside>
  );
}

/** Opens what is said of the waiting of a line; nothing for work that stays with one team. */
function WaitReceipt({ line, speech }: { readonly line: HandoffLine; readonly speech: StringSpeech }) {
  const { t: receipts } = useTranslation('receipts');
  const share = waitFigures([line], { speech, receipts })['list.waiting.percent'];
  if (!share) return null;
  return (
    <ReceiptButton
      opens={share.opens}
      label={receipts('openOf', { what: receipts('made.waitingShare'), name: line.name })}
    />
  );
}

function Handoffs({
  line,
  picked,
  onPick,
  speech,
}: {
  readonly line: HandoffLine;
  readonly picked: PickedHandoff | null;
  readonly onPick: (initiativeId: string, handoffId: string | null) => void;
  readonly speech: StringSpeech;
}) {
  const { t } = useTranslation('handoffs');
  const words = stringWords(speech, () => '');
  const letters = handoffLetters(speech);
  const ordered = line.handoffs
    .map((handoff, k) => ({ handoff, k }))
    .sort((a, b) => (b.handoff.waitDays ?? -1) - (a.handoff.waitDays ?? -1) || a.k - b.k);
  return (
    <section className={css.card}>
      <h2>{t('list.waits')}</h2>
      {ordered.length === 0 && <p className={css.note}>{t('list.noWaits')}</p>}
      <ol className={css.waits}>
        {ordered.map(({ handoff, k }) => {
          const chosen =
            picked !== null && handoff.handoffId !== null && picked.handoffId === handoff.handoffId;
          return (
            <li key={k} data-selected={chosen || undefined}>
              <svg width="18" height="20" viewBox="-9 -9 18 20" aria-hidden="true">
                <HandoffShape
                  kind={handoff.kind}
                  x={0}
                  y={0}
                  r={7.5}
                  letter={letters[handoff.kind]}
                  assumed={handoff.handoffId === null}
                />
              </svg>
              <div>
                <button
                  type="button"
                  className={css.name}
                  aria-pressed={chosen}
                  onClick={() => onPick(line.id, handoff.handoffId)}
                >
                  {handoff.from.key === handoff.to.key
                    ? t('card.atTitle', {
                        kind: t(`legend.${handoff.kind}`),
                        name: stationName(handoff.from, speech),
                      })
                    : t('card.pair', {
                        from: stationName(handoff.from, speech),
                        to: stationName(handoff.to, speech),
                      })}
                </button>
                <p className={css.note}>{words.handoff(handoff)}</p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Picked({
  records,
  picked,
  onClose,
}: {
  readonly records: PortfolioRecords;
  readonly picked: PickedHandoff;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('handoffs');
  const { t: common } = useTranslation('common');
  const { t: planning } = useTranslation('planning');
  const say = useLedgerWords(records);
  const readOnly = usePlanReadOnly();
  const initiative = records.initiative[picked.initiativeId];
  const ledger = useMemo(
    () => (initiative ? handoffLedger(records, initiative.id) : null),
    [records, initiative],
  );
  if (!initiative || !ledger) return null;
  const row = ledger.rows.find(({ handoff }) => handoff.id === picked.handoffId);
  return (
    <section className={css.card}>
      <div className={css.cardHead}>
        <h2>{row ? planning('handoff.pair', say.ends(row.handoff)) : t('record.title')}</h2>
        <Button look="quiet" icon aria-label={common('action.close')} onPress={onClose}>
          <X size={15} aria-hidden />
        </Button>
      </div>
      <p className={css.note}>{initiative.name}</p>
      {row ? (
        <HandoffFields
          key={row.handoff.id}
          row={row}
          initiative={initiative}
          records={records}
          readOnly={readOnly}
        />
      ) : (
        <p>{t('record.text', { name: initiative.name })}</p>
      )}
      <div className={css.buttons}>
        {!row && !readOnly && ledger.unrecorded.length > 0 && (
          <Button look="primary" onPress={() => void fillHandoffs(initiative)}>
            {t('record.button', { count: ledger.unrecorded.length })}
          </Button>
        )}
        <Button onPress={() => openLedger(initiative.id, row?.handoff.id)}>{t('one.ledger')}</Button>
      </div>
    </section>
  );
}
