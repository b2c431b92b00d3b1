import '../common/tokens.css';
import '../common/base.css';
import './call.css';
import './lobby.css';
import './stage.css';
import './panels.css';
import './messages.css';
import './overlays.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { speak } from '../common/language.ts';
import { whenPainted } from '../common/whenPainted.ts';
import { CallWindow } from './CallWindow.tsx';
import { callBridge } from './callBridge.ts';
import { followCall } from './callFlow.ts';
import { setCallState } from './callStore.ts';
import { followKeys } from './keys.ts';
import { followDevices } from './media/devices.ts';
import { startWanted } from './media/localMedia.ts';
import { reportCall } from './reportCall.ts';
import { loadSdk } from './session/liveRoom.ts';
import { watchConnections } from './session/surroundings.ts';
import { loadTexts } from './texts.ts';

// Asked for before anything else is set up.
const firstView = callBridge.getCall({});

async function start(container: HTMLElement): Promise<void> {
  watchConnections();
  followCall();
  reportCall();
  followKeys();
  followDevices();
  const view = await firstView;
  await speak(view.language, loadTexts);
  const { name, camera, microphone, speaker, isMuted, isCameraOff } = view.choices;
  setCallState({ view, name, isMuted, isCameraOff, chosen: { camera, microphone, speaker } });
  document.title = view.title;
  createRoot(container, { onUncaughtError: (error) => reportError(error) }).render(
    <StrictMode>
      <CallWindow />
    </StrictMode>,
  );
  whenPainted(() => {
    void startWanted();
    requestIdleCallback(() => void loadSdk());
  });
}

const container = document.getElementById('root');
if (container !== null) {
  void start(container);
}
