import CalendarIcon from 'lucide-react/icons/calendar-plus';
import type { Meeting } from '../../../core/model/meeting.ts';
import { MenuItem, MenuLine } from '../../common/Menu.tsx';
import { text } from '../../common/texts.ts';
import { enterMeeting, enterSchedule } from './entrances.ts';
import { useScheduler, useSchedulers } from './useScheduler.ts';

/** For a menu of what can be made: a meeting, by everybody who can schedule one. */
export function ScheduleItems() {
  const schedulers = useSchedulers();
  return schedulers.length === 0 ? null : (
    <>
      <MenuLine />
      {schedulers.map(({ accountId, label }) => (
        <MenuItem key={accountId} role="menuitem" onChoose={() => void enterSchedule(accountId)}>
          <span className="menu-mark">
            <CalendarIcon className="icon" aria-hidden />
          </span>
          <span className="menu-texts">{text('agenda:schedule.item', { label })}</span>
        </MenuItem>
      ))}
    </>
  );
}

/** For the menu of a meeting: what can be done about it at its service, if something can. */
export function MeetingItems({ meeting }: { readonly meeting: Meeting }) {
  const scheduler = useScheduler(meeting.accountId);
  if (scheduler === undefined) {
    return null;
  }
  return (
    <>
      <MenuLine />
      <Item label={text('agenda:schedule.details')} onChoose={() => void enterMeeting(meeting, false)} />
      <Item label={text('agenda:schedule.cancel')} onChoose={() => void enterMeeting(meeting, true)} />
    </>
  );
}

function Item({ label, onChoose }: { readonly label: string; readonly onChoose: () => void }) {
  return (
    <MenuItem role="menuitem" onChoose={onChoose}>
      <span className="menu-mark" />
      <span className="menu-texts">{label}</span>
    </MenuItem>
  );
}
