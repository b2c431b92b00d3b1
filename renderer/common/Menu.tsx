import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import './menu.css';

/** See {@link Menu}. */
export interface MenuProps {
  readonly label: string;
  /** What the menu hangs on. */
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const anchorName = '--menu-anchor';

/** A menu that hangs on an element. The platform puts it where there is room, and closes it on Escape or a press outside. */
export function Menu({ label, anchor, onClose, children }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = menu.current;
    const before = document.activeElement;
    anchor.style.setProperty('anchor-name', anchorName);
    anchor.setAttribute('aria-expanded', 'true');
    element?.showPopover();
    (element?.querySelector<HTMLElement>('[aria-checked="true"]') ?? menuItems(element)[0])?.focus();
    return () => {
      const hadFocus = element?.contains(document.activeElement) === true || document.activeElement === document.body;
      anchor.style.removeProperty('anchor-name');
      anchor.removeAttribute('aria-expanded');
      if (hadFocus && before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, [anchor]);
  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      tabIndex={-1}
      className="menu"
      aria-label={label}
      onKeyDown={moveInMenu}
      // The toggle itself is told a moment later: until then a key would still be taken for one of the menu's.
      onBeforeToggle={(event) => {
        if (event.newState === 'closed') {
          onClose();
        }
      }}
    >
      {children}
    </div>
  );
}

/** See {@link MenuItem}. */
export interface MenuItemProps {
  readonly role: 'menuitem' | 'menuitemradio';
  /** For a `menuitemradio`: whether it is the one in force. */
  readonly isChecked?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One thing to choose from a {@link Menu}. */
export function MenuItem({ role, isChecked, onChoose, children }: MenuItemProps) {
  return (
    <button
      type="button"
      {...(role === 'menuitemradio' ? { role, 'aria-checked': isChecked === true } : { role })}
      tabIndex={-1}
      className="menu-item"
      onClick={onChoose}
    >
      {children}
    </button>
  );
}

/** Parts what belongs together in a {@link Menu} from the rest. */
export function MenuLine() {
  return <hr className="menu-line" />;
}

function menuItems(menu: HTMLElement | null): readonly HTMLElement[] {
  return menu === null ? [] : [...menu.querySelectorAll<HTMLElement>('.menu-item')];
}

function moveInMenu(event: KeyboardEvent<HTMLElement>): void {
  const items = menuItems(event.currentTarget);
  const from = items.indexOf(document.activeElement as HTMLElement);
  const last = items.length - 1;
  const to = new Map([
    ['ArrowDown', from === last ? 0 : from + 1],
    ['ArrowUp', from <= 0 ? last : from - 1],
    ['Home', 0],
    ['End', last],
  ]).get(event.key);
  if (to !== undefined) {
    event.preventDefault();
    items[to]?.focus();
  } else if (event.key === 'Tab') {
    event.preventDefault();
    event.currentTarget.hidePopover();
  }
}
