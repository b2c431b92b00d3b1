import { type KeyboardEvent, useRef } from 'react';
import { clockTimeText, readClockTime } from '../../../core/time/clockTime.ts';
import { DraftField } from './DraftField.tsx';

/** See {@link TimeField}. */
export interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isTwelveHour: boolean;
  readonly problem: string | null;
  readonly notesId: string;
  /** Told while it is typed, with whether that began just now: what depends on the time goes by what it was before. */
  readonly onChange: (value: string, isFirst: boolean) => void;
}

const step = 15;

/** A time on the clock, typed as one likes; it is written as the system does when the field is left. */
export function TimeField({ label, value, isTwelveHour, problem, notesId, onChange }: TimeFieldProps) {
  const isTouched = useRef(false);
  const change = (typed: string): void => {
    onChange(typed, !isTouched.current);
    isTouched.current = true;
  };
  const settle = (): void => {
    const minutes = readClockTime(value);
    const written = minutes === null ? value : clockTimeText(minutes, isTwelveHour);
    if (written !== value) {
      change(written);
    }
    isTouched.current = false;
  };
  const move = (event: KeyboardEvent): void => {
    const minutes = readClockTime(value);
    const moved = minutes === null ? null : moveTime(minutes, event.key);
    if (moved !== null) {
      event.preventDefault();
      change(clockTimeText(moved, isTwelveHour));
    }
  };
  return (
    <DraftField label={label} hint="" problem={problem} notesId={notesId}>
      {(marks) => (
        <input
          {...marks}
          type="text"
          value={value}
          onChange={(event) => change(event.target.value)}
          onBlur={settle}
          onKeyDown={move}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
      )}
    </DraftField>
  );
}

/** To the next quarter of an hour, or the one before; null for other keys. */
function moveTime(minutes: number, key: string): number | null {
  switch (key) {
    case 'ArrowUp':
      return Math.floor(minutes / step) * step + step;
    case 'ArrowDown':
      return Math.ceil(minutes / step) * step - step;
    default:
      return null;
  }
}
