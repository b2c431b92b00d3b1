import { createTimeFormat, type TimeFormat } from '../../core/time/timeFormat.ts';
import { zoneCity } from '../../core/time/zoneCity.ts';
import { text } from '../common/texts.ts';
import { lastOnly, useTimeFormat } from './agendaLayout.ts';
import { useAgendaStore } from './agendaStore.ts';

/** How a moment reads in the second time zone. */
export interface SecondTime {
  readonly city: string;
  /** "18:45". */
  readonly time: string;
  /** "Wed", where it is another day there; else empty. */
  readonly weekday: string;
}

/** Tells how moments (ms since the epoch) read in the second time zone. */
export type TellSecondTime = (instant: number) => SecondTime;

const formatOf = lastOnly((locale: string, isTwelveHour: boolean | undefined, timeZone: string) =>
  createTimeFormat({ locale, isTwelveHour, timeZone }),
);
const tellerOf = lastOnly((here: TimeFormat, there: TimeFormat): TellSecondTime => {
  const city = zoneCity(there.timeZone);
  return (instant) => {
    const weekday = there.formatWeekday(instant);
    return {
      city,
      time: there.formatTime(instant),
      // Zones are two days apart at most: the same weekday is the same day.
      weekday: weekday === here.formatWeekday(instant) ? '' : weekday,
    };
  };
});

/** See {@link TellSecondTime}; null where none was chosen, or it is the one of this machine. */
export function useSecondZone(): TellSecondTime | null {
  const here = useTimeFormat();
  return useAgendaStore(({ foyer, timeZone }) => {
    const zone = foyer?.choices.secondZone ?? '';
    if (foyer === null || zone === '' || zone === timeZone) {
      return null;
    }
    const { locale, isTwelveHour } = foyer.environment;
    return tellerOf(here, formatOf(locale, isTwelveHour, zone));
  });
}

/** "18:45 in Tokyo", "Wed 00:45 in Tokyo"; nothing where there is no second time zone. */
export function secondTimeText(tell: TellSecondTime | null, instant: number): string {
  if (tell === null) {
    return '';
  }
  const { city, time, weekday } = tell(instant);
  return weekday === ''
    ? text('agenda:secondZone.at', { time, city })
    : text('agenda:secondZone.atOtherDay', { weekday, time, city });
}
