import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { namedRecords } from '../../state/namedRecords.ts';
import { tell } from '../../state/noticeStore.ts';
import { change } from '../../state/service.ts';
import { Button } from '../Button.tsx';
import { SelectField, TextField } from '../Field.tsx';
import { ChangeAll } from './ChangeAll.tsx';
import { copyText, type GridPlan, planCells } from './gridPlan.ts';
import type { GridColumn } from './gridTypes.ts';
import css from './ManyBar.module.css';
import { PlanDialog } from './PlanDialog.tsx';

export interface ManyBarProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly readOnly: boolean;
  readonly onClear: () => void;
  /** The buttons for what else can be done with all of them. */
  readonly children: ReactNode;
}

/** What is done with all ticked rows at once: a field is set for all, and whatever the owner adds. */
export function ManyBar<Row>(props: ManyBarProps<Row>) {
  const { label, rows, columns, readOnly, onClear, children } = props;
  const { t } = useTranslation('initiatives');
  const [asked, setAsked] = useState<GridPlan | null>(null);
  if (rows.length === 0) return null;
  const write = async (plan: GridPlan): Promise<void> => {
    if (plan.changes.length === 0) return;
    const params = { count: plan.cells };
    if (await change('initiative.fill', params, plan.changes))
      tell({ kind: 'done', key: 'notice.filled', params, undoable: true });
  };
  const set = (column: GridColumn<Row>, text: string): void => {
    const name = (row: Row): string => (columns[0] ? copyText(columns[0], row) : '');
    const plan = planCells(
      rows.map((row) => ({ row, name: name(row), adds: [], cells: [{ column, text }] })),
      namedRecords(),
    );
    if (plan.refused.length === 0 && plan.made.length === 0) void write(plan);
    else setAsked(plan);
  };
  return (
    <div className={css.bar} role="toolbar" aria-label={label}>
      <span className={css.count}>{t('ticked', { count: rows.length })}</span>
      <ChangeAll readOnly={readOnly}>
        {(onDone) => (
          <FieldForm
            columns={columns}
            onApply={(column, text) => {
              onDone();
              set(column, text);
            }}
          />
        )}
      </ChangeAll>
      {children}
      <Button look="quiet" icon aria-label={t('ticked.clear')} onPress={onClear}>
        <X size={14} aria-hidden />
      </Button>
      {asked && <PlanDialog plan={asked} onWrite={() => void write(asked)} onClose={() => setAsked(null)} />}
    </div>
  );
}

interface FieldFormProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly onApply: (column: GridColumn<Row>, text: string) => void;
}

function FieldForm<Row>({ columns, onApply }: FieldFormProps<Row>) {
  const { t } = useTranslation('initiatives');
  // One name for all of them would only lose names.
  const settable = columns.filter(({ edit }, index) => edit && index > 0);
  const [id, setId] = useState(settable[0]?.id ?? '');
  const [text, setText] = useState('');
  const column = settable.find((each) => each.id === id);
  const choices = column?.edit?.choices;
  const value = choices && !choices.some((each) => each.id === text) ? (choices[0]?.id ?? '') : text;
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (column) onApply(column, value);
      }}
    >
      <SelectField
        label={t('bulk.what')}
        value={id}
        choices={settable.map((each) => ({ id: each.id, text: each.title }))}
        onChange={(next) => {
          setId(next);
          setText('');
        }}
      />
      {choices ? (
        <SelectField
          label={t('bulk.value')}
          value={value}
          choices={choices.map((each) => ({ id: each.id, text: each.text }))}
          onChange={setText}
        />
      ) : (
        <TextField label={t('bulk.value')} help={t('bulk.empty')} value={text} onChange={setText} />
      )}
      <div className={css.buttons}>
        <Button type="submit" look="primary">
          {t('bulk.apply')}
        </Button>
      </div>
    </form>
  );
}
