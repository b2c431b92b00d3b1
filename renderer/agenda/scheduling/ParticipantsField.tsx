import { useMemo, useState } from 'react';
import type { SchedulingView } from '../../../core/model/service.ts';
import { readParticipants } from '../../../core/scheduling/readParticipants.ts';
import { DraftField } from './DraftField.tsx';
import { changeDraft, useScheduleStore } from './scheduleStore.ts';
import { problemText, text } from './schedulingTexts.ts';

/** See {@link ParticipantsField}. */
export interface ParticipantsFieldProps {
  readonly view: SchedulingView;
  /** Null when it is not known who takes part. */
  readonly participants: string | null;
}

/** Who takes part: addresses as they are typed or pasted, written one to a line when the field is left. */
export function ParticipantsField({ view, participants }: ParticipantsFieldProps) {
  const problems = useScheduleStore((state) => state.problems);
  const [isUnknown] = useState(participants === null);
  const { addresses, refused, repeatedCount } = useMemo(() => readParticipants(participants ?? ''), [participants]);
  const tidy = (): void => {
    const tidied = addresses.join('\n');
    if (refused.length === 0 && participants !== null && repeatedCount === 0 && tidied !== participants) {
      changeDraft({ participants: tidied });
    }
  };
  const counts = [
    addresses.length === 0 ? '' : text('scheduling:participantsCount', { count: addresses.length }),
    repeatedCount === 0 ? '' : text('scheduling:repeated', { count: repeatedCount }),
  ];
  return (
    <DraftField
      label={text('scheduling:participants')}
      optionalText={text('scheduling:optional')}
      hint={text(isUnknown ? 'scheduling:participantsUnknown' : view.participantsHint)}
      problem={problemText('participants', problems)}
    >
      {(marks) => (
        <>
          <textarea
            {...marks}
            rows={3}
            value={participants ?? ''}
            onChange={({ target }) =>
              changeDraft({ participants: isUnknown && target.value === '' ? null : target.value })
            }
            onBlur={tidy}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
          />
          <p className="schedule-count" role="status">
            {counts.filter(Boolean).join(' ')}
          </p>
        </>
      )}
    </DraftField>
  );
}
