import { availableParallelism } from 'node:os';
import { checkSettingsDoc } from '../docs/settingsDoc.ts';
import { findServiceNames } from './findServiceNames.ts';
import { type Outcome, runTool } from './runTool.ts';

interface Check {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

const typedRooms = ['core', 'main', 'preload', 'renderer', 'simulator', 'scripts', 'tests'];

function listChecks(isFixing: boolean): readonly Check[] {
  const biome = ['check', '--error-on-warnings', '--max-diagnostics=200', ...(isFixing ? ['--write'] : [])];
  return [
    // The longest ones first, so that the short ones fill the gaps.
    { name: 'unused code and dependencies', run: () => runTool('knip/bin/knip.js', ['--no-progress']) },
    { name: 'lint, format, borders, cycles, sizes', run: () => runTool('@biomejs/biome/bin/biome', biome) },
    ...typedRooms.map((room) => ({
      name: `types in ${room}/`,
      run: () => runTool('typescript/bin/tsc', ['--project', room, '--pretty']),
    })),
    {
      name: 'docs/settings.md as the table of settings has it',
      run: async () => checkSettingsDoc(process.cwd(), isFixing),
    },
    { name: 'services named in their own folder only', run: async () => findServiceNames(process.cwd()) },
  ];
}

async function runCheck(check: Check): Promise<boolean> {
  const start = performance.now();
  const outcome = await check.run();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${outcome.isGood ? 'ok  ' : 'FAIL'}  ${seconds.padStart(5)} s  ${check.name}`);
  if (!outcome.isGood) {
    console.log(`\n${outcome.details.trimEnd()}\n`);
  }
  return outcome.isGood;
}

/** Runs every house check, as many at a time as there are cores, and says whether all are good. */
export async function runChecks(isFixing: boolean): Promise<boolean> {
  const start = performance.now();
  const checks = listChecks(isFixing);
  const waiting = checks.values();
  let failures = 0;
  const work = async (): Promise<void> => {
    for (const check of waiting) {
      if (!(await runCheck(check))) {
        failures += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${checks.length - failures} passed, ${failures} failed in ${seconds} s`);
  return failures === 0;
}
