import CheckIcon from 'lucide-react/icons/check';
import { useEffect, useState } from 'react';
import { invitesId } from '../../core/model/offer.ts';
import type { WayInView } from '../../core/model/wayIn.ts';
import { foyerBridge } from '../common/foyerBridge.ts';
import { Menu, MenuItem, MenuLine } from '../common/Menu.tsx';
import { text } from '../common/texts.ts';
import { selectMeetings, useAgendaStore } from './agendaStore.ts';
import { joinMeeting } from './joinActions.ts';
import { copyMeeting, removeInvite, saveMeeting } from './offerActions.ts';
import { ReminderItems } from './ReminderItems.tsx';
import { MeetingItems } from './scheduling/ScheduleItems.tsx';
import { useTitleOf } from './titles.ts';

/** See {@link WaysMenu}. */
export interface WaysMenuProps {
  readonly meetingKey: string;
  readonly anchor: HTMLElement;
}

/** All ways into one meeting, with where each of them leads; the one that Join takes is checked. */
export function WaysMenu({ meetingKey, anchor }: WaysMenuProps) {
  const meeting = useAgendaStore((state) => selectMeetings(state).find((candidate) => candidate.key === meetingKey));
  const titleOf = useTitleOf();
  const [ways, setWays] = useState<readonly WayInView[] | null>(null);
  useEffect(() => {
    void foyerBridge.getWaysIn({ meetingKey }).then(setWays);
  }, [meetingKey]);
  const close = (): void => useAgendaStore.setState({ menu: null });
  if (ways === null || meeting === undefined) {
    return null;
  }
  return (
    <Menu label={text('agenda:ways.menu', { subject: titleOf(meeting) })} anchor={anchor} onClose={close}>
      {ways.length === 0 ? (
        <MenuItem role="menuitem" onChoose={close}>
          {text(meeting.address === null ? 'agenda:ways.none' : 'agenda:ways.unsafe')}
        </MenuItem>
      ) : (
        ways.map((way) => <WayItem key={way.id} way={way} meetingKey={meetingKey} onChosen={close} />)
      )}
      <PlainItem label={text('agenda:ways.copyCalendar')} onChoose={() => copyMeeting(meetingKey)} onChosen={close} />
      <PlainItem label={text('agenda:ways.save')} onChoose={() => saveMeeting(meetingKey)} onChosen={close} />
      <MeetingItems meeting={meeting} />
      <MenuLine />
      <ReminderItems meeting={meeting} onChosen={close} />
      {meeting.accountId === invitesId ? (
        <PlainItem label={text('agenda:offer.remove')} onChoose={() => removeInvite(meetingKey)} onChosen={close} />
      ) : null}
    </Menu>
  );
}

interface PlainItemProps {
  readonly label: string;
  readonly onChoose: () => Promise<void>;
  readonly onChosen: () => void;
}

function PlainItem({ label, onChoose, onChosen }: PlainItemProps) {
  return (
    <MenuItem
      role="menuitem"
      onChoose={() => {
        onChosen();
        void onChoose();
      }}
    >
      <span className="menu-mark" />
      <span className="menu-texts">{label}</span>
    </MenuItem>
  );
}

interface WayItemProps {
  readonly way: WayInView;
  readonly meetingKey: string;
  readonly onChosen: () => void;
}

function WayItem({ way, meetingKey, onChosen }: WayItemProps) {
  const isCopy = way.kind === 'copy';
  return (
    <MenuItem
      role={isCopy ? 'menuitem' : 'menuitemradio'}
      isChecked={way.isPreferred}
      onChoose={() => {
        onChosen();
        void joinMeeting(meetingKey, way.id);
      }}
    >
      <span className="menu-mark">{way.isPreferred ? <CheckIcon className="icon" aria-hidden /> : null}</span>
      <span className="menu-texts">
        <span>{isCopy ? text('agenda:ways.copy') : text('agenda:ways.join', { way: text(way.label) })}</span>{' '}
        <bdi className="menu-target">{way.target}</bdi>
      </span>
    </MenuItem>
  );
}
