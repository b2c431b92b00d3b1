import type { KeyboardEvent } from 'react';

/** Moves the focus with the arrows: up and down between cards, left and right between the buttons of one. */
export function moveInCards(event: KeyboardEvent<HTMLElement>): void {
  const card = event.currentTarget;
  const buttons = buttonsOf(card);
  const at = buttons.indexOf(event.target as HTMLElement);
  if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const target = targetOf(event.key, card, buttons, at);
  if (target !== undefined) {
    // Also at an end, where nothing moves: the list of meetings must not move instead.
    event.preventDefault();
    target?.focus();
  }
}

/** What a key leads to; null where there is nothing further, undefined for other keys. */
function targetOf(
  key: string,
  card: Element,
  buttons: readonly HTMLElement[],
  at: number,
): HTMLElement | null | undefined {
  switch (key) {
    case 'ArrowLeft':
      return buttons[at - 1] ?? null;
    case 'ArrowRight':
      return buttons[at + 1] ?? null;
    case 'ArrowUp':
      return sameIn(card.previousElementSibling, at);
    case 'ArrowDown':
      return sameIn(card.nextElementSibling, at);
    default:
      return undefined;
  }
}

function sameIn(card: Element | null, at: number): HTMLElement | null {
  const buttons = buttonsOf(card);
  return buttons[at] ?? buttons.at(-1) ?? null;
}

function buttonsOf(card: Element | null): readonly HTMLElement[] {
  return card === null ? [] : [...card.querySelectorAll('button')].filter((button) => button.checkVisibility());
}
