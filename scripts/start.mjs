import { join } from 'node:path';
import { buildApp } from './build/buildApp.mjs';
import { assertOrdinaryUser } from './desktop/assertOrdinaryUser.mjs';
import { runCommandThrough } from './desktop/runCommandThrough.mjs';
import { electronVariables } from './setup/electronRuntime.mjs';
import { prepare } from './setup/prepare.mjs';
import { runScript } from './setup/runScript.mjs';

// npm start [-- ARGUMENT…]: the program for real, with your own profile and the real services.
const root = join(import.meta.dirname, '..');

await runScript(async () => {
  assertOrdinaryUser();
  const { runtime } = await prepare(root);
  await buildApp(root);
  const env = { ...process.env, ...electronVariables(runtime) };
  return runCommandThrough(runtime.executable, ['.', ...process.argv.slice(2)], { cwd: root, env });
});
