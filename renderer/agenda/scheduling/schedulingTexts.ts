import scheduling from '../../../assets/locales/en/scheduling.json';
import type { DraftProblem, SchedulingFailure } from '../../../core/model/schedule.ts';
import { durationOf } from '../../../core/time/duration.ts';
import type { TimeFormat } from '../../../core/time/timeFormat.ts';
import { durationText } from '../../common/durationText.ts';
import { learnTexts } from '../../common/language.ts';
import { instantText } from '../instantText.ts';

/** As the window's `text`, with the texts of scheduling, which are fetched with it. */
export const text = learnTexts({ scheduling });

/** What is wrong with a field, or null. */
export function problemText(field: string, problems: readonly DraftProblem[]): string | null {
  const problem = problems.find((candidate) => candidate.field === field);
  return problem === undefined ? null : text(problem.line.message, problem.line.values);
}

/** "Monday, 23 November, 09:00 – 09:30 (30 min)". Instants in ms since the epoch. */
export function whenText(start: number, end: number, format: TimeFormat): string {
  const duration = durationText(durationOf(end - start));
  return text('scheduling:duration', { when: plainWhenText(start, end, format), duration });
}

/** "Monday, 23 November, 09:00 – 09:30"; with both days where it ends on another one. */
export function plainWhenText(start: number, end: number, format: TimeFormat): string {
  const [day, endDay] = [format.formatDay(start), format.formatDay(end)];
  return day === endDay
    ? text('scheduling:when', { day, times: format.formatTimeRange(start, end) })
    : text('scheduling:whenUntil', { day, start: format.formatTime(start), endDay, end: format.formatTime(end) });
}

/** Why a service did not do it, and its own words. */
export function failureText(failure: SchedulingFailure, service: string, now: number, format: TimeFormat): string {
  const { detail } = failure;
  const reason = reasonText(failure, service, now, format);
  return detail === null ? reason : `${reason} ${text('scheduling:failed.says', { service, detail })}`;
}

function reasonText({ status, retryAt }: SchedulingFailure, service: string, now: number, format: TimeFormat): string {
  switch (status.kind) {
    case 'serverError': {
      const isRefusal = status.httpStatus >= 400 && status.httpStatus < 500;
      const message = isRefusal ? 'scheduling:failed.notAccepted' : 'scheduling:failed.serverError';
      return text(message, { service, code: status.httpStatus });
    }
    case 'limited':
      return retryAt === null
        ? text('scheduling:failed.limited', { service })
        : text('scheduling:failed.limitedUntil', { service, time: instantText(retryAt, now, format) });
    case 'notSetUp':
      return text('scheduling:failed.gone', { service });
    case 'offline':
    case 'unreachable':
    case 'unreadable':
    case 'refused':
    case 'secretLost':
      return text(`scheduling:failed.${status.kind}`, { service });
    default:
      return text('scheduling:failed.fault');
  }
}
