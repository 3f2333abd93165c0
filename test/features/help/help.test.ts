import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rightsListed } from '../../../src/people/access.ts';
import {
  imported,
  inChannel,
  manager,
  type Sent,
  type Somebody,
  somebody,
  startTestBot,
  type TestActivity,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../support/bot.ts';

const amira = somebody(1);
/** In a group chat. */
const inGroup = (activity: TestActivity): TestActivity => ({
  ...activity,
  conversation: { id: '19:groep@thread.v2', conversationType: 'groupChat', isGroup: true },
});
const keeper = somebody(41);
const administrator = somebody(42);
const first = somebody(43);
const stranger = somebody(99);
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({
    env: { KOMPAS_ADMINISTRATORS: first.account },
    seed: ({ people }) =>
      people.save([
        imported(keeper, { access: ['mandaatbeheerder'] }),
        imported(administrator, { access: ['beheerder'] }),
      ]),
  });
});
afterAll(() => bot.stop());

const special = ['beheer', 'nieuw mandaat', 'voorstellen', 'mandaatcontrole', 'bezetting'];
const shownTo = async (who: Somebody) => {
  const words = wordsOf(await bot.hear(typed(who, 'help')));
  expect(words).toContain('"text":"vergeet mij"');
  return special.filter((say) => words.includes(`"text":"${say}"`));
};

test.each<[string, Somebody, string[]]>([
  ['an employee', amira, []],
  ['somebody whom nobody added', stranger, []],
  ['a manager', manager, ['bezetting']],
  ['a mandaatbeheerder', keeper, ['nieuw mandaat', 'voorstellen', 'mandaatcontrole', 'bezetting']],
  ['an administrator', administrator, ['beheer']],
  ['a first administrator, who is in no file', first, ['beheer']],
])('%s sees in the help what they may use', async (_who, who, says) => {
  expect((await shownTo(who)).sort()).toEqual([...says].sort());
});

interface Part {
  id?: string;
  type?: string;
  isVisible?: boolean;
  items?: Part[];
  actions?: { title: string; targetElements: string[] }[];
}

test('what fits most stands first, and all is behind one button, under headings that open at a tap, the help itself last', async () => {
  const [sent] = await bot.hear(typed(manager, 'help'));
  const content = sent?.activity.attachments?.[0]?.content as { body?: Part[] } | undefined;
  const body = content?.body ?? [];
  const [open] = body.flatMap(({ actions = [] }) => actions);
  const all = body.find(({ id }) => id !== undefined && open?.targetElements.includes(id));
  expect(all?.isVisible).toBe(false);
  const headings = (all?.items ?? []).map(({ items = [] }) => items[0]?.actions?.[0]);
  const lists = (all?.items ?? []).map(({ items = [] }) => items[1]);
  expect(headings.map((heading) => heading?.title)).toEqual([
    expect.stringMatching(/^Hoe zit je erbij\? \(\d+\)$/),
    ...Array.from({ length: headings.length - 2 }, () => expect.any(String)),
    'Verder (3)',
  ]);
  expect(headings.map((heading) => heading?.targetElements)).toEqual(lists.map((list) => [list?.id]));
  expect(lists.filter((list) => list?.isVisible !== false)).toEqual([]);
  const first = JSON.stringify(body.filter((part) => part !== all));
  for (const say of ['van mij', 'check-in', 'wie valideert BAG?']) expect(first).toContain(`"text":"${say}"`);
});

test('whoever is in no pilot reads nothing of what can be done in one', async () => {
  const words = wordsOf(await bot.hear(typed(amira, 'help')));
  for (const say of ['standup', 'demo']) expect(words).not.toContain(`"text":"${say}"`);
  // A retro is for every team.
  expect(words).toContain('"text":"retro"');
});

test('in a channel nobody sees from the help which rights somebody has', async () => {
  const help = async (who: Somebody) => wordsOf(await bot.hear(inChannel(typed(who, 'help'))));
  expect(await help(administrator)).toBe(await help(amira));
});

/** What the buttons on a help card say for who taps them. */
const offered = (sent: readonly Sent[]): string[] => [
  ...new Set(
    [...wordsOf(sent).matchAll(/"verb":"help\.say","data":\{"text":"([^"]+)"/g)].map(([, say = '']) => say),
  ),
];

test.each<[string, TestActivity]>([
  ['a channel', inChannel(typed(amira, 'help'))],
  ['a group', inGroup(typed(amira, 'help'))],
])('in %s it offers what can be done there, and says where the rest is', async (_place, asked) => {
  const sent = await bot.hear(asked);
  const says = offered(sent);
  for (const say of ['teamdialoog', 'afspraken', 'stand-up', 'wie is mandaatbeheerder'])
    expect(says).toContain(say);
  for (const say of ['check-in', 'mijn gegevens', 'signaal']) expect(says).not.toContain(say);
  expect(wordsOf(sent)).toContain('In je eigen chat met mij kan meer');
  const { conversation, channelData } = asked;
  for (const text of says) {
    const tap = { ...tapped(amira, 'help.say', { text }), conversation, channelData };
    const words = JSON.stringify((await bot.post(tap)).body.value);
    expect(words, text).not.toMatch(/Dit doe je in|Dat begrijp ik niet|Dit lukte niet/);
  }
});

test('in the own chat it offers everything, and points nowhere else', async () => {
  const sent = await bot.hear(typed(amira, 'help'));
  for (const say of ['check-in', 'mijn gegevens', 'signaal', 'teamdialoog'])
    expect(offered(sent)).toContain(say);
  expect(wordsOf(sent)).not.toContain('In je eigen chat met mij kan meer');
});

test('an example of a question about mandates stands in it, and is understood as one', async () => {
  const words = wordsOf(await bot.hear(typed(amira, 'help')));
  const examples = bot.features.flatMap((feature) => feature.examples ?? []);
  expect(examples.length).toBeGreaterThan(0);
  for (const { say } of examples) {
    expect(words).toContain(`"text":"${say}"`);
    expect(wordsOf(await bot.hear(typed(amira, say)))).not.toContain('Dat begrijp ik niet');
  }
});

test('what is for some is said without naming them in front', () => {
  const phrases = bot.features.flatMap((feature) => feature.phrases);
  expect(phrases.filter(({ title }) => title.startsWith('Voor '))).toEqual([]);
  expect(phrases.filter(({ needs }) => rightsListed(needs)).length).toBeGreaterThanOrEqual(special.length);
});

describe('who asks whether somebody reads along', () => {
  const there = 'Iedereen hier leest mee';

  test.each([
    'leest er iemand mee?',
    'leest mijn chef mee?',
    'kan iemand zien wat ik hier vraag?',
    'wie ziet wat ik hier typ?',
    'wie leest deze chat',
  ])('hears in a channel and in a group chat that everybody there does: %s', async (question) => {
    for (const place of [inChannel, inGroup]) {
      const words = wordsOf(await bot.hear(place(typed(amira, question))));
      expect(words).toContain(there);
      expect(words).not.toContain('niemand zien');
    }
    const alone = wordsOf(await bot.hear(typed(amira, question)));
    expect(alone).toContain('niemand zien');
    expect(alone).not.toContain(there);
  });

  test.each(['kan mijn baas dit lezen?', 'wie leest dit?', 'is dit anoniem?', 'who can read this?'])(
    'of a card hears it in the own chat, also when they asked elsewhere: %s',
    async (question) => {
      await bot.hear(typed(amira, 'help'));
      for (const place of [inChannel, inGroup])
        expect(wordsOf(await bot.hear(place(typed(amira, question))))).not.toContain('wat je hier typt');
    },
  );
});
