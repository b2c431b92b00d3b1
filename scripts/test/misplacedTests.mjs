import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

const looksLikeTest = /\.(test|spec|e2e)\.[cm]?[jt]sx?$/;
/** The same places as in vitest.config.ts and playwright.config.ts. */
const runnersPlaces = [/^tests\/(unit|contract|simulator|package)\/.+\.test\.ts$/, /^tests\/e2e\/.+\.e2e\.ts$/];

/**
 * Files under tests/ that look like tests, but lie where no runner looks: they would be green for ever.
 *
 * @param {string} root
 */
export function misplacedTests(root) {
  return readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .map((path) => `tests/${path.replaceAll(sep, '/')}`)
    .filter((path) => looksLikeTest.test(path) && !runnersPlaces.some((place) => place.test(path)));
}
