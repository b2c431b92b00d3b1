import health from '../../../assets/locales/en/health.json';
import { writeHealthText } from '../../../core/health/writeHealthText.ts';
import type { HealthText } from '../../../core/model/health.ts';
import { durationOf } from '../../../core/time/duration.ts';
import type { TimeFormat } from '../../../core/time/timeFormat.ts';
import { durationText } from '../../common/durationText.ts';
import { learnTexts } from '../../common/language.ts';
import { instantText } from '../instantText.ts';

/** As the window's `text`, with the texts of health, which are fetched with their dialog. */
export const healthText = learnTexts({ health });

/** A text of a report, with times as this window writes them. */
export function reportText(said: HealthText, now: number, format: TimeFormat): string {
  return writeHealthText(said, healthText, {
    instant: (instant) => instantText(instant, now, format),
    length: (length) => durationText(durationOf(length)),
  });
}
