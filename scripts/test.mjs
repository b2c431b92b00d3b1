import { join } from 'node:path';
import { runScript } from './setup/runScript.mjs';
import { runTests } from './test/runTests.mjs';

// npm test [-- --fast] [-- FILTER…]: everything that can be tested here; with filters only the tests whose path fits one.
const args = process.argv.slice(2);

await runScript(() =>
  runTests(join(import.meta.dirname, '..'), {
    isFast: args.includes('--fast'),
    filters: args.filter((argument) => !argument.startsWith('--')),
  }),
);
