import CloseIcon from 'lucide-react/icons/x';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { IconButton } from '../common/IconButton.tsx';

/** See {@link Panel}. */
export interface PanelProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * What is open beside the tiles. It takes the focus, to what is marked with `data-initial-focus` or to itself, closes on
 * Escape, and gives the focus back.
 */
export function Panel({ title, closeLabel, onClose, children }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = panel.current;
    const before = document.activeElement;
    const first = element?.querySelector<HTMLElement>('[data-initial-focus]') ?? element;
    first?.focus();
    return () => {
      const hasFocus = element?.contains(document.activeElement) === true;
      if (hasFocus && before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, []);
  return (
    <aside
      ref={panel}
      className="panel"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
          event.preventDefault();
          onClose();
        }
      }}
    >
      <header>
        <h2>{title}</h2>
        <IconButton icon={CloseIcon} label={closeLabel} onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}
