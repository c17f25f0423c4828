import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Initiative, modes, stages } from '../../../shared/domain/records.ts';
import { joinSentences } from '../../../shared/text/join.ts';
import { tell } from '../../state/noticeStore.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { change } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import css from '../../ui/editGrid/ManyBar.module.css';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { type InvalidKey, parseSigned } from '../../ui/parse.ts';
import { type BulkPlan, planScale, planShift, type ShiftUnit, shiftUnits } from './bulkChange.ts';
import { planCells } from './cellPlan.ts';
import { type ColumnId, columnOf } from './columns.ts';

const settable = [
  'mode',
  'stage',
  'owner',
  'team',
  'status',
  'startDate',
  'endDate',
  'budget',
  'spent',
] as const;
const flags = ['funded', 'overhead'] as const;
type Action = (typeof settable)[number] | (typeof flags)[number] | 'shift' | 'scale';
const actions: readonly Action[] = [...settable, 'shift', 'scale', ...flags];
const isFlag = (action: Action): action is (typeof flags)[number] => flags.some((each) => each === action);

interface Wanted {
  readonly plan: BulkPlan;
  /** The sentence of the `history` area, and the field that it names. */
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}
type Read =
  | { readonly ok: true; readonly wanted: Wanted }
  | { readonly ok: false; readonly reason: InvalidKey | null };

/** Asks for one change of many initiatives, says whom it reaches, and makes it in one undoable step. */
export function BulkForm({
  initiatives,
  onDone,
}: {
  readonly initiatives: readonly Initiative[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation(['initiatives', 'inspector', 'common']);
  const records = usePortfolio((state) => state.records);
  const [action, setAction] = useState<Action>('stage');
  const [text, setText] = useState('active');
  const [unit, setUnit] = useState<ShiftUnit>('months');
  const [tried, setTried] = useState(false);
  const currency = records?.portfolio.portfolio?.currency ?? 'USD';

  const read = useMemo((): Read => {
    if (!records) return { ok: false, reason: null };
    const count = initiatives.length;
    if (action === 'shift' || action === 'scale') {
      const typed = parseSigned(text.replace(/[%％]\s*$/, ''));
      const number = typed.ok ? typed.value : null;
      if (number === null || (action === 'shift' && !Number.isInteger(number)))
        return { ok: false, reason: text.trim() === '' ? null : 'invalid.number' };
      if (action === 'scale' && number < -100) return { ok: false, reason: 'invalid.negative' };
      const plan =
        action === 'shift'
          ? planShift(records, initiatives, number, unit)
          : planScale(initiatives, number / 100);
      const key = action === 'shift' ? 'initiative.shift' : 'initiative.scale';
      return {
        ok: true,
        wanted: { plan, key, params: { count: plan.changed, by: number, percent: number } },
      };
    }
    if (isFlag(action)) {
      const value = text === 'yes';
      if (text === '') return { ok: false, reason: null };
      const different = initiatives.filter((each) => each[action] !== value);
      const changes = different.map(
        ({ id }) => ({ op: 'patch', table: 'initiative', id, values: { [action]: value } }) as const,
      );
      const plan = { changes, changed: different.length, unknown: 0, refused: 0 };
      return {
        ok: true,
        wanted: { plan, key: 'initiative.set', params: { field: action, count: plan.changed } },
      };
    }
    const column = columnOf(action as ColumnId);
    const cells = planCells(
      initiatives.map((initiative) => ({ initiative, isNew: false, cells: [{ column, text }] })),
      currency,
    );
    // One text for all: unless only some of their dates contradict it, it is wrong for each of them.
    const first = cells.refused[0];
    if (first && cells.refused.length === count) return { ok: false, reason: first.reason };
    const changed = cells.changes.filter(({ table }) => table === 'initiative').length;
    const plan = { changes: cells.changes, changed, unknown: 0, refused: cells.refused.length };
    return {
      ok: true,
      wanted: { plan, key: 'initiative.set', params: { field: column.field ?? action, count: changed } },
    };
  }, [records, initiatives, action, text, unit, currency]);

  const choices =
    action === 'mode'
      ? modes.map((id) => ({ id: id as string, text: t(`mode.${id}`, { ns: 'common' }) }))
      : action === 'stage'
        ? [
            ...stages.map((id) => ({ id: id as string, text: t(`stage.${id}`, { ns: 'common' }) })),
            { id: '', text: t('unknown', { ns: 'common' }) },
          ]
        : isFlag(action)
          ? [
              { id: 'yes', text: t('bulk.yes') },
              { id: 'no', text: t('bulk.no') },
            ]
          : null;
  const choose = (next: Action): void => {
    setAction(next);
    setTried(false);
    setText(next === 'mode' ? 'project' : next === 'stage' ? 'active' : isFlag(next) ? 'yes' : '');
  };
  const actionName = (id: Action): string =>
    id === 'shift' || id === 'scale' || isFlag(id) ? t(`bulk.${id}`) : t(columnOf(id).label);
  const error =
    !read.ok && (tried || text !== '') && read.reason ? t(read.reason, { ns: 'inspector' }) : null;

  const apply = async (): Promise<void> => {
    setTried(true);
    if (!read.ok) return;
    const { plan, key, params } = read.wanted;
    if (plan.changed > 0) {
      if (!(await change(key, params, plan.changes))) return;
      tell({ kind: 'done', key: 'notice.changed', params: { count: plan.changed }, undoable: true });
    }
    onDone();
  };
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <SelectField
        label={t('bulk.what')}
        value={action}
        choices={actions.map((id) => ({ id, text: actionName(id) }))}
        onChange={choose}
      />
      {choices ? (
        <SelectField
          label={t('bulk.value')}
          value={choices.some(({ id }) => id === text) ? text : (choices[0]?.id ?? '')}
          choices={choices}
          onChange={setText}
        />
      ) : action === 'shift' ? (
        <div className={css.pair}>
          <TextField label={t('bulk.by')} value={text} onChange={setText} error={error} />
          <SelectField
            label={t('bulk.unit')}
            value={unit}
            choices={shiftUnits.map((id) => ({ id, text: t(`bulk.unit.${id}`) }))}
            onChange={setUnit}
          />
        </div>
      ) : (
        <TextField
          label={action === 'scale' ? t('bulk.percent') : t('bulk.value')}
          {...(action === 'scale' ? {} : { help: t('bulk.empty') })}
          value={text}
          onChange={setText}
          error={error}
        />
      )}
      <p className={css.note} role="status">
        {read.ok && said(read.wanted.plan)}
      </p>
      <div className={css.buttons}>
        <Button type="submit" look="primary" isDisabled={!read.ok || read.wanted.plan.changed === 0}>
          {t('bulk.apply')}
        </Button>
      </div>
    </form>
  );

  function said(plan: BulkPlan): string {
    const parts: string[] = [t('bulk.changes', { count: plan.changed })];
    if (plan.unknown > 0) parts.push(t('bulk.unknown', { count: plan.unknown }));
    if (plan.refused > 0) parts.push(t('bulk.refused', { count: plan.refused }));
    return joinSentences(parts);
  }
}
