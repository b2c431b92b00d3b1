import { useState } from 'react';
import type { DayTimes } from '../../../core/model/choices.ts';
import type { ControlProps } from './controlProps.ts';
import { text } from './settingsText.ts';
import { asDayTimes } from './settingValues.ts';

/** What quiet hours mostly are. */
const usual: DayTimes = { from: '19:00', to: '08:00' };

/** Two times of the day, or none. */
export function DayTimesControl({ value, isLocked, ids, onChange }: ControlProps) {
  const times = asDayTimes(value);
  const [last, setLast] = useState(times ?? usual);
  function change(next: DayTimes): void {
    setLast(next);
    onChange(next);
  }
  return (
    <div className="day-times">
      <input
        id={ids.control}
        className="switch"
        type="checkbox"
        role="switch"
        checked={times !== null}
        aria-checked={times !== null}
        aria-disabled={isLocked ? true : undefined}
        aria-describedby={ids.description}
        onChange={() => {
          if (!isLocked) {
            onChange(times === null ? last : null);
          }
        }}
      />
      {times === null ? null : (
        <fieldset className="day-times-times" aria-labelledby={ids.label}>
          <TimeField name="from" times={times} isLocked={isLocked} onChange={change} />
          <TimeField name="to" times={times} isLocked={isLocked} onChange={change} />
        </fieldset>
      )}
    </div>
  );
}

interface TimeFieldProps {
  readonly name: keyof DayTimes;
  readonly times: DayTimes;
  readonly isLocked: boolean;
  readonly onChange: (times: DayTimes) => void;
}

function TimeField({ name, times, isLocked, onChange }: TimeFieldProps) {
  return (
    <label>
      {text(`settings:controls.dayTimes.${name}`)}
      <input
        type="time"
        className="text-input"
        value={times[name]}
        readOnly={isLocked}
        required
        onChange={(event) => {
          // The platform gives nothing for half a time.
          if (event.target.value !== '' && !isLocked) {
            onChange({ ...times, [name]: event.target.value });
          }
        }}
      />
    </label>
  );
}
