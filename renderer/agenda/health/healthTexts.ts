import health from '../../../assets/locales/en/health.json';
import { writeHealthText } from '../../../core/health/writeHealthText.ts';
import type { HealthText } from '../../../core/model/health.ts';
import { createTranslator, type Translate } from '../../../core/texts/translator.ts';
import { durationOf } from '../../../core/time/duration.ts';
import type { TimeFormat } from '../../../core/time/timeFormat.ts';
import { durationText } from '../../common/durationText.ts';
import { text } from '../../common/texts.ts';
import { instantText } from '../instantText.ts';

const translate = createTranslator('en', { health });

/** Gives the text of a key; those of health come with the dialog, not with the first script. */
export const healthText: Translate = (key, values) =>
  key.startsWith('health:') ? translate(key, values) : text(key, values);

/** A text of a report, with times as this window writes them. */
export function reportText(said: HealthText, now: number, format: TimeFormat): string {
  return writeHealthText(said, healthText, {
    instant: (instant) => instantText(instant, now, format),
    length: (length) => durationText(durationOf(length)),
  });
}
