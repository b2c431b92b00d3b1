import { type FormEvent, useEffect, useRef } from 'react';
import type { MeetingDraft } from '../../../core/model/schedule.ts';
import { Button } from '../../common/Button.tsx';
import { Dialog } from '../../common/Dialog.tsx';
import { closeDialog } from '../windowActions.ts';
import { DraftField } from './DraftField.tsx';
import { OwnFields } from './OwnFields.tsx';
import { ParticipantsField } from './ParticipantsField.tsx';
import { ScheduleTroubleBar } from './ScheduleTroubleBar.tsx';
import { chooseAccount, saveDraft } from './scheduleActions.ts';
import type { SchedulingAccount } from './schedulers.ts';
import { changeDraft, useScheduleStore } from './scheduleStore.ts';
import { problemText, text } from './schedulingTexts.ts';
import { TimeFields } from './TimeFields.tsx';
import { useSchedulers } from './useScheduler.ts';
import './schedule.css';

/** The form for a meeting to be scheduled or changed: drawn from what its service declares. */
export function ScheduleDialog() {
  const accountId = useScheduleStore((state) => state.accountId);
  const draft = useScheduleStore((state) => state.draft);
  const account = useSchedulers().find((scheduler) => scheduler.accountId === accountId);
  const isNew = useScheduleStore(({ meetingId }) => meetingId === null);
  const isGone = account === undefined || draft === null;
  useEffect(() => {
    if (isGone) {
      closeDialog();
    }
  }, [isGone]);
  if (account === undefined || draft === null) {
    return null;
  }
  return (
    <Dialog
      title={isNew ? account.label : text('scheduling:changeTitle')}
      closeLabel={text('scheduling:close')}
      onClose={closeDialog}
    >
      <ScheduleForm account={account} draft={draft} isNew={isNew} />
    </Dialog>
  );
}

interface ScheduleFormProps {
  readonly account: SchedulingAccount;
  readonly draft: MeetingDraft;
  readonly isNew: boolean;
}

function ScheduleForm({ account, draft, isNew }: ScheduleFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const problems = useScheduleStore((state) => state.problems);
  const trouble = useScheduleStore((state) => state.trouble);
  const isSaving = useScheduleStore((state) => state.isSaving);
  const problemCount = problems.length;
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[name="subject"]')?.focus();
  }, []);
  const isWaiting = useRef(isSaving);
  useEffect(() => {
    if (isWaiting.current && !isSaving && problemCount > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
    isWaiting.current = isSaving;
  }, [isSaving, problemCount]);
  function submit(event: FormEvent): void {
    event.preventDefault();
    void saveDraft(account);
  }
  return (
    <form ref={form} className="schedule-form" noValidate onSubmit={submit}>
      {isNew ? <AccountChoice accountId={account.accountId} /> : null}
      <DraftField label={text('scheduling:subject')} hint="" problem={problemText('subject', problems)}>
        {(marks) => (
          <input
            {...marks}
            name="subject"
            type="text"
            required
            dir="auto"
            autoComplete="off"
            value={draft.subject}
            onChange={(event) => changeDraft({ subject: event.target.value })}
          />
        )}
      </DraftField>
      <TimeFields draft={draft} />
      <ParticipantsField view={account.view} participants={draft.participants} />
      <OwnFields view={account.view} draft={draft} />
      <ScheduleTroubleBar trouble={trouble} what={isNew ? 'schedule' : 'change'} account={account} />
      <p className="schedule-invalid" role="status">
        {problemCount === 0 || isSaving ? null : text('scheduling:invalid', { count: problemCount })}
      </p>
      <div className="schedule-actions">
        <Button type="submit" look={trouble?.kind === 'uncertain' ? 'plain' : 'go'} isBusy={isSaving}>
          {submitText(isNew, isSaving, trouble?.kind ?? null)}
        </Button>
      </div>
    </form>
  );
}

function submitText(isNew: boolean, isSaving: boolean, trouble: 'failed' | 'uncertain' | 'fault' | null): string {
  if (isSaving) {
    return text(isNew ? 'scheduling:scheduling' : 'scheduling:saving');
  }
  if (trouble !== null) {
    return text(isNew && trouble === 'uncertain' ? 'scheduling:scheduleAnyway' : 'scheduling:tryAgain');
  }
  return text(isNew ? 'scheduling:schedule' : 'scheduling:save');
}

/** With which account, where there are several. */
function AccountChoice({ accountId }: { readonly accountId: string }) {
  const schedulers = useSchedulers();
  if (schedulers.length < 2) {
    return null;
  }
  return (
    <DraftField label={text('scheduling:account')} hint="" problem={null}>
      {(marks) => (
        <select {...marks} value={accountId} onChange={(event) => chooseAccount(event.target.value)}>
          {schedulers.map((scheduler) => (
            <option key={scheduler.accountId} value={scheduler.accountId}>
              {`${scheduler.serviceName}: ${scheduler.accountName}`}
            </option>
          ))}
        </select>
      )}
    </DraftField>
  );
}
