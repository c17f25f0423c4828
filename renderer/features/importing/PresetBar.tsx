import { BookmarkCheck, BookmarkPlus, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import css from './ImportDialog.module.css';
import type { PresetsState } from './usePresets.ts';

const MISSING = 3;

/** Offers the kept mapping that fits the list, and keeps the one on the screen under a name. */
export function PresetBar({
  state,
  suggested,
}: {
  readonly state: PresetsState;
  readonly suggested: string;
}) {
  const { t } = useTranslation(['importMapping', 'common']);
  const [naming, setNaming] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const offered = state.used === null ? (state.recognised[0] ?? null) : null;
  const keep = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const name = (naming ?? '').trim().slice(0, 100);
    if (name === '' || !(await state.save(name))) return;
    setNaming(null);
    setSaved(name);
  };
  return (
    <div className={css.presets}>
      {state.damaged > 0 && (
        <p className={css.warn} role="status">
          {t('preset.damaged', { count: state.damaged })}
        </p>
      )}
      {offered && (
        <p className={css.offer} role="status">
          <BookmarkCheck size={15} aria-hidden />
          {t(offered.past ? 'preset.past' : 'preset.found', {
            name: offered.preset.name,
            percent: Math.round(100 * offered.likeness),
          })}
          {offered.missing.length > 0 &&
            ` · ${t('preset.missing', { columns: offered.missing.slice(0, MISSING).join(', ') })}`}
          <Button onPress={() => state.use(offered.preset)}>{t('preset.use')}</Button>
        </p>
      )}
      {state.used !== null && (
        <p className={css.offer}>
          <BookmarkCheck size={15} aria-hidden />
          {saved === state.used
            ? t('preset.saved', { name: state.used })
            : t('preset.used', { name: state.used })}
          {state.presets.some(({ name }) => name === state.used) && (
            <Button
              look="quiet"
              icon
              aria-label={t('preset.remove', { name: state.used })}
              onPress={() => {
                if (state.used !== null) void state.remove(state.used);
              }}
            >
              <Trash2 size={14} aria-hidden />
            </Button>
          )}
        </p>
      )}
      {naming === null ? (
        <Button look="quiet" onPress={() => setNaming(state.used ?? suggested)}>
          <BookmarkPlus size={15} aria-hidden />
          {t('preset.keep')}
        </Button>
      ) : (
        <form className={css.naming} onSubmit={(event) => void keep(event)}>
          <TextField
            autoFocus
            label={t('preset.name')}
            value={naming}
            list={state.presets.map(({ name }) => name)}
            onChange={setNaming}
          />
          <Button type="submit" isDisabled={naming.trim() === ''}>
            {t('preset.save')}
          </Button>
          <Button look="quiet" onPress={() => setNaming(null)}>
            {t('action.cancel', { ns: 'common' })}
          </Button>
        </form>
      )}
    </div>
  );
}
