import { InlineField } from '../../ui/InlineField.tsx';
import type { Parsed } from '../../ui/parse.ts';
import { readShare } from '../../ui/readers.ts';
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
      read={(text): Parsed<number> => {
        const share = readShare(text);
        if (!share.ok) return share;
        return share.value === null
          ? { ok: false, reason: 'invalid.needed' }
          : { ok: true, value: share.value };
      }}
      readOnly={readOnly}
      onCommit={onCommit}
    />
  );
}
