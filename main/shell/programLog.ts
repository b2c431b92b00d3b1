import { join } from 'node:path';
import log from 'electron-log/node';
import { redact } from './redact.ts';

/** Notes for whoever has to find out what went wrong. Every line is redacted before it is written. */
export interface ProgramLog {
  readonly info: (text: string) => void;
  readonly warn: (text: string) => void;
  /** With the error's name, message and place. */
  readonly error: (text: string, error: unknown) => void;
}

/** Writes to `logs/main.log` below the profile, 1 MB at most, with one older file. */
export function createProgramLog(profile: string): ProgramLog {
  const { file, console: consoleTransport } = log.transports;
  file.resolvePathFn = () => join(profile, 'logs', 'main.log');
  file.maxSize = 1_048_576;
  file.level = 'info';
  consoleTransport.level = 'warn';
  return {
    info: (text) => log.info(redact(text)),
    warn: (text) => log.warn(redact(text)),
    error: (text, error) => log.error(redact(`${text}: ${describeError(error)}`)),
  };
}

/** An error in one text, without what it may carry besides. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
}
