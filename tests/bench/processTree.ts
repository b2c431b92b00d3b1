import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

// Reads /proc, as only Linux has it.

/** Clock ticks of /proc/PID/stat in a second: fixed by Linux for programs. */
const ticksPerSecond = 100;

/** The process and all that descend from it. */
async function processTree(root: number): Promise<readonly number[]> {
  const children = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    const pid = Number(name);
    const parent = Number.isInteger(pid) ? (await readStat(pid))?.parent : undefined;
    if (parent !== undefined) {
      children.set(parent, [...(children.get(parent) ?? []), pid]);
    }
  }
  const descend = (pid: number): readonly number[] => [pid, ...(children.get(pid) ?? []).flatMap(descend)];
  return descend(root);
}

/** Memory of the whole tree in MB; what processes share is counted once (proportional set size). */
export async function treeMemory(root: number): Promise<number> {
  let kilobytes = 0;
  for (const pid of await processTree(root)) {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  }
  return kilobytes / 1024;
}

/** How many pages run in the tree, each in a process of its own. */
export async function rendererCount(root: number): Promise<number> {
  const commands = await Promise.all(
    (await processTree(root)).map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return commands.filter((command) => command.includes('--type=renderer')).length;
}

/** How much of one core the tree uses over a time, in percent. */
export async function treeLoad(root: number, seconds: number): Promise<number> {
  const before = await treeSeconds(root);
  const start = performance.now();
  await pause(seconds * 1_000);
  const used = (await treeSeconds(root)) - before;
  return (used / ((performance.now() - start) / 1_000)) * 100;
}

async function treeSeconds(root: number): Promise<number> {
  const stats = await Promise.all((await processTree(root)).map(readStat));
  return stats.reduce((sum, stat) => sum + (stat?.ticks ?? 0), 0) / ticksPerSecond;
}

/** Ticks are those of the process and of children that it has seen end, in user and kernel mode. */
async function readStat(pid: number): Promise<{ readonly parent: number; readonly ticks: number } | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name, in parentheses, may hold anything.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), ticks };
  } catch {
    return undefined;
  }
}
