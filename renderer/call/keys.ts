import { toggleCamera, toggleMini, toggleMute, togglePanel, toggleShare } from './callActions.ts';
import { leaveAndClose } from './callFlow.ts';
import { callState, setCallState } from './callStore.ts';

/** What each key does in a call, in the order in which the keys are shown. */
export const callKeys = [
  { key: 'm', shown: 'M', message: 'call:keys.mute', run: toggleMute },
  { key: 'v', shown: 'V', message: 'call:keys.camera', run: toggleCamera },
  { key: 's', shown: 'S', message: 'call:keys.share', run: toggleShare },
  { key: 'p', shown: 'P', message: 'call:keys.participants', run: () => togglePanel('people') },
  { key: 'c', shown: 'C', message: 'call:keys.messages', run: () => togglePanel('messages') },
  { key: 'i', shown: 'I', message: 'call:keys.mini', run: toggleMini },
  { key: 'L', shown: 'Shift+L', message: 'call:keys.leave', run: () => void leaveAndClose() },
  { key: '?', shown: '?', message: 'call:keys.keys', run: () => setCallState({ dialog: 'keys' }) },
] as const;

/** In the lobby only camera and microphone have keys: letters belong to the name. */
const lobbyKeys: ReadonlySet<string> = new Set(['m', 'v']);

/** Follows the keys. */
export function followKeys(): void {
  document.addEventListener('keydown', (event) => {
    const { phase, dialog } = callState();
    const isTyping = event.target instanceof Element && event.target.matches('input, select, textarea');
    if (isTyping || dialog !== null || event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
      return;
    }
    const isAllowed = phase.kind === 'inCall' || (phase.kind === 'lobby' && lobbyKeys.has(event.key));
    const found = isAllowed ? callKeys.find(({ key }) => key === event.key) : undefined;
    if (found !== undefined) {
      event.preventDefault();
      found.run();
    }
  });
}
