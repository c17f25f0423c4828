import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { startingRules } from '../../../shared/guardrails/rules.ts';
import { addGuardrails } from '../../state/guardrailActions.ts';
import { Button } from '../../ui/Button.tsx';
import page from '../../ui/Page.module.css';
import start from '../../ui/Start.module.css';
import { Start } from '../../ui/Start.tsx';
import css from './guardrails.module.css';
import { ruleWords } from './ruleWords.ts';
import { useRuleSpeech } from './useRuleSpeech.ts';

/** What stands where guardrails will be: the usual rules, which can be taken over at once, and what they are for. */
export function FirstGuardrails({
  records,
  readOnly,
  onOwn,
  children,
}: {
  readonly records: PortfolioRecords;
  readonly readOnly: boolean;
  readonly onOwn: () => void;
  /** The editor of an own rule, once one is being written. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('guardrails');
  const speech = useRuleSpeech(records);
  const rules = startingRules().map((rule) => ({ rule, name: ruleWords(rule, speech) }));
  return (
    <div className={page.page}>
      <header className={page.header}>
        <div>
          <h1>{t('list.label')}</h1>
          <p>{t('intro')}</p>
        </div>
      </header>
      <Start title={t('what.title')} steps={[t('what.replace'), t('what.watch'), t('what.waive')]}>
        <header className={start.head}>
          <div>
            <h2>{t('empty.title')}</h2>
            <p>{t('empty.text')}</p>
          </div>
          <Button
            look={children ? 'plain' : 'primary'}
            isDisabled={readOnly}
            onPress={() => void addGuardrails(rules)}
          >
            {t('empty.start')}
          </Button>
        </header>
        <ul className={start.list} aria-label={t('empty.usual')}>
          {rules.map(({ name }) => (
            <li key={name} className={css.usual}>
              {name}
            </li>
          ))}
        </ul>
        <div className={css.buttons}>
          <Button isDisabled={readOnly} onPress={onOwn}>
            {t('empty.own')}
          </Button>
        </div>
        {children}
      </Start>
    </div>
  );
}
