import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, clipboard } from 'electron';
import type { Account } from '../core/model/account.ts';
import type { CallChoices } from '../preload/callChannels.ts';
import { CallDesk } from './calls/callDesk.ts';
import type { Foundation } from './foundation.ts';
import { findService, services } from './services/registry.ts';
import type { HostedRoom, RoomHost } from './services/service.ts';
import { appUrl, callPage } from './shell/appScheme.ts';
import { type CallSession, createCallSession, listScreens, readSystemAccess } from './shell/callSession.ts';
import { createCallWindowOpener, type OpenCallWindow } from './shell/callWindow.ts';
import type { StateStore } from './shell/stateStore.ts';

/** During development, pages come from a server of the build tool. */
const developmentOrigin = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

/** A room whose call is to be opened. */
export interface CallTarget {
  readonly account: Account;
  readonly host: RoomHost;
  readonly room: HostedRoom;
}

/** What leads into calls. */
export interface CallParts {
  /** False when the room has no calls, or another call runs; that one is shown then. */
  readonly openCall: (target: CallTarget) => Promise<boolean>;
  /** Room of the call that runs now, or null. */
  readonly runningRoom: () => string | null;
  /** Leaves the call and closes its window. */
  readonly leave: () => void;
}

/** Builds what opens calls; session and window are made at the first one. */
export function buildCallParts(foundation: Foundation, store: StateStore): CallParts {
  const desk = buildCallDesk(foundation, store);
  return {
    runningRoom: () => desk.runningRoom,
    leave: () => desk.leave(),
    openCall: async ({ account, host, room }) => {
      const call = host.call?.(room);
      const invite = findService(account.serviceId)?.rooms?.inviteText;
      if (call === undefined) {
        return false;
      }
      const { link, title, details } = room;
      const copyInvite = async (): Promise<boolean> => {
        if (link === null || invite === undefined) {
          return false;
        }
        await clipboard.writeText(foundation.translate(invite, { ...details, title, link, until: '' }));
        return true;
      };
      return (
        desk.open({ roomId: room.id, title, host: call, copyInvite: link === null ? null : copyInvite }) === 'opened'
      );
    },
  };
}

function buildCallDesk({ clock, settings, changeSettings, problems }: Foundation, store: StateStore): CallDesk {
  const url = developmentOrigin === undefined ? appUrl(callPage) : `${developmentOrigin}/${callPage}`;
  const origins = services.flatMap(({ rooms }) => rooms?.callOrigins ?? []);
  let session: CallSession | undefined;
  const openWindow: OpenCallWindow = (parts) => {
    session ??= createCallSession(join(app.getAppPath(), 'out/renderer'), origins, url);
    const preload = join(app.getAppPath(), 'out/preload/call.cjs');
    const icon = join(app.getAppPath(), 'assets/icons/window.png');
    return createCallWindowOpener({ session, preload, url, icon })(parts);
  };
  return new CallDesk({
    clock,
    openWindow,
    choices: () => settings().callChoices ?? firstChoices(),
    rememberChoices: (callChoices) => changeSettings({ callChoices }),
    access: readSystemAccess,
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    environment: () => {
      const { language, locale, isTwelveHour } = store.getState().environment;
      return { language, locale, isTwelveHour };
    },
    listScreens,
    onActivity: (call) => store.setState({ call }),
    onBug: problems.report,
  });
}

function firstChoices(): CallChoices {
  return { name: userName(), camera: '', microphone: '', speaker: '', isMuted: false, isCameraOff: false };
}

/** The system's name of the user; a system without user records throws. */
function userName(): string {
  try {
    return userInfo().username.slice(0, 80);
  } catch {
    return '';
  }
}
