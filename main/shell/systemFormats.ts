import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type App, systemPreferences } from 'electron';

/** How the system writes dates and times. */
export interface SystemFormats {
  /** BCP 47. */
  readonly locale: string;
  /** Undefined: as is usual in the locale. */
  readonly isTwelveHour: boolean | undefined;
}

/** What can be known without waiting. */
export function readSystemFormats(
  app: Pick<App, 'getSystemLocale' | 'getLocale'>,
  environment: NodeJS.ProcessEnv,
): SystemFormats {
  if (process.platform === 'darwin') {
    return { locale: app.getSystemLocale(), isTwelveHour: readMacClock() };
  }
  const locale = process.platform === 'linux' ? localeOfEnvironment(environment) : canonical(app.getSystemLocale());
  return { locale: locale ?? app.getLocale(), isTwelveHour: undefined };
}

/** Windows keeps the user's own time format in the registry only; elsewhere there is nothing more to learn. */
export async function readWindowsClock(): Promise<boolean | undefined> {
  try {
    const query = ['query', 'HKCU\\Control Panel\\International', '/v', 'sShortTime'];
    const { stdout } = await promisify(execFile)('reg', query, { windowsHide: true, timeout: 5_000 });
    return twelveHourOfPattern(stdout);
  } catch {
    return undefined;
  }
}

/** Whether a time pattern of Windows ("HH:mm", "h:mm tt") counts to twelve; undefined when it tells neither. */
export function twelveHourOfPattern(registryOutput: string): boolean | undefined {
  const pattern = /REG_SZ\s+(.+)/.exec(registryOutput)?.[1] ?? '';
  if (pattern.includes('H')) {
    return false;
  }
  return pattern.includes('h') ? true : undefined;
}

/** The locale that POSIX says times are written in ("en_GB.UTF-8" gives "en-GB"); null for the C locale or none. */
export function localeOfEnvironment(environment: NodeJS.ProcessEnv): string | null {
  const named = environment['LC_ALL'] || environment['LC_TIME'] || environment['LANG'] || '';
  const tag = named.replace(/[.@].*$/, '').replaceAll('_', '-');
  return tag === 'C' || tag === 'POSIX' ? null : canonical(tag);
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag || [])[0] ?? null;
  } catch {
    return null;
  }
}

function readMacClock(): boolean | undefined {
  if (systemPreferences.getUserDefault('AppleICUForce24HourTime', 'boolean')) {
    return false;
  }
  return systemPreferences.getUserDefault('AppleICUForce12HourTime', 'boolean') ? true : undefined;
}
