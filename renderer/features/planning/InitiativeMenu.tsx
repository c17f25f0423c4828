import { MoreHorizontal } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Initiative } from '../../../shared/domain/records.ts';
import { nameOfCopy } from '../../commands/commandList.ts';
import { CommandKeys } from '../../commands/ShortcutKeys.tsx';
import {
  deleteInitiatives,
  duplicateInitiatives,
  retireInitiatives,
  tagOverhead,
} from '../../state/initiativeActions.ts';
import { askToConvert, askToMerge } from '../../state/planningActions.ts';
import { Button } from '../../ui/Button.tsx';
import { ActionItem, MenuLine, MenuPopover } from '../../ui/Menu.tsx';
import { Tip } from '../../ui/Tip.tsx';
import css from './planning.module.css';

/** What can be done with a whole initiative. */
export function InitiativeMenu({ initiative }: { readonly initiative: Initiative }) {
  const { t } = useTranslation('planning');
  const label = t('actions.label', { name: initiative.name });
  return (
    <MenuTrigger>
      <Tip text={t('actions.more')}>
        <Button look="quiet" icon aria-label={label}>
          <MoreHorizontal size={16} aria-hidden />
        </Button>
      </Tip>
      <MenuPopover label={label}>
        <InitiativeActions initiatives={[initiative]} />
      </MenuPopover>
    </MenuTrigger>
  );
}

/** The items of a menu over one initiative or several. */
export function InitiativeActions({
  initiatives,
  after,
}: {
  readonly initiatives: readonly Initiative[];
  /** Called when something was done. */
  readonly after?: () => void;
}) {
  const { t } = useTranslation('planning');
  const ids = initiatives.map(({ id }) => id);
  const [first] = initiatives;
  if (!first) return null;
  const allRetired = initiatives.every(({ retired }) => retired);
  const allOverhead = initiatives.every(({ overhead }) => overhead);
  const done = (ok: boolean): void => {
    if (ok) after?.();
  };
  return (
    <>
      {initiatives.length === 1 && (
        <ActionItem
          id="convert"
          text={t(first.mode === 'project' ? 'actions.toProduct' : 'actions.toProject')}
          end={<CommandKeys id="initiative.convert" />}
          onAction={() => askToConvert(first.id)}
        />
      )}
      <ActionItem
        id="duplicate"
        text={t('actions.duplicate')}
        end={<CommandKeys id="initiative.duplicate" />}
        onAction={() => void duplicateInitiatives(ids, nameOfCopy).then(done)}
      />
      <ActionItem id="merge" text={t('actions.merge')} onAction={() => askToMerge(ids)} />
      <ActionItem
        id="retire"
        text={t(allRetired ? 'actions.unretire' : 'actions.retire')}
        onAction={() => void retireInitiatives(ids, !allRetired).then(done)}
      />
      <ActionItem
        id="overhead"
        text={t(allOverhead ? 'actions.overheadUndo' : 'actions.overhead')}
        onAction={() => void tagOverhead(ids, !allOverhead).then(done)}
      />
      <MenuLine />
      <ActionItem
        id="delete"
        text={t('actions.delete')}
        end={<CommandKeys id="initiative.delete" />}
        onAction={() => void deleteInitiatives(ids).then(done)}
      />
    </>
  );
}

/** Says what sets an initiative apart from the others; nothing for most. */
export function InitiativeBadges({ initiative }: { readonly initiative: Initiative }) {
  const { t } = useTranslation('planning');
  if (!initiative.retired && !initiative.overhead) return null;
  return (
    <div className={css.badges}>
      {initiative.retired && <p className={css.badge}>{t('badge.retired')}</p>}
      {initiative.overhead && <p className={css.badge}>{t('badge.overhead')}</p>}
    </div>
  );
}
