import PlusIcon from 'lucide-react/icons/plus';
import RemoveIcon from 'lucide-react/icons/x';
import { useRef } from 'react';
import type { SettingControl } from '../../../core/model/setting.ts';
import { Button } from '../../common/Button.tsx';
import { IconButton } from '../../common/IconButton.tsx';
import type { ControlProps } from './controlProps.ts';
import { Select } from './Select.tsx';
import { text } from './settingsText.ts';
import { asMinutes } from './settingValues.ts';

type MinutesProps = ControlProps & { readonly limits: Extract<SettingControl, { readonly kind: 'minutes' }> };

/** What is added, as long as it is not there already. */
const usual = [5, 10, 1, 0, 15, 2];

/** A few different numbers of minutes before a start: each a list to choose from, with the others left out. */
export function MinutesControl({ value, isLocked, ids, limits, onChange }: MinutesProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  const chosen = asMinutes(value);
  const { least, greatest, most } = limits;
  const all = Array.from({ length: greatest - least + 1 }, (_, index) => least + index);
  const free = all.filter((minutes) => !chosen.includes(minutes));
  function remove(minutes: number): void {
    onChange(chosen.filter((item) => item !== minutes));
    group.current?.querySelector('select')?.focus();
  }
  function add(): void {
    const next = usual.find((minutes) => free.includes(minutes)) ?? free[0];
    if (next !== undefined) {
      onChange([...chosen, next]);
    }
  }
  return (
    <fieldset ref={group} className="minutes" aria-labelledby={ids.label} aria-describedby={ids.description}>
      {chosen.map((minutes, index) => (
        // The place is what stays while its minutes change.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <span key={index} className="minutes-time">
          <Select
            aria-label={text('settings:controls.minutes.time', { number: index + 1 })}
            value={String(minutes)}
            options={all
              .filter((item) => item === minutes || free.includes(item))
              .map((item) => ({ value: String(item), label: minutesText(item) }))}
            isLocked={isLocked}
            onChoose={(next) => onChange(chosen.map((item) => (item === minutes ? Number(next) : item)))}
          />
          {chosen.length > 1 && !isLocked ? (
            <IconButton
              icon={RemoveIcon}
              label={text('settings:controls.minutes.removeNamed', { time: minutesText(minutes) })}
              onClick={() => remove(minutes)}
            />
          ) : null}
        </span>
      ))}
      {chosen.length < most && !isLocked ? (
        <Button look="quiet" className="minutes-add" onClick={add}>
          <PlusIcon className="icon" aria-hidden />
          {text('settings:controls.minutes.add')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function minutesText(minutes: number): string {
  return minutes === 0
    ? text('settings:controls.minutes.atStart')
    : text('settings:controls.minutes.before', { count: minutes });
}
