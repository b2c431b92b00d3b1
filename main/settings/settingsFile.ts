import * as z from 'zod/mini';
import { type CallChoices, callChoicesSchema } from '../../preload/callChannels.ts';
import { readChoices, type SomeChoices } from './choices.ts';
import { type ProfileFile, profileVersion } from './profileFiles.ts';
import { choiceKeys } from './settingsTable.ts';

/** How the window was left; in device-independent pixels. */
export interface WindowBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What Foyer remembers by itself. */
export interface Remembered {
  readonly wasToldAboutTray: boolean;
  readonly windowBounds: WindowBounds | null;
  /** What was chosen for calls; null before the first one. */
  readonly callChoices: CallChoices | null;
}

/** What the user decided, and what Foyer remembers beside it. A setting that nobody touched is not there. */
export type Settings = Remembered & SomeChoices;

const coordinate = z.int().check(z.gte(-100_000), z.lte(100_000));
const extent = z.int().check(z.gte(100), z.lte(100_000));

const remembered = {
  wasToldAboutTray: z.boolean(),
  windowBounds: z.nullable(z.object({ x: coordinate, y: coordinate, width: extent, height: extent })),
  callChoices: z.nullable(callChoicesSchema),
};

const rememberedOrFresh = z.object({
  wasToldAboutTray: z.catch(remembered.wasToldAboutTray, false),
  windowBounds: z.catch(remembered.windowBounds, null),
  callChoices: z.catch(remembered.callChoices, null),
});

const fields = z.looseObject({ version: z.literal(profileVersion) });
const knownKeys = new Set<string>(['version', ...Object.keys(remembered), ...choiceKeys]);

/** What the user decided. A broken value falls back alone, and is told by its name. */
export const settingsFile: ProfileFile<Settings> = {
  name: 'settings',
  fresh: z.parse(rememberedOrFresh, {}),
  parse: (found) => {
    const parsed = z.safeParse(fields, found);
    const source = parsed.success ? parsed.data : {};
    const { choices, broken } = readChoices(source);
    const unknown = Object.keys(source).filter((key) => !knownKeys.has(key));
    const forgotten = Object.entries(remembered)
      .filter(([key, schema]) => Object.hasOwn(source, key) && !z.safeParse(schema, Reflect.get(source, key)).success)
      .map(([key]) => key);
    const lost = [...broken, ...forgotten, ...unknown];
    return {
      value: { ...z.parse(rememberedOrFresh, source), ...choices },
      isWhole: parsed.success && lost.length === 0,
      lost,
    };
  },
};
