import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AgendaSlice, StateChange, StateNews } from '../../core/model/foyerState.ts';
import { type JsonText, toJsonText } from '../../core/model/jsonText.ts';

/** More meetings than this are told in parts, so that neither side stands still over them. */
const meetingsAtOnce = 500;

/**
 * Gives the way to tell a window of changes. A long agenda goes in parts, in turns with whatever else there is to do; one that
 * comes meanwhile takes its place.
 */
export function createStateTeller(send: (news: JsonText<StateNews>) => void): (change: StateChange) => void {
  let latest: AgendaSlice | null = null;
  const tellInParts = async (agenda: AgendaSlice): Promise<void> => {
    const { meetings } = agenda;
    for (let from = 0; from < meetings.length && latest === agenda; from += meetingsAtOnce) {
      const part = meetings.slice(from, from + meetingsAtOnce);
      send(toJsonText({ slice: 'agendaPart', isFirst: from === 0, meetings: part }));
      await nextTurn();
    }
    if (latest === agenda) {
      send(toJsonText({ slice: 'agenda', value: { ...agenda, meetings: [] }, isInParts: true }));
    }
  };
  return (change) => {
    if (change.slice === 'agenda') {
      latest = change.value;
    }
    if (change.slice === 'agenda' && change.value.meetings.length > meetingsAtOnce) {
      void tellInParts(change.value);
    } else {
      send(toJsonText(change));
    }
  };
}
