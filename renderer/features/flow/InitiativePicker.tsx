import { ChevronDown } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Initiative } from '../../../shared/domain/records.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { ModeMark } from '../../ui/ModeMark.tsx';
import css from './flow.module.css';

const SHOWN = 60;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The first initiatives whose name holds every word of the search, those that begin with it before the others. */
function findInitiatives(
  initiatives: Readonly<Record<string, Initiative>>,
  search: string,
  limit: number,
): readonly Initiative[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const first: Initiative[] = [];
  const rest: Initiative[] = [];
  for (const id in initiatives) {
    const initiative = initiatives[id]!;
    if (words.length > 0) {
      const name = fold(initiative.name);
      if (!words.every((word) => name.includes(word))) continue;
      if (!name.startsWith(words[0]!)) {
        if (rest.length < limit) rest.push(initiative);
        continue;
      }
    }
    first.push(initiative);
    if (first.length === limit) break;
  }
  return [...first, ...rest].slice(0, limit);
}

/** Chooses one of any number of initiatives by typing a part of its name. */
export function InitiativePicker({
  value,
  onChoose,
}: {
  readonly value: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useTranslation('flow');
  const initiatives = usePortfolio((state) => state.records?.initiative);
  const name = value === null ? '' : (initiatives?.[value]?.name ?? '');
  const [text, setText] = useState(name);
  const [typed, setTyped] = useState(false);
  useEffect(() => {
    setText(name);
    setTyped(false);
  }, [name]);
  const items = useMemo(
    () => (initiatives ? findInitiatives(initiatives, typed ? text : '', SHOWN) : []),
    [initiatives, typed, text],
  );
  return (
    <ComboBox
      aria-label={t('pick')}
      className={css.picker ?? ''}
      items={items}
      inputValue={text}
      menuTrigger="focus"
      allowsEmptyCollection
      selectedKey={value}
      onInputChange={(next) => {
        setText(next);
        setTyped(next !== name);
      }}
      onOpenChange={(open) => {
        if (!open) {
          setText(name);
          setTyped(false);
        }
      }}
      onSelectionChange={(key) => {
        if (key === null) return;
        onChoose(String(key));
        setText(initiatives?.[String(key)]?.name ?? '');
        setTyped(false);
      }}
    >
      <div className={css.pickerField}>
        <Input
          className={css.pickerInput ?? ''}
          placeholder={t('pick.placeholder')}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button className={css.pickerButton ?? ''}>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </div>
      <Popover className={css.pickerPopover ?? ''} placement="bottom start" offset={4}>
        <ListBox<Initiative>
          className={css.pickerList ?? ''}
          renderEmptyState={() => <p className={css.pickerNone}>{t('pick.none')}</p>}
        >
          {(initiative) => (
            <ListBoxItem id={initiative.id} textValue={initiative.name} className={css.pickerItem ?? ''}>
              <ModeMark mode={initiative.mode} bare />
              <span>{initiative.name}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
