import { type FormEvent, useEffect, useRef } from 'react';
import type { FieldProblem } from '../../../core/model/account.ts';
import { Button } from '../../common/Button.tsx';
import { Dialog } from '../../common/Dialog.tsx';
import { text } from '../../common/texts.ts';
import { readFields, ServiceField } from '../ServiceField.tsx';
import { closeDialog } from '../windowActions.ts';
import { CreationTrouble } from './CreationTrouble.tsx';
import type { Host } from './hosts.ts';
import { openRoom } from './roomActions.ts';
import { useRoomsStore } from './roomsStore.ts';
import { useHosts, useIsOpening } from './useRooms.ts';
import './newRoom.css';

/** See {@link NewRoomDialog}. */
export interface NewRoomDialogProps {
  readonly accountId: string;
  readonly problems: readonly FieldProblem[];
}

/** What may be said about a new room before it is opened: drawn from what its service declares. */
export function NewRoomDialog({ accountId, problems }: NewRoomDialogProps) {
  const host = useHosts().find((candidate) => candidate.accountId === accountId);
  useEffect(() => {
    if (host === undefined) {
      closeDialog();
    }
  }, [host]);
  return host === undefined ? null : (
    <Dialog title={host.label} closeLabel={text('agenda:newRoom.close')} onClose={closeDialog}>
      <OptionsForm host={host} problems={problems} />
    </Dialog>
  );
}

function OptionsForm({ host, problems }: { readonly host: Host; readonly problems: readonly FieldProblem[] }) {
  const form = useRef<HTMLFormElement>(null);
  const isOpening = useIsOpening();
  const hasTrouble = useRoomsStore(({ outcome }) => outcome !== null);
  const submitLabel = hasTrouble ? 'agenda:newRoom.tryAgain' : 'agenda:newRoom.open';
  const { fields } = host.newRoom;
  useEffect(() => {
    const wrong = problems.length === 0 ? null : form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? form.current?.querySelector('input'))?.focus();
  }, [problems]);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (form.current !== null) {
      void openRoom(host.accountId, readFields(form.current, fields));
    }
  }
  return (
    <form ref={form} className="new-room-form" noValidate onSubmit={submit}>
      {fields.map((field) => (
        <ServiceField key={field.name} field={field} value="" problems={problems} marksOptional={false} />
      ))}
      <CreationTrouble isInForm />
      <p className="new-room-invalid" role="status">
        {problems.length === 0 || isOpening ? null : text('agenda:newRoom.invalid', { count: problems.length })}
      </p>
      <div className="new-room-actions">
        <Button type="submit" look="go" isBusy={isOpening}>
          {text(isOpening ? 'agenda:newRoom.opening' : submitLabel)}
        </Button>
      </div>
    </form>
  );
}
