import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'rules', include: ['tests/{unit,contract,simulator}/**/*.test.ts'] } },
      // Builds a package first if need be: alone, so that nobody's clock runs out meanwhile.
      { test: { name: 'package', include: ['tests/package/**/*.test.ts'], sequence: { groupOrder: 1 } } },
    ],
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
});
