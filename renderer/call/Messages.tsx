import SendIcon from 'lucide-react/icons/send-horizontal';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef } from 'react';
import { type CallMessage, checkDraft, isContinued, longestMessage } from '../../core/call/messages.ts';
import { createTimeFormat, type TimeFormat } from '../../core/time/timeFormat.ts';
import { Button } from '../common/Button.tsx';
import { IconButton } from '../common/IconButton.tsx';
import { togglePanel } from './callActions.ts';
import { sendToRoom } from './callFlow.ts';
import { deliver, sendDraft } from './callMessages.ts';
import { setCallState, useCallStore } from './callStore.ts';
import { Panel } from './Panel.tsx';
import { text } from './texts.ts';

/** The messages of this call, and a field to write one. */
export function Messages() {
  return (
    <Panel
      title={text('call:messages.title')}
      closeLabel={text('call:messages.close')}
      onClose={() => togglePanel('messages')}
    >
      <Log />
      <Writer />
    </Panel>
  );
}

function Log() {
  const messages = useCallStore((state) => state.messages);
  const log = useRef<HTMLDivElement>(null);
  const format = useTimeFormat();
  const lastId = messages.at(-1)?.id;
  useLayoutEffect(() => {
    // Who reads further up stays there, except for what they write themselves.
    const element = log.current;
    const last = element?.lastElementChild;
    if (element !== null && last !== null && last !== undefined && lastId !== undefined) {
      const below = element.scrollHeight - element.scrollTop - element.clientHeight - last.clientHeight;
      const isOwn = last.hasAttribute('data-own');
      if (below < nearEnd || isOwn || element.scrollTop === 0) {
        element.scrollTop = element.scrollHeight;
      }
    }
  }, [lastId]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: What scrolls must be reached by keyboard.
    <div ref={log} className="messages" role="log" aria-label={text('call:messages.log')} tabIndex={0}>
      {messages.length === 0 ? (
        <div className="messages-empty">
          <p>{text('call:messages.empty')}</p>
          <p>{text('call:messages.scope')}</p>
        </div>
      ) : (
        messages.map((message, index) => (
          <Message
            key={message.id}
            message={message}
            isContinued={isContinued(messages[index - 1], message)}
            format={format}
          />
        ))
      )}
    </div>
  );
}

const nearEnd = 80;

interface MessageProps {
  readonly message: CallMessage;
  readonly isContinued: boolean;
  readonly format: TimeFormat;
}

function Message({ message, isContinued: isShort, format }: MessageProps) {
  if (message.kind === 'gap') {
    return <p className="message-gap">{text('call:messages.gap', { time: format.formatTime(message.at) })}</p>;
  }
  const { name, isOwn, at, delivery } = message;
  return (
    <div className="message" data-own={isOwn ? true : undefined} data-continued={isShort ? true : undefined}>
      <p className={isShort ? 'spoken' : 'message-from'}>
        <bdi>{isOwn ? text('call:stage.you') : name}</bdi> <time>{format.formatTime(at)}</time>
      </p>
      <p className="message-text" dir="auto" data-delivery={delivery}>
        {message.text}
      </p>
      {delivery === 'failed' ? (
        <p className="message-failed">
          {text('call:messages.notSent')}{' '}
          <Button look="link" onClick={() => void deliver(message, sendToRoom)}>
            {text('call:messages.sendAgain')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

/** From so many characters on it is said how many there are. */
const counted = longestMessage - 200;

function Writer() {
  const draft = useCallStore((state) => state.draft);
  const helpId = useId();
  const check = checkDraft(draft);
  const isTooLong = check.kind === 'tooLong';
  const send = (): void => sendDraft(sendToRoom);
  return (
    <form
      className="writer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        data-initial-focus
        rows={1}
        value={draft}
        placeholder={text('call:messages.placeholder')}
        aria-label={text('call:messages.write')}
        aria-describedby={helpId}
        aria-invalid={isTooLong}
        dir="auto"
        onChange={(event) => setCallState({ draft: event.target.value })}
        onKeyDown={(event) => sendOnEnter(event, send)}
      />
      <IconButton
        className="send"
        type="submit"
        icon={SendIcon}
        label={text('call:messages.send')}
        isBusy={check.kind !== 'fine'}
      />
      <p id={helpId} className="writer-help" data-bad={isTooLong ? true : undefined} role="status">
        {isTooLong ? text('call:messages.tooLong', { count: check.over, most: longestMessage }) : null}
        {!isTooLong && draft.length > counted
          ? text('call:messages.left', { count: Math.max(0, longestMessage - draft.length) })
          : null}
      </p>
    </form>
  );
}

function sendOnEnter(event: KeyboardEvent, send: () => void): void {
  // Enter also ends the choice of a character in Chinese or Japanese.
  if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
    event.preventDefault();
    send();
  }
}

function useTimeFormat(): TimeFormat {
  const locale = useCallStore((state) => state.view?.locale ?? 'en');
  const isTwelveHour = useCallStore((state) => state.view?.isTwelveHour);
  return useMemo(() => createTimeFormat({ locale, isTwelveHour }), [locale, isTwelveHour]);
}
