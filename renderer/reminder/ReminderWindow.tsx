import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReminderView } from '../../core/model/reminder.ts';
import { type AlertMoment, alertMoment, alertTarget } from '../../core/reminders/alertMoment.ts';
import { createTimeFormat } from '../../core/time/timeFormat.ts';
import type { ReminderPage } from '../../preload/reminderChannels.ts';
import { type Answers, answerOf, answersTo, give } from './answers.ts';
import { FullAnswers } from './FullAnswers.tsx';
import { reminderBridge } from './reminderBridge.ts';
import { SmallAnswers } from './SmallAnswers.tsx';
import { text } from './texts.ts';
import { useGuard } from './useGuard.ts';
import { useNow } from './useNow.ts';
import { whenFigure, whenLine } from './whenText.ts';

/** See {@link ReminderWindow}. */
export interface ReminderWindowProps {
  readonly page: ReminderPage;
  /** Over when the window is shown. */
  readonly shown: Promise<void>;
}

/** One alert, small in a corner or over all of the screen, with its answers. */
export function ReminderWindow({ page, shown }: ReminderWindowProps) {
  const { size, speaks } = page;
  const [title, setTitle] = useState(page.alert.title);
  useEffect(() => reminderBridge.onRetitled((told) => setTitle(told.title)), []);
  const target = alertTarget(page.alert);
  const now = useNow(target, size === 'full');
  const moment = alertMoment(target, now);
  const answers = answersTo(page.alert, now);
  const isGuarded = useGuard(shown);
  useKeys(answers);
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (size === 'full' && speaks) {
      dialog.current?.focus();
    }
  }, [size, speaks]);
  return (
    <main className="reminder" data-size={size} data-kind={page.alert.kind} data-guarded={isGuarded}>
      <div
        ref={dialog}
        className="alert"
        role="alertdialog"
        tabIndex={-1}
        aria-labelledby="title"
        aria-describedby="facts"
      >
        <When kind={page.alert.kind} size={size} moment={moment} />
        <h1 id="title" dir="auto" title={title}>
          {title}
        </h1>
        <Facts page={page} />
        {size === 'full' ? <FullAnswers answers={answers} /> : <SmallAnswers answers={answers} />}
      </div>
      {speaks && size === 'small' && !isGuarded ? (
        <Spoken kind={page.alert.kind} title={title} moment={moment} />
      ) : null}
    </main>
  );
}

interface WhenProps {
  readonly kind: ReminderView['kind'];
  readonly moment: AlertMoment;
}

/** Counts; a timer is not read out each time it changes. */
function When({ kind, size, moment }: WhenProps & { readonly size: ReminderPage['size'] }) {
  if (size === 'small') {
    return (
      <p className="when" role="timer">
        {whenLine(kind, moment)}
      </p>
    );
  }
  const { above, figure } = whenFigure(kind, moment);
  return (
    <p className="when" role="timer">
      <span className="above">{above} </span>
      <span className="figure">{figure}</span>
    </p>
  );
}

function Facts({ page: { alert, locale, isTwelveHour, size } }: { readonly page: ReminderPage }) {
  const format = useMemo(() => createTimeFormat({ locale, isTwelveHour }), [locale, isTwelveHour]);
  const { startsAt, endsAt, place, serviceName, kind, canJoin } = alert;
  const facts = [
    format.formatTimeRange(Date.parse(startsAt), Date.parse(endsAt)),
    ...(kind === 'nudge' ? [text('reminder:follows')] : []),
    place,
    ...(size === 'full' ? [serviceName] : []),
    ...(canJoin ? [] : [text('reminder:noAddress')]),
  ].filter((fact) => fact !== '');
  return (
    <p id="facts" className="facts">
      {facts.join(' · ')}
    </p>
  );
}

/** Put in once the window is there, or nobody would be told of it; what changes later is not read out again. */
function Spoken({ kind, title, moment }: WhenProps & { readonly title: string }) {
  const [said] = useState(() => text('reminder:spoken', { when: whenLine(kind, moment), title }));
  return (
    <p className="spoken" role="alert">
      {said}
    </p>
  );
}

/** A button that has the focus, and an open menu, have the keys first. */
function useKeys(answers: Answers): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isButton = event.target instanceof HTMLButtonElement && event.key === 'Enter';
      const isMenu = document.querySelector(':popover-open') !== null;
      if (isButton || isMenu || event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
        return;
      }
      const answer = answerOf(answers, event.key);
      if (answer !== undefined) {
        event.preventDefault();
        give(answer);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [answers]);
}
