import { useEffect, useMemo, useState } from 'react';
import { ComboBox, Input, type Key, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { fuzzyScore, plain } from './fuzzy.ts';
import css from './RecordPicker.module.css';

export interface Pickable {
  readonly id: string;
  readonly name: string;
}
export interface RecordPickerProps {
  readonly label: string;
  readonly records: readonly Pickable[];
  readonly onPick: (id: string) => void;
  /** Makes a new one of that name; absent where only existing ones fit. */
  readonly onCreate?: (name: string) => void;
  /** What the line that makes a new one says. */
  readonly newLabel?: (name: string) => string;
}

const SHOWN = 30;
const NEW = '#new';

/** A field that adds an existing record by typing part of its name, or a new one of the typed name. */
export function RecordPicker({ label, records, onPick, onCreate, newLabel }: RecordPickerProps) {
  const { t } = useTranslation('inspector');
  const [text, setText] = useState('');
  // Chosen for one moment only: that closes the list, and the field is then free for the next.
  const [picked, setPicked] = useState<Key | null>(null);
  useEffect(() => {
    if (picked !== null) setPicked(null);
  }, [picked]);
  const prepared = useMemo(() => records.map((record) => ({ record, text: plain(record.name) })), [records]);
  const items = useMemo(() => {
    const wanted = plain(text.trim());
    const found = prepared
      .map(({ record, text: name }) => ({ record, score: fuzzyScore(wanted, name) }))
      .filter(({ score }) => score > 0);
    if (wanted !== '') found.sort((a, b) => b.score - a.score);
    const shown: Pickable[] = found.slice(0, SHOWN).map(({ record }) => record);
    const isKnown = prepared.some(({ text: name }) => name === wanted);
    if (onCreate && newLabel && wanted !== '' && !isKnown)
      shown.push({ id: NEW, name: newLabel(text.trim()) });
    return shown;
  }, [prepared, text, onCreate, newLabel]);
  return (
    <ComboBox
      aria-label={label}
      className={css.picker ?? ''}
      items={items}
      inputValue={text}
      onInputChange={setText}
      selectedKey={picked}
      menuTrigger="focus"
      allowsEmptyCollection
      onSelectionChange={(key) => {
        if (key === null || key === picked) return;
        setPicked(key);
        if (key === NEW) onCreate?.(text.trim());
        else onPick(String(key));
        setText('');
      }}
    >
      <Input className={css.input ?? ''} placeholder={label} />
      <Popover className={css.popover ?? ''} offset={3}>
        <ListBox
          className={css.list ?? ''}
          renderEmptyState={() => <p className={css.none}>{t('picker.none')}</p>}
        >
          {(record: Pickable) => (
            <ListBoxItem id={record.id} textValue={record.name} className={css.item ?? ''}>
              {record.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
