import { askSessionBus } from '../shell/sessionBus.ts';

const service = 'org.freedesktop.Notifications';

/**
 * Who shows notifications on a Linux desktop ("dunst 1.9.2"; Desktop Notifications Specification, GetServerInformation);
 * null where nobody does, undefined where nobody can be asked. Electron takes notifications also when nobody shows them.
 */
export async function findNotificationHost(platform: NodeJS.Platform): Promise<string | null | undefined> {
  if (platform !== 'linux') {
    return undefined;
  }
  const answer = await askSessionBus({
    service,
    path: '/org/freedesktop/Notifications',
    face: service,
    method: 'GetServerInformation',
  });
  return answer === null ? undefined : parseServerInformation(answer);
}

/** Reads name and version out of what the tools write of the four texts: name, vendor, version, specification. */
export function parseServerInformation(answer: string): string | null {
  const texts = [...answer.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, single, double]) => single ?? double ?? '');
  const [name = '', , version = ''] = texts;
  return name === '' ? null : `${name} ${version}`.trim();
}
