import { FileInput, FolderOpen, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { runCommand } from '../../commands/commandList.ts';
import { openPortfolio, openSample } from '../../state/portfolioActions.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import { ask } from '../../state/service.ts';
import { Button } from '../../ui/Button.tsx';
import { Brand } from '../shell/Brand.tsx';
import css from './Welcome.module.css';
import { WelcomePicture } from './WelcomePicture.tsx';

/** The screen while nothing is open: what this is for, the sample one click away, and the other ways in. */
export function Welcome() {
  const { t } = useTranslation('shell');
  const [opening, setOpening] = useState(false);
  const sample = async (): Promise<void> => {
    setOpening(true);
    const opened = await openSample();
    if (!opened) setOpening(false);
  };
  return (
    <div className={css.page}>
      <header className={css.bar}>
        <Brand />
        <Button look="quiet" onPress={() => runCommand('app.language')}>
          English / 简体中文
        </Button>
      </header>
      <main className={css.main}>
        <section className={css.lead}>
          <h1>{t('welcome.title')}</h1>
          <p className={css.sentence}>{t('welcome.sentence')}</p>
          <div className={css.first}>
            <Button
              look="primary"
              className={css.primary ?? ''}
              isDisabled={opening}
              onPress={() => void sample()}
            >
              {opening ? t('welcome.starting') : t('welcome.sample')}
            </Button>
            <p>{t('welcome.sampleNote')}</p>
          </div>
          <ul className={css.ways}>
            <Way
              icon={<Plus size={18} aria-hidden />}
              title={t('welcome.new')}
              note={t('welcome.newNote')}
              onPress={() => runCommand('portfolio.new')}
            />
            <Way
              icon={<FolderOpen size={18} aria-hidden />}
              title={t('welcome.open')}
              note={t('welcome.openNote')}
              onPress={() => runCommand('portfolio.open')}
            />
            <Way
              icon={<FileInput size={18} aria-hidden />}
              title={t('welcome.import')}
              note={t('welcome.importNote')}
              onPress={() => runCommand('portfolio.import')}
            />
          </ul>
          <p className={css.drop}>{t('welcome.drop')}</p>
        </section>
        <aside className={css.side}>
          <WelcomePicture />
          <Recent />
        </aside>
      </main>
    </div>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly note: string;
  readonly onPress: () => void;
}

function Way({ icon, title, note, onPress }: WayProps) {
  return (
    <li>
      <button type="button" className={css.way} onClick={onPress}>
        {icon}
        <span>
          <strong>{title}</strong>
          <span>{note}</span>
        </span>
      </button>
    </li>
  );
}

function Recent() {
  const { t } = useTranslation('shell');
  const language = usePreferences((state) => state.language);
  const [files, setFiles] = useState<MethodOutput<'portfolio.list'>['files']>([]);
  useEffect(() => {
    let gone = false;
    void ask('portfolio.list', {}).then((list) => {
      if (list && !gone) setFiles(list.files.slice(0, 6));
    });
    return () => {
      gone = true;
    };
  }, []);
  if (files.length === 0) return null;
  return (
    <section className={css.recent}>
      <h2>{t('welcome.recent')}</h2>
      <ul>
        {files.map((file) => (
          <li key={file.ref}>
            <button
              type="button"
              disabled={file.missing}
              onClick={() => void openPortfolio(file.ref)}
              className={css.file}
            >
              <strong>{file.name}</strong>
              <span>{file.missing ? t('menu.missing') : formatInstant(file.modifiedAt, language)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
