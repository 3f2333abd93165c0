import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkActivity, isOwnService } from '../../src/bot/activity.ts';

const local = { local: true };
const cloud = { local: false, tenantId: 'our-tenant' };
/** Who calls: somebody on this machine, and Teams. */
const anybody = { channels: [] };
const teams = { channels: ['msteams'], serviceUrl: 'https://smba.trafficmanager.net/emea/' };

const message = {
  type: 'message',
  id: '1',
  serviceUrl: 'http://127.0.0.1:5000',
  from: { id: '29:a', aadObjectId: 'x' },
  recipient: { id: '28:kompas' },
  conversation: { id: 'chat' },
};
const fromTeams = {
  ...message,
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  channelData: { tenant: { id: 'our-tenant' } },
};

describe('an activity', () => {
  test('passes when it has what we rest on, with everything else it carries', () => {
    const full = { ...message, text: null, locale: 'nl-NL', value: { a: 1 } };
    expect(checkActivity(full, local, anybody)).toEqual({ activity: full });
  });

  test.each(['type', 'id', 'serviceUrl', 'from', 'recipient', 'conversation'])(
    'is malformed without %s',
    (field) => {
      expect(checkActivity({ ...message, [field]: undefined }, local, anybody)).toEqual({ status: 400 });
      expect(checkActivity({ ...message, [field]: null }, local, anybody)).toEqual({ status: 400 });
      expect(checkActivity({ ...message, [field]: '' }, local, anybody)).toEqual({ status: 400 });
      expect(checkActivity({ ...message, [field]: 7 }, local, anybody)).toEqual({ status: 400 });
    },
  );

  test('is malformed without an id of its sender or conversation', () => {
    expect(checkActivity({ ...message, from: {} }, local, anybody)).toEqual({ status: 400 });
    expect(checkActivity({ ...message, conversation: {} }, local, anybody)).toEqual({ status: 400 });
  });

  test.each(['é', '\ud800', 'a\nb', '\u0000', '漢'])(
    'is malformed with an id that fits in no address: %j',
    (id) => {
      for (const change of [{ id }, { from: { id } }, { conversation: { id } }, { recipient: { id } }])
        expect(checkActivity({ ...message, ...change }, local, anybody)).toEqual({ status: 400 });
    },
  );

  test.each([
    ['textFormat', { toString: 7 }],
    ['entities', {}],
    ['attachments', 'one'],
    ['membersAdded', 1],
  ])('is read without its %s when that is something else', (field, value) => {
    const checked = checkActivity({ ...message, [field]: value }, local, anybody);
    expect(checked).toEqual({ activity: message });
  });

  test('that is no object at all is malformed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const answer = checkActivity(value, local, anybody);
        expect(answer).toEqual({ status: 400 });
      }),
    );
  });

  test('of another tenant, or of none, is not served', () => {
    expect(checkActivity(fromTeams, cloud, teams)).toHaveProperty('activity');
    const other = { ...fromTeams, channelData: { tenant: { id: 'theirs' } } };
    expect(checkActivity(other, cloud, teams)).toEqual({ status: 403 });
    expect(checkActivity({ ...fromTeams, channelData: {} }, cloud, teams)).toEqual({ status: 403 });
    expect(checkActivity({ ...fromTeams, channelData: null }, cloud, teams)).toEqual({ status: 403 });
  });

  test('may name its tenant in the conversation instead', () => {
    const { channelData: _, ...rest } = fromTeams;
    const inConversation = { ...rest, conversation: { id: 'chat', tenantId: 'our-tenant' } };
    expect(checkActivity(inConversation, cloud, teams)).toHaveProperty('activity');
  });

  test.each([{}, { id: null }, { id: '' }])('may leave its tenant open in what Teams adds: %j', (tenant) => {
    const open = { ...fromTeams, channelData: { tenant } };
    expect(checkActivity(open, cloud, teams)).toEqual({ status: 403 });
    const inConversation = { ...open, conversation: { id: 'chat', tenantId: 'our-tenant' } };
    expect(checkActivity(inConversation, cloud, teams)).toHaveProperty('activity');
  });

  test('that names two tenants is not served, whichever of them is ours', () => {
    const told = (id: string, tenantId: string) => ({
      ...fromTeams,
      channelData: { tenant: { id } },
      conversation: { id: 'chat', tenantId },
    });
    expect(checkActivity(told('theirs', 'our-tenant'), cloud, teams)).toEqual({ status: 403 });
    expect(checkActivity(told('our-tenant', 'theirs'), cloud, teams)).toEqual({ status: 403 });
    expect(checkActivity(told('our-tenant', 'our-tenant'), cloud, teams)).toHaveProperty('activity');
  });
});

describe('ids of the directory', () => {
  const id = 'ABCDEF12-aaaa-4BBB-8ccc-DDDDEEEEFFFF';
  const lower = id.toLowerCase();

  test('come in lower case from whoever an activity names', () => {
    const change = {
      ...fromTeams,
      from: { id: '29:ABC', aadObjectId: id },
      membersAdded: [{ id: '29:ABC', aadObjectId: id }, { id: '28:Bot' }],
      membersRemoved: [{ id: '29:DEF', aadObjectId: null }, { aadObjectId: id }],
      conversation: { id: '19:ABC', tenantId: id },
      channelData: { tenant: { id }, team: { id: '19:ABC' } },
    };
    expect(checkActivity(change, { local: false, tenantId: id }, teams)).toEqual({
      activity: {
        ...change,
        from: { id: '29:ABC', aadObjectId: lower },
        membersAdded: [{ id: '29:ABC', aadObjectId: lower }, { id: '28:Bot' }],
        membersRemoved: [{ id: '29:DEF', aadObjectId: null }, { aadObjectId: lower }],
        conversation: { id: '19:ABC', tenantId: lower },
        channelData: { tenant: { id: lower }, team: { id: '19:ABC' } },
      },
    });
  });

  test('are read of every account in a list, whatever else stands in it', () => {
    const checked = checkActivity(
      { ...message, membersRemoved: [null, 'ABC', { aadObjectId: 7 }, { id: '29:x' }, { aadObjectId: id }] },
      local,
      anybody,
    );
    expect(checked).toEqual({
      activity: { ...message, membersRemoved: [{ id: '29:x' }, { aadObjectId: lower }] },
    });
  });

  test.each([null, 'ABC', 7, {}])('are not looked for in members that are none: %j', (membersAdded) => {
    const checked = checkActivity({ ...message, membersAdded }, local, anybody);
    expect(checked).toEqual({
      activity: { ...message, ...(membersAdded === null ? { membersAdded } : {}) },
    });
  });

  test.each([
    [id, lower],
    [lower, id],
    [id, id],
  ])('name the same tenant: %s and %s', (ours, told) => {
    const activity = { ...fromTeams, channelData: { tenant: { id: told } } };
    expect(checkActivity(activity, { local: false, tenantId: ours }, teams)).toHaveProperty('activity');
    expect(checkActivity(activity, { local: false, tenantId: `${ours}0` }, teams)).toEqual({ status: 403 });
  });
});

describe('the service that answers go to', () => {
  test.each([
    'https://smba.trafficmanager.net/emea/',
    'https://webchat.botframework.com/',
    'https://smba.infra.gov.teams.microsoft.us/gcch/',
  ])('is Microsoft in the cloud: %s', (url) => {
    expect(isOwnService(url, cloud)).toBe(true);
    expect(isOwnService(url, local)).toBe(false);
  });

  test.each([
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net',
    'https://smba.trafficmanager.net@evil.example/',
    'https://evilbotframework.com/',
    'https://other.trafficmanager.net/',
    'http://127.0.0.1:5000',
    'nonsense',
  ])('is nobody else in the cloud: %s', (url) => {
    expect(isOwnService(url, cloud)).toBe(false);
  });

  test.each(['http://127.0.0.1:5000', 'http://localhost', 'http://[::1]:80/'])(
    'is this machine in local mode: %s',
    (url) => {
      expect(isOwnService(url, local)).toBe(true);
    },
  );

  test.each(['http://127.0.0.1.evil.example', 'http://192.168.1.2', 'http://localhost.evil.example', ''])(
    'is no other machine in local mode: %s',
    (url) => {
      expect(isOwnService(url, local)).toBe(false);
    },
  );
});
