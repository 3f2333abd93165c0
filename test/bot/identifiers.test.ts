import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  imported,
  inChannel,
  installation,
  manager,
  members,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
} from '../support/bot.ts';
import { type BotFramework, startBotFramework } from '../support/bot-framework.ts';
import { secret } from '../support/secret.ts';

const SERVICE = 'https://smba.trafficmanager.net/emea/';
const appId = 'a1b2c3d4-e5f6-4a7b-8c9d-aabbccddeeff';
const tenant = 'ffeeddcc-bbaa-4d9c-8b7a-6f5e4d3c2b1a';
const upper = (text: string) => text.toUpperCase();
const lower = (text: string) => text.toLowerCase();

/** Colleagues whose directory ids have letters in them. */
const withLetters = (n: number): Somebody => ({
  ...somebody(n),
  account: `abcdef${n}-aaaa-4bbb-8ccc-ddddeeeeffff`,
});
const [bram, admin, kees] = [withLetters(11), withLetters(12), withLetters(13)];
/** Somebody as Teams tells of them in that form of their id. */
const as = (form: (text: string) => string, who: Somebody) => ({ ...who, account: form(who.account) });

const cloud = {
  KOMPAS_LOCAL: 'false',
  STORAGE_ACCOUNT: 'unused',
  PUBLIC_URL: 'https://kompas.example',
  KOMPAS_SECRET: secret,
};

let framework: BotFramework;
beforeAll(async () => {
  framework = await startBotFramework();
});
afterAll(() => framework.stop());

function startBot(form: (text: string) => string): Promise<TestBot> {
  return startTestBot({
    botFramework: framework.url,
    seed: async ({ people }) => {
      await people.save([imported(bram), imported(kees)]);
    },
    env: {
      ...cloud,
      BOT_APP_ID: form(appId),
      BOT_TENANT_ID: form(tenant),
      KOMPAS_ADMINISTRATORS: `${form(admin.account)}, ${form(kees.account)}`,
    },
  });
}

/** A tap, as Teams sends it with ids in a form of its own. */
async function tap(
  bot: TestBot,
  who: Somebody,
  verb: string,
  data: object,
  form: { tenant?: string; aud?: string; inConversation?: boolean } = {},
) {
  const { tenant: tenantId = tenant, aud = appId, inConversation } = form;
  const activity = tapped(who, verb, data);
  return bot.post(
    {
      ...activity,
      serviceUrl: SERVICE,
      ...(inConversation
        ? { conversation: { ...(activity.conversation as object), tenantId } }
        : { channelData: { tenant: { id: tenantId } } }),
    },
    { authorization: framework.authorization({ aud, serviceUrl: SERVICE }) },
  );
}

const settingsOf = (bot: TestBot, who: Somebody, form: object = {}) =>
  tap(bot, who, 'help.say', { text: 'instellingen' }, form);

describe.each([
  ['in capitals', upper],
  ['in lower case', lower],
] as const)('a bot whose ids are configured %s', (_, configured) => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startBot(configured);
  });
  afterAll(() => bot.stop());

  test.each([
    ['lower case', lower],
    ['capitals', upper],
  ] as const)('serves its own tenant, told in %s', async (_, told) => {
    expect((await settingsOf(bot, bram, { tenant: told(tenant) })).status).toBe(200);
    expect((await settingsOf(bot, bram, { tenant: told(tenant), inConversation: true })).status).toBe(200);
  });

  test.each([
    ['lower case', lower],
    ['capitals', upper],
  ] as const)('takes a token that names its app in %s', async (_, told) => {
    expect((await settingsOf(bot, bram, { aud: told(appId) })).status).toBe(200);
  });

  test('takes no token for another app, and serves no other tenant', async () => {
    const another = upper('0f0f0f0f-e5f6-4a7b-8c9d-aabbccddeeff');
    expect((await settingsOf(bot, bram, { aud: another })).status).toBe(401);
    expect((await settingsOf(bot, bram, { tenant: another })).status).toBe(403);
  });

  test.each([
    ['lower case', lower],
    ['capitals', upper],
  ] as const)('knows its administrators, told in %s', async (_, told) => {
    for (const who of [admin, kees]) {
      const answer = await settingsOf(bot, as(told, who));
      expect(answer.text).toMatch(/De instellingen van Kompas|Er is nog iets nodig voor de check-ins/);
    }
    expect((await settingsOf(bot, as(told, bram))).text).toContain('voor beheerders');
  });
});

describe('somebody whose id comes in capitals one time and in lower case the next', () => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startBot(upper);
  });
  afterAll(() => bot.stop());

  test('is one person with one answer', async () => {
    const answer = (form: (text: string) => string, score: number) =>
      tap(bot, as(form, bram), 'checkin.answer', { period: '2026-W48', score });
    for (const [form, score] of [
      [upper, 4],
      [lower, 2],
      [upper, 5],
    ] as const)
      expect((await answer(form, score)).status).toBe(200);
    const { answers = [] } = await bot.rows('answers');
    expect(answers.map(({ row }) => row[0]).sort()).toEqual(['p', 'w']);
    expect(answers.map(({ value }) => value.score)).toEqual([5, 5]);
  });
});

describe.each([
  ['an event in capitals and a roster in lower case', upper, lower],
  ['an event in lower case and a roster in capitals', lower, upper],
] as const)('with %s', (_, told, listed) => {
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot({
      now: '2026-11-28T11:00:00Z',
      seed: ({ people }) => people.save([imported(bram, { directoryId: undefined }), imported(kees)]),
    });
    bot.connector.roster.push(as(listed, bram), as(listed, kees));
  });
  afterAll(() => bot.stop());

  const row = async (who: Somebody) =>
    (await bot.core.people.members('objecten-west')).filter(({ upn }) => upn === who.upn);

  test('somebody from the file is bound to their account at the install', async () => {
    await bot.hear(installation(as(told, bram), 'add'));
    expect(await row(bram)).toMatchObject([{ id: bram.id, directoryId: bram.account, reach: 'open' }]);
  });

  test('somebody who is in a team already does not join it again, and leaves it once', async () => {
    await bot.hear(inChannel(members(manager, 'membersAdded')));
    await bot.hear(inChannel(members(manager, 'membersAdded', [as(told, kees)])));
    expect(await row(kees)).toMatchObject([{ id: kees.id, directoryId: kees.account }]);
    bot.connector.roster = bot.connector.roster.filter(({ user }) => user !== kees.user);
    await bot.hear(inChannel(members(manager, 'membersRemoved', [as(told, kees)])));
    expect(await row(kees)).toMatchObject([{ id: kees.id, removed: '2026-11-28' }]);
  });
});
