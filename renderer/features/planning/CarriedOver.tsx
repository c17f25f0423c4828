import { useTranslation } from 'react-i18next';
import type { Initiative, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { ConversionFacts } from '../../../shared/planning/conversionFacts.ts';
import { useWords } from '../inspector/useWords.ts';
import css from './planning.module.css';

/** What an initiative takes along into its other form. */
export function CarriedOver({
  records,
  initiative,
  facts,
}: {
  readonly records: PortfolioRecords;
  readonly initiative: Initiative;
  readonly facts: ConversionFacts;
}) {
  const { t } = useTranslation(['planning', 'common']);
  const words = useWords();
  const { plan, startDate, endDate, teamId, counts, phases, hasTeamPlan } = facts;
  const unknown = <span className={css.unknown}>{t('unknown', { ns: 'common' })}</span>;
  const source = hasTeamPlan
    ? 'convert.fromTeam'
    : phases.length > 0
      ? 'convert.fromPhases'
      : 'convert.fromMoney';
  const rounded = (value: number): string => words.number(Math.round(value * 10) / 10);
  const lines = [
    ...(counts.releases > 0 ? [t('convert.releases', { count: counts.releases })] : []),
    ...(counts.outcomes > 0 ? [t('convert.outcomes', { count: counts.outcomes })] : []),
    ...(counts.capabilities > 0 ? [t('convert.capabilities', { count: counts.capabilities })] : []),
    ...(counts.partners > 0 ? [t('convert.partners', { count: counts.partners })] : []),
    ...(counts.handoffs > 0 ? [t('convert.handoffs', { count: counts.handoffs })] : []),
    ...(initiative.mode === 'project' && phases.length > 0
      ? [t('convert.phasesKept', { count: phases.length })]
      : []),
    ...(initiative.mode === 'product' && counts.tranches > 0
      ? [t('convert.tranchesKept', { count: counts.tranches })]
      : []),
  ];
  return (
    <section className={css.block}>
      <h3>{t('convert.carried')}</h3>
      <dl className={css.facts}>
        <div>
          <dt>{t('convert.people')}</dt>
          <dd>
            {plan ? t('convert.peopleValue', { people: rounded(plan.people) }) : unknown}{' '}
            {plan && <small>{t(source)}</small>}
          </dd>
        </div>
        <div>
          <dt>{t('convert.scope')}</dt>
          <dd>
            {plan
              ? t('convert.scopeValue', {
                  count: Math.round(plan.scopePersonDays),
                  days: words.number(Math.round(plan.scopePersonDays)),
                })
              : unknown}{' '}
            {plan && <small>{t(source)}</small>}
          </dd>
        </div>
        <div>
          <dt>{t('convert.rate')}</dt>
          <dd>{plan ? words.money(plan.dayRate) : unknown}</dd>
        </div>
        <div>
          <dt>{t('convert.dates')}</dt>
          <dd>
            {startDate === null && endDate === null
              ? unknown
              : `${words.date(startDate) || '?'} – ${words.date(endDate) || '?'}`}
          </dd>
        </div>
        <div>
          <dt>{t('convert.team')}</dt>
          <dd>{teamId === null ? unknown : (records.team[teamId]?.name ?? unknown)}</dd>
        </div>
      </dl>
      <ul className={css.items} style={{ paddingTop: 8 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
