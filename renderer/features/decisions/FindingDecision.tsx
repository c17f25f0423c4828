import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Spread } from '../../../shared/comparison/futuresDifference.ts';
import { findingKey } from '../../../shared/coverage/findingKey.ts';
import type { Finding } from '../../../shared/coverage/findings.ts';
import type { OptionEffects } from '../../../shared/decisions/effects.ts';
import {
  capabilityIdOf,
  findingOptions,
  initiativesOf,
  type OptionChanges,
} from '../../../shared/decisions/options.ts';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { withChanges } from '../../../shared/planning/withChanges.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { optionEffectsInWorker } from '../../analysis/comparePlansInWorker.ts';
import { useFigureWords } from '../../analysis/useFigureWords.ts';
import type { ComparedMeasure } from '../../charts/comparison/comparisonData.ts';
import { signed } from '../../charts/frame/signed.ts';
import { createDecision, setIntention } from '../../state/decisionActions.ts';
import { newId } from '../../state/initiativeActions.ts';
import { usePortfolio, useReadOnly } from '../../state/portfolioStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { readProse } from '../../ui/readers.ts';
import { Figure } from '../receipts/Figure.tsx';
import { optionsByDecision } from './decisionRows.ts';
import { useDecisionView } from './decisionStore.ts';
import css from './decisions.module.css';
import { useOptionNames } from './useOptionNames.ts';

/** What can be done about a finding: the options with what each does, the decision, or why it is intended. */
export function FindingDecision({
  finding,
  subject,
}: {
  readonly finding: Finding;
  readonly subject: string;
}) {
  const { t } = useTranslation('decisions');
  const { t: coverage } = useTranslation('coverage');
  const records = usePortfolio((state) => state.records);
  const readOnly = useReadOnly();
  const language = usePreferences((state) => state.language);
  const lead = useView((state) => state.lead);
  const names = useOptionNames();
  const key = findingKey(finding);
  const options = useMemo(
    () => (records ? findingOptions(records, finding, names.records, newId) : []),
    [records, finding, names],
  );
  const effects = useEffects(records, options, finding);
  if (!records) return null;
  const decision = Object.values(records.decision).find(
    ({ findingKey: own, state }) => own === key && state !== 'dropped',
  );
  const chosen =
    decision &&
    optionsByDecision(records)
      .get(decision.id)
      ?.find((option) => option.chosen);
  const intention = Object.values(records.intention).find(({ findingKey: own }) => own === key);
  const open = (id: string): void => {
    useDecisionView.getState().set({ tab: 'decisions', filter: 'all', search: '', shown: id });
    lead('decisions');
  };
  const start = async (): Promise<void> => {
    const id = await createDecision(
      t('question.finding', { type: coverage(`type.${finding.type}`), subject }),
      {
        subject: 'finding',
        findingKey: key,
        capabilityId: capabilityIdOf(records, finding),
        initiativeId: initiativesOf(records, finding)[0]?.id ?? null,
        options: options.map((option, at) => {
          const found = effects.found?.[at];
          return {
            kind: option.kind,
            name: names.optionName(option),
            option,
            ...(found ? { effects: found } : {}),
          };
        }),
      },
    );
    if (id !== null) open(id);
  };
  return (
    <>
      <section>
        <h3>{t('finding.options')}</h3>
        <ul className={css.ways}>
          {options.map((option, at) => (
            <li key={option.kind}>
              {names.optionName(option)}
              <EffectLine
                records={records}
                option={option}
                name={names.optionName(option)}
                subject={finding.subject}
                effects={effects.found?.[at] ?? null}
              />
            </li>
          ))}
        </ul>
        {effects.share !== null && (
          <p className={css.summary} role="status">
            {t('finding.computing', { percent: names.percent(effects.share) })}
          </p>
        )}
        {decision ? (
          <p>
            <Button onPress={() => open(decision.id)}>
              {chosen ? t('finding.decided', { option: chosen.name }) : t('finding.open')}
            </Button>
          </p>
        ) : (
          !readOnly && (
            <Button look="primary" onPress={() => void start()}>
              {t('finding.decide')}
            </Button>
          )
        )}
      </section>
      <section>
        <h3>{t('finding.intended')}</h3>
        <InlineField
          label={t('finding.intended')}
          labelAt="hidden"
          lines={2}
          value={intention?.reason ?? ''}
          show={(value) => value}
          read={readProse}
          placeholder={t('finding.intendedHint')}
          readOnly={readOnly}
          onCommit={(reason) => void setIntention(key, reason.slice(0, 2000))}
        />
        {intention && (
          <small className={css.summary}>
            {t('finding.intendedBy', { by: intention.by, at: formatInstant(intention.at, language) })}
          </small>
        )}
      </section>
    </>
  );
}

interface EffectsState {
  readonly of: readonly OptionChanges[] | null;
  readonly found: readonly (OptionEffects | null)[] | null;
  /** Progress while it is worked out; null when nothing is. */
  readonly share: number | null;
}

/** What each option would change, worked out beside the page; options that nobody can know keep null. */
function useEffects(
  records: PortfolioRecords | null,
  options: readonly OptionChanges[],
  finding: Finding,
): EffectsState {
  const [state, setState] = useState<EffectsState>({ of: null, found: null, share: null });
  const { subject } = finding;
  const key = findingKey(finding);
  useEffect(() => {
    if (!records || options.length === 0) return;
    const known = options.flatMap((option, at) => (option.changes ? [{ at, changes: option.changes }] : []));
    setState({ of: options, found: null, share: 0 });
    let cancel: (() => void) | null = null;
    // Walking through findings by key must not start a worker for each.
    const timer = setTimeout(() => {
      cancel = optionEffectsInWorker(
        records,
        known.map(({ changes }) => changes),
        { key, subject },
        {
          onDone: (effects) => {
            const found: (OptionEffects | null)[] = options.map(() => null);
            for (const [k, { at }] of known.entries()) found[at] = effects[k] ?? null;
            setState({ of: options, found, share: null });
          },
          onFailed: () => setState({ of: options, found: null, share: null }),
          onProgress: (share) => setState((old) => ({ ...old, share })),
        },
      ).cancel;
    }, 300);
    return () => {
      clearTimeout(timer);
      cancel?.();
    };
  }, [records, options, key, subject]);
  return state.of === options ? state : { of: options, found: null, share: null };
}

/** What an option would do, each amount opening to the comparison that it comes from. */
function EffectLine({
  records,
  option,
  name,
  subject,
  effects,
}: {
  readonly records: PortfolioRecords;
  readonly option: OptionChanges;
  readonly name: string;
  /** Id of what the finding is about. */
  readonly subject: string;
  readonly effects: OptionEffects | null;
}) {
  const { t } = useTranslation('decisions');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const { changes } = option;
  const after = useMemo(() => changes && withChanges(records, changes), [records, changes]);
  if (after === null) return <small>{t('option.unknown')}</small>;
  if (!effects) return null;
  const moved: readonly (readonly [string, number | null, Spread | null, ComparedMeasure, string | null])[] =
    [
      [t('option.ownGap'), effects.ownGapMoney, null, 'gapMoney', subject],
      [t('option.overlap'), effects.overlapMoney, null, 'overlapMoney', null],
      [t('option.waste'), effects.wasteMoney?.likely ?? null, effects.wasteMoney, 'wasteMoney', null],
      [t('option.value'), effects.value?.likely ?? null, effects.value, 'value', null],
      [t('option.cost'), effects.cost?.likely ?? null, effects.cost, 'cost', null],
    ];
  const shown = moved.filter(([, amount]) => amount !== null && Math.round(amount) !== 0);
  if (shown.length === 0 && !effects.closes) return null;
  const short = (amount: number): string => signed(amount, figures.moneyShort);
  return (
    <small className={css.effectLine}>
      {effects.closes && <span>✓ {t('option.closes')}</span>}
      {shown.map(([label, amount, spread, measure, elementId]) => (
        <span key={label}>
          {label}{' '}
          <Figure
            opens={{ kind: 'tried', name, before: records, after, measure, elementId }}
            label={receipts('open', { what: `${label}, ${name}` })}
          >
            {short(amount!)}
          </Figure>
          {spread && spread.low !== spread.high && ` (${short(spread.low)} … ${short(spread.high)})`}
        </span>
      ))}
    </small>
  );
}
