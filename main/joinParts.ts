import { app, BrowserWindow, clipboard, dialog } from 'electron';
import type { AgendaParts } from './agendaParts.ts';
import type { CallParts } from './callParts.ts';
import { type CallAnswer, CallGuard } from './calls/callGuard.ts';
import type { Foundation } from './foundation.ts';
import { createFindHandler, HandlerCheck } from './links/handlerCheck.ts';
import { type JoinParts, MeetingJoiner } from './links/joinMeeting.ts';
import type { LinkedMeetings } from './links/linkedMeetings.ts';
import { openExternal } from './links/openExternal.ts';
import { createPageOpener } from './links/pageOpener.ts';
import { buildRemoteOpener } from './remoteParts.ts';
import { buildRoomDoors, type RoomDoors } from './roomParts.ts';
import type { ContentsGuard } from './shell/contentsGuard.ts';
import type { StateStore } from './shell/stateStore.ts';

/** What gets people into meetings and rooms. */
export interface WaysParts {
  readonly joiner: MeetingJoiner;
  readonly doors: RoomDoors;
  /** Quits; who is in a call is asked first. */
  readonly quit: () => void;
}

/** What the ways lead past and to. */
interface WaysTargets {
  readonly store: StateStore;
  readonly guard: ContentsGuard;
  readonly calls: CallParts;
  readonly linked: LinkedMeetings;
}

/** Builds the ways into meetings and rooms, with everything that a user or an administrator decided about them. */
export function buildWays(
  foundation: Foundation,
  agenda: AgendaParts,
  { store, guard, calls, linked }: WaysTargets,
): WaysParts {
  const { accounts, desk, standIns } = agenda;
  const { choices } = foundation;
  const callGuard = buildCallGuard(foundation, calls);
  const handlerCheck = checkHandlers();
  const shared = {
    findAccount: (accountId: string) => accounts.accounts.find(({ id }) => id === accountId),
    handledSchemes: () => handlerCheck.handledSchemes(),
    openPage: buildPageOpener(foundation, standIns),
    openInFoyer: buildRemoteOpener(foundation, guard, standIns),
    hasRemotePages: () => !choices().disabledFeatures.includes('remotePages'),
    ...buildWayMemory(foundation),
  };
  const joiner = new MeetingJoiner({
    ...shared,
    findMeeting: (key) => linked.find(key) ?? store.getState().agenda.meetings.find((meeting) => meeting.key === key),
    mayGo: () => callGuard.mayGo('join'),
    enter: async (meeting, wayId) => desk.findSource(meeting.accountId)?.enter?.(meeting, wayId) ?? null,
    copyText: async (text) => clipboard.writeText(text),
  });
  const doors = buildRoomDoors(foundation, agenda, {
    ...shared,
    store,
    mayGo: (roomId) => callGuard.mayGo('join', roomId),
    openCall: calls.openCall,
  });
  const quit = (): void => void callGuard.mayGo('quit').then((mayGo) => mayGo && app.quit());
  return { joiner, doors, quit };
}

function checkHandlers(): HandlerCheck {
  const handlerCheck = new HandlerCheck(createFindHandler(app, process.platform));
  void handlerCheck.refresh();
  app.on('browser-window-focus', () => void handlerCheck.refresh());
  return handlerCheck;
}

/** The way in that was chosen last for each service. */
function buildWayMemory({ choices, choiceKeeper }: Foundation): Pick<JoinParts, 'rememberedWay' | 'rememberWay'> {
  return {
    rememberedWay: (serviceId) => choices().preferredWays[serviceId] ?? null,
    rememberWay: (serviceId, wayId) =>
      void choiceKeeper.choose('preferredWays', { ...choices().preferredWays, [serviceId]: wayId }),
  };
}

function buildPageOpener({ choices, notices }: Foundation, standIns: readonly string[]): JoinParts['openPage'] {
  return createPageOpener({
    commandOf: (serviceId) => choices().openWith[serviceId],
    openExternal: (uri) => openExternal(uri, standIns),
    standIns,
    onCommandFailed: (command) =>
      notices.post({
        id: 'open-with-failed',
        tone: 'warning',
        message: 'shell:notices.openWithFailed',
        values: { command },
      }),
  });
}

function buildCallGuard({ choices, translate }: Foundation, calls: CallParts): CallGuard {
  return new CallGuard({
    runningRoom: calls.runningRoom,
    isWanted: () => choices().askBeforeLeavingCall,
    leaveCall: calls.leave,
    ask: async (occasion) => {
      const isJoin = occasion === 'join';
      const answers: readonly (readonly [CallAnswer, string])[] = [
        ['leave', translate(isJoin ? 'shell:guard.leaveAndJoin' : 'shell:guard.leaveAndQuit')],
        ...(isJoin ? [['stayInBoth', translate('shell:guard.joinBoth')] as const] : []),
        ['cancel', translate('shell:guard.stay')],
      ];
      const options = {
        type: 'question' as const,
        message: translate('shell:guard.title'),
        detail: translate(isJoin ? 'shell:guard.join' : 'shell:guard.quit'),
        buttons: answers.map(([, label]) => label),
        defaultId: answers.length - 1,
        cancelId: answers.length - 1,
        noLink: true,
      };
      const window = BrowserWindow.getFocusedWindow();
      const { response } = await (window === null
        ? dialog.showMessageBox(options)
        : dialog.showMessageBox(window, options));
      return answers[response]?.[0] ?? 'cancel';
    },
  });
}
