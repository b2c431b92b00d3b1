import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Parsed, ProfileFile } from './profileFiles.ts';

/** What was found where a profile file should be. */
export type FoundProfileFile<Value> =
  /** None yet. */
  | { readonly kind: 'fresh'; readonly value: Value }
  | { readonly kind: 'read'; readonly value: Value }
  /** It, or a part of it, makes no sense; `value` is what could be saved of it. */
  | {
      readonly kind: 'damaged';
      readonly value: Value;
      /** Names of the parts that were given up, where they have names. */
      readonly lost?: readonly string[];
    };

/** So many characters take long enough that whatever else waits gets its turn in between. */
const longText = 500_000;

/** Reads a file of the profile. Never throws and changes nothing: whatever is on disk, there is a value to go on with. */
export async function readProfileFile<Value>(
  folder: string,
  file: ProfileFile<Value>,
): Promise<FoundProfileFile<Value>> {
  let text: string;
  try {
    text = await readFile(join(folder, `${file.name}.json`), 'utf8');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { kind: isMissing ? 'fresh' : 'damaged', value: file.fresh };
  }
  const giveTurn = text.length > longText ? nextTurn : async (): Promise<void> => undefined;
  const json = parseJson(text);
  await giveTurn();
  const isLong = text.length > longText && file.parseInTurns !== undefined;
  const parsed = isLong ? await file.parseInTurns?.(json, nextTurn) : undefined;
  const found = toFound(parsed ?? file.parse(json));
  await giveTurn();
  return found;
}

/** Reads files of one profile, each once: what the first picture was drawn from is what the program goes on with. */
export type ReadProfileFile = <Value>(file: ProfileFile<Value>) => Promise<FoundProfileFile<Value>>;

/** See {@link ReadProfileFile}. */
export function createProfileReader(folder: string): ReadProfileFile {
  const known = new Map<ProfileFile<never>, Promise<unknown>>();
  return <Value>(file: ProfileFile<Value>) => {
    const key = file as ProfileFile<never>;
    const reading = (known.get(key) as Promise<FoundProfileFile<Value>> | undefined) ?? readProfileFile(folder, file);
    known.set(key, reading);
    return reading;
  };
}

/** The pure part of {@link readProfileFile}. */
export function parseProfileText<Value>(text: string, file: ProfileFile<Value>): FoundProfileFile<Value> {
  return toFound(file.parse(parseJson(text)));
}

function toFound<Value>({ value, isWhole, lost = [] }: Parsed<Value>): FoundProfileFile<Value> {
  if (isWhole) {
    return { kind: 'read', value };
  }
  return lost.length === 0 ? { kind: 'damaged', value } : { kind: 'damaged', value, lost };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
