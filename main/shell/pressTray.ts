import { app, Notification } from 'electron';
import type { Translate } from '../../core/texts/translator.ts';
import type { AgendaDesk } from '../agenda/agendaDesk.ts';
import type { MeetingJoiner } from '../links/joinMeeting.ts';
import type { AgendaWindow } from './agendaWindow.ts';
import type { OnTrayPress } from './appTray.ts';

/** Whom a press in the tray is passed on to. */
export interface TrayTargets {
  readonly window: AgendaWindow;
  readonly desk: AgendaDesk;
  readonly joiner: MeetingJoiner;
  readonly translate: Translate;
}

/** Does what an entry of the tray says. A meeting that could not be joined brings up the window, which shows why. */
export async function pressTray(
  press: Parameters<OnTrayPress>[0],
  { window, desk, joiner, translate }: TrayTargets,
): Promise<void> {
  switch (press.kind) {
    case 'open':
      return window.show();
    case 'refresh':
      desk.refresh();
      return;
    case 'quit':
      return app.quit();
    case 'join': {
      const result = await joiner.join(press.meetingKey, null);
      if (result.kind === 'opened') {
        return;
      }
      const body =
        result.kind === 'copied' ? translate('shell:join.copied', { text: result.text }) : translate(result.message);
      new Notification({ title: translate('shell:join.title'), body }).show();
    }
  }
}
