import * as z from 'zod/mini';
import type { ChoiceKey, Choices } from '../../core/model/choices.ts';
import { choiceKeys, freshChoices, settingsTable } from './settingsTable.ts';

/** Settings that somebody decided; the others are as they are by default. */
export type SomeChoices = Partial<Choices>;

/** Settings found somewhere, and the names of those that could not be used. */
export interface ReadChoices {
  readonly choices: SomeChoices;
  readonly broken: readonly ChoiceKey[];
}

/** Takes the settings out of an object of any kind. Each that makes no sense is left out alone. Never throws. */
export function readChoices(found: Readonly<Record<string, unknown>>): ReadChoices {
  const choices: Record<string, unknown> = {};
  const broken: ChoiceKey[] = [];
  for (const key of choiceKeys) {
    if (Object.hasOwn(found, key) && settingsTable[key].isHeldBySystem !== true) {
      const parsed = parseChoice(key, found[key]);
      if (parsed === undefined) {
        broken.push(key);
      } else {
        choices[key] = parsed.value;
      }
    }
  }
  return { choices, broken };
}

/** A value for a setting, checked; undefined when it may not stand there. */
export function parseChoice(key: ChoiceKey, value: unknown): { readonly value: Choices[ChoiceKey] } | undefined {
  const parsed = z.safeParse<z.ZodMiniType<Choices[ChoiceKey]>>(settingsTable[key].schema, value);
  return parsed.success ? { value: parsed.data } : undefined;
}

/** What holds: an administrator's decision, else the user's, else an administrator's suggestion, else the default. */
export function combineChoices(forced: SomeChoices, chosen: SomeChoices, recommended: SomeChoices): Choices {
  return { ...freshChoices, ...recommended, ...chosen, ...forced };
}
