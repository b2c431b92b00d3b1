import { join } from 'node:path';
import { ensureNpmPackages, projectNode } from './setup/npmPackages.mjs';
import { runCommand } from './setup/runCommand.mjs';
import { runScript } from './setup/runScript.mjs';

// `npm run check`: every house rule that a machine can see. `-- --fix` also formats and repairs what is safe to repair.
await runScript(async () => {
  const root = join(import.meta.dirname, '..');
  await ensureNpmPackages(root);
  if (!process.features.typescript) {
    return (await runCommand(projectNode(root), process.argv.slice(1), { cwd: root, output: 'inherit' })).code;
  }
  process.chdir(root);
  const { runChecks } = await import('./check/runChecks.ts');
  return (await runChecks(process.argv.includes('--fix'))) ? 0 : 1;
});
