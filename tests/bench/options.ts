import { parseArgs } from 'node:util';

/** What can be measured alone. */
export const measureNames = ['start', 'memory', 'idle', 'payload', 'join', 'link', 'large', 'call', 'rest'] as const;

/** How the benchmark was asked to run. */
export interface BenchOptions {
  readonly runs: number;
  readonly only: readonly (typeof measureNames)[number][];
  /** Fail when a bar is missed. */
  readonly isCheck: boolean;
}

const defaultRuns = 10;

/** Reads the command line; throws with a text for people when it makes no sense. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: String(defaultRuns) },
      only: { type: 'string', multiple: true, default: [] },
      check: { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) {
    throw new RangeError('--runs takes a number from 1 on.');
  }
  const only = measureNames.filter((name) => values.only.length === 0 || values.only.includes(name));
  const unknown = values.only.find((name) => !measureNames.some((known) => known === name));
  if (unknown !== undefined) {
    throw new RangeError(`--only takes one of ${measureNames.join(', ')}; not ${unknown}.`);
  }
  return { runs, only, isCheck: values.check };
}
