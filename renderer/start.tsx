import '@fontsource-variable/inter/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { runNamedCommand } from './commands/commandList.ts';
import { startLanguage } from './i18n.ts';
import './state/lookingMemory.ts';
import { hideAsBefore, hidingTransport } from './state/hiding.ts';
import { begin } from './state/portfolioActions.ts';
import { connect } from './state/service.ts';
import { transport } from './transport/index.ts';

/** Draws the page into `#page`, on the transport that this host gives. */
export function start(): void {
  const place = document.getElementById('page');
  if (!place) throw new Error('index.html has no #page');
  startLanguage('en');
  hideAsBefore();
  connect(hidingTransport(transport));
  // The desktop's native menu runs the page's own commands.
  window.throughline?.onCommand(runNamedCommand);
  void begin();
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
