import ChevronDown from 'lucide-react/icons/chevron-down';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { zoneCity } from '../../../core/time/zoneCity.ts';
import type { ControlProps } from './controlProps.ts';
import { text } from './settingsText.ts';
import { asText } from './settingValues.ts';
import { ZoneList } from './ZoneList.tsx';
import { findZones, loadZones, type Zone } from './zones.ts';
import './zoneControl.css';

/** More are not read through: whoever looks for one types. */
const mostShown = 50;

/** A time zone, found by city or country; or none. */
export function ZoneControl({ value, isLocked, ids, onChange }: ControlProps) {
  const chosen = asText(value);
  const box = useZoneBox(chosen, isLocked, onChange);
  const listId = `${ids.control}-list`;
  const { options, active } = box;
  return (
    <span className="zone">
      <input
        ref={box.field}
        id={ids.control}
        className="text-input"
        type="text"
        role="combobox"
        value={box.query ?? (chosen === '' ? '' : zoneCity(chosen))}
        placeholder={text(box.query === null ? 'settings:controls.zone.none' : 'settings:controls.zone.placeholder')}
        aria-expanded={box.query !== null}
        aria-controls={box.query === null ? undefined : listId}
        aria-autocomplete="list"
        aria-activedescendant={options[active] === undefined ? undefined : `${listId}-${active}`}
        aria-describedby={ids.description}
        readOnly={isLocked}
        aria-disabled={isLocked ? true : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => box.type(event.target.value)}
        onClick={box.open}
        onBlur={box.close}
        onKeyDown={box.press}
      />
      <ChevronDown className="icon" aria-hidden />
      {box.query === null ? null : (
        <ZoneList
          id={listId}
          labelledBy={ids.label}
          field={box.field}
          options={options.slice(0, mostShown)}
          restCount={Math.max(0, options.length - mostShown)}
          active={active}
          chosen={chosen}
          onChoose={box.choose}
        />
      )}
    </span>
  );
}

function useZoneBox(chosen: string, isLocked: boolean, onChange: (value: unknown) => void) {
  const field = useRef<HTMLInputElement>(null);
  const [zones, setZones] = useState<readonly Zone[]>([]);
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  useEffect(() => void loadZones().then(setZones), []);
  const found = query === null ? [] : findZones(zones, query);
  const options: readonly (Zone | null)[] = query === '' ? [null, ...found] : found;
  useLayoutEffect(() => {
    if (query === '') {
      field.current?.select();
    }
  }, [query]);
  const close = (): void => setQuery(null);
  function open(): void {
    if (!isLocked && query === null) {
      setQuery('');
      setActive(-1);
    }
  }
  function choose(zone: Zone | null): void {
    close();
    if ((zone?.id ?? '') !== chosen) {
      onChange(zone?.id ?? '');
    }
  }
  function press(event: KeyboardEvent): void {
    const last = Math.min(options.length, mostShown) - 1;
    const step = new Map([
      ['ArrowDown', active >= last ? 0 : active + 1],
      ['ArrowUp', active <= 0 ? last : active - 1],
    ]).get(event.key);
    const pointed = options[active];
    if (step !== undefined) {
      event.preventDefault();
      setActive(query === null ? -1 : step);
      open();
    } else if (event.key === 'Enter' && pointed !== undefined) {
      event.preventDefault();
      choose(pointed);
    } else if (event.key === 'Escape' && query !== null) {
      // Only the list closes, not what is around it.
      event.preventDefault();
      close();
    }
  }
  function type(typed: string): void {
    if (!isLocked) {
      setQuery(typed);
      setActive(typed === '' ? -1 : 0);
    }
  }
  return { field, query, options, active, open, close, choose, press, type };
}
