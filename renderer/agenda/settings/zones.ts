import type { Language } from '../../../core/texts/languages.ts';
import { zoneCity } from '../../../core/time/zoneCity.ts';
import { currentLanguage } from '../../common/language.ts';

/** A time zone to choose. */
export interface Zone {
  /** IANA name. */
  readonly id: string;
  readonly city: string;
  /** Where that is: a country, or else the larger part of the name. */
  readonly place: string;
  /** All that it is found by, without case and accents. */
  readonly words: string;
}

/** Cities that people look for and whose zone is called by another one, or that have another name in German. */
const otherCities: Readonly<Record<string, string>> = {
  'America/Los_Angeles': 'San Francisco, Seattle, San Diego, Las Vegas, Pacific Time',
  'America/Denver': 'Salt Lake City, Mountain Time',
  'America/Chicago': 'Dallas, Houston, Austin, Central Time',
  'America/New_York': 'Boston, Washington, Atlanta, Miami, Philadelphia, Eastern Time',
  'America/Toronto': 'Montreal, Ottawa, Quebec',
  'America/Sao_Paulo': 'Rio de Janeiro, Brasilia',
  'Europe/London': 'Manchester, Edinburgh, Glasgow',
  'Europe/Berlin': 'Munich, Hamburg, Frankfurt, Cologne, München, Köln',
  'Europe/Zurich': 'Geneva, Basel, Bern, Genf',
  'Europe/Vienna': 'Wien',
  'Europe/Rome': 'Milan, Mailand',
  'Europe/Lisbon': 'Lissabon',
  'Europe/Brussels': 'Brüssel',
  'Europe/Copenhagen': 'Kopenhagen',
  'Europe/Warsaw': 'Warschau',
  'Europe/Bucharest': 'Bukarest',
  'Europe/Moscow': 'Moskau',
  'Europe/Madrid': 'Barcelona',
  'Asia/Shanghai': 'Beijing, Shenzhen, Guangzhou, Peking',
  'Asia/Calcutta': 'Delhi, Mumbai, Bangalore, Bengaluru, Chennai, Hyderabad, Calcutta',
  'Asia/Kolkata': 'Delhi, Mumbai, Bangalore, Bengaluru, Chennai, Hyderabad, Calcutta',
  'Asia/Tokyo': 'Osaka, Kyoto, Tokio',
  'Asia/Dubai': 'Abu Dhabi',
  'Asia/Riyadh': 'Jeddah',
  'Asia/Jerusalem': 'Tel Aviv',
  'Asia/Saigon': 'Hanoi, Saigon',
  'Asia/Ho_Chi_Minh': 'Hanoi, Saigon',
  'Asia/Singapore': 'Singapur',
  'Africa/Cairo': 'Kairo',
  'Africa/Johannesburg': 'Cape Town, Kapstadt',
  'Australia/Sydney': 'Canberra',
  'Pacific/Auckland': 'Wellington',
};

let known: { readonly language: Language; readonly zones: Promise<readonly Zone[]> } | undefined;

/** All time zones that this system knows, by city. Worked out once, and in turns: it takes a tenth of a second. */
export function loadZones(): Promise<readonly Zone[]> {
  const language = currentLanguage();
  if (known?.language !== language) {
    known = { language, zones: listZones(language) };
  }
  return known.zones;
}

/** The zones of a city or country whose beginning is typed: cities first, then countries. */
export function findZones(zones: readonly Zone[], query: string): readonly Zone[] {
  const typed = simplify(query).trim();
  if (typed === '') {
    return zones;
  }
  const words = typed.split(/\s+/);
  const found = zones.filter((zone) => words.every((word) => zone.words.includes(` ${word}`)));
  const rank = ({ city, place }: Zone): number =>
    [city, place, ''].findIndex((name) => name === '' || simplify(name).startsWith(typed));
  return found.toSorted((one, other) => rank(one) - rank(other));
}

/** "GMT+9", as it is at a moment. */
export function offsetText(timeZone: string, now: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(now);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

async function listZones(language: Language): Promise<readonly Zone[]> {
  const countries = await countriesByZone(language);
  const byName = new Intl.Collator(language);
  const ids = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  return [...ids]
    .map((id) => {
      const city = zoneCity(id);
      const place = countries.get(id) ?? id.slice(0, Math.max(0, id.lastIndexOf('/'))).replaceAll('_', ' ');
      return { id, city, place, words: simplify(` ${city} ${place} ${otherCities[id] ?? ''} ${id}`) };
    })
    .toSorted((one, other) => byName.compare(one.city, other.city));
}

/** A name for the country of each zone that belongs to one, as far as this system tells. */
async function countriesByZone(language: Language): Promise<ReadonlyMap<string, string>> {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
  const countries = new Map<string, string>();
  for (const first of letters) {
    await new Promise((turn) => setTimeout(turn));
    for (const region of letters.map((second) => first + second)) {
      const name = names.of(region);
      for (const zone of name === undefined ? [] : zonesOf(region)) {
        countries.set(zone, name ?? '');
      }
    }
  }
  return countries;
}

/** ECMA-402 "Intl.Locale Info"; browsers had it as a property before it became a method. */
interface LocaleWithZones {
  readonly getTimeZones?: () => readonly string[] | undefined;
  readonly timeZones?: readonly string[] | undefined;
}

function zonesOf(region: string): readonly string[] {
  const locale = new Intl.Locale('und', { region }) as unknown as LocaleWithZones;
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}

function simplify(typed: string): string {
  return typed.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[_/,]/g, ' ').toLowerCase();
}
