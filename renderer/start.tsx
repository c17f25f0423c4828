import '@fontsource-variable/inter/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { runShortcut } from './commands/keyMap.ts';
import { runFromMenu } from './commands/runBeside.ts';
import { ProjectedApp } from './features/present/ProjectedApp.tsx';
import { startLanguage } from './i18n.ts';
import './state/lookingMemory.ts';
import { hideAsBefore, hidingTransport } from './state/hiding.ts';
import { keepPageTimes } from './state/pageTimes.ts';
import { begin } from './state/portfolioActions.ts';
import { answerKeys, follow, projectedSession } from './state/projection.ts';
import { keepRoom } from './state/roomMemory.ts';
import { connect } from './state/service.ts';
import { saveOnLeaving } from './state/viewMemory.ts';
import { transport } from './transport/index.ts';

/** Draws the page into `#page`, on the transport that this host gives. */
export function start(): void {
  const place = document.getElementById('page');
  if (!place) throw new Error('index.html has no #page');
  startLanguage('en');
  const session = projectedSession();
  if (session === null) hideAsBefore();
  connect(hidingTransport(transport));
  if (session !== null) {
    follow(session);
    draw(place, <ProjectedApp />);
    return;
  }
  answerKeys(runShortcut);
  // The desktop's native menu runs the page's own commands.
  window.throughline?.onCommand(runFromMenu);
  keepPageTimes();
  keepRoom();
  saveOnLeaving();
  void begin();
  draw(place, <App />);
}

function draw(place: HTMLElement, page: ReactNode): void {
  createRoot(place).render(<StrictMode>{page}</StrictMode>);
}
