import BackIcon from 'lucide-react/icons/arrow-left';
import { useState } from 'react';
import type { PresetAccount } from '../../core/model/choices.ts';
import type { ServiceView } from '../../core/model/service.ts';
import { Button } from '../common/Button.tsx';
import { IconButton } from '../common/IconButton.tsx';
import { text } from '../common/texts.ts';
import { selectServices, useAgendaStore } from './agendaStore.ts';
import { ConnectForm } from './ConnectForm.tsx';
import { LinkSettings } from './LinkSettings.tsx';
import { Notices } from './Notices.tsx';
import { openLinkField } from './offerActions.ts';
import { ServiceChoice } from './ServiceChoice.tsx';
import { ServicePitch } from './ServicePitch.tsx';
import { openSettings } from './windowActions.ts';
import './firstRun.css';

interface FirstRunView {
  readonly serviceId: string | null;
  readonly preset: PresetAccount | null;
  /** The service whose form was left. */
  readonly returnTo: string | null;
}

const beginning: FirstRunView = { serviceId: null, preset: null, returnTo: null };

/** The first thing a person sees: what Foyer does, a choice where there is one, and the form that makes it do it. */
export function FirstRun() {
  const services = useAgendaStore(selectServices);
  const [{ serviceId, preset, returnTo }, setView] = useState<FirstRunView>(beginning);
  const [only, ...others] = services;
  const chosen = services.find((candidate) => candidate.id === serviceId);
  const back = (): void => setView({ ...beginning, returnTo: serviceId });
  return (
    <main className="first-run">
      <div className="first-run-column">
        <Notices />
        {chosen === undefined ? <Welcome services={services} /> : <ChosenHeader service={chosen} onBack={back} />}
        {others.length > 0 && chosen === undefined ? (
          <ServiceChoice
            services={services}
            returnTo={returnTo}
            onChoose={(id, chosenPreset) => setView({ serviceId: id, preset: chosenPreset, returnTo: null })}
          />
        ) : null}
        {chosen === undefined ? (
          <p className="first-run-link">
            <Button look="link" onClick={() => openLinkField()}>
              {text('agenda:firstRun.link')}
            </Button>
            <Button look="link" onClick={openSettings}>
              {text('agenda:header.settings')}
            </Button>
          </p>
        ) : null}
        <FirstForm service={others.length === 0 ? only : chosen} preset={preset} isNamed={others.length > 0} />
        {chosen === undefined ? <LinkSettings /> : null}
      </div>
    </main>
  );
}

function Welcome({ services }: { readonly services: readonly ServiceView[] }) {
  const hasRooms = services.some(({ newRoom }) => newRoom !== null);
  return (
    <>
      <h1>{text('agenda:firstRun.title')}</h1>
      <p className="first-run-intro">{text(hasRooms ? 'agenda:firstRun.introRooms' : 'agenda:firstRun.intro')}</p>
    </>
  );
}

function ChosenHeader({ service, onBack }: { readonly service: ServiceView; readonly onBack: () => void }) {
  return (
    <header className="first-run-header">
      <IconButton icon={BackIcon} label={text('agenda:firstRun.back')} onClick={onBack} />
      <h1>{text('agenda:firstRun.connectTitle', { service: text(service.name) })}</h1>
    </header>
  );
}

interface FirstFormProps {
  readonly service: ServiceView | undefined;
  readonly preset: PresetAccount | null;
  readonly isNamed: boolean;
}

function FirstForm({ service, preset, isNamed }: FirstFormProps) {
  return service === undefined ? null : (
    <>
      <ServicePitch service={service} isNamed={isNamed} />
      <ConnectForm service={service} account={null} preset={preset} />
    </>
  );
}
