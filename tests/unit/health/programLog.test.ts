import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createProgramLog, logFile, logFolderOf, type ProgramLog } from '../../../main/shell/programLog.ts';

let profile = '';
let log: ProgramLog;

beforeAll(async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  profile = await mkdtemp(join(tmpdir(), 'foyer-log-'));
  log = createProgramLog(profile);
});

afterAll(() => rm(profile, { recursive: true, force: true }));

const read = (name: string): Promise<string> => readFile(join(logFolderOf(profile), name), 'utf8');

describe('the log', () => {
  test('notes what its level asks for, from the next line on', async () => {
    log.debug('too close');
    log.info('begun');
    log.setLevel('debug');
    log.debug('closer');
    log.setLevel('error');
    log.warn('too mild');
    log.error('bad', new RangeError('no'));
    log.setLevel('info');
    const text = await read(logFile);
    const noted = [...text.matchAll(/\[(\w+)\] +(\w+)/g)].map(([, level, word]) => `${level} ${word}`);
    expect(noted).toEqual(['info begun', 'debug closer', 'error bad']);
    expect(text).toContain('RangeError: no');
  });

  test('holds no secret, and is for its user only', async () => {
    log.warn('Authorization: Bearer open-sesame');
    log.error('pin=445566', new Error('at https://meet.example/open-sesame'));
    const text = await read(logFile);
    expect(text).not.toMatch(/open-sesame|445566/);
    expect((await stat(join(logFolderOf(profile), logFile))).mode & 0o777).toBe(0o600);
  });

  test('keeps one older file when it is full', async () => {
    for (let line = 0; line < 1_100; line += 1) {
      log.info(`${line} ${'word '.repeat(200)}`);
    }
    const sizes = await Promise.all(
      [logFile, 'main.old.log'].map(async (name) => (await stat(join(logFolderOf(profile), name))).size),
    );
    expect(Math.max(...sizes)).toBeLessThan(1_048_576 + 2_000);
    expect(await read(logFile)).toContain('1099 word');
  });
});
