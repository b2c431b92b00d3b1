import { describe, expect, test } from 'vitest';
import { buildJoinmeDraft, connect, iris, openDesk } from './joinmeAccount.ts';

describe('several people with one key', () => {
  const oto = 'oto.lind@corp.example';

  test('are connected beside one another, and each once', async () => {
    const desk = await openDesk();
    const first = await connect(desk, buildJoinmeDraft({ name: 'Iris' }));
    desk.simulator.joinme.setRules({ autoConsent: oto });
    const second = await connect(desk, buildJoinmeDraft({ name: 'Oto' }));
    expect([first.fields['person'], second.fields['person']]).toEqual([iris, oto]);
    expect(await desk.accounts.save(buildJoinmeDraft({ name: 'Twin' }))).toEqual({ kind: 'duplicate', name: 'Oto' });
    expect(desk.accounts.accounts).toHaveLength(2);
    expect(desk.profile.secrets.size).toBe(2);
  });

  test('are not taken for one another when one signs in again as the other', async () => {
    const desk = await openDesk();
    await connect(desk, buildJoinmeDraft({ name: 'Iris' }));
    desk.simulator.joinme.setRules({ autoConsent: oto });
    const { id } = await connect(desk, buildJoinmeDraft({ name: 'Oto' }));
    const again = buildJoinmeDraft({ accountId: id, name: 'Oto', fields: { apiSecret: '' } });
    expect(await desk.accounts.signIn(again)).toMatchObject({ kind: 'connected', account: { id } });
    desk.simulator.joinme.setRules({ autoConsent: iris });
    expect(await desk.accounts.signIn(again)).toEqual({ kind: 'duplicate', name: 'Iris' });
    expect(desk.accounts.accounts.map(({ fields }) => fields['person'])).toEqual([iris, oto]);
  });

  test('who the service does not name count as anybody: a second account with their key is refused', async () => {
    const desk = await openDesk();
    desk.simulator.joinme.setFault('serverError', { endpoint: 'user', times: 1 });
    const { fields } = await connect(desk, buildJoinmeDraft({ name: 'Somebody' }));
    expect(fields['person']).toBeUndefined();
    desk.simulator.joinme.setRules({ autoConsent: oto });
    expect(await desk.accounts.save(buildJoinmeDraft())).toEqual({ kind: 'duplicate', name: 'Somebody' });
  });

  test('keep their names at the service when the account is renamed here', async () => {
    const desk = await openDesk();
    const account = await connect(desk);
    const renamed = buildJoinmeDraft({ accountId: account.id, name: 'Mine', fields: { apiSecret: '' } });
    expect(await desk.accounts.save(renamed)).toMatchObject({
      kind: 'connected',
      account: { fields: { person: iris } },
    });
  });
});
