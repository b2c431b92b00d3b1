import { type Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { html } from '../markup.ts';
import type { JoinmeWorld } from './joinmeWorld.ts';
import { noticePage, pageAnswer } from './page.ts';
import { respond } from './respond.ts';

/** Where links lead: presenter, viewer, dial-in numbers. What the real pages say and with which status is not known. */
export function linkRoutes(world: JoinmeWorld): Hono<LoggedEnvironment> {
  const page = (context: Context<LoggedEnvironment>, answer: () => Answer) =>
    respond(world, context, { endpoint: 'page', email: null, answer });
  return new Hono<LoggedEnvironment>()
    .get('/API/Public/StartMeeting.aspx', (context) => {
      return page(context, () => openPresenter(world, context.req.query('token') ?? ''));
    })
    .post('/simulated/runs/:id/end', (context) => page(context, () => endRun(world, Number(context.req.param('id')))))
    .get('/api/public/intphone.aspx', (context) => {
      return page(context, () => numbersPage(world, context.req.query('conferenceId') ?? ''));
    })
    .get('/:place', (context) => page(context, () => openViewer(world, context.req.param('place'))));
}

const choice = 'page of a link';

function openPresenter(world: JoinmeWorld, token: string): Answer {
  const run = world.runs.openPresenterToken(token);
  switch (run) {
    case 'unknown':
      return noticePage(404, 'This link leads nowhere', 'Start the meeting to get a presenter link.', choice);
    case 'used':
      return noticePage(
        410,
        'This link has been used',
        'A presenter link opens once. Start the meeting again.',
        choice,
      );
    case 'expired':
      return noticePage(410, 'This link has expired', 'Start the meeting again to get a new presenter link.', choice);
    default:
      return pageAnswer({
        title: 'You are presenting',
        body: html`<p>${run.name}</p>
<form method="post" action="/simulated/runs/${String(run.id)}/end"><button>End meeting</button></form>`,
      });
  }
}

function endRun(world: JoinmeWorld, id: number): Answer {
  const run = world.runs.find(id);
  if (run !== null) world.runs.end(run);
  return noticePage(200, 'The meeting has ended', 'This window can be closed.');
}

function openViewer(world: JoinmeWorld, place: string): Answer {
  const isCode = /^\d{3}-?\d{3}-?\d{3}$/.test(place);
  const run = world.runs.at(isCode ? place.replaceAll('-', '') : place);
  if (run === null) {
    return noticePage(
      404,
      'This meeting has not started',
      'The link works once the host has started the meeting.',
      choice,
    );
  }
  if (run.presentedAt === null) return noticePage(200, 'Waiting for the host', run.name);
  return noticePage(200, 'You are viewing', run.name);
}

/** Numbers that regulators keep free for use in fiction. */
const dialInNumbers: readonly (readonly [string, string])[] = [
  ['Australia', '+61 2 5550 1234'],
  ['Ireland', '+353 20 912 3456'],
  ['Sweden', '+46 8 465 004 99'],
  ['United Kingdom', '+44 20 7946 0123'],
  ['United States', '+1 202 555 0147'],
];

function numbersPage(world: JoinmeWorld, conferenceId: string): Answer {
  const isKnown = [...world.users.values()].some((user) => user.conferenceId === conferenceId);
  if (!isKnown) return noticePage(404, 'No such conference', 'Look at the number again.', choice);
  const rows = dialInNumbers.map(
    ([country, number]) => html`<tr><th scope="row">${country}</th><td>${number}</td></tr>`,
  );
  const body = html`<p>Conference ID: ${conferenceId}</p><table>${rows}</table>`;
  return pageAnswer({ title: 'Dial-in numbers', body });
}
