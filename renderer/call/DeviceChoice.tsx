import { useId } from 'react';
import { chooseDevice } from './callActions.ts';
import { type DeviceLists, useCallStore } from './callStore.ts';
import { text } from './texts.ts';

/** See {@link DeviceChoice}. */
export interface DeviceChoiceProps {
  readonly device: 'camera' | 'microphone' | 'speaker';
}

const lists = { camera: 'cameras', microphone: 'microphones', speaker: 'speakers' } as const satisfies Record<
  DeviceChoiceProps['device'],
  keyof DeviceLists
>;

/** Chooses one device; what was chosen but is not there falls back to the system's choice. */
export function DeviceChoice({ device }: DeviceChoiceProps) {
  const devices = useCallStore((state) => state.devices[lists[device]]);
  const chosen = useCallStore((state) => state.chosen[device]);
  const id = useId();
  const labels = new Set(devices.map(({ label }) => label).filter((label) => label !== ''));
  return (
    <div className="choice">
      <label htmlFor={id}>{text(`call:lobby.${device}`)}</label>
      <select
        id={id}
        value={labels.has(chosen) ? chosen : ''}
        disabled={devices.length === 0}
        onChange={(event) => chooseDevice(device, event.target.value)}
      >
        <option value="">{text(devices.length === 0 ? 'call:lobby.none' : 'call:lobby.systemDefault')}</option>
        {Array.from(labels, (label) => (
          <option key={label} value={label}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
