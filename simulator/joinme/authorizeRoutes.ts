import { type Context, Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { LoggedEnvironment } from '../logRequests.ts';
import { html } from '../markup.ts';
import { exitPoint } from './answer.ts';
import { type AuthorizeRequest, readAuthorizeRequest, requestParameters, scopeTexts } from './authorizeRequest.ts';
import type { TakeFault } from './fault.ts';
import { type JoinmeWorld, userOf } from './joinmeWorld.ts';
import { noticePage, pageAnswer } from './page.ts';
import { respond } from './respond.ts';
import type { User } from './user.ts';

const path = '/api/public/v1/auth/oauth2';

/** What a user decided about a request. */
type Decision = { readonly kind: 'allowed'; readonly user: User } | { readonly kind: 'denied' };

/** The authorization endpoint: the consent page, and where its form is sent. */
export function authorizeRoutes(world: JoinmeWorld): Hono<LoggedEnvironment> {
  const handle = (context: Context<LoggedEnvironment>, sent: URLSearchParams, form: URLSearchParams | null) => {
    const email = form?.get('account') ?? world.rules.autoConsent;
    return respond(world, context, {
      endpoint: 'authorize',
      email,
      answer: (take) => authorize(world, sent, form, take),
    });
  };
  return new Hono<LoggedEnvironment>()
    .get(path, (context) => handle(context, new URL(context.req.url).searchParams, null))
    .post(path, async (context) => {
      const form = new URLSearchParams(await context.req.text());
      return handle(context, form, form);
    });
}

function authorize(world: JoinmeWorld, sent: URLSearchParams, form: URLSearchParams | null, take: TakeFault): Answer {
  const request = readAuthorizeRequest(world, sent);
  if (typeof request === 'string') return errorPage(request, take);
  const decision = form === null ? decideAlone(world) : readDecision(world, form);
  if (decision === null) return consentPage(world, request, sent);
  const failed = take('redirectError');
  if (failed) return redirect(request, errorFields(failed.as, failed.error, 'The simulator was told to'), take);
  if (decision.kind === 'denied') {
    return redirect(request, errorFields('oauth', 'access_denied', 'The user did not allow access'), take);
  }
  return redirect(request, grant(world, request, decision.user, take), take);
}

/** How an error is told by redirect is not known: as OAuth has it, or as the API tells its own. */
function errorFields(as: 'oauth' | 'api', error: string, description: string): Readonly<Record<string, string>> {
  return as === 'oauth' ? { error, error_description: description } : { ErrorCode: error, Message: description };
}

/** The page in place of a redirect (published): whoever sent this must not get an answer. */
function errorPage(problem: string, take: TakeFault): Answer {
  if (take('jsonErrorPage')) return exitPoint({ 'x-simulator-choice': problem });
  return noticePage(400, 'This request cannot be accepted', `The application's request is wrong: ${problem}.`, problem);
}

function decideAlone(world: JoinmeWorld): Decision | null {
  const user = world.rules.autoConsent === null ? null : userOf(world, world.rules.autoConsent);
  return user === null ? null : { kind: 'allowed', user };
}

function readDecision(world: JoinmeWorld, form: URLSearchParams): Decision | null {
  const user = userOf(world, form.get('account') ?? '');
  if (form.get('decision') === 'deny') return { kind: 'denied' };
  return form.get('decision') === 'allow' && user !== null ? { kind: 'allowed', user } : null;
}

function consentPage(world: JoinmeWorld, request: AuthorizeRequest, sent: URLSearchParams): Answer {
  const hidden = requestParameters.flatMap((name) => {
    const value = sent.get(name);
    return value === null ? [] : [html`<input type="hidden" name="${name}" value="${value}">`];
  });
  const accounts = [...world.users.values()].map(({ email, fullName, subscriptionType }, index) => {
    const checked = index === 0 ? html` checked` : html``;
    const label = `${fullName} (${email}, ${subscriptionType})`;
    return html`<label><input type="radio" name="account" value="${email}" required${checked}> ${label}</label>`;
  });
  return pageAnswer({
    title: `Allow ${request.application.name}?`,
    body: html`<p>The application <strong>${request.application.name}</strong> asks to:</p>
<ul>
${request.scopes.map((scope) => html`<li>${scopeTexts[scope] ?? scope}</li>`)}
</ul>
<form method="post" action="${path}">
${hidden}
<fieldset>
<legend>Account</legend>
${accounts}
</fieldset>
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny" formnovalidate>Deny</button>
</form>`,
  });
}

/** The result of a consent: a code, or at once a token that cannot be refreshed. */
function grant(
  world: JoinmeWorld,
  { application, redirectUri, responseType, scopes, challenge }: AuthorizeRequest,
  { email }: User,
  take: TakeFault,
): Readonly<Record<string, string>> {
  const granted = { key: application.key, email, scopes };
  const { codeSeconds, tokenSeconds } = world.rules;
  if (responseType === 'code') {
    return { code: world.tokens.issueCode({ ...granted, redirectUri, challenge }, codeSeconds) };
  }
  const token = world.tokens.issue({ ...granted, kind: 'access', flow: 'implicit' }, tokenSeconds);
  const { access_token, ...others } = { access_token: token, token_type: 'bearer', expires_in: String(tokenSeconds) };
  return take('minimalAnswer') ? { access_token } : { access_token, ...others };
}

function redirect(request: AuthorizeRequest, result: Readonly<Record<string, string>>, take: TakeFault): Answer {
  const stateFault = request.state === null ? undefined : take('stateSpoiled');
  const spoiledState = stateFault?.as === 'other' ? `${request.state}x` : null;
  const state = stateFault === undefined ? request.state : spoiledState;
  const fields = {
    ...(take('resultMissing') ? {} : result),
    ...(state === null ? {} : { state }),
    ...(take('extraFields') ? { iss: 'https://issuer.example', session_state: 'a b+c&d' } : {}),
  };
  const isInFragment = (request.responseType === 'token') !== (take('resultElsewhere') !== undefined);
  const querySeparator = request.redirectUri.includes('?') ? '&' : '?';
  const location = `${request.redirectUri}${isInFragment ? '#' : querySeparator}${new URLSearchParams(fields)}`;
  return { status: 302, headers: { location, 'cache-control': 'no-store', 'x-frame-options': 'DENY' }, body: null };
}
