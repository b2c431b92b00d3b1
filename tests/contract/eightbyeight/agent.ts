import { afterEach, expect } from 'vitest';
import type { Account } from '../../../core/model/account.ts';
import type { CallBudget } from '../../../main/agenda/callBudget.ts';
import { type AnswerLimits, createLimitedRequest } from '../../../main/services/limitedRequest.ts';
import { findService } from '../../../main/services/registry.ts';
import type { CreatedRoom, HostedRoom, RoomHost } from '../../../main/services/service.ts';
import { officeAccount, officeAgents } from '../../../simulator/eightbyeight/account.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../../simulator/simulator.ts';
import { noCalendars } from '../../helpers/noCalendars.ts';

/** An agent who opens rooms in a simulator, over real sockets and the program's own way to the network. */
export interface Agent {
  readonly simulator: Simulator;
  readonly host: RoomHost;
  /** Makes a room that must come about. */
  readonly open: (fields?: Readonly<Record<string, string>>) => Promise<HostedRoom>;
}

/** How an agent differs from the office's first, with a good key and all the calls it wants. */
export interface AgentOptions extends SimulatorOptions {
  readonly apiKey?: string;
  readonly login?: string;
  readonly budget?: CallBudget;
  readonly limits?: AnswerLimits;
}

const running: Simulator[] = [];
const choices: string[] = [];

/** Whatever the test was about: nothing that was sent made the simulator guess. */
afterEach(async () => {
  const simulators = running.splice(0);
  await Promise.all(simulators.map((simulator) => simulator.close()));
  expect(choices.splice(0)).toEqual([]);
});

/** Starts a simulator and the agent; both are closed after the test. */
export async function startAgent(options: AgentOptions = {}): Promise<Agent> {
  const { apiKey = officeAccount.apiKey, login = officeAgents[0]?.login ?? '', budget, limits, ...rest } = options;
  const simulator = await startSimulator(rest);
  running.push(simulator);
  const face = findService('eightbyeight')?.rooms;
  if (face === undefined) {
    throw new Error('the service is not registered');
  }
  const account: Account = { id: 'agent-1', serviceId: 'eightbyeight', name: 'Desk', fields: { agentLogin: login } };
  const host = face.createHost({
    account,
    secrets: { apiKey },
    endpoints: { ...simulator.endpoints },
    readCalendar: noCalendars,
    request: createLimitedRequest(fetchAndNote, budget ?? { take: () => 0, wait: () => 0 }, limits),
  });
  return { simulator, host, open: async (fields = {}) => hosted(await host.create(fields)) };
}

/** A room as the program hands it back to its host. */
function hosted(made: CreatedRoom | { readonly kind: 'failed' | 'uncertain' | 'invalid' }): HostedRoom {
  if (made.kind !== 'created') {
    throw new Error(`no room was made: ${JSON.stringify(made)}`);
  }
  return { ...made.room, accountId: 'agent-1' };
}

// The simulator marks a refusal as its own choice where nothing is documented.
const fetchAndNote: typeof globalThis.fetch = async (input, init) => {
  const response = await fetch(input, init);
  const choice = response.headers.get('x-simulator-choice');
  if (choice !== null) {
    choices.push(choice);
  }
  return response;
};
