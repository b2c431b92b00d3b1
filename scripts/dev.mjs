import { join } from 'node:path';
import { assertOrdinaryUser } from './desktop/assertOrdinaryUser.mjs';
import { runCommandThrough } from './desktop/runCommandThrough.mjs';
import { electronVariables } from './setup/electronRuntime.mjs';
import { projectNode } from './setup/npmPackages.mjs';
import { prepare } from './setup/prepare.mjs';
import { runScript } from './setup/runScript.mjs';

// npm run dev [-- ARGUMENT…]: the program, rebuilt and reloaded as its sources change.
const root = join(import.meta.dirname, '..');

await runScript(async () => {
  assertOrdinaryUser();
  const { runtime } = await prepare(root);
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const env = { ...process.env, ...electronVariables(runtime) };
  return runCommandThrough(projectNode(root), [builder, 'dev', ...process.argv.slice(2)], { cwd: root, env });
});
