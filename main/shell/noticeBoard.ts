import type { Notice } from '../../core/model/foyerState.ts';

/** Messages that stay until the user has dismissed them. */
export class NoticeBoard {
  readonly #onChanged: (notices: readonly Notice[]) => void;
  #notices: readonly Notice[] = [];

  constructor(onChanged: (notices: readonly Notice[]) => void) {
    this.#onChanged = onChanged;
  }

  /** Puts a message up; one with the same id is replaced. */
  post(notice: Notice): void {
    this.#replace([...this.#notices.filter(({ id }) => id !== notice.id), notice]);
  }

  dismiss(id: string): void {
    this.#replace(this.#notices.filter((notice) => notice.id !== id));
  }

  #replace(notices: readonly Notice[]): void {
    this.#notices = notices;
    this.#onChanged(notices);
  }
}
