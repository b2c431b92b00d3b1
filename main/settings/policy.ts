import type { ChoiceKey } from '../../core/model/choices.ts';
import type { PolicyProblem, PolicyView } from '../../core/model/setting.ts';
import { parseChoice, type SomeChoices } from './choices.ts';
import { isChoiceKey } from './settingsTable.ts';

/** What administrators decided about this machine or its user. */
export interface Policy extends PolicyView {
  /** Nobody can choose otherwise. */
  readonly forced: SomeChoices;
  /** Holds until the user chooses otherwise. */
  readonly recommended: SomeChoices;
}

/** What stands in one place where administrators decide; `null` where it could not be read as anything. */
export interface PolicyDocument {
  /** For people: a path, or a place in the registry. */
  readonly place: string;
  readonly content: {
    readonly forced: Readonly<Record<string, unknown>>;
    readonly recommended: Readonly<Record<string, unknown>>;
  } | null;
}

/** Nobody decided anything. */
export const noPolicy: Policy = { places: [], problems: [], forced: {}, recommended: {} };

/**
 * Reads what was found, entry by entry: one that makes no sense is reported and passed over, the others hold. Of two places
 * the earlier one wins.
 */
export function readPolicy(documents: readonly PolicyDocument[]): Policy {
  const problems: PolicyProblem[] = [];
  const forced: Record<string, unknown> = {};
  const recommended: Record<string, unknown> = {};
  for (const { place, content } of documents) {
    if (content === null) {
      problems.push({ place, key: null, reason: 'unreadable' });
      continue;
    }
    take(content.forced, forced, place, problems);
    take(content.recommended, recommended, place, problems);
  }
  return { places: documents.map(({ place }) => place), problems, forced, recommended };
}

function take(
  found: Readonly<Record<string, unknown>>,
  taken: Record<string, unknown>,
  place: string,
  problems: PolicyProblem[],
): void {
  for (const [key, value] of Object.entries(found)) {
    const parsed = isChoiceKey(key) ? parseChoice(key, value) : undefined;
    if (parsed === undefined) {
      problems.push({ place, key, reason: isChoiceKey(key) ? 'invalidValue' : 'unknownKey' });
    } else if (isChoiceKey(key) && !Object.hasOwn(taken, key)) {
      taken[key] = parsed.value;
    }
  }
}

/** Whether an administrator decided a setting for good. */
export function isForced(policy: Policy, key: ChoiceKey): boolean {
  return Object.hasOwn(policy.forced, key);
}
