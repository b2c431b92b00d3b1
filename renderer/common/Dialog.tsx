import CloseIcon from 'lucide-react/icons/x';
import { type ReactNode, useId } from 'react';
import { IconButton } from './IconButton.tsx';
import { Modal } from './Modal.tsx';

/** See {@link Dialog}. */
export interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Id of what is read out with the title, where the focus begins past it. */
  readonly describedBy?: string;
  /** Left of the title, for a way back. */
  readonly before?: ReactNode;
  /** There is nothing to press in it: where it is longer than the window, the keyboard scrolls it itself. */
  readonly isForReading?: boolean;
  readonly children: ReactNode;
}

/** A {@link Modal} with a title and a way to close it. */
export function Dialog({ title, closeLabel, onClose, describedBy, before, isForReading, children }: DialogProps) {
  const titleId = useId();
  return (
    <Modal labelledBy={titleId} describedBy={describedBy} onClose={onClose}>
      <header className="dialog-header">
        {before}
        <h2 id={titleId} dir="auto">
          {title}
        </h2>
        <IconButton icon={CloseIcon} label={closeLabel} onClick={onClose} />
      </header>
      <div className="dialog-body" tabIndex={isForReading === true ? 0 : undefined}>
        {children}
      </div>
    </Modal>
  );
}
