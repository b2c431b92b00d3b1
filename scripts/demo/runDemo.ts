import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { type Simulator, startSimulator } from '../../simulator/simulator.ts';
import { officeToken } from '../../simulator/webcal/officeCalendar.ts';
import { calendarPath } from '../../simulator/webcal/webcalWorld.ts';
import { launchElectron } from '../desktop/launchElectron.ts';
import { simulatedCallSwitches } from '../desktop/simulatedCalls.ts';
import { addConnection } from './addConnection.ts';
import { calendarName, connectCalendar } from './connectCalendar.ts';
import { callsName, connectCalls } from './connectCalls.ts';
import { addDesk } from './connectDesk.ts';
import { connectRoom } from './connectRoom.ts';
import { officeRoom } from './officeRoom.ts';
import { openRooms } from './openRooms.ts';
import { readAgenda, type ShownAgenda } from './readAgenda.ts';
import { demoUser, meetingsName, signInToMeetings } from './signInToMeetings.ts';

// Starts the simulator and the program, connects everything as a person would, and tells what the window shows. Unattended
// it also opens rooms, joins a call, takes pictures and ends; else the window stays until it is closed.

const root = join(import.meta.dirname, '..', '..');
const isUnattended = process.argv.includes('--unattended');
const windowMilliseconds = 20_000;

const folder = await mkdtemp(join(tmpdir(), 'foyer-demo-'));
const simulator = await startSimulator();
try {
  await demonstrate(simulator);
} catch (error) {
  console.error(`The demo failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await simulator.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function demonstrate(running: Simulator): Promise<void> {
  const endpointsFile = join(folder, 'endpoints.json');
  const { telnyxApi } = running.telnyxEndpoints;
  await writeFile(endpointsFile, JSON.stringify({ ...running.endpoints, telnyxApi }));
  const { app, close } = await launchElectron({
    root,
    profilePath: join(folder, 'profile'),
    env: { FOYER_ENDPOINTS: endpointsFile },
    args: simulatedCallSwitches(running),
  });
  try {
    const page = await app.firstWindow({ timeout: windowMilliseconds });
    page.setDefaultTimeout(windowMilliseconds);
    await connectRoom(page, officeRoom);
    running.joinme.setRules({ autoConsent: demoUser });
    await addConnection(page, () => signInToMeetings(app, page), meetingsName);
    const address = `${running.endpoints.webcal}${calendarPath(officeToken)}`;
    await addConnection(page, () => connectCalendar(page, address), calendarName);
    report(await readAgenda(page), await versions(app));
    await addDesk(page);
    await addConnection(page, () => connectCalls(page, running.telnyx.apiKey), callsName);
    await (isUnattended ? showRooms(app, page) : untilClosed(app));
  } finally {
    await close();
  }
}

function report({ meetingCount, next }: ShownAgenda, { electron, chrome }: Versions): void {
  console.log(`Electron ${electron} (Chromium ${chrome}) shows ${meetingCount} meetings.`);
  console.log(`Up next: ${next}`);
}

interface Versions {
  readonly electron: string;
  readonly chrome: string;
}

function versions(app: ElectronApplication): Promise<Versions> {
  return app.evaluate(() => ({
    electron: process.versions['electron'] ?? '',
    chrome: process.versions['chrome'] ?? '',
  }));
}

async function showRooms(app: ElectronApplication, page: Page): Promise<void> {
  const { cards, call } = await openRooms(app, page);
  for (const card of cards) {
    console.log(`Room: ${card}`);
  }
  console.log(`Call: ${await call.title()}`);
  await takePicture(page, 'demo.png');
  await takePicture(call, 'demo-call.png');
  console.log('Their pictures are in demo.png and demo-call.png.');
}

async function takePicture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate('document.fonts.ready.then(() => true)');
  await page.screenshot({ path: join(root, name) });
}

async function untilClosed(app: ElectronApplication): Promise<void> {
  console.log('The demo ends when you close the window.');
  await app
    .evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) => {
          const [window] = BrowserWindow.getAllWindows();
          // With a tray, closing only hides it; the demo has served its purpose all the same.
          window?.once('hide', resolve).once('closed', resolve);
        }),
    )
    // The program was quit: the answer is lost with it.
    .catch(() => undefined);
}
