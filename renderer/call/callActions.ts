import { callBridge } from './callBridge.ts';
import { publishScreen, publishSelf } from './callFlow.ts';
import { type CallPanel, callState, say, setCallState, type TileView } from './callStore.ts';
import { startDevice, stopDevice } from './media/localMedia.ts';

/** Mutes or unmutes oneself. */
export function toggleMute(): void {
  const { isMuted, microphone } = callState();
  // Without a microphone one is as good as muted.
  const isTurningOn = isMuted || microphone === null;
  if (microphone !== null) {
    // At once; telling the others takes a moment.
    microphone.enabled = isTurningOn;
  }
  setCallState({ isMuted: !isTurningOn });
  rememberChoices();
  if (microphone === null) {
    void startDevice('microphone');
  } else {
    void publishSelf();
  }
}

/** Turns one's camera off, so that its light goes out, or on. */
export function toggleCamera(): void {
  const { isCameraOff, camera } = callState();
  const isTurningOn = isCameraOff || camera === null;
  setCallState({ isCameraOff: !isTurningOn });
  rememberChoices();
  if (isTurningOn) {
    void startDevice('camera');
  } else {
    stopDevice('camera');
  }
}

/** Takes another device. */
export function chooseDevice(device: 'camera' | 'microphone' | 'speaker', label: string): void {
  setCallState(({ chosen }) => ({ chosen: { ...chosen, [device]: label } }));
  rememberChoices();
  if (device !== 'speaker' && !(device === 'camera' && callState().isCameraOff)) {
    void startDevice(device);
  }
}

/** Takes a name. */
export function chooseName(name: string): void {
  setCallState({ name });
}

/** Keeps name and devices for the next call. */
export function rememberChoices(): void {
  const { name, chosen, isMuted, isCameraOff } = callState();
  void callBridge.rememberChoices({ name: name.slice(0, 80), ...chosen, isMuted, isCameraOff });
}

/** Stops sharing, or asks what to share. */
export function toggleShare(): void {
  if (callState().screen === null) {
    setCallState({ dialog: 'screens' });
  } else {
    void publishScreen(null);
  }
}

/** Shares the chosen screen or window. */
export async function share(sourceId: string): Promise<void> {
  setCallState({ dialog: null });
  try {
    await callBridge.chooseScreen({ sourceId });
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } }, audio: false });
    const [track] = stream.getVideoTracks();
    if (track !== undefined) {
      // Text should stay sharp when it must be one or the other.
      track.contentHint = 'detail';
      track.addEventListener('ended', () => callState().screen === track && void publishScreen(null));
      await publishScreen(track);
    }
  } catch {
    say('call:stage.shareFailed');
  }
}

/** Puts an invite on the clipboard. */
export async function copyInvite(): Promise<void> {
  say((await callBridge.copyInvite({})) ? 'call:stage.inviteCopied' : 'call:stage.inviteFailed');
}

/** Small view in the corner, or back. */
export function toggleMini(): void {
  const isMini = !callState().isMini;
  setCallState({ isMini, panel: null, dialog: null });
  void callBridge.setMini({ isMini });
}

/** Opens the list of people or the messages, or closes what is open. */
export function togglePanel(panel: CallPanel): void {
  if (panel === 'messages' && !callState().canMessage) {
    return;
  }
  setCallState((state) => ({
    panel: state.panel === panel ? null : panel,
    unread: panel === 'messages' ? 0 : state.unread,
  }));
}

/** Mutes somebody for all, or sends them out. */
export async function moderate(action: 'mute' | 'kick', { participantId, context }: TileView): Promise<void> {
  if ((await callBridge.moderate({ action, participantId, context })) === 'failed') {
    say('call:stage.failed');
  }
}
