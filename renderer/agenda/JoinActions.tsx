import ChevronDown from 'lucide-react/icons/chevron-down';
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useEffect } from 'react';
import { type AgendaEntry, isJoinable } from '../../core/agendaView/agendaEntry.ts';
import { Button, type ButtonLook } from '../common/Button.tsx';
import { IconButton } from '../common/IconButton.tsx';
import { text } from '../common/texts.ts';
import { useAgendaStore } from './agendaStore.ts';
import { feedbackText, joinMeeting, loadLeadWays, openWaysMenu } from './joinActions.ts';
import { useTitleOf } from './titles.ts';

const enterSign = '⏎';

/** See {@link JoinActions}. */
export interface JoinActionsProps {
  readonly entry: AgendaEntry;
  readonly look: ButtonLook;
}

/** Join for the leading meeting, all its ways in, and which of them a press takes or what a press led to. */
export function JoinActions({ entry, look }: JoinActionsProps) {
  const meetingKey = entry.meeting.key;
  const isRejoin = useAgendaStore(({ joinedKeys }) => joinedKeys.has(meetingKey));
  const isOpening = useAgendaStore(({ join }) => join?.meetingKey === meetingKey && join.result.kind === 'opening');
  const subject = useTitleOf()(entry.meeting);
  if (!isJoinable(entry)) {
    return (
      <div className="lead-no-address" data-meeting={meetingKey}>
        <p>{text('agenda:meeting.noAddress')}</p>
        <IconButton
          icon={Ellipsis}
          label={text('agenda:join.moreFor', { subject })}
          aria-haspopup="menu"
          onClick={(event) => openWaysMenu(meetingKey, event.currentTarget)}
        />
      </div>
    );
  }
  const label = text(isRejoin ? 'agenda:join.rejoin' : 'agenda:join.join');
  return (
    <div className="join-actions" data-meeting={meetingKey}>
      <span className="split-button">
        <Button
          look={look}
          className="join-button"
          isBusy={isOpening}
          aria-label={text(isRejoin ? 'agenda:join.rejoinSubject' : 'agenda:join.joinSubject', { subject })}
          onClick={() => void joinMeeting(meetingKey, null)}
        >
          {label}
        </Button>
        <IconButton
          icon={ChevronDown}
          label={text('agenda:join.otherWays')}
          look={look}
          aria-haspopup="menu"
          onClick={(event) => openWaysMenu(meetingKey, event.currentTarget)}
        />
      </span>
      <Via meetingKey={meetingKey} />
    </div>
  );
}

function Via({ meetingKey }: { readonly meetingKey: string }) {
  const isPainted = useAgendaStore((state) => state.isPainted);
  const join = useAgendaStore((state) => (state.join?.meetingKey === meetingKey ? state.join : null));
  const preferred = useAgendaStore(({ leadWays }) =>
    leadWays?.meetingKey === meetingKey ? leadWays.ways.find((way) => way.isPreferred) : undefined,
  );
  useEffect(() => {
    if (isPainted) {
      void loadLeadWays(meetingKey);
    }
  }, [isPainted, meetingKey]);
  if (join !== null) {
    return (
      <span className="via" data-tone={join.result.kind}>
        {feedbackText(join)}
      </span>
    );
  }
  if (preferred === undefined) {
    return null;
  }
  return (
    <span className="via">
      {text(preferred.label)} <kbd title={text('agenda:join.enterKey')}>{enterSign}</kbd>
    </span>
  );
}
