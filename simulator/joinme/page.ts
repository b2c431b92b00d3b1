import type { Answer } from '../answer.ts';
import { html, Markup } from '../markup.ts';

/** What a page consists of. */
export interface Page {
  readonly status?: number;
  readonly title: string;
  /** What follows the heading, which is the title. */
  readonly body: Markup;
  /** Why, if the service documents no such page. */
  readonly choice?: string;
}

const style = new Markup(`:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 30rem; margin: 12vh auto 0; padding: 0 1.5rem; }
form, fieldset { display: grid; gap: 0.5rem; }
fieldset { border: 1px solid #8888; }
label { display: flex; gap: 0.5rem; align-items: baseline; }
th { text-align: start; padding-inline-end: 1rem; }
button { font: inherit; padding: 0.5rem 0.75rem; }`);

/** A page as an answer. Pages run no script, stay out of frames (published for the consent page) and tell nobody where they were. */
export function pageAnswer({ status = 200, title, body, choice }: Page): Answer {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - join.me (simulated)</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
  const headers = {
    ...(choice === undefined ? {} : { 'x-simulator-choice': choice }),
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
  return { status, headers, body: page.text };
}

/** A page that says one thing. */
export function noticePage(status: number, title: string, explanation: string, choice?: string): Answer {
  const page = { status, title, body: html`<p>${explanation}</p>` };
  return pageAnswer(choice === undefined ? page : { ...page, choice });
}
