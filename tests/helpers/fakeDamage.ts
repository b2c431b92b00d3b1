/** Damages values and texts, differently each time and the same for the same seed. */
export interface Damage {
  /** A whole number from 0 up to, but not including, `below`. */
  readonly number: (below: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** A value that hardly ever fits. */
  readonly junk: () => unknown;
  /** A copy in which something, somewhere, is not as it was. */
  readonly spoil: (value: unknown) => unknown;
  /** Bytes lost, added or changed. */
  readonly spoilText: (text: string) => string;
}

const deep: unknown = JSON.parse(`${'['.repeat(300)}${']'.repeat(300)}`);
const polluting: unknown = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');

const junk: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.1,
  2 ** 53,
  1e308,
  '',
  ' ',
  '\0',
  'a\r\nx: y',
  '\ud800',
  '\u202e\u2066 👩‍👩‍👧 ẞ',
  'x'.repeat(2_000),
  '__proto__',
  'constructor',
  '2026-02-30T25:61:61Z',
  '9999-12-31T23:59:60.999999999-23:59',
  '0000-01-01T00:00:00+23:59',
  '2026-04-14T10:00:00.123456789123456789+05:45',
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
  Array.from({ length: 100 }, (_, index) => index),
  polluting,
  deep,
];

/** Builds a source of damage. */
export function createDamage(seed: number): Damage {
  let state = seed;
  const number = (below: number): number => {
    // The generator known as mulberry32.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  const pick = <Item>(items: readonly Item[]): Item => items[number(items.length)] as Item;
  const damage: Damage = {
    number,
    pick,
    junk: () => pick(junk),
    spoil: (value) => spoil(damage, value),
    spoilText: (text) => spoilText(damage, text),
  };
  return damage;
}

function spoil(damage: Damage, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || damage.number(8) === 0) {
    return damage.junk();
  }
  const keys = Object.keys(value);
  const hit = damage.pick(['', ...keys]);
  const entries = Object.entries(value).map(([key, item]) => [key, key === hit ? spoil(damage, item) : item] as const);
  switch (damage.number(6)) {
    case 0:
      return rebuild(
        value,
        entries.filter(([key]) => key !== hit),
      );
    case 1:
      return rebuild(value, [
        ...entries,
        [damage.pick(['__proto__', 'length', 'toJSON', 'id', '0', '']), damage.junk()],
      ]);
    case 2:
      return rebuild(value, entries.toReversed());
    default:
      return rebuild(value, entries);
  }
}

function rebuild(like: object, entries: readonly (readonly [string, unknown])[]): unknown {
  return Array.isArray(like) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}

function spoilText(damage: Damage, text: string): string {
  const at = damage.number(text.length + 1);
  switch (damage.number(6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(at);
    case 2:
      return text.slice(0, at) + String.fromCharCode(damage.number(65_536)) + text.slice(at + 1);
    case 3:
      return `${text.slice(0, at)}\0\0\0\0${text.slice(at)}`;
    case 4:
      return text.slice(0, at) + text.slice(damage.number(text.length + 1));
    default:
      return flipBit(damage, text);
  }
}

function flipBit(damage: Damage, text: string): string {
  const bytes = Buffer.from(text);
  const at = damage.number(bytes.length + 1);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << damage.number(8));
  return bytes.toString('utf8');
}
