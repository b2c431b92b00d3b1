import type { Notice } from '../../core/model/foyerState.ts';
import type { RoomCreation } from '../../core/model/room.ts';
import type { Translate } from '../../core/texts/translator.ts';
import type { JoinResult } from '../../preload/channels.ts';
import type { BriefText } from './briefNotification.ts';
import { noticeOfCreation } from './roomNotice.ts';
import type { TrayPress } from './trayMenu.ts';

/** Whom a press outside of the windows is passed on to. */
export interface TrayTargets {
  readonly window: {
    readonly show: () => void;
    readonly open: () => void;
    readonly command: (command: Extract<TrayPress, { readonly kind: 'command' }>['command']) => void;
  };
  readonly refresh: () => void;
  readonly quit: () => void;
  readonly join: (meetingKey: string) => Promise<JoinResult>;
  readonly enterRoom: (roomKey: string) => Promise<JoinResult>;
  readonly copyRoom: (roomKey: string) => Promise<JoinResult>;
  readonly createRoom: (accountId: string) => Promise<RoomCreation>;
  /** What a room is called, and the service of an account. */
  readonly roomTitle: (roomKey: string) => string;
  readonly serviceName: (accountId: string) => string;
  readonly takeClipboard: () => Promise<void>;
  readonly setQuiet: (until: Extract<TrayPress, { readonly kind: 'quiet' }>['until']) => void;
  /** Says something in passing; false when the system shows nothing. */
  readonly tell: (text: BriefText) => boolean;
  readonly post: (notice: Notice) => void;
  readonly translate: Translate;
}

/**
 * Does what an entry of the tray says. What went well is told in passing, what did not brings up the agenda, which shows
 * why.
 */
export async function pressTray(press: TrayPress, targets: TrayTargets): Promise<void> {
  const { window } = targets;
  switch (press.kind) {
    case 'open':
      return window.open();
    case 'command':
      return window.command(press.command);
    case 'refresh':
      return targets.refresh();
    case 'quit':
      return targets.quit();
    case 'join':
      return tellJoin(await targets.join(press.meetingKey), targets);
    case 'enterRoom':
      return tellJoin(await targets.enterRoom(press.roomKey), targets);
    case 'copyRoom':
      return tellCopy(await targets.copyRoom(press.roomKey), press.roomKey, targets);
    case 'newRoom':
      return tellRoom(await targets.createRoom(press.accountId), press.accountId, targets);
    case 'quiet':
      return targets.setQuiet(press.until);
    case 'joinClipboard':
      await targets.takeClipboard();
      return window.show();
  }
}

function tellJoin(result: JoinResult, targets: TrayTargets): void {
  if (result.kind === 'copied') {
    const { translate } = targets;
    const body = translate('shell:join.copied', { text: result.text });
    tell({ title: translate('shell:join.title'), body }, targets);
  } else if (result.kind === 'refused') {
    refuse(result, targets);
  }
}

function tellCopy(result: JoinResult, roomKey: string, targets: TrayTargets): void {
  if (result.kind === 'refused') {
    refuse(result, targets);
    return;
  }
  const { translate, roomTitle } = targets;
  const body = translate('shell:tray.linkCopied', { name: roomTitle(roomKey) });
  tell({ title: translate('shell:tray.copied'), body }, targets);
}

function tellRoom(result: RoomCreation, accountId: string, targets: TrayTargets): void {
  const { translate } = targets;
  if (result.kind !== 'created') {
    targets.post(noticeOfCreation(result, targets.serviceName(accountId)));
    targets.window.show();
    return;
  }
  const name = targets.roomTitle(result.roomKey);
  const body = translate(result.isLinkCopied ? 'shell:tray.linkCopied' : 'shell:tray.noLink', { name });
  tell({ title: translate('shell:tray.created'), body }, targets);
}

function refuse({ message }: Extract<JoinResult, { readonly kind: 'refused' }>, { post, window }: TrayTargets): void {
  post({ id: 'press-refused', tone: 'warning', message, values: {} });
  window.show();
}

/** Where nothing can be told in passing, the agenda shows what came of it. */
function tell(text: BriefText, targets: TrayTargets): void {
  if (!targets.tell(text)) {
    targets.window.show();
  }
}
