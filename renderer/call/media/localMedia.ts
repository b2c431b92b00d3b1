import { callState, type DeviceProblem, say, setCallState } from '../callStore.ts';
import { deviceId, refreshDevices } from './devices.ts';

/** A device of one's own. */
export type LocalDevice = 'camera' | 'microphone';

let onChanged: () => void = () => undefined;
const turns: Record<LocalDevice, number> = { camera: 0, microphone: 0 };

/** Tells whenever a track has come, gone or been replaced. */
export function followLocalMedia(listener: () => void): void {
  onChanged = listener;
}

/** Starts a device anew: the chosen one, or what the system takes. What goes wrong is in the state. */
export async function startDevice(device: LocalDevice): Promise<void> {
  turns[device] += 1;
  const turn = turns[device];
  const { devices, chosen } = callState();
  const id = deviceId(device === 'camera' ? devices.cameras : devices.microphones, chosen[device]);
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraintsFor(device, id));
    const [track] = stream.getTracks();
    if (turn !== turns[device] || track === undefined) {
      stopTracks(stream);
      return;
    }
    track.addEventListener('ended', () => void replaceLost(device, track));
    replace(device, track, null);
  } catch (error) {
    if (turn === turns[device]) {
      replace(device, null, problemOf(error));
    }
  }
  await refreshDevices();
}

/** Stops a device; its light goes out. */
export function stopDevice(device: LocalDevice): void {
  turns[device] += 1;
  replace(device, null, null);
}

/** Starts what the user wants to be on. */
export async function startWanted(): Promise<void> {
  await refreshDevices();
  const { isCameraOff } = callState();
  // One after the other: two questions of the system at once would cover each other.
  await startDevice('microphone');
  if (!isCameraOff) {
    await startDevice('camera');
  }
}

function replace(device: LocalDevice, track: MediaStreamTrack | null, problem: DeviceProblem): void {
  const { problems, isMuted } = callState();
  callState()[device]?.stop();
  if (track !== null && device === 'microphone') {
    track.enabled = !isMuted;
  }
  const changed = { problems: { ...problems, [device]: problem } };
  setCallState(device === 'camera' ? { camera: track, ...changed } : { microphone: track, ...changed });
  onChanged();
}

/** A device was unplugged: another takes its place if there is one, and the user is told. */
async function replaceLost(device: LocalDevice, lost: MediaStreamTrack): Promise<void> {
  if (callState()[device] !== lost) {
    return;
  }
  setCallState(({ chosen }) => ({ chosen: { ...chosen, [device]: '' } }));
  await startDevice(device);
  const label = callState()[device]?.label;
  if (label === undefined) {
    say(device === 'camera' ? 'call:media.cameraGone' : 'call:media.microphoneGone');
  } else {
    say(device === 'camera' ? 'call:media.cameraReplaced' : 'call:media.microphoneReplaced', { device: label });
  }
}

function constraintsFor(device: LocalDevice, id: string | undefined): MediaStreamConstraints {
  const chosen = id === undefined ? {} : { deviceId: { ideal: id } };
  return device === 'camera'
    ? { video: { ...chosen, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } } }
    : { audio: { ...chosen } };
}

function problemOf(error: unknown): DeviceProblem {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'missing';
  }
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    track.stop();
  }
}
