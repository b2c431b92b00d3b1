import { type ReactNode, useLayoutEffect, useRef } from 'react';
import './dialog.css';

/** See {@link Modal}. */
export interface ModalProps {
  /** Id of what names it. */
  readonly labelledBy: string;
  /** Id of what is read out with the name, where the focus begins past it. */
  readonly describedBy?: string | undefined;
  /** Beside "dialog". */
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * What lies over a window until it is closed. The platform keeps the focus inside, closes it on Escape and gives the focus
 * back. It begins at the first element that can have it; what is inside may move it in an effect, when it is open already.
 */
export function Modal({ labelledBy, describedBy, className, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={className === undefined ? 'dialog' : `dialog ${className}`}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </dialog>
  );
}
