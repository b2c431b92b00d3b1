import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { connectCalls } from '../../scripts/demo/connectCalls.ts';
import { simulatedCallSwitches } from '../../scripts/desktop/simulatedCalls.ts';
import { startSimulator } from '../../simulator/simulator.ts';
import { test as base, expect } from './foyerTest.ts';
import { launchFoyer, type RunningFoyer } from './launchFoyer.ts';

/** One person with a program and a profile of their own. */
export interface Caller {
  readonly name: string;
  readonly foyer: RunningFoyer;
  /** The agenda window, connected to the simulated account. */
  readonly page: Page;
  /** Opens the room with this name and its call window; the lobby is there. */
  openCall(roomName: string): Promise<Page>;
}

/** How many people fit into the rooms of these tests. */
export const roomSize = 12;

/** What tests of calls are given besides. */
export interface CallFixtures {
  /** Starts a program against the simulator and connects it; it is ended with the test. */
  readonly launchCaller: (name: string) => Promise<Caller>;
}

/** The test of e2e with callers; tokens in its simulator end after 40 s. */
export const test = base.extend<CallFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern that nothing is needed.
  simulator: async ({}, use) => {
    const simulator = await startSimulator({ telnyx: { longestTokenSeconds: 40 } });
    await use(simulator);
    await simulator.close();
  },
  launchCaller: async ({ simulator }, use) => {
    const running: RunningFoyer[] = [];
    await use(async (name) => {
      const foyer = await launchFoyer({
        profilePath: await mkdtemp(join(tmpdir(), `foyer-${name}-`)),
        endpoints: { ...simulator.endpoints, telnyxApi: simulator.telnyxEndpoints.telnyxApi },
        args: simulatedCallSwitches(simulator),
      });
      running.push(foyer);
      await foyer.app.context().addInitScript(keepPeers);
      const page = await foyer.window();
      await connectCalls(page, simulator.telnyx.apiKey);
      await page.getByRole('button', { name: 'New Telnyx room', exact: true }).waitFor();
      return { name, foyer, page, openCall: (roomName) => openCall(foyer, page, roomName) };
    });
    for (const foyer of running) {
      await foyer.close();
      await rm(foyer.profilePath, { recursive: true, force: true, maxRetries: 5 });
    }
  },
});

export { expect };

/** Takes the name, joins, and waits until the call is there. */
export async function joinAs(call: Page, name: string): Promise<void> {
  await call.getByLabel('Your name').fill(name);
  await call.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(call.getByRole('toolbar', { name: 'Call controls' })).toBeVisible({ timeout: 20_000 });
}

/** What a window really gets: of a picture, and of the sound of all others. */
export interface Received {
  /** Frames decoded so far by the picture's element. */
  readonly frames: number;
  readonly width: number;
  /** How many of 32 × 24 places changed within 400 ms. */
  readonly moved: number;
  /** WebRTC's own count of the frames decoded on all connections. */
  readonly decoded: number;
  /** WebRTC's energy of all sound that came, since the beginning. */
  readonly energy: number;
}

/** Measures what comes of the picture with this name. */
export function receive(call: Page, name: string): Promise<Received | null> {
  return call.evaluate(measure, name);
}

async function openCall(foyer: RunningFoyer, page: Page, roomName: string): Promise<Page> {
  await page.getByRole('button', { name: 'Other new rooms and options' }).click();
  await page.getByRole('menuitem', { name: /with options/ }).click();
  await page.getByLabel('Room name').fill(roomName);
  await page.getByLabel('Most people').fill(String(roomSize));
  await page.getByRole('button', { name: 'Open room' }).click();
  const join = page.getByRole('button', { name: `Join ${roomName}` });
  await join.waitFor();
  const opening = foyer.app.waitForEvent('window');
  await join.click();
  const call = await opening;
  await call.getByRole('heading', { name: 'Ready to join?' }).waitFor();
  return call;
}

/** Runs in the page, before its scripts: keeps every connection, so that its statistics can be read. */
function keepPeers(): void {
  const peers: RTCPeerConnection[] = [];
  class KeptPeer extends window.RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      peers.push(this);
    }
  }
  Object.assign(window, { peers, RTCPeerConnection: KeptPeer });
}

/** Runs in the page. */
async function measure(name: string): Promise<Received | null> {
  const video = [...document.querySelectorAll('video')].find((each) => each.ariaLabel === name);
  if (video === undefined || video.videoWidth === 0) return null;
  const look = (): Uint8ClampedArray => {
    const context = new OffscreenCanvas(32, 24).getContext('2d');
    context?.drawImage(video, 0, 0, 32, 24);
    return context?.getImageData(0, 0, 32, 24).data ?? new Uint8ClampedArray();
  };
  const before = look();
  await new Promise((resolve) => setTimeout(resolve, 400));
  const moved = look().reduce((sum, value, index) => sum + Number(Math.abs(value - (before[index] ?? 0)) > 8), 0);
  let decoded = 0;
  let energy = 0;
  const { peers } = window as unknown as { readonly peers: readonly RTCPeerConnection[] };
  for (const peer of peers.filter(({ connectionState }) => connectionState === 'connected')) {
    for (const report of (await peer.getStats()).values()) {
      if (report.type === 'inbound-rtp') {
        decoded += report.framesDecoded ?? 0;
        energy += report.totalAudioEnergy ?? 0;
      }
    }
  }
  return { frames: video.getVideoPlaybackQuality().totalVideoFrames, width: video.videoWidth, moved, decoded, energy };
}
