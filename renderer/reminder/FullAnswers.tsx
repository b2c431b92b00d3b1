import { AnswerButton } from './AnswerButton.tsx';
import type { Answers } from './answers.ts';

/** The answers with room for all of them: the likeliest one is large. */
export function FullAnswers({ answers: { join, snoozes, dismiss, hide } }: { readonly answers: Answers }) {
  const isCounting = hide === null;
  return (
    <div className="answers">
      {isCounting ? (
        <AnswerButton answer={dismiss} className="large" hasKey />
      ) : (
        join !== null && <AnswerButton answer={join} look="go" className="large" hasKey />
      )}
      {snoozes.length === 0 ? null : (
        <div className="answers-row">
          {snoozes.map((answer) => (
            <AnswerButton key={answer.label} answer={answer} hasKey />
          ))}
        </div>
      )}
      <div className="answers-row">
        {isCounting ? (
          join !== null && <AnswerButton answer={join} look="quiet" hasKey />
        ) : (
          <>
            <AnswerButton answer={dismiss} look="quiet" hasKey />
            <AnswerButton answer={hide} look="quiet" hasKey />
          </>
        )}
      </div>
    </div>
  );
}
