import type { Summary } from './statistics.ts';

/** One line of the benchmark's table. */
export interface Result {
  /** What was measured ("first contentful paint"). */
  readonly what: string;
  readonly unit: 'ms' | 's' | 'MB' | '%' | 'times';
  readonly foyer: Summary;
  /** The same of a blank window, where that makes sense. */
  readonly blank?: Summary;
  /** Foyer to blank window, pair by pair. */
  readonly ratio?: Summary;
  /** What the design demands: of the ratio's median if there is a ratio, else of Foyer's own median. */
  readonly bar?: number;
  /** What a reader should know of this line. */
  readonly note?: string;
}

/** Whether a line keeps its bar; undefined when it has none. */
export function isMet({ foyer, ratio, bar }: Result): boolean | undefined {
  return bar === undefined ? undefined : (ratio ?? foyer).median <= bar;
}

/** The lines as a table for people. */
export function formatTable(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.what,
    formatSummary(result.foyer, result.unit),
    result.blank === undefined ? '' : formatSummary(result.blank, result.unit),
    result.ratio === undefined ? '' : formatSummary(result.ratio, '×'),
    formatBar(result),
    verdict(result),
  ]);
  const head = ['', 'Foyer', 'blank window', 'ratio', 'bar', ''];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const lines = [head, ...rows].map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  const notes = results.flatMap(({ what, note }) => (note === undefined ? [] : [`${what}: ${note}`]));
  return [...lines.map((line) => line.trimEnd()), '', ...notes].join('\n');
}

function formatSummary({ median, lowest, highest, count }: Summary, unit: string): string {
  const digits = unit === '×' || unit === '%' ? 2 : 1;
  const [middle, low, high] = [median, lowest, highest].map((value) => value.toFixed(digits));
  const text = unit === 'times' ? `${Math.round(median)}` : `${middle} ${unit}`;
  return count > 1 ? `${text} (${low}–${high})` : text;
}

function formatBar({ bar, ratio, unit }: Result): string {
  return bar === undefined ? '' : `≤ ${bar} ${ratio === undefined ? unit : '×'}`;
}

function verdict(result: Result): string {
  switch (isMet(result)) {
    case undefined:
      return '';
    case true:
      return 'ok';
    case false:
      return 'MISSED';
  }
}
