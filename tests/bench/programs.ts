import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseMeetings } from '../../main/services/pexip/parseMeetings.ts';
import { officeDomains, roomAlias } from '../../simulator/pexip/aliases.ts';
import { bookMeeting } from '../../simulator/pexip/bookMeeting.ts';
import { manyMeetings } from '../../simulator/pexip/manyMeetings.ts';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { attachToPage } from './devtools.ts';
import { electronFor } from './electronCopy.ts';
import { type Program, programFolders, startProgram } from './launchProgram.ts';

/** What is measured, ready to be started any number of times. */
export interface Bench {
  readonly foyer: Program;
  readonly blank: Program;
  /** Foyer with so many meetings in its cache, and as many at the service (which gives out the first few hundred). */
  foyerWith(meetingCount: number): Promise<Program>;
  /** Foyer with its usual meetings, and others that begin at these instants (ms since 1970). */
  foyerWithStarts(starts: readonly number[]): Promise<Program>;
  /** Stops the simulator and removes the profiles. */
  close(): Promise<void>;
}

const clientId = 'bench-room';
const clientSecret = 'bench-room-secret';
const cachedMeetings = 50;
const draft = {
  accountId: null,
  serviceId: 'pexip',
  name: 'Bench room',
  fields: {
    clientId,
    clientSecret,
    node: officeDomains.joinHost,
    teamsDomains: officeDomains.teams,
    meetDomains: officeDomains.meet,
    pexipDomains: officeDomains.pexip,
  },
};

/** The first meeting has begun, so that no countdown of seconds ticks: it runs for half an hour. */
const runningFor = 5 * 60_000;
/** Chromium keeps compiled scripts once it has seen them several times. */
const earlierStarts = 3;

/**
 * Makes the profiles: one of a Foyer that is connected to a simulated room and was used before, and one of a blank window
 * that was opened as often. The simulator keeps running, so that Foyer's own first request is part of what is measured.
 */
export async function prepareBench(): Promise<Bench> {
  const simulator = await startSimulator({ pexip: { limits: { calls: 10_000 } } });
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-templates-'));
  const executable = await electronFor(folder);
  setMeetings(simulator, cachedMeetings);
  const endpoints = join(folder, 'endpoints.json');
  await writeFile(endpoints, JSON.stringify(simulator.endpoints));
  const foyer: Program = {
    name: 'foyer',
    executable,
    folder: programFolders.foyer,
    template: join(folder, 'foyer'),
    env: { FOYER_ENDPOINTS: endpoints },
  };
  const blank: Program = {
    name: 'blank',
    executable,
    folder: programFolders.blank,
    template: join(folder, 'blank'),
    env: {},
  };
  const close = async (): Promise<void> => {
    await simulator.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await makeTemplates(foyer, blank);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    foyer,
    blank,
    foyerWith: (count) => withCachedMeetings(foyer, simulator, count, []),
    foyerWithStarts: (starts) => withCachedMeetings(foyer, simulator, cachedMeetings - starts.length, starts),
    close,
  };
}

async function makeTemplates(foyer: Program, blank: Program): Promise<void> {
  await mkdir(foyer.template);
  await mkdir(blank.template);
  await connectRoom(foyer);
  for (let start = 1; start <= earlierStarts; start += 1) {
    await openOnce(foyer);
    await openOnce(blank);
  }
}

async function connectRoom(foyer: Program): Promise<void> {
  const run = startProgram(foyer, foyer.template);
  try {
    const page = await attachToPage(await run.port);
    const result = await page.evaluate(`window.foyer.saveAccount(${JSON.stringify(draft)})`);
    page.detach();
    if (!JSON.stringify(result).includes('"kind":"connected"')) {
      throw new Error(`Foyer could not be connected to the simulator: ${JSON.stringify(result)}`);
    }
    // The agenda is saved a second after it came.
    await pause(2_000);
  } finally {
    await run.end();
  }
}

async function openOnce(program: Program): Promise<void> {
  const run = startProgram(program, program.template);
  await run.port;
  await pause(4_000);
  await run.end();
}

async function withCachedMeetings(
  foyer: Program,
  simulator: Simulator,
  count: number,
  starts: readonly number[],
): Promise<Program> {
  const template = `${foyer.template}-${count}`;
  await cp(foyer.template, template, { recursive: true });
  const file = join(template, 'agenda.json');
  const saved = JSON.parse(await readFile(file, 'utf8'));
  const simulated = setMeetings(simulator, count, starts);
  for (const [accountId, agenda] of Object.entries<object>(saved.agendas)) {
    const parsed = parseMeetings(JSON.stringify({ meetings: simulated }), accountId, () => null);
    Object.assign(agenda, { meetings: parsed?.meetings ?? [] });
  }
  await writeFile(file, JSON.stringify(saved));
  return { ...foyer, template };
}

function setMeetings(
  simulator: Simulator,
  count: number,
  starts: readonly number[] = [],
): ReturnType<typeof manyMeetings> {
  const others = starts.map((start) =>
    bookMeeting('many', {
      key: `at ${start}`,
      subject: 'On time',
      organizer: 'Iris Vega',
      start,
      minutes: 5,
      alias: roomAlias('room.on-time'),
    }),
  );
  const meetings = [...manyMeetings(count, Date.now() - runningFor), ...others];
  simulator.pexip.addClient({ id: clientId, secret: clientSecret, name: 'Bench room', meetings: [...meetings] });
  return meetings;
}
