import { foyerBridge } from '../common/foyerBridge.ts';
import './panel.css';

/** Main names the page so when it stands beside the tray, without a frame. */
const isPanel = window.location.search === '?panel';

if (isPanel) {
  document.documentElement.dataset['panel'] = '';
}

/** Has a panel close when the focus goes elsewhere, and on an Escape that means nothing else. */
export function followPanel(): void {
  if (!isPanel) {
    return;
  }
  foyerBridge.onPanelUnwanted(({ isLeft }) => {
    if (!isOccupied()) {
      void foyerBridge.closePanel({ isLeft });
    }
  });
  // After all others that listen: what means something to them is prevented, or still open.
  document.addEventListener('keydown', (event) => {
    const isTaken = event.defaultPrevented || document.querySelector(':popover-open') !== null;
    if (event.key === 'Escape' && !isTaken && !isOccupied()) {
      void foyerBridge.closePanel({ isLeft: false });
    }
  });
}

/** Whether closing would throw something away: a dialog is open, or something was typed into a form. */
function isOccupied(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>('form :is(input:not([type="checkbox"]), textarea)');
  return document.querySelector('dialog[open]') !== null || Array.from(fields).some(({ value }) => value !== '');
}
