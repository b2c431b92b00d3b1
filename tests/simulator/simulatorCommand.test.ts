import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startSimulator } from '../../simulator/simulator.ts';
import { parseSimulatorCommand } from '../../simulator/simulatorCommand.ts';
import { start } from './pexipClient.ts';

function run(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [fileURLToPath(new URL('../../simulator/main.ts', import.meta.url)), ...args]);
}

async function output(child: ChildProcess): Promise<{ stdout: string; stderr: string; exitCode: number | null }> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('the command has no output');
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [outText, errorText, exitCode] = await Promise.all([text(stdout), text(stderr), ended]);
  return { stdout: outText, stderr: errorText, exitCode };
}

describe('simulator command', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('prints what a person needs and stops on %s', async (signal) => {
    const faults = ['latency', 'token:serverError', 'telnyx:createRoom:answerLost', 'joinme:token:answerLost'];
    const child = run('--joinme-consent=mara.quist@corp.example', ...faults.map((fault) => `--fault=${fault}`));
    child.stdout?.once('data', () => child.kill(signal));
    const { stdout, exitCode } = await output(child);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('boardroom-7-secret');
    expect(stdout).toContain(
      'meetings:latency, token:serverError, telnyx:createRoom:answerLost, joinme:token:answerLost',
    );
    expect(stdout).toMatch(/Telnyx API +http:\S+\/v2\nTelnyx calls +wss:/);
    expect(stdout).toMatch(/KEY5EED\w+ {2}[\w+/]{43}=\n/);
    expect(stdout).toMatch(/foyer-joinme-key +foyer-joinme-secret +app\.foyer\.desktop:\/oauth\/joinme\n/);
    const endpoints: unknown = JSON.parse(stdout.slice(stdout.indexOf('{'), stdout.indexOf('}') + 1));
    expect(endpoints).toMatchObject({
      pexipAuth: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      pexipApi: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      eightByEight: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      joinmeAuth: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      joinmeApi: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    });
  });

  it('explains itself, and what it does not understand', async () => {
    const help = await output(run('--help'));
    expect(help).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('--port-control') });
    const refused = await output(run('--fault', 'gremlins'));
    expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('gremlins') });
    const stranger = await output(run('--joinme-consent', 'nobody@corp.example'));
    expect(stranger).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('nobody@corp.example') });
  });

  it('says which port it could not have', async () => {
    const simulator = await start();
    const { port } = new URL(simulator.controlUrl);
    const { exitCode, stderr } = await output(run('--port-api', port));
    expect(exitCode).toBe(1);
    expect(stderr).toContain(port);
  });
});

describe('arguments', () => {
  it('set ports', () => {
    expect(parseSimulatorCommand(['--port-auth', '1', '--port-api=2', '--port-control', '3'])).toMatchObject({
      kind: 'run',
      ports: { pexipAuth: 1, pexipApi: 2, control: 3 },
    });
  });

  it.each([
    ['--port-api', 'high'],
    ['--port-api', '65536'],
    ['--fault'],
    ['--gremlins'],
    ['--fault', 'joinme:gremlins'],
    ['stray'],
  ])('refuse %s %s', (...args) => {
    expect(parseSimulatorCommand(args)).toMatchObject({ kind: 'refused' });
  });
});

describe('ports', () => {
  it('are taken as told, and all free again when one of them is taken', async () => {
    const free = await freePort();
    const other = await start();
    const taken = Number(new URL(other.controlUrl).port);
    await expect(startSimulator({ ports: { pexipAuth: free, control: taken } })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    const simulator = await start({ ports: { pexipAuth: free } });
    expect(simulator.endpoints.pexipAuth).toBe(`http://127.0.0.1:${free}`);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}
