import * as z from 'zod/mini';
import type { SomeChoices } from './choices.ts';

const exported = z.object({ foyerSettings: z.record(z.string(), z.unknown()) });

/** The text of a file that carries settings to another machine. */
export function writeSettingsExport(choices: SomeChoices): string {
  return `${JSON.stringify({ foyerSettings: choices }, null, 2)}\n`;
}

/** The settings in such a file; null when it is not one. */
export function readSettingsExport(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return exported.parse(JSON.parse(text)).foyerSettings;
  } catch {
    return null;
  }
}
