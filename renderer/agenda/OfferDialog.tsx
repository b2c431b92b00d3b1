import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { MeetingLink } from '../../core/invites/linkRule.ts';
import type { Offer, OfferedInvite } from '../../core/model/offer.ts';
import type { JoinResult } from '../../preload/channels.ts';
import { Button } from '../common/Button.tsx';
import { Dialog } from '../common/Dialog.tsx';
import { foyerBridge } from '../common/foyerBridge.ts';
import { TextField } from '../common/TextField.tsx';
import { text } from '../common/texts.ts';
import { useTimeFormat } from './agendaLayout.ts';
import { useAgendaStore } from './agendaStore.ts';
import { instantText } from './instantText.ts';
import { feedbackText, joinMeeting } from './joinActions.ts';
import { changeText, closeOffer, offerText, removeInvite } from './offerActions.ts';
import './offer.css';

/** See {@link OfferDialog}. */
export interface OfferDialogProps {
  readonly offer: Offer | null;
}

/** A field for a link, and what was given leads to: nothing is opened before a press. */
export function OfferDialog({ offer }: OfferDialogProps) {
  const hasField = useAgendaStore(({ dialog }) => dialog?.kind === 'link');
  const title = text(offer?.kind === 'invites' ? 'agenda:offer.invitesTitle' : 'agenda:offer.title');
  return (
    <Dialog title={title} closeLabel={text('agenda:offer.close')} onClose={() => closeOffer(offer)}>
      {hasField || offer?.kind === 'refused' ? <LinkField /> : null}
      {offer === null ? null : <Offered key={offer.id} offer={offer} />}
    </Dialog>
  );
}

function LinkField() {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    void offerText(String(new FormData(event.currentTarget).get('link') ?? ''));
  }
  return (
    <form ref={form} className="offer-form" onSubmit={submit}>
      <TextField
        name="link"
        label={text('agenda:offer.field')}
        hint={text('agenda:offer.hint')}
        problem={null}
        kind="text"
        isRequired
        defaultValue=""
      />
      <div className="offer-actions">
        <Button type="submit">{text('agenda:offer.look')}</Button>
        <Button look="quiet" onClick={() => void foyerBridge.offerClipboard({})}>
          {text('agenda:offer.fromClipboard')}
        </Button>
      </div>
    </form>
  );
}

/** What there is to press is what the keyboard comes to. */
function Offered({ offer }: { readonly offer: Offer }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={place} role="status">
      <Found offer={offer} />
    </div>
  );
}

function Found({ offer }: { readonly offer: Offer }) {
  switch (offer.kind) {
    case 'refused':
      return <p className="offer-refusal">{text(`agenda:offer.refused.${offer.reason}`)}</p>;
    case 'links':
      return <OfferedLinks offerId={offer.id} links={offer.links} />;
    case 'invites':
      return (
        <>
          {offer.invites.map((invite) => (
            <InviteCard key={invite.uid} invite={invite} offer={offer} />
          ))}
          {offer.moreCount === 0 ? null : (
            <p className="offer-note">{text('agenda:offer.more', { count: offer.moreCount })}</p>
          )}
        </>
      );
  }
}

function OfferedLinks({ offerId, links }: { readonly offerId: string; readonly links: readonly MeetingLink[] }) {
  const [result, setResult] = useState<JoinResult | null>(null);
  const take = (index: number, how: 'open' | 'copy'): void =>
    void foyerBridge.takeOffer({ offerId, place: String(index), how }).then(setResult);
  return (
    <>
      {links.map((link, index) => (
        <LinkCard key={link.url} link={link} isFirst={index === 0} onTake={(how) => take(index, how)} />
      ))}
      {links.length === 1 ? null : <p className="offer-note">{text('agenda:offer.several')}</p>}
      <p className="offer-note" role="status" data-tone={result?.kind}>
        {result === null ? null : feedbackText({ meetingKey: '', result })}
      </p>
    </>
  );
}

interface LinkCardProps {
  readonly link: MeetingLink;
  readonly isFirst: boolean;
  readonly onTake: (how: 'open' | 'copy') => void;
}

function LinkCard({ link: { badge, url }, isFirst, onTake }: LinkCardProps) {
  const host = URL.parse(url)?.host || url.slice(url.indexOf(':') + 1);
  return (
    <section className="offer-card">
      <h3>{badge}</h3>
      <p className="offer-note">{text('agenda:offer.leadsTo', { host })}</p>
      <p className="offer-address">
        <bdi>{url}</bdi>
      </p>
      <div className="offer-actions">
        <Button
          look={isFirst ? 'go' : 'plain'}
          aria-label={text('agenda:offer.joinLink', { badge, host })}
          onClick={() => onTake('open')}
        >
          {text('agenda:offer.join')}
        </Button>
        <Button look="quiet" aria-label={text('agenda:offer.copyLink', { badge })} onClick={() => onTake('copy')}>
          {text('agenda:offer.copy')}
        </Button>
      </div>
    </section>
  );
}

function InviteCard({ invite, offer }: { readonly invite: OfferedInvite; readonly offer: Offer }) {
  const now = useAgendaStore((state) => state.now);
  const join = useAgendaStore((state) => (state.join?.meetingKey === invite.meetingKey ? state.join : null));
  const format = useTimeFormat();
  const { subject, start, meetingKey, isJoinable } = invite;
  return (
    <section className="offer-card">
      <h3 dir="auto">{subject || text('agenda:meeting.noSubject')}</h3>
      <p className="offer-note">
        {start === null ? null : `${instantText(start, now, format)} · `}
        {changeText(invite)}
        {isJoinable || start === null ? null : ` · ${text('agenda:meeting.noAddress')}`}
      </p>
      {meetingKey === null ? null : (
        <div className="offer-actions">
          {isJoinable ? (
            <Button look="go" onClick={() => void joinMeeting(meetingKey, null)}>
              {text('agenda:offer.join')}
            </Button>
          ) : null}
          <Button look="quiet" onClick={() => void removeInvite(meetingKey).then(() => closeOffer(offer))}>
            {text('agenda:offer.remove')}
          </Button>
          {join === null ? null : <span className="offer-note">{feedbackText(join)}</span>}
        </div>
      )}
    </section>
  );
}
