import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp } from '../build/buildApp.mjs';
import { runCommandThrough } from '../desktop/runCommandThrough.mjs';
import { runOnDesktop } from '../desktop/runOnDesktop.mjs';
import { projectNode } from '../setup/npmPackages.mjs';
import { prepare } from '../setup/prepare.mjs';
import { SetupError } from '../setup/setupError.mjs';
import { add, countsText, oneFailed, playwrightCounts, vitestCounts } from './counts.mjs';
import { misplacedTests } from './misplacedTests.mjs';

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {{ isFast: boolean, filters: readonly string[] }} TestOptions
 */

/**
 * Runs every part, whatever became of the ones before, and prints the sum as the last line. What is no test but fails
 * (the build, a check) counts as one failure, so that the sum never looks better than the exit code.
 *
 * @param {string} root
 * @param {TestOptions} options
 * @returns {Promise<number>} the exit code
 */
export async function runTests(root, options) {
  const { debianCommand } = await prepare(root);
  await rm(join(root, 'test-results'), { recursive: true, force: true });
  const isBuilt = await part(() => buildApp(root));
  const counts = [
    isBuilt,
    await part(() => assertPlacement(root)),
    ...(options.filters.length > 0 ? [] : [await check(root)]),
    await unitTests(root, options),
    ...(options.isFast ? [] : [await endToEndTests(root, options, isBuilt.failed > 0, debianCommand)]),
  ];
  const sum = counts.reduce(add);
  console.log(`\n${countsText(sum)}`);
  return sum.failed === 0 ? 0 : 1;
}

/**
 * @param {() => unknown} work
 * @returns {Promise<Counts>}
 */
async function part(work) {
  try {
    await work();
    return { passed: 0, failed: 0, skipped: 0 };
  } catch (error) {
    if (!(error instanceof SetupError)) {
      throw error;
    }
    console.error(error.message);
    return oneFailed;
  }
}

/** @param {string} root */
function assertPlacement(root) {
  const misplaced = misplacedTests(root);
  if (misplaced.length > 0) {
    throw new SetupError(`No runner would ever run these, because of where they lie:\n  ${misplaced.join('\n  ')}`);
  }
}

/** @param {string} root */
function check(root) {
  return part(async () => {
    const script = join(root, 'scripts', 'check.mjs');
    console.log('\n• Checking types, style, borders and dead code …');
    if (existsSync(script) && (await runNode(root, [script])) !== 0) {
      throw new SetupError('The check failed: see above, or run `npm run check`.');
    }
  });
}

/**
 * @param {string} root
 * @param {TestOptions} options
 */
async function unitTests(root, { filters }) {
  console.log('\n• Unit, contract and simulator tests …');
  const report = join(root, 'test-results', 'vitest.json');
  const options = filters.length > 0 ? ['--passWithNoTests', ...filters] : [];
  const code = await runNode(root, [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...options]);
  return vitestCounts(report, code);
}

/**
 * @param {string} root
 * @param {TestOptions} options
 * @param {boolean} isUnbuilt
 * @param {string | undefined} debianCommand
 */
async function endToEndTests(root, { filters }, isUnbuilt, debianCommand) {
  console.log('\n• End-to-end tests on the real program …');
  if (isUnbuilt || debianCommand) {
    console.error(isUnbuilt ? 'Not without a build.' : `System packages are missing; run once:\n  ${debianCommand}`);
    return oneFailed;
  }
  const options = filters.length > 0 ? ['--pass-with-no-tests', ...filters] : [];
  const report = join(root, 'test-results', 'playwright.json');
  const code = await runOnDesktop('node', ['node_modules/@playwright/test/cli.js', 'test', ...options], {
    root,
    keyring: true,
    panel: true,
    notifications: true,
    results: ['test-results'],
  });
  return playwrightCounts(report, code);
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 */
function runNode(root, args) {
  return runCommandThrough(projectNode(root), args, { cwd: root, env: process.env });
}
