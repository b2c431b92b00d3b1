import { join } from 'node:path';
import { runCommandThrough } from './desktop/runCommandThrough.mjs';
import { ensureNpmPackages, projectNode } from './setup/npmPackages.mjs';
import { runScript } from './setup/runScript.mjs';

// npm run simulator [-- ARGUMENT…]: the simulated services alone.
const root = join(import.meta.dirname, '..');

await runScript(async () => {
  await ensureNpmPackages(root);
  const args = [join(root, 'simulator', 'main.ts'), ...process.argv.slice(2)];
  return runCommandThrough(projectNode(root), args, { cwd: root, env: process.env });
});
