import { type ComponentType, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Shell.module.css';

/** A view whose code comes when it is first wanted, or before that by `preload`. */
export type LaterView = ComponentType & { readonly preload: () => Promise<void> };

/**
 * Makes a view of code that is loaded later; what goes wrong while loading is thrown where the view is drawn, and asked
 * for again with the next try. It is no `lazy` component: React holds back what a Suspense boundary reveals for 300 ms
 * after its fallback was there, which is longer than any picture takes to draw.
 */
export function laterView(load: () => Promise<ComponentType>): LaterView {
  let loaded: ComponentType | null = null;
  let coming: Promise<ComponentType> | null = null;
  const come = (): Promise<ComponentType> => {
    coming ??= load().then(
      (view) => {
        loaded = view;
        return view;
      },
      (fault: unknown) => {
        coming = null;
        throw fault;
      },
    );
    return coming;
  };
  function Later() {
    const [state, setState] = useState<{ readonly view: ComponentType | null; readonly fault: unknown }>(
      () => ({ view: loaded, fault: null }),
    );
    useEffect(() => {
      let wanted = true;
      come().then(
        (view) => wanted && setState((old) => (old.view === view ? old : { view, fault: null })),
        (fault: unknown) => wanted && setState({ view: null, fault }),
      );
      return () => {
        wanted = false;
      };
    }, []);
    if (state.fault !== null) throw state.fault;
    return state.view === null ? <Loading /> : <state.view />;
  }
  return Object.assign(Later, { preload: async () => void (await come()) });
}

/** Says that a view is loading, once that takes long enough to notice. */
function Loading() {
  const { t } = useTranslation('shell');
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy>
      {late && (
        <p role="status" className={css.loading}>
          {t('view.loading')}
        </p>
      )}
    </div>
  );
}
