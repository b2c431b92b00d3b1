import { useEffect, useRef, useState } from 'react';
import type { SignInView } from '../../core/model/signIn.ts';
import { callbackAddress } from '../../core/signIn/callbackAddress.ts';
import { Button } from '../common/Button.tsx';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { useTimeFormat } from './agendaLayout.ts';
import { useAgendaStore } from './agendaStore.ts';
import { CopyLine } from './CopyLine.tsx';
import { instantText } from './instantText.ts';
import { LinkHandling, useRegistration } from './LinkHandling.tsx';

/** See {@link SignInText}. */
export interface SignInTextProps {
  readonly signIn: SignInView;
  readonly service: string;
}

/** What a person who signs in has to do next. */
export function SignInText({ signIn, service }: SignInTextProps) {
  const now = useAgendaStore((state) => state.now);
  const time = instantText(signIn.endsAt, now, useTimeFormat());
  if (signIn.phase === 'exchanging') {
    return <p>{text('agenda:connect.signIn.exchanging', { service })}</p>;
  }
  return (
    <p>
      {signIn.isBrowserOpen
        ? text('agenda:connect.signIn.waiting', { service, time })
        : text('agenda:connect.signIn.noBrowser', { time })}
    </p>
  );
}

/** What can be done while a sign-in is waited for. */
export function SignInActions() {
  const cancel = useRef<HTMLDivElement>(null);
  const [isCopied, setCopied] = useState(false);
  // The button that was pressed has given way to these.
  useEffect(() => cancel.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={cancel} className="connect-actions">
      <Button onClick={() => void foyerBridge.cancelSignIn({})}>{text('agenda:connect.signIn.cancel')}</Button>
      <Button onClick={() => void foyerBridge.copySignInAddress({}).then(setCopied)}>
        {text(isCopied ? 'agenda:connect.signIn.addressCopied' : 'agenda:connect.signIn.copyAddress')}
      </Button>
    </div>
  );
}

/** Where the service has to send browsers back to, as it stands with what is typed; and that nobody would be there. */
export function CallbackLine({ serviceId, port }: { readonly serviceId: string; readonly port: string }) {
  const typedPort = /^\s*\d{1,5}\s*$/.test(port) ? port.trim() : '';
  return (
    <>
      <CopyLine
        label={text('agenda:connect.signIn.callback')}
        value={callbackAddress(serviceId, typedPort)}
        copyLabel={text('agenda:connect.signIn.copyCallback')}
      />
      {typedPort === '' ? <WayBack /> : null}
    </>
  );
}

/** A browser finds back to Foyer only where the system opens Foyer's links with it. Once it was missing, it stays in sight. */
function WayBack() {
  const registration = useRegistration();
  const [wasMissing, setMissing] = useState(false);
  const isMissing = registration !== null && registration.kind !== 'ours';
  useEffect(() => {
    if (isMissing) {
      setMissing(true);
    }
  }, [isMissing]);
  if (registration === null || !(isMissing || wasMissing)) {
    return null;
  }
  return (
    <div className="connect-way-back">
      {isMissing ? <p>{text('agenda:connect.signIn.noWayBack')}</p> : null}
      <LinkHandling registration={registration} />
    </div>
  );
}
