// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the field, which names the option that is meant.
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are the field's.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useAgendaStore } from '../agendaStore.ts';
import { text } from './settingsText.ts';
import { offsetText, type Zone } from './zones.ts';

/** See {@link ZoneList}. */
export interface ZoneListProps {
  readonly id: string;
  readonly labelledBy: string;
  /** What the list hangs on. */
  readonly field: RefObject<HTMLElement | null>;
  /** Null stands for none. */
  readonly options: readonly (Zone | null)[];
  /** How many more there are. */
  readonly restCount: number;
  readonly active: number;
  readonly chosen: string;
  readonly onChoose: (zone: Zone | null) => void;
}

const anchorName = '--zone-field';

/** The time zones to choose from, below their field or above it. */
export function ZoneList({ id, labelledBy, field, options, restCount, active, chosen, onChoose }: ZoneListProps) {
  const popover = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    element?.style.setProperty('anchor-name', anchorName);
    popover.current?.showPopover();
    return () => void element?.style.removeProperty('anchor-name');
  }, [field]);
  useEffect(() => {
    popover.current?.querySelector(`#${CSS.escape(`${id}-${active}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const now = useAgendaStore((state) => state.now);
  return (
    <div ref={popover} popover="manual" className="zone-list">
      <div id={id} role="listbox" aria-labelledby={labelledBy}>
        {options.map((zone, index) => (
          <div
            key={zone?.id ?? ''}
            id={`${id}-${index}`}
            role="option"
            className="zone-option"
            aria-selected={(zone?.id ?? '') === chosen}
            data-active={index === active}
            // The field keeps the focus, so that its list stays open.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(zone)}
          >
            {zone === null ? (
              text('settings:controls.zone.none')
            ) : (
              <>
                <span className="zone-names">
                  {zone.city} <small>{zone.place}</small>
                </span>
                <small>{offsetText(zone.id, now)}</small>
              </>
            )}
          </div>
        ))}
      </div>
      {options.length === 0 ? <p className="zone-note">{text('settings:controls.zone.noMatch')}</p> : null}
      {restCount > 0 ? <p className="zone-note">{text('settings:controls.zone.more', { count: restCount })}</p> : null}
    </div>
  );
}
