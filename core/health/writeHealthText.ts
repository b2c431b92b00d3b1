import type { HealthText, HealthValue } from '../model/health.ts';
import type { Translate } from '../texts/translator.ts';

/** How a reader's instants (ISO 8601 UTC) and lengths of time (ms) are written. */
export interface HealthFormats {
  readonly instant: (instant: string) => string;
  readonly length: (length: number) => string;
}

/** A text of a report in the words of a language and the formats of a reader. */
export function writeHealthText(text: HealthText, translate: Translate, formats: HealthFormats): string {
  const entries = Object.entries(text.values).map(([name, value]) => [name, write(value, translate, formats)] as const);
  return translate(text.message, Object.fromEntries(entries));
}

function write(value: HealthValue, translate: Translate, formats: HealthFormats): string | number {
  if (typeof value !== 'object') {
    return value;
  }
  if ('instant' in value) {
    return formats.instant(value.instant);
  }
  return 'length' in value ? formats.length(value.length) : translate(value.message);
}
