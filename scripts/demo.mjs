import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildApp } from './build/buildApp.mjs';
import { desktopKind } from './desktop/desktopKind.mjs';
import { runOnDesktop } from './desktop/runOnDesktop.mjs';
import { prepare } from './setup/prepare.mjs';
import { runScript } from './setup/runScript.mjs';
import { SetupError } from './setup/setupError.mjs';

// npm run demo: the program with the simulator's office day, on this desktop or a virtual one.
const root = join(import.meta.dirname, '..');

await runScript(async () => {
  const { debianCommand } = await prepare(root);
  if (debianCommand) {
    throw new SetupError(`System packages are missing; run once:\n  ${debianCommand}`);
  }
  await buildApp(root);
  const demo = relative(root, fileURLToPath(import.meta.resolve('./demo/runDemo.ts')));
  const args = desktopKind() === 'virtual' ? [demo, '--unattended'] : [demo];
  return runOnDesktop('node', args, { root, keyring: true, panel: true, results: ['demo.png', 'demo-call.png'] });
});
