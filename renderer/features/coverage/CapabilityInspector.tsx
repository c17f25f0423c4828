import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ElementFigure } from '../../../shared/analysis/elementReceiptTypes.ts';
import { findingKey } from '../../../shared/coverage/findingKey.ts';
import type { Capability } from '../../../shared/domain/records.ts';
import { formatMoney, toMajor } from '../../../shared/text/format.ts';
import { useCoverageInStages } from '../../analysis/useCoverage.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { change } from '../../state/service.ts';
import { useView } from '../../state/viewStore.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { ModeMark } from '../../ui/ModeMark.tsx';
import { parseMoney } from '../../ui/parse.ts';
import { Figure } from '../receipts/Figure.tsx';
import css from './coverage.module.css';
import { kindAndStake, subjectOf } from './findingWords.ts';

const steps = ['', '1', '2', '3', '4', '5'] as const;

/** A capability: what it needs (changed in place), who works on it, and what was found about it. */
export function CapabilityInspector({ id }: { readonly id: string }) {
  const { t } = useTranslation('coverage');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const records = usePortfolio((state) => state.records);
  const { value } = useCoverageInStages();
  const select = useView((state) => state.select);
  const capability = records?.capability[id];
  if (!records || !capability) return <p className={css.gone}>{t('capability.gone')}</p>;
  const edit = (values: Partial<Capability>): void => {
    void change('capability.edit', { capability: capability.name }, [
      { op: 'patch', table: 'capability', id, values },
    ]);
  };
  const element = value?.analysis.elements.find((each) => each.id === id);
  const needKnown =
    value !== null && (!value.analysis.unrated.includes(id) || capability.neededMoney !== null);
  const findings = value?.analysis.findings.filter((finding) => finding.subject === id) ?? [];
  const scale = (field: 'importance' | 'currentMaturity' | 'targetMaturity', label: string) => (
    <div data-field={`capability.${field}`}>
      <SelectField
        label={label}
        value={String(capability[field] ?? '') as (typeof steps)[number]}
        choices={steps.map((step) => ({
          id: step,
          text: step === '' ? t('capability.unknown') : t('capability.scale', { value: step }),
        }))}
        onChange={(step) => edit({ [field]: step === '' ? null : Number(step) })}
      />
    </div>
  );
  const money = (figure: ElementFigure, amount: number) => (
    <Figure
      opens={{ kind: 'element', elementId: id, figure }}
      label={receipts('open', { what: receipts(`element.${figure}`) })}
    >
      {figures.money(amount)}
    </Figure>
  );
  return (
    <div className={css.inspector}>
      <section>
        <p className={css.plain}>{t('capability.title')}</p>
        <h2>{capability.name}</h2>
        {capability.description !== '' && <p className={css.note}>{capability.description}</p>}
      </section>
      <section className={css.fields}>
        <h3>{t('capability.need')}</h3>
        {scale('importance', t('capability.importance'))}
        {scale('currentMaturity', t('capability.current'))}
        {scale('targetMaturity', t('capability.target'))}
        <NeededMoney capability={capability} onChange={(neededMoney) => edit({ neededMoney })} />
        <SelectField
          label={t('capability.owner')}
          value={capability.ownerTeamId ?? ''}
          choices={[
            { id: '', text: t('capability.nobody') },
            ...Object.values(records.team).map((team) => ({ id: team.id, text: team.name })),
          ]}
          onChange={(team) => edit({ ownerTeamId: team === '' ? null : team })}
        />
      </section>
      {element && (
        <section>
          <table className={css.evidence}>
            <tbody>
              <tr>
                <th scope="row">{t('card.need')}</th>
                <td>{needKnown ? money('need', element.need_money) : t('needUnknown')}</td>
              </tr>
              <tr>
                <th scope="row">{t('card.funded')}</th>
                <td>{money('supply', element.supply_money)}</td>
              </tr>
              {needKnown && element.gap_money > 0 && (
                <tr>
                  <th scope="row">{t('card.gap')}</th>
                  <td>{money('gap', element.gap_money)}</td>
                </tr>
              )}
              {(element.redundant_money > 0 || !value?.compared) && (
                <tr>
                  <th scope="row">{t('card.redundant')}</th>
                  <td>
                    {value?.compared ? money('redundant', element.redundant_money) : t('comparing.cell')}
                  </td>
                </tr>
              )}
            </tbody>
          </table>
          <h3>{t('capability.served')}</h3>
          {element.contributors.length === 0 && <p className={css.note}>{t('capability.servedNone')}</p>}
          <table className={css.evidence}>
            <tbody>
              {[...element.contributors]
                .sort((a, b) => b.money - a.money)
                .flatMap(({ initiative, money }) => {
                  const record = records.initiative[initiative];
                  if (!record) return [];
                  return (
                    <tr key={initiative}>
                      <th scope="row">
                        <button
                          type="button"
                          className={css.link}
                          onClick={() => select({ kind: 'initiative', id: initiative })}
                        >
                          <ModeMark mode={record.mode} bare /> {record.name}
                        </button>
                      </th>
                      <td>{figures.money(money)}</td>
                    </tr>
                  );
                })}
            </tbody>
          </table>
        </section>
      )}
      {findings.length > 0 && value && (
        <section>
          <h3>{t('capability.findings')}</h3>
          <ul className={css.ways}>
            {findings.map((finding) => (
              <li key={findingKey(finding)}>
                <button
                  type="button"
                  className={css.link}
                  onClick={() => select({ kind: 'finding', id: findingKey(finding) })}
                >
                  {kindAndStake(finding, { say: t, figures })}
                </button>
                <span className="visuallyHidden">{subjectOf(finding, { say: t, records })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function NeededMoney({
  capability,
  onChange,
}: {
  readonly capability: Capability;
  readonly onChange: (minor: number | null) => void;
}) {
  const { t } = useTranslation('coverage');
  const { t: inspector } = useTranslation('inspector');
  const figures = useFigureWords();
  const currency = useCurrency();
  const said =
    capability.neededMoney === null
      ? ''
      : Number.isInteger(toMajor(capability.neededMoney, currency))
        ? figures.number(toMajor(capability.neededMoney, currency))
        : (formatMoney(capability.neededMoney, currency, figures.language) ?? '');
  const [text, setText] = useState(said);
  useEffect(() => setText(said), [said]);
  const parsed = parseMoney(text, currency);
  return (
    <div data-field="capability.neededMoney">
      <TextField
        label={t('capability.needed')}
        help={t('capability.neededHelp')}
        error={parsed.ok ? null : inspector(parsed.reason)}
        value={text}
        onChange={setText}
        onKeep={() => {
          if (parsed.ok && parsed.value !== capability.neededMoney) onChange(parsed.value);
        }}
      />
    </div>
  );
}
