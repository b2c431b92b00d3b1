import type { ComponentProps, ReactNode } from 'react';
import './button.css';

/** How loud a button is: one `go` at most is the thing to do, everything else is plain or quieter. */
export type ButtonLook = 'plain' | 'go' | 'quiet' | 'bad' | 'link' | 'icon';

/** See {@link Button}. */
export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  readonly look?: ButtonLook;
  /** While true a press does nothing, but the button keeps the focus and says that it waits. */
  readonly isBusy?: boolean;
  readonly children: ReactNode;
}

/** A button. It submits nothing unless its type says so. */
export function Button({ look = 'plain', isBusy = false, className, onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={className === undefined ? 'button' : `button ${className}`}
      data-look={look}
      aria-disabled={isBusy ? true : rest['aria-disabled']}
      onClick={(event) => {
        if (isBusy) {
          event.preventDefault();
          return;
        }
        onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}
