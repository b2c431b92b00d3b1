import type { TimeFormat } from '../../../core/time/timeFormat.ts';
import { text } from '../../common/texts.ts';
import { instantText } from '../instantText.ts';
import type { CreationOutcome } from './roomsStore.ts';

type Result = CreationOutcome['result'];

/** Why no room was made. */
export function creationTitle(result: Result, service: string, now: number, format: TimeFormat): string {
  if (result.kind === 'uncertain') {
    return text('agenda:newRoom.uncertain');
  }
  if (result.kind === 'fault') {
    return text('agenda:newRoom.failed');
  }
  const { status, retryAt } = result;
  switch (status.kind) {
    case 'serverError':
      return text('agenda:newRoom.serverError', { service, code: status.httpStatus });
    case 'limited':
      return retryAt === null
        ? text('agenda:newRoom.limited', { service })
        : text('agenda:newRoom.limitedUntil', { service, time: instantText(retryAt, now, format) });
    case 'waiting':
    case 'current':
      return text('agenda:newRoom.failed');
    default:
      return text(`agenda:newRoom.${status.kind}`, { service });
  }
}

/** What else is known: the service's own words, or what may have happened. */
export function creationDetail(result: Result, service: string): string {
  if (result.kind === 'uncertain') {
    return text('agenda:newRoom.uncertainDetail');
  }
  return result.kind === 'failed' && result.detail !== null
    ? text('agenda:newRoom.says', { service, detail: result.detail })
    : '';
}

/** Whether only other credentials help. */
export function needsEdit(result: Result): boolean {
  return result.kind === 'failed' && (result.status.kind === 'refused' || result.status.kind === 'secretLost');
}

/** How bad it is. */
export function toneOf(result: Result): 'bad' | 'warn' | 'info' {
  if (result.kind === 'uncertain') {
    return 'warn';
  }
  return result.kind === 'failed' && result.status.kind === 'limited' ? 'info' : 'bad';
}
