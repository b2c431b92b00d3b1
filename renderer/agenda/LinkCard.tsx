import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { LinkCard as Card, LinkOffer } from '../../core/model/links.ts';
import { Button } from '../common/Button.tsx';
import { Dialog } from '../common/Dialog.tsx';
import { text } from '../common/texts.ts';
import { useTimeFormat } from './agendaLayout.ts';
import { selectAccounts, selectServices, useAgendaStore } from './agendaStore.ts';
import { instantText } from './instantText.ts';
import {
  canPress,
  dismissLink,
  type LinkFeedback,
  linkFeedbackText,
  linkTitle,
  pressLabel,
  pressLink,
  trustText,
} from './linkActions.ts';
import './linkCard.css';
import { useTitleOf } from './titles.ts';

// The card may come while somebody types: a press that was meant for something else is not one for it.
const unarmedTime = 500;

/** What a link asks for and where it leads. Nothing is opened before the press. */
export function LinkCard({ card }: { readonly card: Card }) {
  const { offer } = card;
  const [feedback, setFeedback] = useState<LinkFeedback | null>(null);
  const isArmed = useArmed();
  const form = useRef<HTMLFormElement>(null);
  const canBePressed = useAgendaStore((state) => canPress(offer, selectAccounts(state).length > 0));
  const askedId = useId();
  useEffect(() => {
    form.current?.querySelector<HTMLElement>(canBePressed ? '.link-press' : '.link-dismiss')?.focus();
  }, [canBePressed]);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isArmed && feedback?.kind !== 'opening') {
      const isAlways = new FormData(event.currentTarget).has('always');
      void pressLink(card, isAlways, setFeedback);
    }
  }
  return (
    <Dialog
      title={linkTitle(offer)}
      closeLabel={text('agenda:link.close')}
      describedBy={askedId}
      onClose={() => void dismissLink(card)}
    >
      <form ref={form} className="link-card" onSubmit={submit}>
        <div id={askedId}>
          <Asked offer={offer} />
        </div>
        {offer.kind === 'join' ? <AlwaysField offer={offer} /> : null}
        <p className="link-feedback" role="status" data-tone={feedback?.kind}>
          {feedback === null ? null : linkFeedbackText(feedback)}
        </p>
        <div className="link-actions">
          {canBePressed ? (
            <Button type="submit" look="go" className="link-press" isBusy={!isArmed || feedback?.kind === 'opening'}>
              {pressLabel(offer)}
            </Button>
          ) : null}
          <Button className="link-dismiss" onClick={() => void dismissLink(card)}>
            {text(canBePressed ? 'agenda:link.dismiss' : 'agenda:link.close')}
          </Button>
          {card.waitingCount === 0 ? null : (
            <span className="link-waiting">{text('agenda:link.waiting', { count: card.waitingCount })}</span>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function useArmed(): boolean {
  const [isArmed, setArmed] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setArmed(true), unarmedTime);
    return () => window.clearTimeout(timer);
  }, []);
  return isArmed;
}

function Asked({ offer }: { readonly offer: LinkOffer }) {
  const services = useAgendaStore(selectServices);
  switch (offer.kind) {
    case 'join':
      return <Joining offer={offer} />;
    case 'newRoom':
      return <Opening accountId={offer.accountId} />;
    case 'nothingNext':
      return <p className="link-note">{text('agenda:link.nothing')}</p>;
    case 'gone':
      return <p className="link-note">{text('agenda:link.gone')}</p>;
    case 'connect': {
      const service = services.find(({ id }) => id === offer.serviceId);
      return (
        <p className="link-note">
          {service === undefined
            ? text('agenda:link.connectAny')
            : text('agenda:link.connectService', { service: text(service.name) })}
        </p>
      );
    }
  }
}

type JoinOffer = Extract<LinkOffer, { readonly kind: 'join' }>;

function Joining({ offer }: { readonly offer: JoinOffer }) {
  const now = useAgendaStore((state) => state.now);
  const format = useTimeFormat();
  const owner = useOwner(offer.accountId);
  const { title, start, host, way, what, meetingKey } = offer;
  const titleOf = useTitleOf();
  const without = text(what === 'room' ? 'agenda:link.noRoomWay' : 'agenda:link.noWay');
  return (
    <>
      <p className="link-title" data-what={what} dir="auto">
        {meetingKey === null ? title : titleOf({ subject: title })}
      </p>
      <dl className="link-facts">
        {start === null ? null : <Fact name={text('agenda:link.when')} value={instantText(start, now, format)} />}
        {owner === '' ? null : <Fact name={text('agenda:link.service')} value={owner} />}
        {host === null ? null : <Fact name={text('agenda:link.host')} value={host} />}
        {way === null || way.isCopy ? null : <Fact name={text('agenda:link.way')} value={text(way.label)} />}
      </dl>
      <p className="link-note">{way === null ? without : text('agenda:link.asked')}</p>
    </>
  );
}

function Opening({ accountId }: { readonly accountId: string }) {
  const owner = useOwner(accountId);
  return (
    <>
      <dl className="link-facts">
        <Fact name={text('agenda:link.account')} value={owner} />
      </dl>
      <p className="link-note">{text('agenda:link.asked')}</p>
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}

/** The service and the account of it; empty for invites. */
function useOwner(accountId: string): string {
  const account = useAgendaStore((state) => selectAccounts(state).find(({ id }) => id === accountId));
  const service = useAgendaStore((state) => selectServices(state).find(({ id }) => id === account?.serviceId));
  return service === undefined || account === undefined ? '' : `${text(service.name)} · ${account.name}`;
}

function AlwaysField({ offer }: { readonly offer: JoinOffer }) {
  const id = useId();
  const services = useAgendaStore(selectServices);
  if (offer.trust === null) {
    return null;
  }
  return (
    <div className="link-always">
      <input id={id} name="always" type="checkbox" />
      <label htmlFor={id}>{trustText(offer.trust, services)}</label>
    </div>
  );
}
