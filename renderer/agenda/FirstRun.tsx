import { useState } from 'react';
import { text } from '../common/texts.ts';
import { selectServices, useAgendaStore } from './agendaStore.ts';
import { ConnectForm } from './ConnectForm.tsx';
import { ServiceChoice } from './ServiceChoice.tsx';
import './firstRun.css';

/** The first thing a person sees: what Foyer does, and the form that makes it do it. */
export function FirstRun() {
  const services = useAgendaStore(selectServices);
  const [serviceId, setServiceId] = useState<string | null>(null);
  const service = services.find((candidate) => candidate.id === serviceId) ?? services[0];
  return (
    <main className="first-run">
      <div className="first-run-column">
        <h1>{text('agenda:firstRun.title')}</h1>
        <p className="first-run-intro">{text('agenda:firstRun.intro')}</p>
        {service === undefined ? null : (
          <>
            <ServiceChoice services={services} chosenId={service.id} onChoose={setServiceId} />
            <ConnectForm key={service.id} service={service} account={null} />
          </>
        )}
      </div>
    </main>
  );
}
