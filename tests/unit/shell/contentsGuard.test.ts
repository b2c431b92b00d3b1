import { EventEmitter } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { isAppUrl } from '../../../main/shell/appScheme.ts';
import { type GuestRules, guardContents } from '../../../main/shell/contentsGuard.ts';

vi.mock('electron', () => ({ protocol: {} }));

/** Contents as Electron reports them, which keep what is set on them. */
class FakeContents extends EventEmitter {
  openWindow: (details: object) => unknown = () => 'nobody was asked';
  setWindowOpenHandler(handler: (details: object) => unknown): void {
    this.openWindow = handler;
  }
}

function openContents(rules?: Partial<GuestRules>): FakeContents {
  const app = new EventEmitter();
  const contents = new FakeContents();
  const guard = guardContents(app as never, isAppUrl);
  app.emit('web-contents-created', {}, contents);
  if (rules !== undefined) {
    guard.admit(contents as never, { ...strictRules, ...rules });
  }
  expect(guard.isGuest(contents as never)).toBe(rules !== undefined);
  return contents;
}

const strictRules: GuestRules = { mayGo: () => false, onWindowWished: () => undefined, mayAskToSave: () => false };

type Handler = (...given: unknown[]) => unknown;

function createFakeSession(handlers: Map<string, Handler>): EventEmitter {
  return new Proxy(new EventEmitter(), {
    get: (target, name: string) =>
      name.startsWith('set') ? (handler: Handler) => handlers.set(name, handler) : Reflect.get(target, name),
  });
}

function isPrevented(contents: FakeContents, event: string, details: object = {}): boolean {
  const preventDefault = vi.fn();
  contents.emit(event, { ...details, preventDefault });
  return preventDefault.mock.calls.length > 0;
}

describe('a page', () => {
  test.each([
    ['foyer-app://app/agenda/index.html', true, false],
    ['foyer-app://app/agenda/index.html', false, true],
    ['https://evil.example', true, true],
    ['foyer-app://app.evil/agenda/index.html', true, true],
    ['file:///etc/passwd', true, true],
    ['javascript:alert(1)', true, true],
  ])('that goes to %s (main frame: %s) is held back: %s', (url, isMainFrame, isHeld) => {
    expect(isPrevented(openContents(), 'will-frame-navigate', { url, isMainFrame })).toBe(isHeld);
  });

  test('is not redirected, embeds nothing and opens no window', () => {
    const contents = openContents();
    expect(isPrevented(contents, 'will-redirect')).toBe(true);
    expect(isPrevented(contents, 'will-attach-webview')).toBe(true);
    expect(contents.openWindow({ url: 'foyer-app://app/agenda/index.html' })).toEqual({ action: 'deny' });
  });
});

describe('a page from outside', () => {
  test('goes and is sent where its rules say, and to no page of ours', () => {
    const asked: [string, boolean][] = [];
    const contents = openContents({
      mayGo: (url, isMainFrame) => asked.push([url, isMainFrame]) > 0 && url === 'https://meet.example/',
    });
    for (const event of ['will-frame-navigate', 'will-redirect']) {
      expect(isPrevented(contents, event, { url: 'https://meet.example/', isMainFrame: true })).toBe(false);
      expect(isPrevented(contents, event, { url: 'https://evil.example/', isMainFrame: false })).toBe(true);
      expect(isPrevented(contents, event, { url: 'foyer-app://app/agenda/index.html', isMainFrame: true })).toBe(true);
    }
    expect(asked).toHaveLength(6);
  });

  test('embeds nothing and gets no window, whatever its rules say', () => {
    const wished: string[] = [];
    const contents = openContents({ mayGo: () => true, onWindowWished: (url) => wished.push(url) });
    expect(isPrevented(contents, 'will-attach-webview')).toBe(true);
    expect(contents.openWindow({ url: 'https://meet.example/' })).toEqual({ action: 'deny' });
    expect(wished).toEqual(['https://meet.example/']);
  });

  test('makes no rules for another', () => {
    const app = new EventEmitter();
    const guard = guardContents(app as never, isAppUrl);
    const [guest, own] = [new FakeContents(), new FakeContents()];
    app.emit('web-contents-created', {}, guest);
    app.emit('web-contents-created', {}, own);
    guard.admit(guest as never, { ...strictRules, mayGo: () => true });
    const details = { url: 'https://meet.example/', isMainFrame: true };
    expect(isPrevented(own, 'will-frame-navigate', details)).toBe(true);
    expect(isPrevented(own, 'will-redirect', details)).toBe(true);
  });

  test('has a file asked for only if its rules say so', () => {
    const app = new EventEmitter();
    const guard = guardContents(app as never, isAppUrl);
    const session = createFakeSession(new Map());
    app.emit('session-created', session);
    const [asking, denied] = [new FakeContents(), new FakeContents()];
    guard.admit(asking as never, { ...strictRules, mayAskToSave: () => true });
    guard.admit(denied as never, strictRules);
    const preventDefault = vi.fn();
    session.emit('will-download', { preventDefault }, {}, asking);
    expect(preventDefault).not.toHaveBeenCalled();
    session.emit('will-download', { preventDefault }, {}, denied);
    session.emit('will-download', { preventDefault }, {}, new FakeContents());
    expect(preventDefault).toHaveBeenCalledTimes(2);
  });
});

describe('every session', () => {
  test('grants nothing and downloads nothing', () => {
    const handlers = new Map<string, Handler>();
    const session = createFakeSession(handlers);
    const app = new EventEmitter();
    guardContents(app as never, isAppUrl);
    app.emit('session-created', session);
    const answers: unknown[] = [];
    handlers.get('setPermissionRequestHandler')?.({}, 'media', (answer: unknown) => answers.push(answer));
    handlers.get('setDisplayMediaRequestHandler')?.({}, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([false, null]);
    expect(handlers.get('setPermissionCheckHandler')?.()).toBe(false);
    expect(handlers.get('setDevicePermissionHandler')?.()).toBe(false);
    const preventDefault = vi.fn();
    session.emit('will-download', { preventDefault }, {}, new FakeContents());
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});
