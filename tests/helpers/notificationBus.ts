import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A notification as a program sends it to the desktop's daemon. */
export interface SentNotification {
  readonly summary: string;
  readonly body: string;
  /** Names and labels in turn. */
  readonly actions: readonly string[];
}

/** Listens on the session bus to what programs send to the daemon. */
export interface NotificationBus {
  /** All that was sent since, in order. */
  readonly sent: () => readonly SentNotification[];
  readonly close: () => Promise<void>;
}

/** Begins to listen. */
export async function watchNotifications(): Promise<NotificationBus> {
  const rule = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'";
  const monitor = spawn('dbus-monitor', ['--session', rule], { stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = '';
  await new Promise<void>((resolve) => {
    monitor.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      // It says first what name it listens by.
      resolve();
    });
  });
  return { sent: () => parse(printed), close: () => end(monitor) };
}

async function end(monitor: ChildProcess): Promise<void> {
  const ended = once(monitor, 'exit');
  monitor.kill('SIGTERM');
  await ended;
}

/** What `dbus-monitor` prints of a call: name, id, icon, summary, body, a list of actions, hints, life. */
function parse(printed: string): readonly SentNotification[] {
  return printed
    .split(/^(?=method call )/m)
    .filter((call) => call.includes('member=Notify') && /int32 -?\d+\s*$/.test(call))
    .map((call) => {
      const texts = [...call.matchAll(/^ {3}string "([\s\S]*?)"$/gm)].map(([, text = '']) => text);
      const actions = /array \[\n([\s\S]*?)^ {3}\]/m.exec(call)?.[1] ?? '';
      return {
        summary: texts[2] ?? '',
        body: texts[3] ?? '',
        actions: [...actions.matchAll(/string "(.*)"/g)].map(([, text = '']) => text),
      };
    });
}

/** Presses the newest notification on the screen, as a click on it does. */
export async function pressNotification(): Promise<void> {
  await run('dunstctl', ['action', '0']);
}

/** How many notifications are on the screen, or wait for room there. */
export async function openNotifications(): Promise<number> {
  const counts = await Promise.all(['displayed', 'waiting'].map((kind) => run('dunstctl', ['count', kind])));
  return counts.reduce((sum, { stdout }) => sum + Number(stdout), 0);
}

/** Takes all notifications from the screen, those of earlier programs too. */
export async function clearNotifications(): Promise<void> {
  await run('dunstctl', ['close-all']);
}
