import type { TakeFault } from '../takeFault.ts';
import type { TelnyxWorld } from '../telnyxWorld.ts';
import type { CallHandle } from './callRegistry.ts';
import type { Description, PluginRequest } from './janusFrame.ts';

/** One request to a plugin. */
export interface PluginCall {
  readonly world: TelnyxWorld;
  readonly handle: CallHandle;
  readonly body: PluginRequest;
  readonly jsep: Description | undefined;
  readonly take: TakeFault;
}

/** What a plugin answers: data with a description or without, or that the service refuses. */
export type PluginReply =
  | { readonly data: object; readonly jsep?: Description }
  | { readonly refusal: { readonly status: number; readonly message: string } };

/** How a plugin answers one kind of request. */
export type PluginHandler = (call: PluginCall) => PluginReply | Promise<PluginReply>;
