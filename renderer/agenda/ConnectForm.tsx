import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AccountDraft, AccountView, ConnectResult } from '../../core/model/account.ts';
import type { PresetAccount } from '../../core/model/choices.ts';
import type { ServiceView } from '../../core/model/service.ts';
import type { SignInView } from '../../core/model/signIn.ts';
import type { MessageKey } from '../../core/texts/catalog.ts';
import { Button } from '../common/Button.tsx';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { useAgendaStore } from './agendaStore.ts';
import { ConnectFields, nameField } from './ConnectFields.tsx';
import { ConnectOutcome, type Outcome } from './ConnectOutcome.tsx';
import { readFields } from './ServiceField.tsx';
import { SignInActions } from './SignInWaiting.tsx';
import './connect.css';

/** See {@link ConnectForm}. */
export interface ConnectFormProps {
  readonly service: ServiceView;
  /** The account to change, or null for a new one. */
  readonly account: AccountView | null;
  /** What an administrator filled in for a new one. */
  readonly preset?: PresetAccount | null;
  /** Called when it was saved; the state that main sends then shows the account. */
  readonly onSaved?: () => void;
}

/** The form that connects an account: drawn from what its service declares, checked by main. */
export function ConnectForm({ service, account, preset = null, onSaved }: ConnectFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const problems = outcome?.kind === 'invalid' ? outcome.problems : [];
  const signIn = useSignIn(service, account);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => {
    if (outcome?.kind === 'invalid') {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [outcome]);

  async function run(task: (draft: AccountDraft) => Promise<ConnectResult>, isSaving: boolean): Promise<void> {
    if (form.current === null || outcome?.kind === 'asking') {
      return;
    }
    setOutcome({ kind: 'asking' });
    try {
      const result = await task(readDraft(form.current, service, account));
      setOutcome(result);
      if (isSaving && result.kind === 'connected') {
        onSaved?.();
      }
    } catch (error) {
      setOutcome({ kind: 'fault' });
      throw error;
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    const isSignIn = service.signIn !== null && mustSignIn(account);
    void run(isSignIn ? foyerBridge.signIn : foyerBridge.saveAccount, true);
  }

  const isBusy = outcome?.kind === 'asking';
  return (
    <form ref={form} className="connect" noValidate onSubmit={submit}>
      <ConnectFields service={service} account={account} preset={preset} problems={problems} />
      <ConnectOutcome outcome={outcome} service={text(service.name)} signIn={signIn} />
      {signIn === null ? (
        <div className="connect-actions">
          <Button type="submit" look="go" isBusy={isBusy}>
            {text(submitLabel(service, account))}
          </Button>
          <SecondAction service={service} account={account} isBusy={isBusy} onRun={run} />
        </div>
      ) : (
        <SignInActions />
      )}
    </form>
  );
}

/** An account that nobody is signed in to any more, so that saving it means signing in. */
function mustSignIn(account: AccountView | null): boolean {
  return account?.status.kind === 'refused' || account?.status.kind === 'secretLost';
}

function submitLabel({ signIn }: ServiceView, account: AccountView | null): MessageKey {
  if (signIn !== null && (account === null || mustSignIn(account))) {
    return account === null ? 'agenda:connect.signIn.begin' : 'agenda:connect.signIn.again';
  }
  return account === null ? 'agenda:connect.connect' : 'agenda:connect.save';
}

interface SecondActionProps {
  readonly service: ServiceView;
  readonly account: AccountView | null;
  readonly isBusy: boolean;
  readonly onRun: (task: (draft: AccountDraft) => Promise<ConnectResult>, isSaving: boolean) => Promise<void>;
}

/** Trying without saving; where people sign in, that is what trying is, so there it is signing in once more. */
function SecondAction({ service, account, isBusy, onRun }: SecondActionProps) {
  if (service.signIn === null) {
    return (
      <Button isBusy={isBusy} onClick={() => void onRun(foyerBridge.testAccount, false)}>
        {text('agenda:connect.test')}
      </Button>
    );
  }
  return account === null || mustSignIn(account) ? null : (
    <Button isBusy={isBusy} onClick={() => void onRun(foyerBridge.signIn, true)}>
      {text('agenda:connect.signIn.again')}
    </Button>
  );
}

/** The sign-in that this form waits for, or null. */
function useSignIn(service: ServiceView, account: AccountView | null): SignInView | null {
  const signIn = useAgendaStore(({ foyer }) => foyer?.signIn ?? null);
  const isOurs = signIn?.serviceId === service.id && signIn.accountId === (account?.id ?? null);
  return isOurs ? signIn : null;
}

function readDraft(form: HTMLFormElement, service: ServiceView, account: AccountView | null): AccountDraft {
  return {
    accountId: account?.id ?? null,
    serviceId: service.id,
    name: String(new FormData(form).get(nameField) ?? ''),
    fields: readFields(form, service.fields),
  };
}
