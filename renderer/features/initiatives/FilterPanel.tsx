import { type RefObject, useState } from 'react';
import { Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { modes, stages } from '../../../shared/domain/records.ts';
import { toMajor } from '../../../shared/text/format.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import {
  type InvalidKey,
  type Parsed,
  parseDate,
  parseMoney,
  parseNumber,
  parseShare,
} from '../../ui/parse.ts';
import type { Column } from './columns.ts';
import css from './FilterPanel.module.css';
import type { Filter } from './filterRows.ts';
import { useTable } from './tableStore.ts';

export interface FilterPanelProps {
  readonly column: Column;
  readonly triggerRef: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

const DAY = 86_400_000;

/** A filter's bound as the person types it. */
function boundText(kind: Column['kind'], value: number | null, currency: string): string {
  if (value === null) return '';
  if (kind === 'date') return new Date(value * DAY).toISOString().slice(0, 10);
  if (kind === 'money') return String(toMajor(value, currency));
  if (kind === 'share') return String(Math.round(value * 10_000) / 100);
  return String(value);
}

function readBound(kind: Column['kind'], text: string, currency: string): Parsed<number | null> {
  if (kind === 'money') return parseMoney(text, currency);
  if (kind === 'share') return parseShare(text);
  if (kind === 'date') {
    const date = parseDate(text);
    if (!date.ok) return date;
    return { ok: true, value: date.value === null ? null : Date.parse(date.value) / DAY };
  }
  return parseNumber(text);
}

/** Asks what a column lets through: text, a range, some of a few words, or only what is unknown. */
export function FilterPanel({ column, triggerRef, onClose }: FilterPanelProps) {
  const { t } = useTranslation('initiatives');
  const { t: tInspector } = useTranslation('inspector');
  const { t: tCommon } = useTranslation('common');
  const currency = usePortfolio((state) => state.records?.portfolio.portfolio?.currency ?? 'USD');
  const old = useTable.getState().filters[column.id];
  const { kind } = column;
  const isChoice = kind === 'mode' || kind === 'stage';
  const isRange = kind === 'date' || kind === 'money' || kind === 'share' || kind === 'months';
  const [text, setText] = useState(old?.kind === 'contains' ? old.text : '');
  const [from, setFrom] = useState(old?.kind === 'range' ? boundText(kind, old.from, currency) : '');
  const [to, setTo] = useState(old?.kind === 'range' ? boundText(kind, old.to, currency) : '');
  const [chosen, setChosen] = useState<readonly (string | null)[]>(old?.kind === 'choice' ? old.values : []);
  const [unknown, setUnknown] = useState(old?.kind === 'unknown');
  const [wrong, setWrong] = useState<{ readonly from?: InvalidKey; readonly to?: InvalidKey }>({});
  const title = t('filterPanel.title', { column: t(column.label) });
  const set = (filter: Filter | null): void => {
    useTable.getState().filter(column.id, filter);
    onClose();
  };
  const apply = (): void => {
    if (unknown) set({ kind: 'unknown' });
    else if (isChoice) set(chosen.length > 0 ? { kind: 'choice', values: chosen } : null);
    else if (isRange) applyRange();
    else set(text.trim() === '' ? null : { kind: 'contains', text: text.trim() });
  };
  const applyRange = (): void => {
    const [low, high] = [readBound(kind, from, currency), readBound(kind, to, currency)];
    if (!low.ok || !high.ok) {
      setWrong({ ...(low.ok ? {} : { from: low.reason }), ...(high.ok ? {} : { to: high.reason }) });
      return;
    }
    set(
      low.value === null && high.value === null ? null : { kind: 'range', from: low.value, to: high.value },
    );
  };
  const choices: readonly { readonly id: string | null; readonly text: string }[] =
    kind === 'mode'
      ? modes.map((id) => ({ id, text: tCommon(`mode.${id}`) }))
      : [
          ...stages.map((id) => ({ id, text: tCommon(`stage.${id}`) })),
          { id: null, text: tCommon('unknown') },
        ];
  return (
    <Popover
      isOpen
      onOpenChange={onClose}
      triggerRef={triggerRef}
      placement="bottom start"
      className={css.popover ?? ''}
      aria-label={title}
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <strong>{title}</strong>
        {isChoice ? (
          <fieldset className={css.choices}>
            <legend>{t('filterPanel.choices')}</legend>
            {choices.map(({ id, text: word }) => (
              <label key={word}>
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={(event) =>
                    setChosen(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
                  }
                />
                {word}
              </label>
            ))}
          </fieldset>
        ) : isRange ? (
          <div className={css.range}>
            <TextField
              label={t('filterPanel.from')}
              value={from}
              onChange={setFrom}
              autoFocus
              error={wrong.from ? tInspector(wrong.from) : null}
            />
            <TextField
              label={t('filterPanel.to')}
              value={to}
              onChange={setTo}
              error={wrong.to ? tInspector(wrong.to) : null}
            />
          </div>
        ) : (
          <TextField label={t('filterPanel.contains')} value={text} onChange={setText} autoFocus />
        )}
        {kind !== 'mode' && kind !== 'stage' && column.id !== 'name' && (
          <label className={css.unknown}>
            <input type="checkbox" checked={unknown} onChange={(event) => setUnknown(event.target.checked)} />
            {t('filterPanel.unknown')}
          </label>
        )}
        <div className={css.buttons}>
          <Button onPress={() => set(null)}>{t('filterPanel.clear')}</Button>
          <Button type="submit" look="primary">
            {t('filterPanel.apply')}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
