import { EventEmitter } from 'node:events';
import { describe, expect, test, vi } from 'vitest';
import { isAppUrl } from '../../../main/shell/appScheme.ts';
import { guardContents } from '../../../main/shell/contentsGuard.ts';

vi.mock('electron', () => ({ protocol: {} }));

/** Contents as Electron reports them, which keep what is set on them. */
class FakeContents extends EventEmitter {
  openWindow: (details: object) => unknown = () => 'nobody was asked';
  setWindowOpenHandler(handler: (details: object) => unknown): void {
    this.openWindow = handler;
  }
}

function openContents(): FakeContents {
  const app = new EventEmitter();
  const contents = new FakeContents();
  guardContents(app as never, isAppUrl);
  app.emit('web-contents-created', {}, contents);
  return contents;
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

describe('every session', () => {
  test('grants nothing and downloads nothing', () => {
    const handlers = new Map<string, (...given: unknown[]) => unknown>();
    const session = new Proxy(new EventEmitter(), {
      get: (target, name: string) =>
        name.startsWith('set')
          ? (handler: (...given: unknown[]) => unknown) => handlers.set(name, handler)
          : Reflect.get(target, name),
    });
    const app = new EventEmitter();
    guardContents(app as never, isAppUrl);
    app.emit('session-created', session);
    const answers: unknown[] = [];
    handlers.get('setPermissionRequestHandler')?.({}, 'media', (answer: unknown) => answers.push(answer));
    handlers.get('setDisplayMediaRequestHandler')?.({}, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([false, {}]);
    expect(handlers.get('setPermissionCheckHandler')?.()).toBe(false);
    expect(handlers.get('setDevicePermissionHandler')?.()).toBe(false);
    const preventDefault = vi.fn();
    session.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});
