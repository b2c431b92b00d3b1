/** Several measurements of one thing, in short. */
export interface Summary {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  readonly count: number;
}

/** Sums up measurements; of none at all everything is NaN. */
export function summarize(values: readonly number[]): Summary {
  return {
    median: percentile(values, 50),
    lowest: percentile(values, 0),
    highest: percentile(values, 100),
    count: values.length,
  };
}

/** The value that so many percent of all values do not exceed, between two values in proportion. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
