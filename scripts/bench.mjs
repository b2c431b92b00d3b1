import { join } from 'node:path';
import { buildApp } from './build/buildApp.mjs';
import { runOnDesktop } from './desktop/runOnDesktop.mjs';
import { prepare } from './setup/prepare.mjs';
import { runScript } from './setup/runScript.mjs';
import { SetupError } from './setup/setupError.mjs';

// npm run bench [-- ARGUMENT…]: measures the bars of the design on this machine, into bench.json.
const root = join(import.meta.dirname, '..');

await runScript(async () => {
  const { debianCommand } = await prepare(root);
  if (debianCommand) {
    throw new SetupError(`System packages are missing; run once:\n  ${debianCommand}`);
  }
  await buildApp(root);
  return runOnDesktop('node', ['tests/bench/bench.ts', ...process.argv.slice(2)], {
    root,
    keyring: true,
    panel: true,
    notifications: true,
    results: ['bench.json'],
  });
});
