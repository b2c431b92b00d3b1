import { agendaTrouble } from '../../core/agendaView/agendaTrouble.ts';
import type { AccountView } from '../../core/model/account.ts';
import { text } from '../common/texts.ts';
import { useTimeFormat } from './agendaLayout.ts';
import { agendaAccounts, selectServices, useAgendaStore } from './agendaStore.ts';
import { instantText } from './instantText.ts';
import { TrackingId } from './TrackingId.tsx';
import { serviceName, troubleDetail, troubleTitle } from './troubleTexts.ts';

/** How one account is: its service, whether it answers, since when not and what to quote, where its secret is. */
export function ConnectionStatus({ account }: { readonly account: AccountView }) {
  const services = useAgendaStore(selectServices);
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  const trouble = agendaTrouble([account]);
  const situation = { services, roomCount: 1, now, format };
  return (
    <>
      <p className="connection-status" data-tone={trouble === null ? 'good' : 'bad'}>
        {trouble === null
          ? goodText()
          : `${troubleTitle({ ...situation, trouble })} ${troubleDetail({ ...situation, trouble }, account.lastSuccessAt)}`}
      </p>
      <p className="connection-storage">
        {[serviceName(account.serviceId, services), shownField(), storageText()].filter(Boolean).join(' · ')}
      </p>
      {trouble === null || account.trackingId === null ? null : <TrackingId id={account.trackingId} />}
    </>
  );

  function shownField(): string {
    const service = services.find(({ id }) => id === account.serviceId);
    return account.fields[service?.shownField ?? ''] ?? '';
  }

  function storageText(): string {
    return text(`agenda:connections.storage.${account.secretStorage}`);
  }

  function goodText(): string {
    if (agendaAccounts([account], services).length === 0) {
      return text('agenda:connections.ready');
    }
    return account.lastSuccessAt === null || account.status.kind === 'waiting'
      ? text('agenda:connections.waiting')
      : text('agenda:connections.current', { time: instantText(account.lastSuccessAt, now, format) });
  }
}
