import { useTranslation } from 'react-i18next';
import { type CommandGroup, commands } from '../../commands/commandList.ts';
import { ShortcutKeys } from '../../commands/ShortcutKeys.tsx';
import { shortcutParts } from '../../commands/shortcuts.ts';
import { usePanel } from '../../state/panelStore.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './KeyCard.module.css';

const groups: readonly CommandGroup[] = ['edit', 'initiative', 'view', 'portfolio', 'app'];

/** Keys that the table handles itself, because they mean something only in a cell. */
const tableKeys = [
  ['← ↑ ↓ →', 'keys.tableMove'],
  ['F2 / Enter', 'keys.tableEdit'],
  ['A…', 'keys.tableType'],
  ['Esc', 'keys.tableLeave'],
  ['Del', 'keys.tableClear'],
  ['Space', 'keys.tableTick'],
  ['Alt ↓', 'keys.tableMenu'],
  ['Mod+C / V', 'keys.tablePaste'],
] as const;

/** All keys on one card. */
export function KeyCard() {
  const { t } = useTranslation('shell');
  const close = usePanel((state) => state.close);
  return (
    <Dialog title={t('keys.title')} width="medium" onClose={close}>
      <p className={css.intro}>{t('keys.intro', { key: shortcutParts('Mod+K').join(' ') })}</p>
      <div className={css.columns}>
        {groups.map((group) => (
          <section key={group} className={css.group}>
            <h3>{t(`group.${group}`)}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group && command.shortcuts.length > 0)
                .map((command) => (
                  <div key={command.id} className={css.line}>
                    <dt>{t(command.label)}</dt>
                    <dd>{command.shortcuts[0] && <ShortcutKeys keys={command.shortcuts[0]} />}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <section className={css.group}>
          <h3>{t('keys.table')}</h3>
          <dl>
            {tableKeys.map(([keys, label]) => (
              <div key={label} className={css.line}>
                <dt>{t(label)}</dt>
                <dd>
                  <ShortcutKeys keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
