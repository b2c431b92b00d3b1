import type { ControlProps } from './controlProps.ts';
import { asSwitch } from './settingValues.ts';

/** On or off. */
export function SwitchControl({ value, isLocked, ids, onChange }: ControlProps) {
  const isOn = asSwitch(value);
  return (
    <input
      id={ids.control}
      className="switch"
      type="checkbox"
      role="switch"
      checked={isOn}
      aria-checked={isOn}
      aria-disabled={isLocked ? true : undefined}
      aria-describedby={ids.description}
      onChange={() => {
        if (!isLocked) {
          onChange(!isOn);
        }
      }}
    />
  );
}
