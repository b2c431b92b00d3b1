import { runChecks } from './check/runChecks.ts';

const isFixing = process.argv.includes('--fix');
process.exitCode = (await runChecks(isFixing)) ? 0 : 1;
