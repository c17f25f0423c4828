import { EmptyState } from '../../charts/frame/EmptyState.tsx';
import { useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';

/** What a picture of initiatives says while there are none, and the way to where they are entered. */
export function NoInitiatives({
  title,
  text,
  button,
}: {
  readonly title: string;
  readonly text: string;
  readonly button: string;
}) {
  const lead = useView((state) => state.lead);
  return (
    <EmptyState title={title} text={text}>
      <Button look="primary" onPress={() => lead('initiatives')}>
        {button}
      </Button>
    </EmptyState>
  );
}
