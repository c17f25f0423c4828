import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import css from './capabilities.module.css';
import { add } from './capabilityActions.ts';
import { useTree } from './treeStore.ts';

/** What stands where the tree will be: what it is for, a template, and a line to type the first capability. */
export function EmptyTree({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useTranslation('capabilities');
  const [name, setName] = useState('');
  const begin = async (): Promise<void> => {
    if (name.trim() === '') return;
    // The line for the next one stands ready under the first.
    if (await add(name.slice(0, 500), { parentId: null, at: 0 }))
      useTree.getState().set({ draft: { parentId: null, at: 1 } });
  };
  return (
    <section className={css.empty}>
      <h2>{t('empty.title')}</h2>
      <p>{readOnly ? t('empty.readOnly') : t('empty.sentence')}</p>
      {!readOnly && (
        <div className={css.start}>
          <Button
            look="primary"
            onPress={() => useTree.getState().set({ dialog: { kind: 'template', under: null } })}
          >
            {t('empty.template')}
          </Button>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void begin();
            }}
          >
            <label htmlFor="first-capability">{t('empty.type')}</label>
            <input
              id="first-capability"
              className={css.search}
              placeholder={t('empty.entry')}
              maxLength={500}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </form>
        </div>
      )}
    </section>
  );
}
