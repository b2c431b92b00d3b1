import { findZoneOffset, type ZoneOffset } from '../../core/time/zoneOffset.ts';
import { windowsZones } from './windowsZones.ts';

/** Turns the time that a clock on the wall shows into instants. Times are ms; a wall time is written as if it were UTC. */
export interface ZoneClock {
  /**
   * The instant of a wall time. One that occurs twice is the first; one that is skipped is counted on with the offset
   * from before (RFC 5545 section 3.3.5).
   */
  readonly toInstant: (wall: number) => number;
}

/** The clock of UTC. */
export const utcClock: ZoneClock = { toInstant: (wall) => wall };

const day = 86_400_000;

/** A clock out of the offsets of a zone. */
export function clockOfOffsets(offsetAt: ZoneOffset): ZoneClock {
  return {
    toInstant(wall) {
      const before = offsetAt(wall - day);
      const after = offsetAt(wall + day);
      const fitting = [before, after].map((offset) => wall - offset).filter((at) => offsetAt(at) === wall - at);
      return fitting.length === 0 ? wall - before : Math.min(...fitting);
    },
  };
}

const known = new Map<string, ZoneClock | null>();

/** The clock of a zone of the time zone database, or of what Windows and calendars call one; null when it is not known. */
export function findZoneClock(name: string): ZoneClock | null {
  const found = known.get(name);
  if (found !== undefined) {
    return found;
  }
  const clock = candidatesOf(name).reduce<ZoneClock | null>((done, zone) => done ?? databaseClock(zone), null);
  // Names come from outside: no more of them are kept than a world has zones.
  if (known.size < 1_000) {
    known.set(name, clock);
  }
  return clock;
}

/** "Europe/Berlin", also behind a prefix ("/mozilla.org/20070129_1/Europe/Berlin"), or a name of Windows. */
function candidatesOf(name: string): readonly string[] {
  const trimmed = name.trim().replace(/^"|"$/g, '').slice(0, 200);
  const windows = windowsZones.get(trimmed.toLowerCase());
  const [inner] = /[A-Za-z_]+\/[A-Za-z_-]+(?:\/[A-Za-z_-]+)?$/.exec(trimmed) ?? [];
  return [
    windows,
    /^[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*(?:\/[A-Za-z_-]+)?$/.test(trimmed) ? trimmed : undefined,
    inner,
  ].filter((candidate) => candidate !== undefined);
}

function databaseClock(zone: string): ZoneClock | null {
  const offsetAt = findZoneOffset(zone);
  return offsetAt === null ? null : clockOfOffsets(offsetAt);
}
