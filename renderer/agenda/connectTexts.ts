import type { ConnectResult } from '../../core/model/account.ts';
import type { TimeFormat } from '../../core/time/timeFormat.ts';
import { text } from '../common/texts.ts';
import { instantText } from './instantText.ts';

/** What a test or an attempt to connect led to, in words that say what to do next. */
export function connectResultText(result: ConnectResult, service: string, now: number, format: TimeFormat): string {
  switch (result.kind) {
    case 'connected':
      return result.meetingCount === null
        ? text('agenda:connect.works')
        : text('agenda:connect.connected', { count: result.meetingCount });
    case 'invalid':
      return text('agenda:connect.invalid', { count: result.problems.length });
    case 'duplicate':
      return text('agenda:connect.duplicate', { name: result.name });
    case 'notSignedIn':
      return text(`agenda:connect.signIn.${result.reason}`, { service });
    case 'failed':
      return failureText(result, service, now, format);
  }
}

type Failure = Extract<ConnectResult, { readonly kind: 'failed' }>;

function failureText({ status, retryAt }: Failure, service: string, now: number, format: TimeFormat): string {
  if (status.words !== undefined) {
    return `${text(status.words.title)} ${text(status.words.advice)}`;
  }
  switch (status.kind) {
    case 'serverError':
      return text('agenda:connect.serverError', { service, code: status.httpStatus });
    case 'limited':
      return retryAt === null
        ? text('agenda:connect.limited', { service })
        : text('agenda:connect.limitedUntil', { service, time: instantText(retryAt, now, format) });
    case 'waiting':
    case 'current':
      return text('agenda:connect.failed');
    default:
      return text(`agenda:connect.${status.kind}`, { service });
  }
}
