import type { TFunction } from 'i18next';
import type { Capability, PortfolioRecords } from '../../../shared/domain/records.ts';
import { teamsOn } from '../../../shared/planning/inUse.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';
import { cellEdits } from '../../ui/editGrid/cellEdits.ts';
import { textCell, unknown } from '../../ui/editGrid/cells.tsx';
import type { GridColumn } from '../../ui/editGrid/gridTypes.ts';
import type { SayValues } from '../inspector/sayValues.ts';
import { planDay } from '../planning/today.ts';
import css from './capabilities.module.css';
import type { TreeFigures } from './treeFigures.ts';
import type { TreeRow } from './treeRows.ts';

export interface ColumnWords {
  readonly t: TFunction<'capabilities'>;
  readonly words: SayValues;
  readonly figureWords: FigureWords;
  readonly records: PortfolioRecords;
  readonly figures: TreeFigures;
}

type Scale = 'importance' | 'currentMaturity' | 'targetMaturity';
/** Columns in which a digit alone is an answer. */
export const scaleColumns: Readonly<Record<string, Scale>> = {
  importance: 'importance',
  current: 'currentMaturity',
  target: 'targetMaturity',
};

const steps = ['1', '2', '3', '4', '5'];

/** The columns of the tree: what is shown in each, and how it is changed. */
export function treeColumns(given: ColumnWords): readonly GridColumn<TreeRow>[] {
  const { t, words, figureWords, records, figures } = given;
  const edits = cellEdits<TreeRow, Capability>('capability', ({ capability }) => capability);
  const scaleOf = [
    { id: '', text: t('scale.unknown') },
    ...steps.map((value) => ({ id: value, text: t('scale.of', { value }) })),
  ];
  return [
    {
      id: 'name',
      title: t('column.name'),
      width: 200,
      cell: ({ capability }) => <span className={css.name}>{capability.name}</span>,
      hint: ({ capability }) => capability.description || capability.name,
      edit: edits.name('name'),
    },
    {
      id: 'code',
      title: t('column.code'),
      width: 58,
      cell: ({ capability }) => <span className={css.code}>{capability.code ?? ''}</span>,
      hint: ({ capability }) => capability.code ?? undefined,
      edit: edits.text('code', 100),
    },
    {
      id: 'importance',
      title: t('column.importance'),
      width: 92,
      cell: ({ capability }) =>
        capability.importance === null ? unknown : <Steps value={capability.importance} />,
      copy: ({ capability }) => words.numberText(capability.importance),
      edit: edits.scale('importance', scaleOf),
    },
    {
      id: 'current',
      title: t('column.current'),
      width: 76,
      numeric: true,
      cell: ({ capability }) => capability.currentMaturity ?? unknown,
      copy: ({ capability }) => words.numberText(capability.currentMaturity),
      edit: edits.scale('currentMaturity', scaleOf),
    },
    {
      id: 'target',
      title: t('column.target'),
      width: 64,
      numeric: true,
      cell: ({ capability }) =>
        capability.targetMaturity === null ? (
          unknown
        ) : (
          <>
            <span aria-hidden className={css.arrow}>
              →
            </span>
            {capability.targetMaturity}
          </>
        ),
      copy: ({ capability }) => words.numberText(capability.targetMaturity),
      edit: edits.scale('targetMaturity', scaleOf),
    },
    {
      id: 'needed',
      title: t('column.needed'),
      width: 96,
      numeric: true,
      cell: ({ capability }) => {
        if (capability.neededMoney !== null) return words.moneyShort(capability.neededMoney);
        const { sum, known } = figures.of(capability.id).neededAll;
        return known === 0 ? unknown : <span className={css.below}>Σ {words.moneyShort(sum)}</span>;
      },
      hint: ({ capability }) => {
        const { sum, known } = figures.of(capability.id).neededAll;
        if (capability.neededMoney !== null) return words.money(capability.neededMoney);
        return known === 0 ? undefined : t('hint.neededBelow', { money: words.money(sum), count: known });
      },
      edit: edits.number('neededMoney', words.moneyText, words.readMoney),
    },
    {
      id: 'supply',
      title: t('column.supply'),
      width: 100,
      numeric: true,
      cell: ({ capability }) => {
        const { supply, supplyAll, below } = figures.of(capability.id);
        if (supply === null || supplyAll === null)
          return <span className={css.unknown}>{t('computing')}</span>;
        if (below === 0 || supply === supplyAll) return figureWords.moneyShort(supply);
        return <span className={css.below}>Σ {figureWords.moneyShort(supplyAll)}</span>;
      },
      copy: ({ capability }) => {
        const { supplyAll } = figures.of(capability.id);
        return supplyAll === null ? '' : words.moneyText(Math.round(supplyAll));
      },
      hint: ({ capability }) => {
        const { supply, supplyAll } = figures.of(capability.id);
        if (supply === null || supplyAll === null) return undefined;
        return supply === supplyAll
          ? figureWords.money(supply)
          : t('hint.below', { own: figureWords.money(supply), all: figureWords.money(supplyAll) });
      },
    },
    {
      id: 'initiatives',
      title: t('column.initiatives'),
      width: 80,
      numeric: true,
      cell: ({ capability }) => {
        const { initiatives, initiativesAll } = figures.of(capability.id);
        if (initiatives === initiativesAll)
          return initiatives === 0 ? <span className={css.nobody}>0</span> : figureWords.number(initiatives);
        return <span className={css.below}>Σ {figureWords.number(initiativesAll)}</span>;
      },
      copy: ({ capability }) => String(figures.of(capability.id).initiativesAll),
      hint: ({ capability }) => {
        const { initiatives, initiativesAll } = figures.of(capability.id);
        return initiatives === initiativesAll
          ? undefined
          : t('hint.below', { own: initiatives, all: initiativesAll });
      },
    },
    {
      id: 'owner',
      title: t('column.owner'),
      width: 132,
      cell: ({ capability }) => {
        const { ownerTeamId } = capability;
        return textCell(ownerTeamId === null ? null : records.team[ownerTeamId]?.name);
      },
      hint: ({ capability }) =>
        capability.ownerTeamId === null ? undefined : records.team[capability.ownerTeamId]?.name,
      edit: edits.named('ownerTeamId', 'team', records.team, teamsOn(records.team, planDay(records))),
    },
  ];
}

/** A step of five as squares and as a number. */
function Steps({ value }: { readonly value: number }) {
  return (
    <span className={css.steps}>
      <span aria-hidden className={css.squares}>
        {steps.map((step) => (
          <span key={step} data-on={Number(step) <= value || undefined} />
        ))}
      </span>
      {value}
    </span>
  );
}
