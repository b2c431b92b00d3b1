import { text } from '../common/texts.ts';

/** Shown when main gives no state: nothing else can be drawn then. */
export function Trouble() {
  return (
    <main className="empty-page" role="alert">
      <h1>{text('agenda:trouble.title')}</h1>
      <p>{text('agenda:trouble.detail')}</p>
    </main>
  );
}
