import CloseIcon from 'lucide-react/icons/x';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from './IconButton.tsx';
import './dialog.css';

/** See {@link Dialog}. */
export interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Id of what is read out with the title, where the focus begins past it. */
  readonly describedBy?: string;
  /** Left of the title, for a way back. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A modal dialog. The platform keeps the focus inside, closes it on Escape and gives the focus back. It begins at the
 * first element that can have it; what is inside may move it in an effect, when the dialog is open already.
 */
export function Dialog({ title, closeLabel, onClose, describedBy, before, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-header">
        {before}
        <h2 id={titleId} dir="auto">
          {title}
        </h2>
        <IconButton icon={CloseIcon} label={closeLabel} onClick={onClose} />
      </header>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
