import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FUTURE_DOTS } from '../../../shared/comparison/futuresDifference.ts';
import type { Decision, DecisionOption } from '../../../shared/domain/records.ts';
import { optionKinds } from '../../../shared/domain/roomRecords.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { verdictOf } from '../../charts/comparison/comparisonData.ts';
import { isLevel, signed } from '../../charts/frame/signed.ts';
import { addOption, decide, editOption, removeOption } from '../../state/decisionActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { parseMoney } from '../../ui/parse.ts';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { readMonths, readName } from '../../ui/readers.ts';
import { useWords } from '../inspector/useWords.ts';
import { todayIso } from '../planning/today.ts';
import { Figure } from '../receipts/Figure.tsx';
import { compareWithPlan } from '../scenarios/compareStore.ts';
import css from './decisions.module.css';
import { effectRange, measuresOf, type OptionMeasure, optionMeasures } from './optionEffects.ts';
import { recordedEffect } from './recordedEffect.ts';
import { useStamp } from './useStamp.ts';

/** The options of a decision side by side: what each costs, how long it takes, what it does; one can be chosen. */
export function OptionsTable({
  decision,
  options,
  readOnly,
}: {
  readonly decision: Decision;
  readonly options: readonly DecisionOption[];
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation('decisions');
  const stamp = useStamp();
  const own = (option: DecisionOption): OptionProps => ({ decision, option, readOnly });
  const choose = (option: DecisionOption): void => {
    const figures = stamp();
    if (figures) void decide(decision, option, options, figures, todayIso());
  };
  return (
    <>
      {options.length === 0 ? (
        <p className={css.summary}>{t('option.none')}</p>
      ) : (
        <div className={css.scroll}>
          <table className={css.options}>
            <thead>
              <tr>
                <td />
                {options.map((option) => (
                  <th key={option.id} scope="col" data-chosen={option.chosen}>
                    <Head {...own(option)} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Row label={t('option.cost')} options={options} cell={(option) => <Cost {...own(option)} />} />
              <Row
                label={t('option.months')}
                options={options}
                cell={(option) => <Months {...own(option)} />}
              />
              {measuresOf(options).map((key) => (
                <Row
                  key={key}
                  label={t(optionMeasures[key].word)}
                  options={options}
                  cell={(option) => (
                    <Effect
                      decision={decision}
                      option={option}
                      of={key}
                      label={t(optionMeasures[key].word)}
                    />
                  )}
                />
              ))}
              <Row
                label={t('option.ahead')}
                options={options}
                cell={(option) => <Ahead decision={decision} option={option} />}
              />
              <Row
                label={t('option.choose')}
                options={options}
                cell={(option) => <Choice {...own(option)} onChoose={() => choose(option)} />}
              />
            </tbody>
          </table>
        </div>
      )}
      {!readOnly && <AddOption decision={decision} options={options} />}
    </>
  );
}

interface OptionProps {
  readonly decision: Decision;
  readonly option: DecisionOption;
  readonly readOnly: boolean;
}

/** One line of the table: the same thing of each option. */
function Row({
  label,
  options,
  cell,
}: {
  readonly label: string;
  readonly options: readonly DecisionOption[];
  readonly cell: (option: DecisionOption) => ReactNode;
}) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {options.map((option) => (
        <td key={option.id} data-chosen={option.chosen}>
          {cell(option)}
        </td>
      ))}
    </tr>
  );
}

function Head({ decision, option, readOnly }: OptionProps) {
  const { t } = useTranslation('decisions');
  return (
    <>
      <div className={css.optionKind}>
        <InlineSelect
          label={t('option.kind')}
          labelAt="hidden"
          value={option.kind}
          choices={optionKinds.map((id) => ({ id, text: t(`kind.${id}`) }))}
          readOnly={readOnly}
          onCommit={(kind) => void editOption(decision, option, { kind })}
        />
        {!readOnly && (
          <RemoveButton
            label={t('option.remove', { name: option.name })}
            onPress={() => void removeOption(decision, option)}
          />
        )}
      </div>
      <InlineField
        label={t('option.name')}
        labelAt="hidden"
        lines={3}
        value={option.name}
        show={(value) => value}
        read={readName}
        readOnly={readOnly}
        onCommit={(name) => void editOption(decision, option, { name })}
      />
      {effectRange(option.effects, 'closes')?.likely === 1 && (
        <small className={css.closes}>✓ {t('option.closes')}</small>
      )}
    </>
  );
}

function Cost({ decision, option, readOnly }: OptionProps) {
  const { t } = useTranslation('decisions');
  const words = useWords();
  const currency = useCurrency();
  return (
    <InlineField
      label={t('option.cost')}
      labelAt="hidden"
      numeric
      value={option.cost}
      show={(value) => (value === null ? '' : words.moneyShort(value))}
      toText={words.moneyText}
      read={(text) => parseMoney(text, currency)}
      placeholder={t('option.unknown')}
      readOnly={readOnly}
      onCommit={(cost) => void editOption(decision, option, { cost })}
    />
  );
}

function Months({ decision, option, readOnly }: OptionProps) {
  const { t } = useTranslation('decisions');
  const figures = useFigureWords();
  return (
    <InlineField
      label={t('option.months')}
      labelAt="hidden"
      numeric
      value={option.months}
      show={(value) => (value === null ? '' : figures.number(value, 1))}
      read={readMonths}
      placeholder={t('option.unknown')}
      readOnly={readOnly}
      onCommit={(months) => void editOption(decision, option, { months })}
    />
  );
}

function Ahead({ decision, option }: Omit<OptionProps, 'readOnly'>) {
  const { t } = useTranslation('decisions');
  const { t: receipts } = useTranslation('receipts');
  const figures = useFigureWords();
  const label = t('option.ahead');
  const say = (share: number): string => `${figures.number(Math.round(share * FUTURE_DOTS))}/${FUTURE_DOTS}`;
  const ahead = effectRange(option.effects, 'ahead');
  const opens = recordedEffect(decision, option, 'ahead', null, { receipts, figures, label, say });
  if (ahead === null || opens === null) return <span className={css.unknown}>{t('option.unknown')}</span>;
  return (
    <Figure opens={opens} label={receipts('openOf', { what: label, name: option.name })}>
      {say(ahead.likely)}
    </Figure>
  );
}

function Choice({ option, readOnly, onChoose }: OptionProps & { readonly onChoose: () => void }) {
  const { t } = useTranslation('decisions');
  const scenario = usePortfolio((state) =>
    option.scenarioId === null ? null : (state.plan?.scenario[option.scenarioId] ?? null),
  );
  return (
    <div className={css.choice}>
      {option.chosen && <strong>✓ {t('option.chosen')}</strong>}
      {!option.chosen && !readOnly && (
        <Button aria-label={t('option.chooseOf', { name: option.name })} onPress={onChoose}>
          {t('option.choose')}
        </Button>
      )}
      {scenario && scenario.appliedAt === null && (
        <>
          <Button
            look="quiet"
            aria-label={t('option.showOf', { name: option.name })}
            onPress={() => usePortfolio.getState().lookAtScenario(scenario.id)}
          >
            {t('option.show')}
          </Button>
          <Button
            look="quiet"
            aria-label={t('option.compareOf', { name: option.name })}
            onPress={() => compareWithPlan({ kind: 'scenario', id: scenario.id })}
          >
            {t('option.compare')}
          </Button>
        </>
      )}
    </div>
  );
}

function Effect({
  decision,
  option,
  of,
  label,
}: Omit<OptionProps, 'readOnly'> & {
  readonly of: OptionMeasure;
  readonly label: string;
}) {
  const { t } = useTranslation('decisions');
  const { t: receipts } = useTranslation('receipts');
  const plan = usePortfolio((state) => state.plan);
  const figures = useFigureWords();
  const { t: comparison } = useTranslation('comparison');
  const range = effectRange(option.effects, of);
  const say = (amount: number): string => signed(amount, figures.money);
  const opens = recordedEffect(decision, option, of, plan, { receipts, figures, label, say });
  if (range === null || opens === null) return <span className={css.unknown}>{t('option.unknown')}</span>;
  const verdict = isLevel(range.likely, figures.moneyShort)
    ? 'same'
    : verdictOf(optionMeasures[of].measure, 0, range.likely);
  return (
    <span className={css.effect}>
      <Figure opens={opens} label={receipts('openOf', { what: label, name: option.name })}>
        {signed(range.likely, figures.moneyShort)}
      </Figure>
      {verdict !== 'same' && <b data-verdict={verdict}> {comparison(`legend.${verdict}`)}</b>}
      {range.low !== range.high && (
        <small>
          {signed(range.low, figures.moneyShort)} … {signed(range.high, figures.moneyShort)}
        </small>
      )}
    </span>
  );
}

function AddOption({
  decision,
  options,
}: {
  readonly decision: Decision;
  readonly options: readonly DecisionOption[];
}) {
  const { t } = useTranslation('decisions');
  const [kind, setKind] = useState<DecisionOption['kind']>('build');
  const [name, setName] = useState('');
  return (
    <form
      className={css.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        void addOption(decision, options, kind, name);
        setName('');
      }}
    >
      <SelectField
        compact
        label={t('option.addKind')}
        value={kind}
        choices={optionKinds.map((id) => ({ id, text: t(`kind.${id}`) }))}
        onChange={setKind}
      />
      <input
        aria-label={t('option.newName')}
        placeholder={t('option.newName')}
        value={name}
        maxLength={2000}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" isDisabled={name.trim() === ''}>
        {t('option.add')}
      </Button>
    </form>
  );
}
