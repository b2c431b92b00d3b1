import { Button } from '../common/Button.tsx';
import { useCallStore } from './callStore.ts';
import { type LocalDevice, startDevice } from './media/localMedia.ts';
import { text } from './texts.ts';

/** What is wrong with camera and microphone, and what to do. */
export function DeviceTroubles() {
  return (
    <>
      <DeviceTrouble device="microphone" />
      <DeviceTrouble device="camera" />
    </>
  );
}

const messages = {
  camera: { denied: 'call:media.cameraDenied', missing: 'call:media.cameraMissing', busy: 'call:media.cameraBusy' },
  microphone: {
    denied: 'call:media.microphoneDenied',
    missing: 'call:media.microphoneMissing',
    busy: 'call:media.microphoneBusy',
  },
} as const;

function DeviceTrouble({ device }: { readonly device: LocalDevice }) {
  const problem = useCallStore((state) => state.problems[device]);
  const platform = useCallStore((state) => state.view?.platform ?? 'linux');
  if (problem === null) {
    return null;
  }
  return (
    <p className="device-trouble" role="status">
      <span>
        {text(messages[device][problem])} {problem === 'denied' ? text(`call:media.allow.${platform}`) : null}
      </span>
      <Button look="link" onClick={() => void startDevice(device)}>
        {text('call:media.tryAgain')}
      </Button>
    </p>
  );
}
