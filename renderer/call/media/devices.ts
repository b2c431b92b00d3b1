import { type DeviceLists, type DeviceView, setCallState } from '../callStore.ts';

/** Reads the devices anew; their names come only once one of them may be used. */
export async function refreshDevices(): Promise<DeviceLists> {
  const found = await navigator.mediaDevices.enumerateDevices();
  const ofKind = (kind: MediaDeviceKind): readonly DeviceView[] =>
    found
      // Chromium lists the system's choice once more under these ids.
      .filter((device) => device.kind === kind && !['', 'default', 'communications'].includes(device.deviceId))
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  const devices: DeviceLists = {
    cameras: ofKind('videoinput'),
    microphones: ofKind('audioinput'),
    speakers: ofKind('audiooutput'),
  };
  setCallState({ devices });
  return devices;
}

/** The id of the device with this label; undefined leaves the choice to the system. */
export function deviceId(devices: readonly DeviceView[], label: string): string | undefined {
  return label === '' ? undefined : devices.find((device) => device.label === label)?.id;
}

/** Follows devices that come and go. */
export function followDevices(): void {
  navigator.mediaDevices.addEventListener('devicechange', () => void refreshDevices());
}
