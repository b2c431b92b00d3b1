import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import * as z from 'zod/mini';
import { type AskArgument, type AskChannel, type AskResult, askChannels } from '../../preload/channels.ts';

/** What main does for each channel. */
export type AskHandlers = {
  readonly [Channel in AskChannel]: (
    argument: AskArgument<Channel>,
  ) => AskResult<Channel> | Promise<AskResult<Channel>>;
};

/** Where the handlers are: those of the first picture at hand, all of them once the program is loaded. */
export interface HandlerSource {
  readonly first: Partial<{ readonly [Channel in AskChannel]: () => Promise<AskHandlers[Channel]> }>;
  readonly all: () => Promise<AskHandlers>;
}

/** Who sent a message. */
export type AskSender = Pick<IpcMainInvokeEvent, 'senderFrame'>;

/** Messages that may come from a window: each with the schema of its argument. */
type ChannelMap = Readonly<Record<string, { readonly argument: z.ZodMiniType }>>;

/**
 * Answers the channels of the map. A message from anything but the top frame of an own page, or with an argument that
 * does not fit the channel's schema, is refused with an error that its sender sees (point 17 of Electron's security list).
 */
export function routeAsks(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: HandlerSource,
  isOwnPage: (url: string) => boolean,
): void {
  const names = Object.keys(askChannels).filter((name): name is AskChannel => name in askChannels);
  const byName = new Map<string, AskChannel>(names.map((name) => [name, name]));
  routeChannels(ipcMain, askChannels, isOwnPage, (name, argument) => {
    const channel = byName.get(name);
    return channel === undefined ? undefined : answer(channel, argument as never, handlers);
  });
}

/** As {@link routeAsks}, for the channels of any map. */
export function routeChannels(
  ipcMain: Pick<IpcMain, 'handle'>,
  channels: ChannelMap,
  isOwnPage: (url: string) => boolean,
  answerWith: (channel: string, argument: unknown) => unknown,
): void {
  for (const [channel, { argument }] of Object.entries(channels)) {
    ipcMain.handle(channel, async (event: AskSender, ...sent: readonly unknown[]) => {
      if (!isTrusted(event, isOwnPage)) {
        throw new Error(`${channel}: the sender is not one of Foyer's pages`);
      }
      const parsed = z.safeParse(argument, sent[0]);
      if (sent.length !== 1 || !parsed.success) {
        throw new TypeError(`${channel}: the argument does not fit the channel`);
      }
      return answerWith(channel, parsed.data);
    });
  }
}

function isTrusted({ senderFrame }: AskSender, isOwnPage: (url: string) => boolean): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
}

async function answer<Channel extends AskChannel>(
  channel: Channel,
  argument: AskArgument<Channel>,
  handlers: HandlerSource,
): Promise<AskResult<Channel>> {
  const first = handlers.first[channel];
  const handler = first === undefined ? (await handlers.all())[channel] : await first();
  return handler(argument);
}
