import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { simulatedCallSwitches } from '../../scripts/desktop/simulatedCalls.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { attachToPage } from './devtools.ts';
import { type Program, programFolders, type Run, startProgram } from './launchProgram.ts';
import type { Bench } from './programs.ts';

/** Programs that hold calls in one simulated room, ready to be started any number of times. */
export interface CallPrograms {
  readonly foyer: Program;
  readonly bare: Program;
  /** What leads calls to the simulator. */
  readonly switches: readonly string[];
  /** Foyer's name for the room. */
  readonly roomKey: string;
  /** What a bare call enters with. */
  entry(name: string): Promise<{ readonly roomId: string; readonly token: string; readonly name: string }>;
  /** How many are in the room. */
  peopleCount(): number;
  /** Stops the simulator and removes the profiles. */
  close(): Promise<void>;
}

const created = z.object({ kind: z.literal('created'), roomKey: z.string() });
const minted = z.object({ data: z.object({ token: z.string() }) });
/** Until windows are drawn and their scripts compiled and kept. */
const settleMilliseconds = 4_000;

/** Makes the profiles: Foyer's knows the room, and both have opened their call's window before. */
export async function prepareCalls(bench: Bench): Promise<CallPrograms> {
  const simulator = await startSimulator();
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-calls-'));
  const endpoints = join(folder, 'endpoints.json');
  const { telnyxApi } = simulator.telnyxEndpoints;
  await writeFile(endpoints, JSON.stringify({ ...simulator.endpoints, telnyxApi }));
  const foyer = { ...bench.foyer, template: join(folder, 'foyer'), env: { FOYER_ENDPOINTS: endpoints } };
  const bare = { ...bench.blank, template: join(folder, 'bare'), folder: programFolders.bareCall };
  await cp(bench.foyer.template, foyer.template, { recursive: true });
  await mkdir(bare.template);
  const switches = simulatedCallSwitches(simulator);
  const roomKey = await whileOpen(foyer, switches, (port) => openRoom(port, simulator.telnyx.apiKey));
  await whileOpen(bare, switches, async (port) => void (await openBare(port, 'call.html')));
  const roomId = simulator.telnyx.rooms()[0]?.id ?? '';
  return {
    foyer,
    bare,
    switches,
    roomKey,
    entry: async (name) => {
      const response = await fetch(`${telnyxApi}/rooms/${roomId}/actions/generate_join_client_token`, {
        method: 'POST',
        headers: { authorization: `Bearer ${simulator.telnyx.apiKey}`, 'content-type': 'application/json' },
        body: '{}',
      });
      return { roomId, token: z.parse(minted, await response.json()).data.token, name };
    },
    peopleCount: () => simulator.telnyx.calls().length,
    close: async () => {
      await simulator.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Has Foyer open its call window; gives the moment (ms since the epoch) at which it was asked to. */
export async function openFoyer(port: number, roomKey: string): Promise<number> {
  const asked = JSON.stringify({ roomKey, wayId: null });
  return openFrom(port, '', `window.foyer.enterRoom(${asked})`);
}

/** The same of the bare program and one of its pages. */
export async function openBare(port: number, page: 'blank.html' | 'call.html'): Promise<number> {
  return openFrom(port, 'index.html', `window.open('${page}')`);
}

async function openFrom(port: number, ending: string, expression: string): Promise<number> {
  const page = await attachToPage(port, ending);
  const at = `(() => { const at = performance.timeOrigin + performance.now(); void ${expression}; return at; })()`;
  const moment = z.parse(z.number(), await page.evaluate(at));
  page.detach();
  return moment;
}

async function openRoom(port: number, apiKey: string): Promise<string> {
  const page = await attachToPage(port);
  const draft = { accountId: null, serviceId: 'telnyx', name: 'Bench rooms', fields: { apiKey } };
  const creation = await page.evaluate(`(async () => {
    const { account } = await window.foyer.saveAccount(${JSON.stringify(draft)});
    return window.foyer.createRoom({ accountId: account.id, fields: {} });
  })()`);
  page.detach();
  const { roomKey } = z.parse(created, creation);
  await openFoyer(port, roomKey);
  return roomKey;
}

async function whileOpen<Value>(
  program: Program,
  switches: readonly string[],
  act: (port: number) => Promise<Value>,
): Promise<Value> {
  const run: Run = startProgram(program, program.template, switches);
  try {
    const value = await act(await run.port);
    await pause(settleMilliseconds);
    return value;
  } finally {
    await run.end();
  }
}
