import { X } from 'lucide-react';
import { lazy, Suspense, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PortfolioRecords } from '../../../shared/domain/records.ts';
import { usePortfolio } from '../../state/portfolioStore.ts';
import { type Selection, useView } from '../../state/viewStore.ts';
import { Button } from '../../ui/Button.tsx';
import { useDirectory } from '../directory/directoryStore.ts';
import { FirstInitiatives } from './FirstInitiatives.tsx';
import { InitiativeInspector } from './InitiativeInspector.tsx';
import css from './InspectorPane.module.css';
import { inspectedView } from './inspectedViews.ts';
import { useIsNarrow } from './inspectorShown.ts';

const FlowInspector = lazy(async () => ({
  default: (await import('../flow/FlowInspector.tsx')).FlowInspector,
}));
const CapabilityInspector = lazy(async () => ({
  default: (await import('../coverage/CapabilityInspector.tsx')).CapabilityInspector,
}));
const OutcomeInspector = lazy(async () => ({
  default: (await import('../outcomes/OutcomeInspector.tsx')).OutcomeInspector,
}));
const FindingInspector = lazy(async () => ({
  default: (await import('../coverage/FindingInspector.tsx')).FindingInspector,
}));

const FirstFindings = lazy(async () => ({
  default: (await import('../coverage/FirstFindings.tsx')).FirstFindings,
}));

const FirstOutcomes = lazy(async () => ({
  default: (await import('../outcomes/FirstOutcomes.tsx')).FirstOutcomes,
}));
const FirstTeams = lazy(async () => ({
  default: (await import('../directory/FirstTeams.tsx')).FirstTeams,
}));
const FirstPartners = lazy(async () => ({
  default: (await import('../partners/FirstPartners.tsx')).FirstPartners,
}));

const TeamInspector = lazy(async () => ({
  default: (await import('../directory/TeamInspector.tsx')).TeamInspector,
}));
const PartnerInspector = lazy(async () => ({
  default: (await import('../directory/PartnerInspector.tsx')).PartnerInspector,
}));

const NARROWEST = 260;
const WIDEST = 640;
const STEP = 16;

/** The pane at the right: what is selected, to be read and changed. */
export function InspectorPane() {
  const { t } = useTranslation('shell');
  const width = useView((state) => state.inspectorWidth);
  const view = useView((state) => state.view);
  const [used, setUsed] = useState(false);
  const newest = useShown();
  // Whatever is done in the view stands there first: neither a walk through the table nor an edit or its undo waits for
  // the pane. Whoever reaches into the pane has the newest state from the first touch on, and sees each edit at once.
  const followed = useDeferredValue(newest);
  const { selection, records } = used ? newest : followed;
  return (
    <aside
      className={css.pane}
      style={{ width }}
      aria-label={t('inspector.label')}
      data-over={useIsNarrow() || undefined}
      onFocus={() => setUsed(true)}
      onPointerDownCapture={() => setUsed(true)}
      onPointerLeave={(event) => setUsed(event.currentTarget.contains(document.activeElement))}
      onBlur={(event) => setUsed(event.currentTarget.contains(event.relatedTarget))}
    >
      <Edge width={width} />
      <div className={css.close}>
        <Button
          look="quiet"
          icon
          aria-label={t('inspector.close')}
          onPress={() => useView.getState().set({ inspectorOpen: false })}
        >
          <X size={15} aria-hidden />
        </Button>
      </div>
      <div className={css.content}>
        <Suspense fallback={null}>
          {view === 'flow' && (
            <div className={css.first}>
              <FlowInspector />
            </div>
          )}
          <Selected selection={selection} records={records} />
        </Suspense>
      </div>
    </aside>
  );
}

/** What the pane shows of. */
interface Shown {
  readonly selection: Selection;
  readonly records: PortfolioRecords | null;
}

/** The newest of it; the same object while neither changes. */
function useShown(): Shown {
  const selection = useView((state) => state.selection);
  const records = usePortfolio((state) => state.records);
  return useMemo(() => ({ selection, records }), [selection, records]);
}

function Selected({ selection, records }: Shown) {
  const { t } = useTranslation('shell');
  const view = useView((state) => state.view);
  const listed = useDirectory((state) => state.tab);
  const initiative = selection?.kind === 'initiative' ? records?.initiative[selection.id] : undefined;
  if (records && initiative)
    return <InitiativeInspector key={initiative.id} initiative={initiative} records={records} />;
  if (selection?.kind === 'capability') return <CapabilityInspector key={selection.id} id={selection.id} />;
  if (selection?.kind === 'outcome') return <OutcomeInspector key={selection.id} id={selection.id} />;
  if (selection?.kind === 'team') return <TeamInspector key={selection.id} id={selection.id} />;
  if (selection?.kind === 'partner') return <PartnerInspector key={selection.id} id={selection.id} />;
  if (selection?.kind === 'finding') return <FindingInspector key={selection.id} id={selection.id} />;
  const inspected = inspectedView(view);
  if (inspected === null) return null;
  return (
    <>
      <p className={css.empty}>{t(`inspector.hint.${inspected}`)}</p>
      {(inspected === 'coverage' || inspected === 'capabilities') && <FirstFindings />}
      {(inspected === 'initiatives' || inspected === 'timeline') && <FirstInitiatives />}
      {inspected === 'outcomes' && <FirstOutcomes />}
      {(inspected === 'partners' || (inspected === 'directory' && listed === 'partners')) && (
        <FirstPartners />
      )}
      {inspected === 'directory' && listed === 'teams' && <FirstTeams />}
    </>
  );
}

/** The pane's left edge, moved with the pointer or the arrow keys. */
function Edge({ width }: { readonly width: number }) {
  const { t } = useTranslation('shell');
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const set = (wanted: number): void =>
    useView.getState().set({ inspectorWidth: Math.round(Math.max(NARROWEST, Math.min(WIDEST, wanted))) });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is not a line
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('inspector.resize')}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      className={css.edge}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') set(width + STEP);
        else if (event.key === 'ArrowRight') set(width - STEP);
        else return;
        event.preventDefault();
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (start.current) set(start.current.width + start.current.x - event.clientX);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}
