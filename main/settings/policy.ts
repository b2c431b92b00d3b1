import type { ChoiceKey, PresetAccount } from '../../core/model/choices.ts';
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

/** Whether a field of a service's accounts is secret; null when there is no such service or field. */
export type JudgeField = (serviceId: string, field: string) => 'plain' | 'secret' | null;

/**
 * Reads what was found, entry by entry: one that makes no sense is reported and passed over, the others hold. Of two places
 * the earlier one wins. A secret in a policy would lie open on every machine: an account with one is passed over.
 */
export function readPolicy(documents: readonly PolicyDocument[], judgeField: JudgeField): Policy {
  const problems: PolicyProblem[] = [];
  const forced: Record<string, unknown> = {};
  const recommended: Record<string, unknown> = {};
  for (const { place, content } of documents) {
    if (content === null) {
      problems.push({ place, key: null, reason: 'unreadable' });
      continue;
    }
    for (const [found, taken] of [
      [content.forced, forced],
      [content.recommended, recommended],
    ] as const) {
      for (const [key, value] of Object.entries(found)) {
        const read = readEntry(key, value, judgeField);
        problems.push(...read.problems.map((reason) => ({ place, key, reason })));
        if ('value' in read && !Object.hasOwn(taken, key)) {
          taken[key] = read.value;
        }
      }
    }
  }
  return { places: documents.map(({ place }) => place), problems, forced, recommended };
}

interface ReadEntry {
  readonly value?: unknown;
  readonly problems: readonly PolicyProblem['reason'][];
}

function readEntry(key: string, value: unknown, judgeField: JudgeField): ReadEntry {
  if (!isChoiceKey(key)) {
    return { problems: ['unknownKey'] };
  }
  const parsed = parseChoice(key, value);
  if (parsed === undefined) {
    return { problems: ['invalidValue'] };
  }
  return key === 'presetAccounts'
    ? readPresets(parsed.value as readonly PresetAccount[], judgeField)
    : { ...parsed, problems: [] };
}

function readPresets(presets: readonly PresetAccount[], judgeField: JudgeField): ReadEntry {
  const judged = presets.map((preset) => ({
    preset,
    verdicts: Object.keys(preset.fields).map((field) => judgeField(preset.serviceId, field)),
  }));
  const problems = judged.flatMap(({ verdicts }): readonly PolicyProblem['reason'][] => {
    if (verdicts.includes('secret')) {
      return ['isSecret'];
    }
    return verdicts.includes(null) ? ['invalidValue'] : [];
  });
  const good = judged.filter(({ verdicts }) => verdicts.every((verdict) => verdict === 'plain'));
  return { value: good.map(({ preset }) => preset), problems };
}

/** Whether an administrator decided a setting for good. */
export function isForced(policy: Policy, key: ChoiceKey): boolean {
  return Object.hasOwn(policy.forced, key);
}
