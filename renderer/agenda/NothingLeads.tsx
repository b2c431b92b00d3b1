import type { AccountStatus } from '../../core/model/account.ts';
import { listText, text } from '../common/texts.ts';
import { agendaAccounts, selectServices, useAgendaStore } from './agendaStore.ts';

/** While an account is like this, an empty list says nothing about its meetings. */
const needsMending: ReadonlySet<AccountStatus['kind']> = new Set(['refused', 'notSetUp', 'secretLost']);

/** In the place of the next meeting when there is none: because there is none, or because nobody knows yet. */
export function NothingLeads() {
  const all = useAgendaStore(({ foyer }) => foyer?.accounts);
  const services = useAgendaStore(selectServices);
  const accounts = agendaAccounts(all ?? [], services);
  if (
    all === undefined ||
    accounts.every(({ status, lastSuccessAt }) => status.kind === 'waiting' && lastSuccessAt === null)
  ) {
    return <Loading />;
  }
  const isKnown = accounts.some((account) => account.lastSuccessAt !== null && !needsMending.has(account.status.kind));
  return (
    <section className="lead" data-kind="nothing" aria-label={text('agenda:lead.region')}>
      <h2 className="lead-subject">{text(isKnown ? 'agenda:lead.nothing' : 'agenda:lead.unknown')}</h2>
      <p className="lead-details">
        {isKnown
          ? text('agenda:lead.nothingDetail', { rooms: listText(accounts.map((account) => account.name)) })
          : text('agenda:lead.unknownDetail')}
      </p>
    </section>
  );
}

const skeletonRows = ['58%', '71%', '49%', '64%'];

function Loading() {
  return (
    <>
      <section className="lead" data-kind="loading" aria-label={text('agenda:lead.region')} aria-busy>
        <p className="spoken">{text('agenda:lead.loading')}</p>
        <div className="skeleton" data-size="count" />
        <div className="skeleton" data-size="subject" />
        <div className="skeleton" data-size="details" />
      </section>
      {skeletonRows.map((width) => (
        <div key={width} className="skeleton-row" aria-hidden>
          <div className="skeleton" />
          <div className="skeleton" style={{ width }} />
        </div>
      ))}
    </>
  );
}
