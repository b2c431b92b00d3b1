import { join } from 'node:path';
import { projectNode } from './setup/npmPackages.mjs';
import { prepare } from './setup/prepare.mjs';
import { runCommand } from './setup/runCommand.mjs';
import { runScript } from './setup/runScript.mjs';

// `npm run package`: an unpacked package for this platform, in dist/. `-- TARGET…` ("nsis", "dmg", "deb") makes installers.
await runScript(async () => {
  const root = join(import.meta.dirname, '..');
  const { runtime } = await prepare(root);
  if (!process.features.typescript) {
    return (await runCommand(projectNode(root), process.argv.slice(1), { cwd: root, output: 'inherit' })).code;
  }
  process.chdir(root);
  const { packageFoyer } = await import('./package/packageFoyer.ts');
  await packageFoyer(root, runtime, process.argv.slice(2));
  return 0;
});
