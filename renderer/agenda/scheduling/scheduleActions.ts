import type { MeetingDraft, MeetingSummary, ScheduledDetails, SchedulingResult } from '../../../core/model/schedule.ts';
import { draftOf, newDraft } from '../../../core/scheduling/writeDraft.ts';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { selectTimeFormat } from '../agendaLayout.ts';
import { systemTimeZone, useAgendaStore } from '../agendaStore.ts';
import { announce, closeDialog, note } from '../windowActions.ts';
import { type SchedulingAccount, schedulersOf } from './schedulers.ts';
import { useScheduleStore } from './scheduleStore.ts';
import { text } from './schedulingTexts.ts';

const day = 86_400_000;
/** Ms that the agenda looks ahead. */
const agendaReach = 7 * day;

/** Shows the form for a new meeting of an account; what is being saved stays in it. */
export function openSchedule(accountId: string): void {
  if (!useScheduleStore.getState().isSaving) {
    const style = { zone: systemTimeZone(), isTwelveHour: selectTimeFormat(useAgendaStore.getState()).isTwelveHour };
    begin(accountId, null, newDraft(Date.now(), style));
  }
  useAgendaStore.setState({ dialog: { kind: 'schedule' }, menu: null });
}

/** Shows the form with the first account that can schedule. */
export function openScheduleByKey(): void {
  const [first] = schedulersOf(useAgendaStore.getState());
  if (first !== undefined) {
    openSchedule(first.accountId);
  }
}

/** Shows all that the service has of a meeting; `given` spares asking for it. */
export function openMeeting(
  accountId: string,
  meetingId: string,
  summary: MeetingSummary,
  more: { readonly given?: ScheduledDetails; readonly said?: string; readonly isAskedToCancel?: boolean } = {},
): void {
  useAgendaStore.setState({
    dialog: { kind: 'meeting', accountId, meetingId, summary, given: null, said: '', isAskedToCancel: false, ...more },
    menu: null,
  });
}

/** Shows the form with what the service has of a meeting. */
export function openChange(accountId: string, { meetingId, plan }: ScheduledDetails): void {
  const style = { zone: systemTimeZone(), isTwelveHour: selectTimeFormat(useAgendaStore.getState()).isTwelveHour };
  begin(accountId, meetingId, draftOf(plan, style));
  useAgendaStore.setState({ dialog: { kind: 'schedule' }, menu: null });
}

/** Schedules what was entered with another account. */
export function chooseAccount(accountId: string): void {
  useScheduleStore.setState(({ draft }) => ({
    accountId,
    facts: null,
    problems: [],
    trouble: null,
    draft: draft === null ? null : { ...draft, fields: {} },
  }));
  void loadFacts();
}

/** Asks what the account may say about a meeting; without an answer, the service tells when it counts. */
async function loadFacts(): Promise<void> {
  const { accountId } = useScheduleStore.getState();
  const facts = await foyerBridge.getScheduleForm({ accountId });
  if (facts.kind === 'facts' && useScheduleStore.getState().accountId === accountId) {
    useScheduleStore.setState({ facts });
  }
}

/** Schedules or changes the meeting, once however often it is pressed. Nothing is ever tried again from here. */
export async function saveDraft({ view }: SchedulingAccount): Promise<void> {
  const { accountId, meetingId, draft, isSaving } = useScheduleStore.getState();
  if (draft === null || isSaving) {
    return;
  }
  useScheduleStore.setState({ isSaving: true, problems: [], trouble: null });
  const isNew = meetingId === null;
  announce(text(isNew ? 'scheduling:scheduling' : 'scheduling:saving'));
  // What a new meeting does not say is said: it is off.
  const unsaid = isNew ? Object.fromEntries(view.fields.map(({ name }) => [name, ''])) : {};
  try {
    const sent = { ...draft, fields: { ...unsaid, ...draft.fields } };
    settle(await foyerBridge.scheduleMeeting({ accountId, meetingId, draft: sent }), accountId, isNew);
  } catch (error) {
    useScheduleStore.setState({ trouble: { kind: 'fault' } });
    showForm();
    throw error;
  } finally {
    useScheduleStore.setState({ isSaving: false });
  }
}

function settle(result: SchedulingResult, accountId: string, isNew: boolean): void {
  if (result.kind === 'saved') {
    tellSaved(accountId, result.details, isNew);
    return;
  }
  useScheduleStore.setState(result.kind === 'invalid' ? { problems: result.problems } : { trouble: result });
  showForm();
}

/** What was scheduled is shown with what is to be handed on; where the form was closed meanwhile, it is only said. */
function tellSaved(accountId: string, details: ScheduledDetails, isNew: boolean): void {
  const { plan, meetingId } = details;
  const isFar = Date.parse(plan.start) - Date.now() > agendaReach;
  const inAgendaFrom = selectTimeFormat(useAgendaStore.getState()).formatDay(Date.parse(plan.start) - agendaReach);
  const said = [
    text(isNew ? 'scheduling:scheduled' : 'scheduling:saved'),
    ...(isFar ? [text('scheduling:laterInAgenda', { day: inAgendaFrom })] : []),
  ].join(' ');
  if (useAgendaStore.getState().dialog?.kind === 'schedule') {
    openMeeting(accountId, meetingId, plan, { given: details, said });
    announce(said);
  } else {
    note(said);
  }
}

/** Trouble is not lost with a form that was closed: it comes back, unless something else is open. */
function showForm(): void {
  useAgendaStore.setState(({ dialog }) => ({ dialog: dialog ?? { kind: 'schedule' } }));
}

/** Cancels a meeting that was asked about. Returns why it is not known to be cancelled; null when it is. */
export async function cancelMeeting(
  accountId: string,
  meetingId: string,
  title: string,
): Promise<Exclude<Awaited<ReturnType<typeof foyerBridge.cancelMeeting>>, { kind: 'cancelled' }> | null> {
  announce(text('scheduling:card.cancelling'));
  const result = await foyerBridge.cancelMeeting({ accountId, meetingId });
  if (result.kind !== 'cancelled') {
    return result;
  }
  if (useAgendaStore.getState().dialog?.kind === 'meeting') {
    closeDialog();
  }
  note(text('scheduling:card.cancelled', { subject: title }));
  return null;
}

function begin(accountId: string, meetingId: string | null, draft: MeetingDraft): void {
  useScheduleStore.setState({
    accountId,
    meetingId,
    draft,
    facts: null,
    isSaving: false,
    problems: [],
    trouble: null,
  });
  void loadFacts();
}
