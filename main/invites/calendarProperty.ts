import ical from 'ical.js';

/** One property of a component, its values unescaped. */
export interface CalendarProperty {
  /** Names in small letters. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly values: readonly string[];
  /** What stands after the colon, as it stands there. */
  readonly raw: string;
}

/** The properties of an event by name, in small letters. */
export type CalendarProperties = ReadonlyMap<string, readonly CalendarProperty[]>;

const mostProperties = 500;

/** Reads the lines of one component; a line that makes no sense is left out alone. */
export function readProperties(text: string): CalendarProperties {
  const properties = new Map<string, CalendarProperty[]>();
  for (const line of text.split('\r\n', mostProperties)) {
    const property = readProperty(line);
    if (property !== null) {
      const [name, read] = property;
      properties.set(name, [...(properties.get(name) ?? []), read]);
    }
  }
  return properties;
}

function readProperty(line: string): readonly [string, CalendarProperty] | null {
  try {
    const [name, parameters, , ...values] = ical.parse.property(line) as readonly [
      string,
      Readonly<Record<string, unknown>>,
      string,
      ...unknown[],
    ];
    const texts = Object.entries(parameters).map(([key, value]) => [key, String(value)] as const);
    return [name, { parameters: Object.fromEntries(texts), values: values.map(toText), raw: rawValue(line) }];
  } catch {
    return null;
  }
}

/** After the first colon that is not inside of quotes. */
function rawValue(line: string): string {
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line.charAt(index);
    isQuoted = character === '"' ? !isQuoted : isQuoted;
    if (character === ':' && !isQuoted) {
      return line.slice(index + 1);
    }
  }
  return '';
}

/** A rule comes as an object; it is taken from the raw text. */
function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
