import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, TableName } from '../../../shared/domain/records.ts';
import type { Verdict } from '../../../shared/guardrails/builtIn.ts';
import { worstFirst } from '../../../shared/guardrails/compareStates.ts';
import type { Breach } from '../../../shared/guardrails/evaluate.ts';
import { formatDate, formatNumber } from '../../../shared/text/format.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import type { GuardrailLine } from './guardrailLines.ts';
import css from './guardrails.module.css';
import { measuredWords, missingField, missingWords, worseIs } from './measuredWords.ts';
import { guardrailName, type RuleSpeech, ruleSpeech } from './ruleWords.ts';
import { enterMissing, isSelected, selectRecord } from './showRecord.ts';
import { useRuleSpeech } from './useRuleSpeech.ts';
import { WaiveDialog } from './WaiveDialog.tsx';

const FIRST = 12;
const MORE = 50;

/** The records behind a guardrail: those that break it, worst first, and those of which too little is known. */
export function GuardrailDetail({
  line,
  records,
  readOnly,
}: {
  readonly line: GuardrailLine;
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('guardrails');
  const speech = useRuleSpeech(records);
  const plan = usePortfolio((state) => state.plan) ?? records;
  const [waiving, setWaiving] = useState<Breach | null>(null);
  const { guardrail, now, change, pending } = line;
  if (!now) return null;
  const { rule, about } = now;
  if (!rule || !about) return <p className={css.detail}>{t('detail.newer')}</p>;
  const newly = new Set(change?.newly.map(({ id }) => id));
  const planned = ruleSpeech(speech.language, speech.currency, plan);
  return (
    <div className={css.detail}>
      {now.breaches.length > 0 ? (
        <RecordList
          title={t('detail.breaks')}
          verdicts={worstFirst(now.breaches, worseIs(rule))}
          about={about}
          records={records}
          mark={change && change.newly.length > 0 ? (id) => newly.has(id) : null}
          words={(verdict) => measuredWords(rule, verdict, speech)}
          end={(breach) =>
            breach.waiver ? (
              <WaiverWords breach={breach} speech={speech} />
            ) : (
              <Button
                look="quiet"
                isDisabled={readOnly}
                aria-label={t('waive.of', { name: breach.name })}
                onPress={() => setWaiving(breach)}
              >
                {t('waive.do')}
              </Button>
            )
          }
        />
      ) : (
        <p>{now.state === 'nothing' ? t('detail.nothing') : t('detail.none')}</p>
      )}
      {change && change.mended.length > 0 && (
        <RecordList
          title={t('detail.mended')}
          verdicts={change.mended}
          about={about}
          records={records}
          words={(verdict) => measuredWords(rule, verdict, planned)}
        />
      )}
      {now.unknown.length > 0 && (
        <RecordList
          title={t('detail.unknown')}
          verdicts={now.unknown}
          about={about}
          records={records}
          words={({ id }) => (pending.has(id) ? t('detail.pending') : missingWords(rule, speech))}
          end={(verdict) =>
            pending.has(verdict.id) ? null : (
              <Button
                look="quiet"
                aria-label={t('detail.enter', { name: verdict.name })}
                onPress={() => enterMissing(records, about, verdict.id, missingField(rule))}
              >
                {t('detail.enterShort')}
              </Button>
            )
          }
        />
      )}
      {waiving && (
        <WaiveDialog
          guardrail={guardrail}
          rule={guardrailName(guardrail, speech)}
          subject={waiving}
          onClose={() => setWaiving(null)}
        />
      )}
    </div>
  );
}

function RecordList<V extends Verdict>({
  title,
  verdicts,
  about,
  records,
  mark = null,
  words,
  end = () => null,
}: {
  readonly title: string;
  readonly verdicts: readonly V[];
  readonly about: TableName;
  readonly records: PortfolioRecords;
  /** Which ones are new beside the plan; null where none is. */
  readonly mark?: ((id: string) => boolean) | null;
  readonly words: (verdict: V) => string;
  readonly end?: (verdict: V) => React.ReactNode;
}) {
  const { t, i18n } = useTranslation('guardrails');
  const [count, setCount] = useState(FIRST);
  const selected = useView(({ selection }) => selection?.id ?? null);
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
  const left = verdicts.length - count;
  return (
    <section>
      <h2>
        {title} <span>{formatNumber(verdicts.length, language)}</span>
      </h2>
      <ul className={css.records}>
        {verdicts.slice(0, count).map((verdict) => (
          <li key={verdict.id} data-selected={isSelected(records, about, verdict.id, selected) || undefined}>
            <button
              type="button"
              className={css.record}
              aria-pressed={isSelected(records, about, verdict.id, selected)}
              title={t('detail.select', { name: verdict.name })}
              onClick={() => selectRecord(records, about, verdict.id)}
            >
              {verdict.name}
            </button>
            {mark?.(verdict.id) && <em>{t('change.breaks')}</em>}
            <span className={css.measured}>{words(verdict)}</span>
            <span className={css.end}>{end(verdict)}</span>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button look="quiet" onPress={() => setCount(count + MORE)}>
          {t('detail.more', { number: formatNumber(Math.min(MORE, left), language) })}
        </Button>
      )}
    </section>
  );
}

function WaiverWords({ breach, speech }: { readonly breach: Breach; readonly speech: RuleSpeech }) {
  const { waiver } = breach;
  if (!waiver) return null;
  const { say, language } = speech;
  const { owner, until, reason } = waiver;
  const by =
    until === null
      ? say('waiver.by', { owner })
      : say('waiver.byUntil', { owner, until: formatDate(until, language) });
  return (
    <span className={css.waiver}>
      {by}
      {reason !== '' && <small>{reason}</small>}
    </span>
  );
}
