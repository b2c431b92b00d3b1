import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type JudgeField, type PolicyDocument, readPolicy } from '../../../main/settings/policy.ts';
import { parseRegistryExport } from '../../../main/settings/registryPolicy.ts';
import { findPolicies, parseManagedPreferences, parsePolicyFile } from '../../../main/settings/systemPolicy.ts';

const judgeField: JudgeField = (serviceId, field) =>
  new Map([
    ['pexip node', 'plain' as const],
    ['pexip clientSecret', 'secret' as const],
  ]).get(`${serviceId} ${field}`) ?? null;

function documentOf(forced: object, recommended: object = {}, place = '/etc/foyer/policy.json'): PolicyDocument {
  return { place, content: { forced: { ...forced }, recommended: { ...recommended } } };
}

describe('a policy', () => {
  test('holds entry by entry, and says what of it does not', () => {
    const policy = readPolicy(
      [
        documentOf(
          { theme: 'dark', keepInTray: 'yes', sorcery: 1, quietHours: { from: '25:00', to: '07:00' } },
          { reminderLeads: [10, 1], density: 7 },
        ),
      ],
      judgeField,
    );
    expect(policy.forced).toEqual({ theme: 'dark' });
    expect(policy.recommended).toEqual({ reminderLeads: [10, 1] });
    expect(policy.problems.map(({ key, reason }) => [key, reason])).toEqual([
      ['keepInTray', 'invalidValue'],
      ['sorcery', 'unknownKey'],
      ['quietHours', 'invalidValue'],
      ['density', 'invalidValue'],
    ]);
  });

  test('of the machine wins over that of the user', () => {
    const machine = documentOf({ theme: 'dark' }, {}, 'HKLM');
    const user = documentOf({ theme: 'light', density: 'compact' }, {}, 'HKCU');
    expect(readPolicy([machine, user], judgeField).forced).toEqual({ theme: 'dark', density: 'compact' });
  });

  test('cannot carry secrets, nor accounts of services that nobody knows', () => {
    const preset = (serviceId: string, fields: object) => ({ serviceId, name: 'Room', fields });
    const good = preset('pexip', { node: 'join.corp.example' });
    const presetAccounts = [good, preset('pexip', { clientSecret: 's3cret' }), preset('fax', { number: '1' })];
    const { forced, problems } = readPolicy([documentOf({ presetAccounts })], judgeField);
    expect(forced).toEqual({ presetAccounts: [good] });
    expect(problems.map(({ reason }) => reason)).toEqual(['isSecret', 'invalidValue']);
    expect(JSON.stringify(problems)).not.toContain('s3cret');
  });

  test('that cannot be read at all is reported, and nothing of it holds', () => {
    expect(readPolicy([{ place: 'x', content: null }], judgeField)).toEqual({
      places: ['x'],
      problems: [{ place: 'x', key: null, reason: 'unreadable' }],
      forced: {},
      recommended: {},
    });
  });

  test('does not reach through prototypes', () => {
    const { forced, problems } = readPolicy(
      [parsePolicyFile('x', '{"forced":{"__proto__":{"theme":"dark"},"constructor":1,"toString":"x"}}')],
      judgeField,
    );
    expect(forced).toEqual({});
    expect(problems.every(({ reason }) => reason === 'unknownKey')).toBe(true);
  });
});

describe('on Linux', () => {
  test('a policy is a file, and most machines have none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'foyer-policy-test-'));
    const file = join(folder, 'policy.json');
    expect(await findPolicies('linux', file)).toEqual([]);
    expect(await findPolicies('linux', join(file, 'below'))).toEqual([]);
    await writeFile(file, JSON.stringify({ forced: { theme: 'dark' }, recommended: { density: 'compact' } }));
    expect(await findPolicies('linux', file)).toEqual([documentOf({ theme: 'dark' }, { density: 'compact' }, file)]);
    expect(await findPolicies('linux', folder)).toEqual([{ place: folder, content: null }]);
    for (const broken of ['', '{', '[]', '7', '{"forced":[]}', '{"recommended":"x"}']) {
      await writeFile(file, broken);
      expect(await findPolicies('linux', file), broken).toEqual([{ place: file, content: null }]);
    }
  });
});

describe('on Windows', () => {
  const wide = (text: string): string =>
    [...Buffer.from(text, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',');
  const exported = [
    '\uFEFFWindows Registry Editor Version 5.00',
    '',
    '[HKEY_LOCAL_MACHINE\\Software\\Policies\\Foyer]',
    '"theme"="dark"',
    '"keepInTray"=dword:00000000',
    '"reminderLeads"="[5, 1]"',
    '"presetAccounts"="[{\\"serviceId\\":\\"pexip\\",\\"name\\":\\"Sitzungsraum Zürich\\",\\"fields\\":{\\"node\\":\\"join.corp.example\\"}}]"',
    `"disabledFeatures"=hex(7):${wide('autoJoin\0links\0\0').replace(/(.{40}),/, '$1,\\\r\n  ')}`,
    '@="nothing"',
    '"broken"=qword:1',
    '',
    '[HKEY_LOCAL_MACHINE\\Software\\Policies\\Foyer\\Recommended]',
    '"hideTitles"="always"',
    '"endNudge"=dword:00000001',
    '',
  ].join('\r\n');

  test('an exported key says what it forces and what it recommends', () => {
    const policy = readPolicy([parseRegistryExport('HKLM', exported)], judgeField);
    expect(policy.problems).toEqual([]);
    expect(policy.forced).toEqual({
      theme: 'dark',
      keepInTray: false,
      reminderLeads: [5, 1],
      presetAccounts: [{ serviceId: 'pexip', name: 'Sitzungsraum Zürich', fields: { node: 'join.corp.example' } }],
      disabledFeatures: ['autoJoin', 'links'],
    });
    expect(policy.recommended).toEqual({ hideTitles: 'always', endNudge: true });
  });

  test('what is no export is reported as unreadable', () => {
    expect(parseRegistryExport('HKLM', 'REGEDIT4').content).toBeNull();
    expect(parseRegistryExport('HKLM', '').content).toBeNull();
  });
});

describe('on macOS', () => {
  test('managed preferences are settings, beside what the system adds', () => {
    const text = JSON.stringify({
      PayloadUUID: 'x',
      PFCReleaseDate: 1,
      theme: 'light',
      Recommended: { density: 'compact' },
    });
    expect(parseManagedPreferences('plist', text)).toEqual(
      documentOf({ theme: 'light' }, { density: 'compact' }, 'plist'),
    );
    expect(parseManagedPreferences('plist', '').content).toBeNull();
  });
});
