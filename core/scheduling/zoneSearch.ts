import { findZoneOffset } from '../time/zoneOffset.ts';

/** Finds time zones by what people call them. */
export interface ZoneSearch {
  /** Names in the time zone database that fit, best first. */
  readonly find: (query: string) => readonly string[];
  /** Learns what so many more zones are called ("Pacific Time"), which takes its time; false when nothing is left. */
  readonly learn: (count: number) => boolean;
}

interface Zone {
  readonly name: string;
  readonly city: string;
  /** What is searched, in small letters. */
  words: string;
}

/** A search among all zones that the platform knows; `own` leads while nothing is searched for. */
export function createZoneSearch(own: string): ZoneSearch {
  const names = [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  const zones: readonly Zone[] = names.map((name) => ({ name, city: cityOf(name), words: spoken(name) }));
  const areas = new Set(names.flatMap((name) => (name.includes('/') ? [name.slice(0, name.indexOf('/'))] : [])));
  let learnt = 0;
  return {
    find(query) {
      const wanted = spoken(query).split(' ').filter(Boolean);
      const first = wanted.join(' ');
      const found = zones.filter(({ words }) => wanted.every((word) => words.includes(word)));
      const ranked = found.map((zone, place) => ({ zone, rank: first === '' ? 0 : rankOf(zone, first), place }));
      const best = ranked.toSorted((a, b) => a.rank - b.rank || a.place - b.place).map(({ zone }) => zone.name);
      return best.length > 0 ? best : alternativesOf(query, areas);
    },
    learn(count) {
      for (const zone of zones.slice(learnt, learnt + count)) {
        zone.words += ` ${spoken(genericName(zone.name))}`;
      }
      learnt += count;
      return learnt < zones.length;
    },
  };
}

/** How far clocks are ahead of UTC: "UTC", "UTC+1", "UTC−3:30". */
export function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  return minutes === 0 ? 'UTC' : `UTC${offset < 0 ? '−' : '+'}${Math.floor(minutes / 60)}${rest}`;
}

/** A zone's name as it is read: "America/New York". */
export function zoneText(name: string): string {
  return name.replaceAll('_', ' ');
}

function rankOf({ city, words }: Zone, query: string): number {
  if (city === query) {
    return 0;
  }
  return [city.startsWith(query), words.includes(` ${query}`), true].indexOf(true) + 1;
}

/** Names that the database only keeps besides: "Asia/Kolkata", or "Kolkata" alone. */
function alternativesOf(query: string, areas: ReadonlySet<string>): readonly string[] {
  const typed = query.trim().replaceAll(/\s+/g, '_').slice(0, 60);
  const name = typed.toLowerCase().replaceAll(/(^|[/_-])[a-z]/g, (letter) => letter.toUpperCase());
  const candidates = [typed.toUpperCase(), name, ...[...areas].map((area) => `${area}/${name}`)];
  return candidates.filter((candidate) => candidate !== '' && findZoneOffset(candidate) !== null).slice(0, 1);
}

function cityOf(name: string): string {
  return spoken(name.slice(name.lastIndexOf('/') + 1));
}

function spoken(text: string): string {
  return ` ${text.toLowerCase().replaceAll(/[/_\s]+/g, ' ')}`.trim();
}

function genericName(zone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longGeneric' });
  return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
