import { type CallActivity, noCall } from '../../core/model/callActivity.ts';
import type { CallChoices, CallPassResult, CallTrouble, CallView, ScreenSource } from '../../preload/callChannels.ts';
import type { Clock } from '../clock.ts';
import type { CallHost, RoomFailure } from '../services/service.ts';
import type { CallHandlers, CallWindow, OpenCallWindow } from '../shell/callWindow.ts';
import { PassKeeper } from './passKeeper.ts';

/** One call to open. */
export interface CallRequest {
  readonly roomId: string;
  readonly title: string;
  readonly host: CallHost;
  /** Puts an invite on the clipboard; null when there is nothing to invite with. */
  readonly copyInvite: (() => Promise<boolean>) | null;
}

/** What calls are opened with. */
export interface CallDeskParts {
  readonly clock: Clock;
  readonly openWindow: OpenCallWindow;
  readonly choices: () => CallChoices;
  readonly rememberChoices: (choices: CallChoices) => void;
  readonly access: () => Promise<CallView['access']>;
  readonly platform: CallView['platform'];
  readonly environment: () => Pick<CallView, 'language' | 'locale' | 'isTwelveHour'>;
  readonly listScreens: () => Promise<readonly ScreenSource[]>;
  /** A call began or ended, or a screen is shown in it or not any more. */
  readonly onActivity: (activity: CallActivity) => void;
  readonly onBug: (error: unknown) => void;
}

interface RunningCall {
  readonly roomId: string;
  readonly window: CallWindow;
  activity: CallActivity;
}

/** Opens the call window and answers for its call: one at a time, since there is one microphone. */
export class CallDesk {
  readonly #parts: CallDeskParts;
  #current: RunningCall | null = null;

  constructor(parts: CallDeskParts) {
    this.#parts = parts;
  }

  /** Room of the call that somebody is in now, or null. */
  get runningRoom(): string | null {
    return this.#current?.activity.isRunning === true ? this.#current.roomId : null;
  }

  /** Opens the window with the lobby; while another call runs, shows that one instead and says so. */
  open(request: CallRequest): 'opened' | 'busy' {
    if (this.#current !== null && (this.#current.activity.isRunning || this.#current.roomId === request.roomId)) {
      this.#current.window.show();
      return this.#current.roomId === request.roomId ? 'opened' : 'busy';
    }
    this.#current?.window.close();
    this.#start(request);
    return 'opened';
  }

  /** Leaves the call, if there is one. Its window takes a moment to close, but nobody has to wait for that. */
  leave(): void {
    const leaving = this.#current;
    this.#current = null;
    this.#parts.onActivity(noCall);
    leaving?.window.close();
  }

  #start(request: CallRequest): void {
    const keeper = new PassKeeper({
      clock: this.#parts.clock,
      host: request.host,
      onRenewed: ({ token }) => call.window.tell('passRenewed', { token }),
    });
    const window = this.#parts.openWindow({
      title: request.title,
      handlers: this.#handlers(request, keeper, (activity) => {
        call.activity = activity;
        call.window.setRunning(activity.isRunning);
        if (this.#current === call) {
          this.#parts.onActivity(activity);
        }
      }),
      onClosed: () => {
        keeper.stop();
        if (this.#current === call) {
          this.#current = null;
          this.#parts.onActivity(noCall);
        }
      },
    });
    const call: RunningCall = { roomId: request.roomId, window, activity: noCall };
    this.#current = call;
    // By the time a name is typed it is there.
    keeper.get(false).catch(this.#parts.onBug);
  }

  #handlers(request: CallRequest, keeper: PassKeeper, onActivity: (activity: CallActivity) => void): CallHandlers {
    const { choices, rememberChoices, access, platform, environment, listScreens } = this.#parts;
    const { host, roomId, title, copyInvite } = request;
    return {
      getCall: async () => ({
        roomId,
        title,
        choices: choices(),
        access: await access(),
        platform,
        ...environment(),
        canCopyInvite: copyInvite !== null,
      }),
      getPass: ({ isFresh }) => getPass(host, keeper, isFresh),
      rememberChoices,
      reportCall: onActivity,
      moderate: async ({ action, participantId, context }) => {
        const moderated = await host.moderate(action, { id: participantId, context });
        return moderated.kind === 'failed' ? 'failed' : 'done';
      },
      endForAll: async () => ((await host.endForAll()).kind === 'ended' ? 'ended' : 'failed'),
      getScreens: listScreens,
      copyInvite: async () => (await copyInvite?.()) ?? false,
    };
  }
}

/** The pass and how the room looks are asked for together: a full or deleted room is told before anybody waits for it. */
async function getPass(host: CallHost, keeper: PassKeeper, isFresh: boolean): Promise<CallPassResult> {
  const [pass, sight] = await Promise.all([keeper.get(isFresh), host.look()]);
  if (pass.kind === 'failed') {
    return trouble(pass);
  }
  if (sight.kind === 'failed') {
    return sight.status.kind === 'notSetUp' ? trouble(sight) : { ...partsOf(pass), mostPeople: null };
  }
  const { peopleCount, mostPeople } = sight;
  if (mostPeople !== null && peopleCount >= mostPeople) {
    return { kind: 'trouble', trouble: 'full', detail: null };
  }
  return { ...partsOf(pass), mostPeople };
}

function partsOf({ token, lifetime }: { readonly token: string; readonly lifetime: number }) {
  return { kind: 'pass', token, lifetime } as const;
}

const troubles: Readonly<Record<RoomFailure['status']['kind'], CallTrouble>> = {
  refused: 'refused',
  notSetUp: 'gone',
  unreachable: 'unreachable',
  limited: 'limited',
  serverError: 'failed',
  unreadable: 'failed',
};

function trouble({ status, detail }: RoomFailure): CallPassResult {
  return { kind: 'trouble', trouble: troubles[status.kind], detail };
}
