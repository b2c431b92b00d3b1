import type { LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from './Button.tsx';

/** See {@link IconButton}. */
export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'look'> {
  readonly icon: LucideIcon;
  /** What the button does: its name for screen readers, and its tooltip. */
  readonly label: string;
  readonly look?: ButtonProps['look'];
}

/** A button that shows an icon instead of its name. */
export function IconButton({ icon: Icon, label, look = 'icon', ...rest }: IconButtonProps) {
  return (
    <Button {...rest} look={look} aria-label={label} title={label}>
      <Icon className="icon" aria-hidden strokeWidth={1.75} />
    </Button>
  );
}
