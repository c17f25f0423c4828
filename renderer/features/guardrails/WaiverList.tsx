import { CircleCheck, CircleSlash, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords, Waiver } from '../../../shared/domain/records.ts';
import { builtInRules, ruleOf } from '../../../shared/guardrails/rules.ts';
import { editWaiver, withdrawWaiver } from '../../state/guardrailActions.ts';
import { InlineField } from '../../ui/InlineField.tsx';
import { parseDate } from '../../ui/parse.ts';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { readName, readProse } from '../../ui/readers.ts';
import { useWords } from '../inspector/useWords.ts';
import { todayIso } from '../planning/today.ts';
import css from './guardrails.module.css';
import { recordOf } from './measuredWords.ts';
import { guardrailName } from './ruleWords.ts';
import { useRuleSpeech } from './useRuleSpeech.ts';

/** Whether a waiver counts on a day. */
export const waiverState = ({ grantedOn, until }: Waiver, today: string): 'inForce' | 'expired' | 'later' =>
  grantedOn > today ? 'later' : until !== null && until < today ? 'expired' : 'inForce';

const shapes = { inForce: CircleCheck, expired: CircleSlash, later: Clock } as const;

/** Every leave to break a guardrail: whose, for what, until when; those that expired say so. */
export function WaiverList({
  records,
  readOnly,
}: {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('guardrails');
  const speech = useRuleSpeech(records);
  const words = useWords();
  const today = todayIso();
  const waivers = Object.values(records.waiver).sort(
    (a, b) => (a.until ?? '9999').localeCompare(b.until ?? '9999') || a.id.localeCompare(b.id),
  );
  const expired = waivers.filter((waiver) => waiverState(waiver, today) === 'expired').length;
  if (waivers.length === 0) return null;
  return (
    <section className={css.waivers}>
      <h2>
        {t('waivers.title', { count: waivers.length })}
        {expired > 0 && <span> · {t('waivers.expired', { count: expired })}</span>}
      </h2>
      <div className={css.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('waivers.state')}</th>
              <th scope="col">{t('waivers.rule')}</th>
              <th scope="col">{t('waivers.subject')}</th>
              <th scope="col">{t('waivers.owner')}</th>
              <th scope="col">{t('waivers.reason')}</th>
              <th scope="col">{t('waivers.granted')}</th>
              <th scope="col">{t('waivers.until')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {waivers.map((waiver) => {
              const guardrail = records.guardrail[waiver.guardrailId];
              if (!guardrail) return null;
              const state = waiverState(waiver, today);
              const Shape = shapes[state];
              const name = subjectName(waiver);
              return (
                <tr key={waiver.id} data-waiver={state}>
                  <td>
                    <span className={css.waiverState}>
                      <Shape size={14} aria-hidden />
                      {t(`waivers.state.${state}`)}
                    </span>
                  </td>
                  <td>{guardrailName(guardrail, speech)}</td>
                  <td>{name}</td>
                  <td>
                    <InlineField
                      label={t('waivers.fieldOf', { field: t('waivers.owner'), name })}
                      labelAt="hidden"
                      value={waiver.owner}
                      show={(value) => value}
                      read={readName}
                      readOnly={readOnly}
                      onCommit={(owner) => void editWaiver(waiver, guardrail, { owner })}
                    />
                  </td>
                  <td>
                    <InlineField
                      label={t('waivers.fieldOf', { field: t('waivers.reason'), name })}
                      labelAt="hidden"
                      value={waiver.reason}
                      show={(value) => value}
                      read={readProse}
                      readOnly={readOnly}
                      onCommit={(reason) => void editWaiver(waiver, guardrail, { reason })}
                    />
                  </td>
                  <td className={css.figure}>{words.date(waiver.grantedOn)}</td>
                  <td>
                    <InlineField
                      label={t('waivers.fieldOf', { field: t('waivers.until'), name })}
                      labelAt="hidden"
                      value={waiver.until}
                      show={words.date}
                      toText={words.dateText}
                      read={parseDate}
                      placeholder={t('waivers.forGood')}
                      readOnly={readOnly}
                      onCommit={(until) => void editWaiver(waiver, guardrail, { until })}
                    />
                  </td>
                  <td>
                    <RemoveButton
                      label={t('waivers.withdraw', { name })}
                      isDisabled={readOnly}
                      onPress={() => void withdrawWaiver(waiver, guardrail)}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );

  function subjectName({ subject, guardrailId }: Waiver): string {
    if (subject === null) return t('waivers.all');
    const guardrail = records.guardrail[guardrailId];
    const rule = guardrail ? ruleOf(guardrail) : null;
    const table = rule === null ? null : rule.kind === 'own' ? rule.table : builtInRules[rule.rule].about;
    const record = table === null ? null : recordOf(speech, table, subject);
    if (!record || !('name' in record)) return t('waivers.gone');
    const owner = 'initiativeId' in record ? records.initiative[record.initiativeId ?? ''] : undefined;
    return owner ? `${owner.name} · ${record.name}` : record.name;
  }
}
