import { RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogue } from '../../../shared/text/catalogue.ts';
import type { Command, CommandGroup } from '../../commands/command.ts';
import { commands } from '../../commands/commandList.ts';
import { giveKeys, keysOf, refuseKey } from '../../commands/keyMap.ts';
import { ShortcutKeys } from '../../commands/ShortcutKeys.tsx';
import { shortcutOf, shortcutParts } from '../../commands/shortcuts.ts';
import { usePanel } from '../../state/panelStore.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { fuzzyScore, plain } from '../../ui/fuzzy.ts';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import css from './KeysDialog.module.css';

const groups: readonly CommandGroup[] = ['edit', 'initiative', 'view', 'present', 'portfolio', 'app'];

/** Keys that the table handles itself, because they mean something only in a cell. */
const tableKeys = [
  ['← ↑ ↓ →', 'keys.tableMove'],
  ['Mod+← ↑ ↓ →', 'keys.tableJump'],
  ['Shift+← ↑ ↓ →', 'keys.tableMark'],
  ['Mod+A', 'keys.tableAll'],
  ['F2 / Enter', 'keys.tableEdit'],
  ['A…', 'keys.tableType'],
  ['Tab', 'keys.tableTab'],
  ['Mod+Enter', 'keys.tableFillTyped'],
  ['Esc', 'keys.tableLeave'],
  ['Del', 'keys.tableClear'],
  ['Space', 'keys.tableTick'],
  ['Shift+F10', 'keys.tableCellMenu'],
  ['Alt ↓', 'keys.tableMenu'],
  ['Mod+C / V', 'keys.tablePaste'],
] as const;

/** Every command with its keys, which can be changed here, and the keys of the table. */
export function KeysDialog() {
  const { t } = useTranslation(['shell', 'common']);
  const close = usePanel((state) => state.close);
  const given = usePreferences((state) => state.keys);
  const [search, setSearch] = useState('');
  const wanted = plain(search.trim());
  const fits = (...texts: readonly string[]): boolean =>
    wanted === '' || texts.some((text) => fuzzyScore(wanted, plain(text)) > 0);
  const found = commands.filter((command) =>
    fits(
      catalogue.shell.en[command.label],
      catalogue.shell['zh-CN'][command.label],
      ...keysOf(command, given).map((key) => shortcutParts(key).join(' ')),
    ),
  );
  const ofTable = tableKeys.filter(([keys, label]) => fits(t(label), shortcutParts(keys).join(' ')));
  const changed = Object.keys(given).length;
  return (
    <Dialog
      title={t('keys.title')}
      width="medium"
      onClose={close}
      footer={
        <>
          {changed > 0 && (
            <Button onPress={() => void usePreferences.getState().write({ keys: {} })}>
              {t('keys.resetAll')}
            </Button>
          )}
          <Button onPress={close}>{t('action.close', { ns: 'common' })}</Button>
        </>
      }
    >
      <p className={css.intro}>{t('keys.intro', { key: shortcutParts('Mod+K').join(' ') })}</p>
      <TextField label={t('keys.search')} value={search} onChange={setSearch} autoFocus />
      {groups.map((group) => {
        const list = found.filter((command) => command.group === group);
        if (list.length === 0) return null;
        return (
          <section key={group} className={css.group}>
            <h3>{t(`group.${group}`)}</h3>
            <ul>
              {list.map((command) => (
                <CommandLine key={command.id} command={command} />
              ))}
            </ul>
          </section>
        );
      })}
      {ofTable.length > 0 && (
        <section className={css.group}>
          <h3>{t('keys.table')}</h3>
          <ul>
            {ofTable.map(([keys, label]) => (
              <li key={label} className={css.line}>
                <span className={css.name}>{t(label)}</span>
                <ShortcutKeys keys={keys} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {found.length === 0 && ofTable.length === 0 && <p role="status">{t('keys.none')}</p>}
    </Dialog>
  );
}

/** One command: its keys, and the buttons that change, clear and reset them. */
function CommandLine({ command }: { readonly command: Command }) {
  const { t } = useTranslation('shell');
  const id = useId();
  const given = usePreferences((state) => state.keys);
  const [recording, setRecording] = useState(false);
  const [refusal, setRefusal] = useState('');
  const keys = keysOf(command, given);
  const name = t(command.label);
  const press = (event: React.KeyboardEvent): void => {
    if (!recording) return;
    // Tab leaves the field as ever, so that nobody is held in it.
    if (event.key === 'Tab' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      setRecording(false);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      setRecording(false);
      setRefusal('');
      return;
    }
    const shortcut = shortcutOf(event);
    if (shortcut === null) return;
    const refused = refuseKey(shortcut, command, given);
    if (refused) {
      const pressed = shortcutParts(shortcut).join(' ');
      setRefusal(
        refused.reason === 'taken'
          ? t('keys.taken', { key: pressed, command: t(refused.by.label) })
          : t(`keys.${refused.reason}`, { key: pressed }),
      );
      return;
    }
    setRecording(false);
    setRefusal('');
    void giveKeys(command, [shortcut]);
  };
  return (
    <li className={css.line}>
      <span className={css.name}>{name}</span>
      <span className={css.keys}>
        {keys.length === 0 && !recording && <span className={css.nothing}>{t('keys.noKey')}</span>}
        {!recording && keys.map((key) => <ShortcutKeys key={key} keys={key} />)}
      </span>
      <button
        type="button"
        className={css.change}
        data-recording={recording || undefined}
        aria-label={recording ? t('keys.press') : t('keys.changeOf', { command: name })}
        aria-describedby={refusal ? id : undefined}
        onClick={() => {
          setRecording(!recording);
          setRefusal('');
        }}
        onKeyDown={press}
        onBlur={() => setRecording(false)}
      >
        {recording ? t('keys.press') : t('keys.change')}
      </button>
      <RemoveButton
        label={t('keys.clearOf', { command: name })}
        isDisabled={keys.length === 0}
        onPress={() => void giveKeys(command, [])}
      />
      <Button
        look="quiet"
        icon
        aria-label={t('keys.resetOf', { command: name })}
        isDisabled={given[command.id] === undefined}
        onPress={() => {
          const refused = command.shortcuts.map((key) => refuseKey(key, command, given)).find((each) => each);
          if (refused?.reason === 'taken')
            setRefusal(
              t('keys.taken', {
                key: shortcutParts(command.shortcuts[0] ?? '').join(' '),
                command: t(refused.by.label),
              }),
            );
          else void giveKeys(command, null);
        }}
      >
        <RotateCcw size={14} aria-hidden />
      </Button>
      {refusal && (
        <p id={id} role="alert" className={css.refusal}>
          {refusal}
        </p>
      )}
    </li>
  );
}
