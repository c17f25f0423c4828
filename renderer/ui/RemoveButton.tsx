import { X } from 'lucide-react';
import { Button } from './Button.tsx';
import css from './RemoveButton.module.css';

/**
 * The cross at the end of a line that takes away what stands on it. `label` says what that is: a cross names nothing.
 * `narrow` fits it between the low lines of an inspector.
 */
export function RemoveButton({
  label,
  narrow = false,
  isDisabled = false,
  onPress,
}: {
  readonly label: string;
  readonly narrow?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <Button
      look="quiet"
      icon
      className={narrow ? (css.narrow ?? '') : ''}
      aria-label={label}
      isDisabled={isDisabled}
      onPress={onPress}
    >
      <X size={narrow ? 13 : 14} aria-hidden />
    </Button>
  );
}
