import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InlineField } from '../../ui/InlineField.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { needed, readShare } from '../../ui/readers.ts';
import lines from '../inspector/Lines.module.css';
import { useWords } from '../inspector/useWords.ts';

/** What one side of a link serves, or is served by: its name, and the share of effort, changed where it stands. */
export function WeightLine({
  mark,
  name,
  weight,
  labels,
  readOnly,
  onOpen,
  onCommit,
  onRemove,
}: {
  readonly mark?: ReactNode;
  readonly name: string;
  readonly weight: number;
  readonly labels: { readonly weight: string; readonly remove: string };
  readonly readOnly: boolean;
  readonly onOpen: () => void;
  readonly onCommit: (weight: number) => void;
  readonly onRemove: () => void;
}) {
  const words = useWords();
  return (
    <li className={lines.pair}>
      {mark}
      <button type="button" className={lines.link} title={name} onClick={onOpen}>
        {name}
      </button>
      <span className={lines.value}>
        <InlineField
          label={labels.weight}
          labelAt="hidden"
          numeric
          value={weight}
          show={words.share}
          toText={words.shareText}
          read={(text) => needed(readShare(text))}
          readOnly={readOnly}
          onCommit={onCommit}
        />
      </span>
      {!readOnly && <RemoveButton narrow label={labels.remove} onPress={onRemove} />}
    </li>
  );
}

/** Says that a share was cut to what an initiative has left of its effort; nothing while none was. */
export function CappedNote({ given }: { readonly given: number | null }) {
  const { t } = useTranslation('outcomes');
  const words = useWords();
  if (given === null) return null;
  return (
    <p className={lines.wrong} role="alert">
      {given === 0 ? t('section.full') : t('section.capped', { given: words.share(given) })}
    </p>
  );
}
