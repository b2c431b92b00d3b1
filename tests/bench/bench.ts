import { writeFile } from 'node:fs/promises';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { measureCall } from './measures/call.ts';
import { measureColdStart } from './measures/coldStart.ts';
import { measureJoin } from './measures/joinLatency.ts';
import { measureLargeAgenda } from './measures/largeAgenda.ts';
import { measureLink } from './measures/linkLatency.ts';
import { measurePayload } from './measures/payload.ts';
import { measureIdle, measureMemory } from './measures/residence.ts';
import { measureRest } from './measures/rest.ts';
import { type BenchOptions, parseOptions } from './options.ts';
import { type Bench, prepareBench } from './programs.ts';
import { formatTable, isMet, type Result } from './results.ts';

// node tests/bench/bench.ts [--runs N] [--only NAME]… [--check]: measures the bars of the design. Needs a built program and
// a desktop with a tray; `npm run bench` sees to both.

const file = join(import.meta.dirname, '..', '..', 'bench.json');

/** Those that read /proc, and so run on Linux only. */
const onLinuxOnly: ReadonlySet<BenchOptions['only'][number]> = new Set(['memory', 'idle', 'rest']);

try {
  const options = parseOptions(process.argv.slice(2));
  const results = await measure(options);
  console.log(`\n${formatTable(results)}`);
  const lines = results.map((result) => ({ ...result, isMet: isMet(result) ?? null }));
  await writeFile(
    file,
    `${JSON.stringify({ takenAt: new Date().toISOString(), machine: machine(), lines }, null, 2)}\n`,
  );
  process.exitCode ??= options.isCheck && results.some((result) => isMet(result) === false) ? 1 : 0;
} catch (error) {
  console.error(error instanceof RangeError ? error.message : error);
  process.exitCode = 2;
}

async function measure({ runs, only }: BenchOptions): Promise<readonly Result[]> {
  const few = Math.max(1, Math.ceil(runs / 5));
  const measures = {
    start: (bench: Bench) => measureColdStart(bench, runs),
    memory: (bench: Bench) => measureMemory(bench, Math.ceil(runs / 2)),
    idle: (bench: Bench) => measureIdle(bench, few),
    payload: async () => measurePayload(),
    join: measureJoin,
    link: measureLink,
    rest: measureRest,
    large: (bench: Bench) => measureLargeAgenda(bench, few),
    call: (bench: Bench) => measureCall(bench, few),
  };
  console.log('Preparing profiles');
  const bench = await prepareBench();
  try {
    const results: Result[] = [];
    for (const name of only) {
      if (onLinuxOnly.has(name) && process.platform !== 'linux') {
        console.log(`Left out: ${name} (reads what only Linux tells of processes)`);
      } else {
        console.log(`Measuring: ${name}`);
        results.push(...(await measures[name](bench).catch((error: unknown) => fail(name, error))));
      }
    }
    return results;
  } finally {
    await bench.close();
  }
}

/** One measure that fails takes nothing from the others, but the whole did not succeed. */
function fail(name: string, error: unknown): readonly Result[] {
  console.error(`${name} could not be measured:`, error);
  process.exitCode = 2;
  return [];
}

function machine(): Readonly<Record<string, unknown>> {
  const [processor] = cpus();
  return {
    platform: `${process.platform} ${release()}`,
    processor: processor?.model,
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
  };
}
