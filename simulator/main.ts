import { officeAccount, officeAgents } from './eightbyeight/account.ts';
import { officeApplications } from './joinme/application.ts';
import { officeUsers } from './joinme/user.ts';
import { officeDomains } from './pexip/aliases.ts';
import { officeClients } from './pexip/officeClients.ts';
import { type Simulator, startSimulator } from './simulator.ts';
import { helpText, parseSimulatorCommand, type SimulatorCommand } from './simulatorCommand.ts';
import { officeToken } from './webcal/officeCalendar.ts';
import { calendarPath } from './webcal/webcalWorld.ts';

async function run(command: Extract<SimulatorCommand, { kind: 'run' }>): Promise<void> {
  const clients = officeClients(Date.now());
  const joinme = { rules: { autoConsent: command.autoConsent } };
  const simulator = await startSimulator({ ports: command.ports, pexip: { clients }, joinme });
  for (const { name, endpoint } of command.faults) simulator.pexip.setFault(name, { endpoint });
  for (const { name, endpoint } of command.eightByEightFaults) simulator.eightByEight.setFault(name, { endpoint });
  for (const { name, endpoint } of command.telnyxFaults) simulator.telnyx.setFault(name, { endpoint });
  for (const { name, endpoint } of command.joinmeFaults) simulator.joinme.setFault(name, { endpoint });
  for (const { name, endpoint } of command.webcalFaults) simulator.webcal.setFault(name, { endpoint });
  const stop = () => void simulator.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.stdout.write(
    introduction(simulator, clients, [
      ...command.faults,
      ...command.eightByEightFaults.map(({ name, endpoint }) => ({ name, endpoint: `8x8:${endpoint}` })),
      ...command.telnyxFaults.map(({ name, endpoint }) => ({ name, endpoint: `telnyx:${endpoint}` })),
      ...command.joinmeFaults.map(({ name, endpoint }) => ({ name, endpoint: `joinme:${endpoint}` })),
      ...command.webcalFaults.map(({ name, endpoint }) => ({ name, endpoint: `webcal:${endpoint}` })),
    ]),
  );
}

function introduction(
  simulator: Simulator,
  clients: ReturnType<typeof officeClients>,
  faults: readonly { readonly name: string; readonly endpoint: string }[],
): string {
  const { endpoints, telnyxEndpoints, telnyx, controlUrl } = simulator;
  const rows = clients.map(({ id, secret, name, hasMailbox }) => {
    return `  ${id.padEnd(14)} ${secret.padEnd(22)} ${name}${hasMailbox ? '' : ' (no mailbox: 404)'}`;
  });
  return [
    `Pexip tokens    ${endpoints.pexipAuth}/oauth/token`,
    `Pexip meetings  ${endpoints.pexipApi}/v1/meetings`,
    `8x8             ${endpoints.eightByEight}`,
    `Telnyx API      ${telnyxEndpoints.telnyxApi}`,
    `Telnyx calls    ${telnyxEndpoints.telnyxSignalling}`,
    `join.me auth    ${endpoints.joinmeAuth}`,
    `join.me API     ${endpoints.joinmeApi}`,
    `Calendar        ${endpoints.webcal}${calendarPath(officeToken)}`,
    `Control API     ${controlUrl}`,
    `Faults          ${faults.map(({ name, endpoint }) => `${endpoint}:${name}`).join(', ') || 'none'}`,
    '\nClient id, secret, room:',
    ...rows,
    '\nDomains for the connect form:',
    ...Object.entries(officeDomains).map(([name, domain]) => `  ${name.padEnd(14)} ${domain}`),
    '\n8x8 API key, agent logins:',
    `  ${officeAccount.apiKey}  ${officeAgents.map(({ login }) => login).join(', ')}`,
    '\nTelnyx API key, and the hash of its certificate for ignore-certificate-errors-spki-list:',
    `  ${telnyx.apiKey}  ${telnyx.publicKeyHash}`,
    '\njoin.me API key, secret, callback URL; users:',
    ...officeApplications.map(({ key, secret, callbackUrl }) => `  ${key}  ${secret}  ${callbackUrl}`),
    ...officeUsers.map(({ email, subscriptionType }) => `  ${email} (${subscriptionType ?? 'Pro'})`),
    '\nFOYER_ENDPOINTS names a file with:',
    JSON.stringify(endpoints, null, 2),
    '\nCtrl+C stops it.\n',
  ].join('\n');
}

const command = parseSimulatorCommand(process.argv.slice(2));
if (command.kind === 'help') {
  process.stdout.write(helpText);
} else if (command.kind === 'refused') {
  process.stderr.write(`${command.problem}\nTry --help.\n`);
  process.exitCode = 2;
} else {
  run(command).catch((error: unknown) => {
    process.stderr.write(`The simulator could not start: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
