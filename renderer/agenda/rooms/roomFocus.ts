const newRoomButton = '.new-room-button';

/** Takes the focus to "New room" when what had it is gone. */
export function focusNewRoomButton(): void {
  // What was pressed leaves with the next picture, and the focus with it.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const button = document.querySelector(`dialog[open] [data-refocus], ${newRoomButton}`);
      if (document.activeElement === document.body && button instanceof HTMLElement) {
        button.focus();
      }
    }),
  );
}
