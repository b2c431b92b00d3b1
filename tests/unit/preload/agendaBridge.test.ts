import { describe, expect, test, vi } from 'vitest';
import type { AgendaBridge } from '../../../preload/agendaBridge.ts';
import { askChannels, type TellChannels } from '../../../preload/channels.ts';

type Listener = (event: unknown, ...values: readonly unknown[]) => void;

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as (readonly unknown[])[],
  listeners: new Map<string, Set<Listener>>(),
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => electron.exposed.set(name, value) },
  ipcRenderer: {
    invoke: async (...sent: readonly unknown[]) => {
      electron.invoked.push(sent);
      return 'answer';
    },
    on: (channel: string, listener: Listener) => {
      electron.listeners.set(channel, new Set([...(electron.listeners.get(channel) ?? []), listener]));
    },
    removeListener: (channel: string, listener: Listener) => electron.listeners.get(channel)?.delete(listener),
  },
}));

await import('../../../preload/agendaBridge.ts');
const invokedAtOnce = [...electron.invoked];
const send = (channel: string, value: unknown): void => {
  for (const listener of electron.listeners.get(channel) ?? []) {
    listener({ sender: 'Electron' }, value, 'more');
  }
};
send('stateChanged', 'early');

const bridge = electron.exposed.get('foyer') as AgendaBridge & Record<string, (...given: unknown[]) => unknown>;
const told = {
  onStateChanged: 'stateChanged',
  onCommanded: 'commanded',
  onClockJumped: 'clockJumped',
  onPanelUnwanted: 'panelUnwanted',
} satisfies Record<string, keyof TellChannels>;

describe('the state', () => {
  test('is asked for before the page is there, once, and its changes are kept for whoever listens first', async () => {
    expect(invokedAtOnce).toEqual([['getState', {}]]);
    electron.invoked = [];
    expect(await bridge.getState({})).toBe('answer');
    expect(electron.invoked).toEqual([]);
    const heard: unknown[] = [];
    const stop = bridge.onStateChanged((change) => heard.push(change));
    send('stateChanged', 'late');
    stop();
    expect(heard).toEqual(['early', 'late']);
  });
});

describe('what a window can reach', () => {
  test('is one method for each message of the map, and nothing else', () => {
    expect([...electron.exposed.keys()]).toEqual(['foyer']);
    expect(Object.keys(bridge).toSorted()).toEqual([...Object.keys(askChannels), ...Object.keys(told)].toSorted());
    expect(Object.values(bridge).every((member) => typeof member === 'function')).toBe(true);
  });

  test.each(Object.keys(askChannels))('%s sends its one argument on its own channel', async (channel) => {
    electron.invoked = [];
    const argument = { of: channel };
    expect(await bridge[channel]?.(argument, 'more', 'and more')).toBe('answer');
    expect(electron.invoked).toEqual([[channel, argument]]);
  });

  test.each(Object.entries(told))('%s hears values, never Electron’s event, until it stops', (name, channel) => {
    const heard: unknown[] = [];
    const stop = bridge[name]?.((...values: unknown[]) => heard.push(values)) as () => void;
    send(channel, 'value');
    stop();
    send(channel, 'value');
    expect(heard).toEqual([['value']]);
  });
});
