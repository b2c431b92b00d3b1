import { join } from 'node:path';
import { prepare } from './setup/prepare.mjs';
import { runScript } from './setup/runScript.mjs';

// `npm run setup`: everything that the other commands do first, alone.
await runScript(async () => {
  const { runtime, debianCommand } = await prepare(join(import.meta.dirname, '..'));
  console.log(`Ready: Electron ${runtime.version} (${runtime.kind}).`);
  if (debianCommand) {
    console.log(`Still missing for tests and the demo; run once:\n  ${debianCommand}`);
  }
  return 0;
});
