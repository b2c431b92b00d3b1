import { Button } from '../common/Button.tsx';
import { Dialog } from '../common/Dialog.tsx';
import { endForAll } from './callFlow.ts';
import { setCallState, useCallStore } from './callStore.ts';
import { DeviceChoice } from './DeviceChoice.tsx';
import { DeviceTroubles } from './DeviceTrouble.tsx';
import { callKeys } from './keys.ts';
import { ScreenPicker } from './ScreenPicker.tsx';
import { text } from './texts.ts';

const close = (): void => setCallState({ dialog: null });

/** What is open over the call. */
export function CallDialogs() {
  const dialog = useCallStore((state) => state.dialog);
  switch (dialog) {
    case 'screens':
      return <ScreenPicker onClose={close} />;
    case 'endForAll':
      return <EndForAll />;
    case 'devices':
      return (
        <Dialog title={text('call:devices.title')} closeLabel={text('call:devices.close')} onClose={close}>
          <DeviceChoice device="camera" />
          <DeviceChoice device="microphone" />
          <DeviceChoice device="speaker" />
          <DeviceTroubles />
        </Dialog>
      );
    case 'keys':
      return <Keys />;
    case null:
      return null;
  }
}

function EndForAll() {
  const count = useCallStore((state) => state.tiles.filter((tile) => tile.kind === 'person' && !tile.isLocal).length);
  return (
    <Dialog title={text('call:end.title')} closeLabel={text('call:end.close')} onClose={close}>
      <p>{text('call:end.text', { count })}</p>
      <div className="dialog-actions">
        <Button data-initial-focus onClick={close}>
          {text('call:end.keep')}
        </Button>
        <Button look="bad" onClick={() => void endForAll()}>
          {text('call:end.confirm')}
        </Button>
      </div>
    </Dialog>
  );
}

function Keys() {
  return (
    <Dialog title={text('call:keys.title')} closeLabel={text('call:keys.close')} onClose={close} isForReading>
      <dl className="call-keys">
        {callKeys.map(({ shown, message }) => (
          <div key={shown}>
            <dt>
              <kbd>{shown}</kbd>
            </dt>
            <dd>{text(message)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
