import type { TFunction } from 'i18next';
import type { Capability, PortfolioRecords } from '../../../shared/domain/records.ts';
import type { FigureWords } from '../../charts/frame/figureWords.ts';
import { change } from '../../state/service.ts';
import { teamByName } from '../../state/teams.ts';
import type { CellEdit, GridColumn } from '../../ui/editGrid/gridTypes.ts';
import type { InvalidKey } from '../../ui/parse.ts';
import { readName, readText } from '../../ui/readers.ts';
import type { SayValues } from '../inspector/useWords.ts';
import css from './capabilities.module.css';
import { edit } from './capabilityActions.ts';
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
  const scale = (field: Scale): CellEdit<TreeRow> => ({
    start: ({ capability }) => String(capability[field] ?? ''),
    choices: [
      { id: '', text: t('scale.unknown') },
      ...steps.map((value) => ({ id: value, text: t('scale.of', { value }) })),
    ],
    commit: ({ capability }, text) => {
      if (text !== '' && !steps.includes(text)) return 'invalid.choice';
      edit(capability, { [field]: text === '' ? null : Number(text) });
      return null;
    },
  });
  const unknown = <span className={css.unknown}>–</span>;
  return [
    {
      id: 'name',
      title: t('column.name'),
      width: 200,
      cell: ({ capability }) => <span className={css.name}>{capability.name}</span>,
      hint: ({ capability }) => capability.description || capability.name,
      edit: {
        start: ({ capability }) => capability.name,
        commit: ({ capability }, text) => {
          const name = readName(text);
          if (!name.ok) return name.reason;
          edit(capability, { name: name.value });
          return null;
        },
      },
    },
    {
      id: 'code',
      title: t('column.code'),
      width: 58,
      cell: ({ capability }) => <span className={css.code}>{capability.code ?? ''}</span>,
      hint: ({ capability }) => capability.code ?? undefined,
      edit: {
        start: ({ capability }) => capability.code ?? '',
        commit: ({ capability }, text) => {
          const code = readText(100)(text);
          if (!code.ok) return code.reason;
          edit(capability, { code: code.value });
          return null;
        },
      },
    },
    {
      id: 'importance',
      title: t('column.importance'),
      width: 92,
      cell: ({ capability }) =>
        capability.importance === null ? unknown : <Steps value={capability.importance} />,
      edit: scale('importance'),
    },
    {
      id: 'current',
      title: t('column.current'),
      width: 76,
      numeric: true,
      cell: ({ capability }) => capability.currentMaturity ?? unknown,
      edit: scale('currentMaturity'),
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
      edit: scale('targetMaturity'),
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
      edit: {
        start: ({ capability }) => words.moneyText(capability.neededMoney),
        commit: ({ capability }, text) => {
          const money = words.readMoney(text);
          if (!money.ok) return money.reason;
          edit(capability, { neededMoney: money.value });
          return null;
        },
      },
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
        const team = capability.ownerTeamId === null ? undefined : records.team[capability.ownerTeamId];
        return team ? <span className={css.text}>{team.name}</span> : unknown;
      },
      hint: ({ capability }) =>
        capability.ownerTeamId === null ? undefined : records.team[capability.ownerTeamId]?.name,
      edit: {
        start: ({ capability }) =>
          capability.ownerTeamId === null ? '' : (records.team[capability.ownerTeamId]?.name ?? ''),
        suggestions: Object.values(records.team).map(({ name }) => name),
        commit: ({ capability }, text) => setOwner(capability, text),
      },
    },
  ];
}

function setOwner(capability: Capability, text: string): InvalidKey | null {
  const name = readText(500)(text);
  if (!name.ok) return name.reason;
  if (name.value === null) {
    edit(capability, { ownerTeamId: null });
    return null;
  }
  const team = teamByName(name.value);
  if (team.id === capability.ownerTeamId) return null;
  void change('capability.edit', { capability: capability.name }, [
    ...team.changes,
    { op: 'patch', table: 'capability', id: capability.id, values: { ownerTeamId: team.id } },
  ]);
  return null;
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
