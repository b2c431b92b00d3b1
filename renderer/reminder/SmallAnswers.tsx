import ChevronDown from 'lucide-react/icons/chevron-down';
import EyeOff from 'lucide-react/icons/eye-off';
import { useState } from 'react';
import { Button } from '../common/Button.tsx';
import { Menu, MenuItem } from '../common/Menu.tsx';
import { AnswerButton } from './AnswerButton.tsx';
import { type Answer, type Answers, give } from './answers.ts';
import { text } from './texts.ts';

/** The answers in one row: the shorter ways to snooze are in a menu. */
export function SmallAnswers({ answers: { join, snoozes, dismiss, hide } }: { readonly answers: Answers }) {
  const isCounting = hide === null;
  return (
    <div className="answers">
      {join !== null && !isCounting ? <AnswerButton answer={join} look="go" /> : null}
      {snoozes.length > 0 ? <Snoozes snoozes={snoozes} /> : null}
      <AnswerButton answer={dismiss} look={isCounting ? 'plain' : 'quiet'} />
      {join !== null && isCounting ? <AnswerButton answer={join} look="quiet" /> : null}
      {hide === null ? null : (
        <AnswerButton
          answer={hide}
          look="icon"
          className="hide"
          picture={<EyeOff className="icon" aria-hidden="true" />}
        />
      )}
    </div>
  );
}

function Snoozes({ snoozes }: { readonly snoozes: readonly Answer[] }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [first, ...others] = snoozes;
  return (
    <span className="snoozes">
      {first === undefined ? null : <AnswerButton answer={first} />}
      {others.length === 0 ? null : (
        <Button
          className="more"
          aria-label={text('reminder:snooze.other')}
          title={text('reminder:snooze.other')}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <ChevronDown className="icon" aria-hidden="true" />
        </Button>
      )}
      {anchor === null || others.length === 0 ? null : (
        <Menu label={text('reminder:snooze.other')} anchor={anchor} onClose={() => setAnchor(null)}>
          {others.map((answer) => (
            <MenuItem key={answer.label} role="menuitem" onChoose={() => give(answer)}>
              <span className="menu-texts">{text(answer.label)}</span>
            </MenuItem>
          ))}
        </Menu>
      )}
    </span>
  );
}
