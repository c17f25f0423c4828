import { InlineField } from '../../ui/InlineField.tsx';
import { needed, readShare } from '../../ui/readers.ts';
import { useWords } from '../inspector/useWords.ts';

/** A share of effort, changed where it stands. */
export function WeightField({
  label,
  weight,
  readOnly,
  onCommit,
}: {
  readonly label: string;
  readonly weight: number;
  readonly readOnly: boolean;
  readonly onCommit: (weight: number) => void;
}) {
  const words = useWords();
  return (
    <InlineField
      label={label}
      labelAt="hidden"
      numeric
      value={weight}
      show={words.share}
      toText={words.shareText}
      read={(text) => needed(readShare(text))}
      readOnly={readOnly}
      onCommit={onCommit}
    />
  );
}
