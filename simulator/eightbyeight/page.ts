import type { Answer } from '../answer.ts';
import { html, type Markup } from '../markup.ts';

/** What a page consists of. */
export interface Page {
  readonly status?: number;
  readonly title: string;
  /** Above the main part: menu and top bar. */
  readonly frame?: Markup;
  /** The `main` element. */
  readonly main: Markup;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A page as an answer. Pages run nothing but their own script, and tell nobody where they were. */
export function pageAnswer(page: Page): Answer {
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} - 8x8 Video Interaction (simulated)</title>
<link rel="stylesheet" href="/simulated/page.css">
<script type="module" src="/simulated/page.js"></script>
</head>
<body>
${page.frame ?? []}
${page.main}
</body>
</html>
`;
  const headers = {
    ...page.headers,
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'self'; base-uri 'none'; object-src 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  };
  return { status: page.status ?? 200, headers, body: body.text };
}

/** A page that says one thing. */
export function noticePage(status: number, heading: string, explanation: string): Answer {
  return pageAnswer({ status, title: heading, main: html`<main><h1>${heading}</h1><p>${explanation}</p></main>` });
}
