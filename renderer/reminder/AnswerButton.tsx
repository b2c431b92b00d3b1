import type { ReactNode } from 'react';
import { Button, type ButtonLook } from '../common/Button.tsx';
import { type Answer, give } from './answers.ts';
import { text } from './texts.ts';

/** See {@link AnswerButton}. */
export interface AnswerButtonProps {
  readonly answer: Answer;
  readonly look?: ButtonLook;
  readonly className?: string;
  /** Whether its key is written on it, and not only in its title. */
  readonly hasKey?: boolean;
  /** A picture in the place of its words. */
  readonly picture?: ReactNode;
}

/** A button that gives one answer. */
export function AnswerButton({ answer, look, className, hasKey = false, picture }: AnswerButtonProps) {
  const { key } = answer;
  const label = text(answer.label);
  const shownKey = key === null ? null : text(key.shown);
  return (
    <Button
      {...(look !== undefined && { look })}
      {...(className !== undefined && { className })}
      {...((picture !== undefined || hasKey) && { 'aria-label': label })}
      {...(key !== null && { 'aria-keyshortcuts': key.name })}
      title={shownKey === null ? label : text('reminder:withKey', { label, key: shownKey })}
      onClick={() => give(answer)}
    >
      {picture ?? label}
      {hasKey && shownKey !== null ? <kbd>{shownKey}</kbd> : null}
    </Button>
  );
}
