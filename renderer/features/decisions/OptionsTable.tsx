import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, DecisionOption } from '../../../shared/domain/records.ts';
import { optionKinds } from '../../../shared/domain/roomRecords.ts';
import { useCurrency, useFigureWords } from '../../analysis/useFigureWords.ts';
import { addOption, decide, editOption, removeOption } from '../../state/decisionActions.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { InlineField } from '../../ui/InlineField.tsx';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { parseMoney } from '../../ui/parse.ts';
import { readMonths, readName } from '../../ui/readers.ts';
import { useWords } from '../inspector/useWords.ts';
import { todayIso } from '../planning/today.ts';
import { useSigned } from '../scenarios/useSigned.ts';
import css from './decisions.module.css';
import { effectRange } from './optionEffects.ts';
import { useStamp } from './useStamp.ts';

const effectColumns = [
  ['ownGapMoney', 'option.ownGap', 'less'],
  ['gapMoney', 'option.gap', 'less'],
  ['overlapMoney', 'option.overlap', 'less'],
  ['wasteMoney', 'option.waste', 'less'],
  ['value', 'option.value', 'more'],
] as const;

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
  // Columns of which nobody knows anything only take room.
  const columns = effectColumns.filter(([key]) => options.some(({ effects }) => effectRange(effects, key)));
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
                <th scope="col">{t('option.name')}</th>
                <th scope="col" className={css.number}>
                  {t('option.cost')}
                </th>
                <th scope="col" className={css.number}>
                  {t('option.months')}
                </th>
                {columns.map(([key, label]) => (
                  <th key={key} scope="col" className={css.number}>
                    {t(label)}
                  </th>
                ))}
                <th scope="col" className={css.number}>
                  {t('option.ahead')}
                </th>
                <th scope="col">{t('option.choose')}</th>
              </tr>
            </thead>
            <tbody>
              {options.map((option) => (
                <Line
                  key={option.id}
                  decision={decision}
                  option={option}
                  columns={columns}
                  readOnly={readOnly}
                  onChoose={() => choose(option)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!readOnly && <AddOption decision={decision} options={options} />}
    </>
  );
}

function Line({
  decision,
  option,
  columns,
  readOnly,
  onChoose,
}: {
  readonly decision: Decision;
  readonly option: DecisionOption;
  readonly columns: readonly (typeof effectColumns)[number][];
  readonly readOnly: boolean;
  readonly onChoose: () => void;
}) {
  const { t } = useTranslation('decisions');
  const words = useWords();
  const currency = useCurrency();
  const figures = useFigureWords();
  const scenario = usePortfolio((state) =>
    option.scenarioId === null ? null : (state.plan?.scenario[option.scenarioId] ?? null),
  );
  const edit = (values: Partial<DecisionOption>) => void editOption(decision, option, values);
  const ahead = effectRange(option.effects, 'ahead');
  return (
    <tr data-chosen={option.chosen}>
      <td className={css.optionName}>
        <InlineSelect
          label={t('option.kind')}
          labelAt="hidden"
          value={option.kind}
          choices={optionKinds.map((id) => ({ id, text: t(`kind.${id}`) }))}
          readOnly={readOnly}
          onCommit={(kind) => edit({ kind })}
        />
        <InlineField
          label={t('option.name')}
          labelAt="hidden"
          lines={2}
          value={option.name}
          show={(value) => value}
          read={readName}
          readOnly={readOnly}
          onCommit={(name) => edit({ name })}
        />
        {effectRange(option.effects, 'closes')?.likely === 1 && <small>✓ {t('option.closes')}</small>}
      </td>
      <td className={css.typed}>
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
          onCommit={(cost) => edit({ cost })}
        />
      </td>
      <td className={css.typed}>
        <InlineField
          label={t('option.months')}
          labelAt="hidden"
          numeric
          value={option.months}
          show={(value) => (value === null ? '' : figures.number(value, 1))}
          read={readMonths}
          placeholder={t('option.unknown')}
          readOnly={readOnly}
          onCommit={(months) => edit({ months })}
        />
      </td>
      {columns.map(([key, , better]) => (
        <td key={key} className={css.number}>
          <Effect option={option} of={key} better={better} />
        </td>
      ))}
      <td className={css.number}>
        {ahead === null ? t('option.unknown') : `${Math.round(ahead.likely * 50)}/50`}
      </td>
      <td className={css.choose}>
        {option.chosen ? (
          <strong>✓ {t('option.chosen')}</strong>
        ) : (
          !readOnly && (
            <Button aria-label={t('option.chooseOf', { name: option.name })} onPress={onChoose}>
              {t('option.choose')}
            </Button>
          )
        )}
        {scenario && scenario.appliedAt === null && (
          <Button
            look="quiet"
            aria-label={t('option.showOf', { name: option.name })}
            onPress={() => usePortfolio.getState().lookAtScenario(scenario.id)}
          >
            {t('option.show')}
          </Button>
        )}
        {!readOnly && (
          <Button
            look="quiet"
            icon
            aria-label={t('option.remove', { name: option.name })}
            onPress={() => void removeOption(decision, option)}
          >
            <X size={14} aria-hidden />
          </Button>
        )}
      </td>
    </tr>
  );
}

function Effect({
  option,
  of,
  better,
}: {
  readonly option: DecisionOption;
  readonly of: string;
  readonly better: 'more' | 'less';
}) {
  const { t } = useTranslation('decisions');
  const figures = useFigureWords();
  const { signed, tone } = useSigned();
  const range = effectRange(option.effects, of);
  if (range === null) return <span className={css.unknown}>{t('option.unknown')}</span>;
  const text = signed(range.likely, figures.moneyShort);
  return (
    <span data-tone={tone(range.likely, better)} className={css.effect}>
      {text}
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
