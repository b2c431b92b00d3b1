import type { SettingOption } from '../../../core/model/setting.ts';
import type { ControlProps } from './controlProps.ts';
import { Select } from './Select.tsx';
import { text } from './settingsText.ts';
import { asText } from './settingValues.ts';

/** So many letters fit beside each other in the narrowest window. */
const mostLetters = 26;

/** One of a few values: side by side where they fit, else in a list. */
export function OptionsControl(props: ControlProps & { readonly options: readonly SettingOption[] }) {
  const { options, ids, value, isLocked, onChange } = props;
  const shown = options.map((option) => ({ value: option.value, label: text(option.label) }));
  return isList(options) ? (
    <Select
      id={ids.control}
      value={asText(value)}
      options={shown}
      isLocked={isLocked}
      aria-describedby={ids.description}
      onChoose={onChange}
    />
  ) : (
    <Segments {...props} options={shown} />
  );
}

/** Whether these options are in a list: one element, that a label can lead to. */
export function isList(options: readonly SettingOption[]): boolean {
  return options.length > 3 || options.map(({ label }) => text(label)).join('').length > mostLetters;
}

interface SegmentsProps extends ControlProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Segments({ setting, options, ids, value, isLocked, onChange }: SegmentsProps) {
  return (
    <div
      className="segments"
      role="radiogroup"
      aria-labelledby={ids.label}
      aria-describedby={ids.description}
      aria-disabled={isLocked ? true : undefined}
    >
      {options.map((option) => (
        <label key={option.value} className="segment">
          <input
            type="radio"
            name={setting.key}
            value={option.value}
            checked={option.value === value}
            aria-disabled={isLocked ? true : undefined}
            onChange={() => {
              if (!isLocked) {
                onChange(option.value);
              }
            }}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
