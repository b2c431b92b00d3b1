import { isJoinable } from '../../core/agendaView/agendaEntry.ts';
import type { Meeting } from '../../core/model/meeting.ts';
import { joinsByItself } from '../../core/reminders/reminderMemory.ts';
import { foyerBridge } from '../common/foyerBridge.ts';
import { MenuItem } from '../common/Menu.tsx';
import { text } from '../common/texts.ts';
import { selectReminders, useAgendaStore } from './agendaStore.ts';
import { note } from './windowActions.ts';

/** See {@link ReminderItems}. */
export interface ReminderItemsProps {
  readonly meeting: Meeting;
  readonly onChosen: () => void;
}

type AutoJoin = ReturnType<typeof joinsByItself>;

/** What a menu offers about being called to a meeting: to hide it, and to be taken there. */
export function ReminderItems({ meeting, onChosen }: ReminderItemsProps) {
  const reminders = useAgendaStore(selectReminders);
  const mayAutoJoin = useAgendaStore(({ foyer }) => foyer?.choices.disabledFeatures.includes('autoJoin') === false);
  const isHidden = reminders.hiddenKeys.includes(meeting.key);
  const current = joinsByItself(meeting, reminders);
  const wishes: readonly AutoJoin[] = current === 'never' ? ['once', 'series'] : ['never'];
  const item = (label: string, act: () => Promise<void>) => (
    <MenuItem
      key={label}
      role="menuitem"
      onChoose={() => {
        onChosen();
        void act();
      }}
    >
      <span className="menu-mark" />
      <span className="menu-texts">{label}</span>
    </MenuItem>
  );
  return (
    <>
      {mayAutoJoin && isJoinable({ meeting }) && !isHidden
        ? wishes.map((which) => item(wishText(current, which), () => setAutoJoin(meeting, which)))
        : null}
      {item(text(isHidden ? 'agenda:reminders.unhide' : 'agenda:reminders.hide'), () => setHidden(meeting, !isHidden))}
    </>
  );
}

function wishText(current: AutoJoin, wish: AutoJoin): string {
  switch (wish) {
    case 'once':
      return text('agenda:reminders.join');
    case 'series':
      return text('agenda:reminders.joinEach');
    case 'never':
      return text(current === 'series' ? 'agenda:reminders.stopEach' : 'agenda:reminders.stop');
  }
}

async function setAutoJoin({ key: meetingKey }: Meeting, which: AutoJoin): Promise<void> {
  await foyerBridge.setAutoJoin({ meetingKey, which });
  note(text(which === 'never' ? 'agenda:reminders.stopped' : 'agenda:reminders.joins'));
}

async function setHidden({ key: meetingKey }: Meeting, isHidden: boolean): Promise<void> {
  await foyerBridge.hideMeeting({ meetingKey, isHidden });
  note(text(isHidden ? 'agenda:reminders.hidden' : 'agenda:reminders.unhidden'));
}
