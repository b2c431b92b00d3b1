import { hueOf, initialsOf } from '../../core/call/initials.ts';
import { text } from './texts.ts';

const colourCount = 6;

/** A person without a picture. */
export function Initials({ name }: { readonly name: string }) {
  return (
    <span className="initials" data-colour={hueOf(name, colourCount)} aria-hidden>
      {initialsOf(name) ?? initialsOf(text('call:stage.guest'))}
    </span>
  );
}
