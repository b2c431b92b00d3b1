import { create } from 'zustand';
import type {
  DraftProblem,
  FormFacts,
  MeetingDraft,
  SchedulingFailure,
  SchedulingUncertain,
} from '../../../core/model/schedule.ts';

/** Why a press on the form's button did not lead to a meeting; `fault`: Foyer's own. */
export type ScheduleTrouble = SchedulingFailure | SchedulingUncertain | { readonly kind: 'fault' };

/** What is entered about a meeting. It outlives the form: what was sent is not lost when the form is closed meanwhile. */
export interface ScheduleWindowState {
  readonly accountId: string;
  /** The service's own id of the meeting that is changed; null for a new one. */
  readonly meetingId: string | null;
  readonly draft: MeetingDraft | null;
  readonly facts: FormFacts | null;
  readonly isSaving: boolean;
  readonly problems: readonly DraftProblem[];
  readonly trouble: ScheduleTrouble | null;
}

/** See {@link ScheduleWindowState}. */
export const useScheduleStore = create<ScheduleWindowState>(() => ({
  accountId: '',
  meetingId: null,
  draft: null,
  facts: null,
  isSaving: false,
  problems: [],
  trouble: null,
}));

/** What is wrong with one of these may be mended by another. */
const timeFields: readonly string[] = ['day', 'endDay', 'start', 'end', 'zone'];

/** Takes over what was entered; what was wrong with it may be right now. */
export function changeDraft(changes: Partial<MeetingDraft>): void {
  const isAboutTime = timeFields.some((field) => field in changes);
  useScheduleStore.setState(({ draft, problems }) => ({
    draft: draft === null ? null : { ...draft, ...changes },
    problems: problems.filter(({ field }) => !(field in changes) && !(isAboutTime && timeFields.includes(field))),
  }));
}
