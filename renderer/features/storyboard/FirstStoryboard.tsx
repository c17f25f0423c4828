import { useTranslation } from 'react-i18next';
import { createFromTemplate, createStoryboard } from '../../state/storyboardActions.ts';
import { Button } from '../../ui/Button.tsx';
import { FirstList } from '../../ui/FirstList.tsx';
import start from '../../ui/Start.module.css';
import { Start } from '../../ui/Start.tsx';
import { readyMade } from './readyMade.ts';
import { useAddKey } from './useAddKey.ts';

/** What stands where storyboards will be: those for usual meetings, an empty one, and what a storyboard is for. */
export function FirstStoryboard({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useTranslation('storyboard');
  const key = useAddKey();
  return (
    <Start
      title={t('what.title')}
      steps={[t('what.pages'), t('what.add', { key }), t('what.question'), t('what.leave')]}
    >
      <header className={start.head}>
        <div>
          <h2>{t('empty.title')}</h2>
          <p>{t('empty.text')}</p>
        </div>
        <Button look="primary" isDisabled={readOnly} onPress={() => void createStoryboard()}>
          {t('new')}
        </Button>
      </header>
      {!readOnly && (
        <FirstList
          title={t('ready')}
          items={readyMade().map(({ id, pages, minutes }) => ({
            id,
            note: t('template.pages', { count: pages, minutes }),
            name: t(`template.${id}`),
            onPress: () => void createFromTemplate(id),
          }))}
        />
      )}
    </Start>
  );
}
