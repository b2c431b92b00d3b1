import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProfileFile } from '../../../main/settings/profileFile.ts';
import { agendaFile } from '../../../main/settings/profileFiles.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'foyer-kill-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** A program of its own that does nothing but write: write number n has n % 40 meetings, all with n as their subject. */
const writer = `
  const at = (path) => new URL(path, ${JSON.stringify(import.meta.url)}).href;
  await import(at('../../helpers/withoutElectron.ts'));
  const { openProfileStore } = await import(at('../../../main/settings/profileStore.ts'));
  const { agendaFile } = await import(at('../../../main/settings/profileFiles.ts'));
  const { someAgenda } = await import(at('../../helpers/fakeProfileFiles.ts'));
  const refuse = (error) => { throw error; };
  const store = await openProfileStore(process.argv[1], agendaFile, { onSetAside: refuse, onCannotWrite: refuse });
  const agendas = Array.from({ length: 40 }, (_, count) => JSON.stringify(someAgenda(count, 'SUBJECT')));
  for (let number = 1; ; number += 1) {
    const text = agendas[number % 40].replaceAll('SUBJECT', String(number));
    store.replace({ agendas: { 'room-1': JSON.parse(text) } });
    process.stdout.write(number + '\\n');
    if (number % 5 === 0) await new Promise(setImmediate);
  }
`;

/** Lets the writer write into the folder until it told of so many writes, then kills it; returns the last one told. */
async function writeAndKill(folder: string, writes: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', writer, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  let told = '';
  let complaints = '';
  child.stderr.on('data', (data) => {
    complaints += String(data);
  });
  child.stdout.on('data', (data) => {
    told += String(data);
    if (told.split('\n').length > writes) {
      child.kill('SIGKILL');
    }
  });
  const [, signal] = await closed;
  expect(signal, complaints).toBe('SIGKILL');
  return Number(told.split('\n').at(-2));
}

describe('a program that is killed while it writes', () => {
  test('leaves a file that loads and holds one whole write, none older than the last that was done', async () => {
    let kills = 0;
    const worker = async (_: unknown, lane: number): Promise<void> => {
      const folder = join(root, String(lane));
      while (kills < 50) {
        kills += 1;
        const last = await writeAndKill(folder, 1 + ((kills * 7) % 23));
        const found = await readProfileFile(folder, agendaFile);
        const meetings = found.value.agendas['room-1']?.meetings ?? [];
        const [first] = meetings;
        expect(found.kind).toBe('read');
        // No meetings at all are those of a write with a number that 40 goes into.
        const number = first === undefined ? Math.ceil(last / 40) * 40 : Number(first.subject);
        expect(number).toBeGreaterThanOrEqual(last);
        expect(meetings.every(({ subject }) => subject === String(number))).toBe(true);
        expect(meetings).toHaveLength(number % 40);
      }
    };
    await Promise.all(Array.from({ length: 4 }, worker));
    expect(kills).toBeGreaterThanOrEqual(50);
  }, 60_000);
});
