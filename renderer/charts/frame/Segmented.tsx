import { Radio, RadioGroup } from 'react-aria-components';
import { formatNumber } from '../../../shared/text/format.ts';
import { usePreferences } from '../../state/preferencesStore.ts';
import styles from './frame.module.css';

/** One of a few ways to look at something; arrow keys move, the choice takes effect at once. */
export function Segmented<Id extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: Id;
  readonly choices: readonly { readonly id: Id; readonly text: string; readonly count?: number }[];
  readonly onChange: (id: Id) => void;
}) {
  const language = usePreferences((state) => state.language);
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className={styles.segmented ?? ''}
      value={value}
      onChange={(id) => onChange(id as Id)}
    >
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} className={styles.segment ?? ''}>
          {choice.text}
          {choice.count !== undefined && (
            <span className={styles.count}>{formatNumber(choice.count, language)}</span>
          )}
        </Radio>
      ))}
    </RadioGroup>
  );
}
