import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { misplacedTests } from '../../../scripts/test/misplacedTests.mjs';

function checkoutWith(...files: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'foyer-misplaced-'));
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), '');
  }
  return root;
}

describe('tests that no runner looks at', () => {
  it('are found wherever they lie', () => {
    const misplaced = [
      'tests/late.test.ts',
      'tests/unit/old.spec.ts',
      'tests/e2e/join.test.ts',
      'tests/unit/a/b.e2e.ts',
    ];
    expect(misplacedTests(checkoutWith(...misplaced)).sort()).toEqual([...misplaced].sort());
  });

  it('do not include those in their place, nor helpers', () => {
    const root = checkoutWith(
      'tests/unit/a.test.ts',
      'tests/contract/x/b.test.ts',
      'tests/e2e/c.e2e.ts',
      'tests/helpers/d.ts',
    );
    expect(misplacedTests(root)).toEqual([]);
  });

  it('are none in this checkout', () => {
    expect(misplacedTests(join(import.meta.dirname, '..', '..', '..'))).toEqual([]);
  });
});
