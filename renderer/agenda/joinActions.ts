import type { WayInView } from '../../core/model/wayIn.ts';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { type JoinFeedback, useAgendaStore } from './agendaStore.ts';
import { announce } from './windowActions.ts';

const feedbackTime = 8_000;
// A second press within this time is meant for the same meeting, also where another one has taken its place.
const pressGuard = 600;

let feedbackTimer: number | undefined;
let pressedAt = Number.NEGATIVE_INFINITY;

/** Gets into a meeting: by a way in, or (null) the preferred one. What came of it is shown beside the meeting. */
export async function joinMeeting(meetingKey: string, wayId: string | null): Promise<void> {
  if (performance.now() - pressedAt < pressGuard) {
    return;
  }
  pressedAt = performance.now();
  show({ meetingKey, result: { kind: 'opening' } });
  try {
    const result = await foyerBridge.join({ meetingKey, wayId });
    show({ meetingKey, result });
    if (result.kind === 'opened') {
      useAgendaStore.setState(({ joinedKeys }) => ({ joinedKeys: new Set(joinedKeys).add(meetingKey) }));
    }
    if (wayId !== null) {
      await loadLeadWays(meetingKey);
    }
  } catch (error) {
    show({ meetingKey, result: { kind: 'failed' } });
    throw error;
  }
}

/** Puts the address of a meeting on the clipboard. */
export async function copyAddress(meetingKey: string): Promise<void> {
  const ways = await foyerBridge.getWaysIn({ meetingKey });
  const copying = ways.find((way) => way.kind === 'copy');
  if (copying !== undefined) {
    await joinMeeting(meetingKey, copying.id);
  }
}

/** Opens the menu of all ways into a meeting. */
export function openWaysMenu(meetingKey: string, anchor: HTMLElement): void {
  useAgendaStore.setState(({ menu }) => ({
    menu: menu?.anchor === anchor ? null : { kind: 'ways', meetingKey, anchor },
  }));
}

/** Asks which ways lead into the meeting that leads, to say which one Join takes. */
export async function loadLeadWays(meetingKey: string): Promise<void> {
  const ways: readonly WayInView[] = await foyerBridge.getWaysIn({ meetingKey });
  useAgendaStore.setState({ leadWays: { meetingKey, ways } });
}

/** What is said of a press on Join. */
export function feedbackText({ result }: JoinFeedback): string {
  switch (result.kind) {
    case 'opening':
      return text('agenda:join.opening');
    case 'opened':
      return text('agenda:join.opened', { way: text(result.label) });
    case 'copied':
      return text('agenda:join.copied', { text: result.text });
    case 'refused':
      return text(result.message);
    case 'failed':
      return text('agenda:join.failed');
  }
}

function show(feedback: JoinFeedback): void {
  window.clearTimeout(feedbackTimer);
  useAgendaStore.setState({ join: feedback });
  if (feedback.result.kind === 'opening') {
    return;
  }
  announce(feedbackText(feedback));
  if (feedback.result.kind === 'opened' || feedback.result.kind === 'copied') {
    feedbackTimer = window.setTimeout(() => useAgendaStore.setState({ join: null }), feedbackTime);
  }
}
