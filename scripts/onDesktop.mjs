import { join } from 'node:path';
import { runOnDesktop } from './desktop/runOnDesktop.mjs';
import { runScript } from './setup/runScript.mjs';

// node scripts/onDesktop.mjs [--bare] COMMAND [ARGUMENT…]: one command on the desktop that tests use (`--bare`: a display
// and a session bus, nothing else). Sets nothing up and builds nothing.
const args = process.argv.slice(2);
const isBare = args[0] === '--bare';
const [command, ...rest] = isBare ? args.slice(1) : args;

await runScript(async () => {
  if (!command) {
    console.error('Usage: node scripts/onDesktop.mjs [--bare] COMMAND [ARGUMENT…]');
    return 2;
  }
  return runOnDesktop(command, rest, {
    root: join(import.meta.dirname, '..'),
    keyring: !isBare,
    panel: !isBare,
    notifications: !isBare,
    results: ['test-results', 'bench.json', 'demo.png', 'demo-call.png'],
  });
});
