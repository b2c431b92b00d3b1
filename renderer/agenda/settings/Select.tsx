import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ComponentProps, KeyboardEvent } from 'react';

/** See {@link Select}. */
export interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange' | 'disabled'> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** It can be reached and read, and not changed. */
  readonly isLocked: boolean;
  readonly onChoose: (value: string) => void;
}

/** One of several, as the platform lets people choose. */
export function Select({ options, isLocked, onChoose, ...rest }: SelectProps) {
  return (
    <span className="select">
      <select
        {...rest}
        aria-disabled={isLocked ? true : undefined}
        onMouseDown={isLocked ? (event) => event.preventDefault() : undefined}
        onKeyDown={isLocked ? keepAsItIs : undefined}
        onChange={(event) => {
          if (!isLocked) {
            onChoose(event.target.value);
          }
        }}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown className="icon" aria-hidden />
    </span>
  );
}

function keepAsItIs(event: KeyboardEvent): void {
  if (event.key !== 'Tab' && event.key !== 'Escape') {
    event.preventDefault();
  }
}
