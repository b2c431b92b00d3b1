import { firstState, followState } from './firstState.ts';
import '../common/tokens.css';
import '../common/base.css';
import './agenda.css';
import './bars.css';
import './lead.css';
import './list.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { foyerBridge } from '../common/foyerBridge.ts';
import { whenPainted } from '../common/whenPainted.ts';
import { AgendaWindow } from './AgendaWindow.tsx';
import { replaceSlice, useAgendaStore } from './agendaStore.ts';
import { startClock } from './clock.ts';
import { followCommands } from './followCommands.ts';
import { followLanguage, speakFirst } from './followLanguage.ts';
import { loadFirstParts, loadLaterParts } from './loadParts.ts';
import { followPanel } from './panel.ts';
import { Trouble } from './Trouble.tsx';
import { followPeeking } from './titles.ts';

// Longer than main needs to answer from its cache, shorter than a person notices.
const patience = 120;

async function start(container: HTMLElement): Promise<void> {
  const root = createRoot(container, { onUncaughtError: (error) => reportError(error) });
  const draw = (): void =>
    root.render(
      <StrictMode>
        <AgendaWindow />
      </StrictMode>,
    );
  const texts = speakFirst(firstState.then(({ environment }) => environment.language));
  const impatient = window.setTimeout(draw, patience);
  try {
    const foyer = await firstState;
    await Promise.all([texts, loadFirstParts(foyer)]);
    useAgendaStore.setState({ foyer, now: Date.now() });
  } catch (error) {
    window.clearTimeout(impatient);
    root.render(<Trouble />);
    throw error;
  }
  window.clearTimeout(impatient);
  followState(replaceSlice);
  draw();
  followLanguage(draw);
  startClock();
  followPeeking();
  whenPainted(() => {
    useAgendaStore.setState({ isPainted: true });
    followCommands();
    followPanel();
    followNetwork();
    void foyerBridge.reportPainted({}).then(() => performance.mark('program-ready'));
    // What is pressed first should not have to be fetched first.
    requestIdleCallback(() => void firstState.then(loadLaterParts));
  });
}

function followNetwork(): void {
  const report = (): void => void foyerBridge.reportNetwork({ isOnline: navigator.onLine });
  window.addEventListener('online', report);
  window.addEventListener('offline', report);
}

const container = document.getElementById('root');
if (container !== null) {
  void start(container);
}
