import type { AgendaTrouble } from '../../core/agendaView/agendaTrouble.ts';
import type { AccountView } from '../../core/model/account.ts';
import type { ServiceView } from '../../core/model/service.ts';
import { durationOf } from '../../core/time/duration.ts';
import type { TimeFormat } from '../../core/time/timeFormat.ts';
import { durationText } from '../common/durationText.ts';
import { listText, text } from '../common/texts.ts';
import { agendaAccounts } from './agendaStore.ts';
import { instantText } from './instantText.ts';

/** What the words for a trouble depend on. */
export interface TroubleSituation {
  readonly trouble: AgendaTrouble;
  readonly services: readonly ServiceView[];
  /** How many rooms there are: with one alone, its name is no news. */
  readonly roomCount: number;
  readonly now: number;
  readonly format: TimeFormat;
}

/** What is wrong, in one sentence, and with which rooms if it is not all of them. */
export function troubleTitle(situation: TroubleSituation): string {
  const { trouble, roomCount } = situation;
  const rooms = trouble.accounts.map((account) => account.name);
  const title = plainTitle(situation);
  return rooms.length === roomCount ? title : text('agenda:status.forRooms', { rooms: listText(rooms), text: title });
}

/** What it means and what to do; `asOf` is the instant of the list that is still shown. */
export function troubleDetail({ trouble, services, now, format }: TroubleSituation, asOf: string | null): string {
  const [account] = trouble.accounts;
  const listsMeetings = agendaAccounts(trouble.accounts, services).length > 0;
  if (account.status.words !== undefined) {
    return text(account.status.words.advice);
  }
  switch (trouble.kind) {
    case 'refused':
      if (signsIn(account.serviceId, services)) {
        return text('agenda:status.refusedSignInDetail');
      }
      return text(listsMeetings ? 'agenda:status.refusedDetail' : 'agenda:status.refusedRoomsDetail');
    case 'notSetUp':
      return text('agenda:status.notSetUpDetail');
    case 'secretLost':
      return text(listsMeetings ? 'agenda:status.secretLostDetail' : 'agenda:status.secretLostRoomsDetail');
    case 'clockSkew':
      return text('agenda:status.clockDetail');
    case 'limited':
      return account.nextAttemptAt === null
        ? ''
        : text('agenda:status.nextTry', { time: instantText(account.nextAttemptAt, now, format) });
    default:
      return listsMeetings ? listDetail(asOf, now, format) : text('agenda:status.roomsDetail');
  }
}

function signsIn(serviceId: string, services: readonly ServiceView[]): boolean {
  return services.some(({ id, signIn }) => id === serviceId && signIn !== null);
}

function listDetail(asOf: string | null, now: number, format: TimeFormat): string {
  return asOf === null
    ? text('agenda:status.nothingToShow')
    : text('agenda:status.shownAsOf', { time: instantText(asOf, now, format) });
}

function plainTitle({ trouble, services }: TroubleSituation): string {
  const [account] = trouble.accounts;
  const service = serviceName(account.serviceId, services);
  if (account.status.words !== undefined) {
    return text(account.status.words.title);
  }
  switch (trouble.kind) {
    case 'offline':
      return text('agenda:status.offline');
    case 'secretLost':
      return text('agenda:status.secretLost');
    case 'clockSkew':
      return clockTitle(account);
    case 'serverError':
      return text('agenda:status.serverError', { service, code: httpStatus(account) });
    default:
      return text(`agenda:status.${trouble.kind}`, { service });
  }
}

/** The name people know a service by. */
export function serviceName(serviceId: string, services: readonly ServiceView[]): string {
  const service = services.find((candidate) => candidate.id === serviceId);
  return service === undefined ? serviceId : text(service.name);
}

function clockTitle({ clockSkew }: AccountView): string {
  const skew = clockSkew ?? 0;
  const duration = durationText(durationOf(Math.abs(skew)));
  return text(skew > 0 ? 'agenda:status.clockAhead' : 'agenda:status.clockBehind', { duration });
}

function httpStatus({ status }: AccountView): string {
  return status.kind === 'serverError' ? String(status.httpStatus) : '';
}
