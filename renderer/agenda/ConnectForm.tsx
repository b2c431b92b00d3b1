import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AccountDraft, AccountView, ConnectResult, FieldProblem } from '../../core/model/account.ts';
import type { KeyringView } from '../../core/model/foyerState.ts';
import type { ConnectField, ServiceView } from '../../core/model/service.ts';
import { Button } from '../common/Button.tsx';
import { foyerBridge } from '../common/foyerBridge.ts';
import { TextField } from '../common/TextField.tsx';
import { text } from '../common/texts.ts';
import { useAgendaStore } from './agendaStore.ts';
import { ConnectOutcome, type Outcome } from './ConnectOutcome.tsx';
import { problemText, readFields, ServiceField } from './ServiceField.tsx';
import './connect.css';

/** See {@link ConnectForm}. */
export interface ConnectFormProps {
  readonly service: ServiceView;
  /** The account to change, or null for a new one. */
  readonly account: AccountView | null;
  /** Called when it was saved; the state that main sends then shows the account. */
  readonly onSaved?: () => void;
}

/** The form that connects an account: drawn from what its service declares, checked by main. */
export function ConnectForm({ service, account, onSaved }: ConnectFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const problems = outcome?.kind === 'invalid' ? outcome.problems : [];
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
    void run(foyerBridge.saveAccount, true);
  }

  return (
    <form ref={form} className="connect" noValidate onSubmit={submit}>
      <Fields service={service} account={account} problems={problems} />
      <ConnectOutcome outcome={outcome} service={text(service.name)} />
      <div className="connect-actions">
        <Button type="submit" look="go" isBusy={outcome?.kind === 'asking'}>
          {text(account === null ? 'agenda:connect.connect' : 'agenda:connect.save')}
        </Button>
        <Button isBusy={outcome?.kind === 'asking'} onClick={() => void run(foyerBridge.testAccount, false)}>
          {text('agenda:connect.test')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly service: ServiceView;
  readonly account: AccountView | null;
  readonly problems: readonly FieldProblem[];
}

const nameField = 'name';

function Fields({ service, account, problems }: FieldsProps) {
  const required = service.fields.filter((field) => field.required);
  const optional = service.fields.filter((field) => !field.required);
  const isMoreNeeded = optional.some(
    (field) => problems.some((problem) => problem.field === field.name) || Boolean(account?.fields[field.name]),
  );
  return (
    <>
      <TextField
        name={nameField}
        label={text(service.accountNameLabel)}
        hint={text(service.accountNameHint)}
        problem={problemText(nameField, problems)}
        kind="text"
        isRequired
        defaultValue={account?.name ?? ''}
      />
      {required.map((field) => (
        <AccountField key={field.name} field={field} account={account} problems={problems} />
      ))}
      <p className="connect-help">
        {text(service.credentialsHelp)}{' '}
        <Button look="link" onClick={() => void foyerBridge.openServiceHelp({ serviceId: service.id })}>
          {text('agenda:connect.credentialsQuestion')}
        </Button>
      </p>
      {optional.length === 0 ? null : (
        <details className="connect-more" open={isMoreNeeded}>
          <summary>{text('agenda:connect.more')}</summary>
          {optional.map((field) => (
            <AccountField key={field.name} field={field} account={account} problems={problems} />
          ))}
        </details>
      )}
    </>
  );
}

interface AccountFieldProps {
  readonly field: ConnectField;
  readonly account: AccountView | null;
  readonly problems: readonly FieldProblem[];
}

function AccountField({ field, account, problems }: AccountFieldProps) {
  const keyring = useAgendaStore(({ foyer }) => foyer?.environment.keyring);
  const keepsSecret = field.kind === 'secret' && account !== null && account.status.kind !== 'secretLost';
  return (
    <ServiceField
      field={field}
      value={account?.fields[field.name] ?? ''}
      problems={problems}
      hint={hintText(field, keepsSecret, keyring)}
      isKept={keepsSecret}
    />
  );
}

/** A service promises that its secret is kept encrypted; where the system cannot, the form must say so. */
function hintText(field: ConnectField, keepsSecret: boolean, keyring: KeyringView | undefined): string {
  if (keepsSecret) {
    return text('agenda:connect.keepSecret');
  }
  if (field.kind !== 'secret' || keyring?.kind !== 'unprotected') {
    return text(field.hint);
  }
  return text(keyring.isPlaintextAllowed ? 'agenda:connect.unprotectedSecret' : 'agenda:connect.memorySecret');
}

function readDraft(form: HTMLFormElement, service: ServiceView, account: AccountView | null): AccountDraft {
  return {
    accountId: account?.id ?? null,
    serviceId: service.id,
    name: String(new FormData(form).get(nameField) ?? ''),
    fields: readFields(form, service.fields),
  };
}
