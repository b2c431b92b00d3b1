import '../common/tokens.css';
import '../common/base.css';
import './reminder.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speak } from '../common/language.ts';
import { whenPainted } from '../common/whenPainted.ts';
import { ReminderWindow } from './ReminderWindow.tsx';
import { reminderBridge } from './reminderBridge.ts';
import { loadTexts, text } from './texts.ts';

async function start(container: HTMLElement): Promise<void> {
  const page = await reminderBridge.getReminder({});
  await speak(page.language, loadTexts);
  document.title = text('reminder:window');
  const { promise: shown, resolve: markShown } = Promise.withResolvers<void>();
  createRoot(container, { onUncaughtError: (error) => reportError(error) }).render(
    <StrictMode>
      <ReminderWindow page={page} shown={shown} />
    </StrictMode>,
  );
  whenPainted(() => void reminderBridge.reportDrawn({}).then(markShown));
}

const container = document.getElementById('root');
if (container !== null) {
  void start(container);
}
