import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { add, countsText, playwrightCounts, vitestCounts } from '../../../scripts/test/counts.mjs';

function reportFile(report: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), 'foyer-counts-')), 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const vitestReport = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };
const playwrightReport = { stats: { expected: 3, flaky: 1, unexpected: 0, skipped: 2 }, errors: [] };
const missing = join(tmpdir(), 'foyer-counts-there-is-no-such-file.json');

describe('the last line of a test run', () => {
  it('names skipped tests only if there are any', () => {
    expect(countsText({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(countsText({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });

  it('sums the runners', () => {
    const sum = add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
    expect(sum).toEqual({ passed: 11, failed: 22, skipped: 33 });
  });
});

describe('counts of the unit tests', () => {
  it('come from the report', () => {
    expect(vitestCounts(reportFile(vitestReport), 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  it('hold a failure for a file that could not be loaded', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(vitestCounts(reportFile({ ...vitestReport, testResults }), 1).failed).toBe(1);
  });

  it('never look better than the exit code', () => {
    expect(vitestCounts(reportFile(vitestReport), 1).failed).toBe(1);
    expect(vitestCounts(missing, 1).failed).toBe(1);
  });
});

describe('counts of the end-to-end tests', () => {
  it('come from the report; what passed in the end has passed', () => {
    expect(playwrightCounts(reportFile(playwrightReport), 0)).toEqual({ passed: 4, failed: 0, skipped: 2 });
  });

  it('hold a failure for an error outside of tests', () => {
    const errors = [{ message: 'Error: No tests found' }];
    expect(playwrightCounts(reportFile({ ...playwrightReport, errors }), 1).failed).toBe(1);
  });

  it('never look better than the exit code', () => {
    expect(playwrightCounts(reportFile(playwrightReport), 130).failed).toBe(1);
    expect(playwrightCounts(missing, 130).failed).toBe(1);
  });
});
