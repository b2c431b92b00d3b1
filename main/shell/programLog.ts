import { join } from 'node:path';
import log from 'electron-log/node';
import { redact } from './redact.ts';

/** How much is written down: what is less urgent than this is not. */
export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

/** Notes for whoever has to find out what went wrong. Every line is redacted before it is written. */
export interface ProgramLog {
  /** What a person would only want to know while looking for something. */
  readonly debug: (text: string) => void;
  readonly info: (text: string) => void;
  readonly warn: (text: string) => void;
  /** With the error's name, message and place. */
  readonly error: (text: string, error: unknown) => void;
  /** Holds from the next line on. */
  readonly setLevel: (level: LogLevel) => void;
}

/** Where the log of a profile lies. */
export function logFolderOf(profile: string): string {
  return join(profile, 'logs');
}

/** The file that is written to; the one before it is `main.old.log`. */
export const logFile = 'main.log';

/** Writes to `logs/main.log` below the profile, 1 MB at most, with one older file; for this user's eyes only. */
export function createProgramLog(profile: string): ProgramLog {
  const { file, console: consoleTransport } = log.transports;
  file.resolvePathFn = () => join(logFolderOf(profile), logFile);
  file.maxSize = 1_048_576;
  file.writeOptions = { ...file.writeOptions, mode: 0o600 };
  file.level = 'info';
  consoleTransport.level = 'warn';
  return {
    debug: (text) => log.debug(redact(text)),
    info: (text) => log.info(redact(text)),
    warn: (text) => log.warn(redact(text)),
    error: (text, error) => log.error(redact(`${text}: ${describeError(error)}`)),
    setLevel: (level) => {
      file.level = level;
    },
  };
}

/** An error in one text, without what it may carry besides. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
}
