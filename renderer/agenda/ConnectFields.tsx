import { useState } from 'react';
import type { AccountView, FieldProblem } from '../../core/model/account.ts';
import type { PresetAccount } from '../../core/model/choices.ts';
import type { KeyringView } from '../../core/model/foyerState.ts';
import type { ConnectField, ServiceView } from '../../core/model/service.ts';
import { Button } from '../common/Button.tsx';
import { foyerBridge } from '../common/foyerBridge.ts';
import { TextField } from '../common/TextField.tsx';
import { text } from '../common/texts.ts';
import { useAgendaStore } from './agendaStore.ts';
import { problemText, ServiceField } from './ServiceField.tsx';
import { CallbackLine } from './SignInWaiting.tsx';

/** See {@link ConnectFields}. */
export interface ConnectFieldsProps {
  readonly service: ServiceView;
  readonly account: AccountView | null;
  /** What an administrator filled in for a new account. */
  readonly preset: PresetAccount | null;
  readonly problems: readonly FieldProblem[];
}

/** The input for what the user calls the account. */
export const nameField = 'name';

/** What a service asks for, and where that comes from. */
export function ConnectFields({ service, account, preset, problems }: ConnectFieldsProps) {
  const given = account ?? preset;
  const portField = service.signIn?.portField ?? '';
  const [port, setPort] = useState(given?.fields[portField] ?? '');
  const [waivers, setWaivers] = useState(given?.fields ?? {});
  const required = service.fields.filter((field) => field.required);
  const optional = service.fields.filter((field) => !field.required);
  const isMoreNeeded = optional.some(
    (field) => problems.some((problem) => problem.field === field.name) || Boolean(given?.fields[field.name]),
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
        defaultValue={given?.name ?? ''}
      />
      {required.map((field) => (
        <AccountField
          key={field.name}
          field={{ ...field, required: waivers[field.waivedBy ?? ''] !== 'true' }}
          account={account}
          preset={preset}
          problems={problems}
        />
      ))}
      <p className="connect-help">
        {text(service.credentialsHelp)}{' '}
        <Button look="link" onClick={() => void foyerBridge.openServiceHelp({ serviceId: service.id })}>
          {text('agenda:connect.credentialsQuestion')}
        </Button>
      </p>
      {service.signIn === null ? null : <CallbackLine serviceId={service.id} port={port} />}
      {optional.length === 0 ? null : (
        <details
          className="connect-more"
          open={isMoreNeeded}
          onInput={({ target }) => {
            if (target instanceof HTMLInputElement && target.name === portField) {
              setPort(target.value);
            }
            if (target instanceof HTMLInputElement && target.type === 'checkbox') {
              setWaivers({ ...waivers, [target.name]: String(target.checked) });
            }
          }}
        >
          <summary>{text('agenda:connect.more')}</summary>
          {optional.map((field) => (
            <AccountField key={field.name} field={field} account={account} preset={preset} problems={problems} />
          ))}
        </details>
      )}
    </>
  );
}

interface AccountFieldProps {
  readonly field: ConnectField;
  readonly account: AccountView | null;
  readonly preset: PresetAccount | null;
  readonly problems: readonly FieldProblem[];
}

function AccountField({ field, account, preset, problems }: AccountFieldProps) {
  const keyring = useAgendaStore(({ foyer }) => foyer?.environment.keyring);
  const hasSecret = account !== null && account.fields[field.waivedBy ?? ''] !== 'true';
  const keepsSecret = field.kind === 'secret' && hasSecret && account.status.kind !== 'secretLost';
  return (
    <ServiceField
      field={field}
      value={(account ?? preset)?.fields[field.name] ?? ''}
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
