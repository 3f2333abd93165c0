import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  imported,
  inChannel,
  type Somebody,
  somebody,
  startTestBot,
  type TestActivity,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../support/bot.ts';
import { crewOf, pilotOf } from '../support/pilot.ts';

const lead = somebody(70, 'Petra Gracht');
const [amira] = team as [Somebody];
let bot: TestBot;

/** A channel of others, in which the pilot of Petra has its place, and a group chat. */
const channel = (activity: TestActivity): TestActivity => inChannel(activity, 'Iedereen');
const group = (activity: TestActivity): TestActivity => ({
  ...activity,
  conversation: { id: '19:overleg@thread.v2', conversationType: 'groupChat', isGroup: true },
  channelData: {},
});

beforeAll(async () => {
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '1000000' },
    seed: async ({ people, pilots }) => {
      const access = ['projectleider', 'manager', 'afdelingshoofd', 'mandaatbeheerder', 'directie'] as const;
      await people.save([imported(lead, { access: [...access] })]);
      await pilots.add(pilotOf({ id: 'P-1' }), crewOf([lead], [amira]));
    },
  });
});
afterAll(() => bot.stop());

const says = async (put: typeof channel, text: string) =>
  (await bot.hear(put(typed(lead, `<at>Kompas</at> ${text}`)))).filter(({ conversation }) =>
    conversation.startsWith('19:'),
  );
const taps = async (put: typeof channel, who: Somebody, verb: string, data: object) =>
  JSON.stringify((await bot.post(put(tapped(who, verb, data)))).body.value);

/** True when somebody may choose colleagues on what was posted: a list of who works here. */
const listsColleagues = (words: string) =>
  team.filter(({ account, id }) => words.includes(`"${account}"`) || words.includes(`"value":"${id}"`))
    .length > 0;

test.each([
  'nieuwe pilot',
  'nieuwe rolpilot',
  'nieuwe proefweek',
  'nieuwe pilot Mutaties',
  'start een pilot',
])(
  '"%s", typed where others read along, posts no list of colleagues: the form opens in a tap',
  async (text) => {
    for (const put of [channel, group]) {
      const words = wordsOf(await says(put, text));
      expect(words).toContain('pilot.begin');
      expect(listsColleagues(words)).toBe(false);
    }
    expect(listsColleagues(wordsOf(await bot.hear(typed(lead, text))))).toBe(true);
  },
);

test('what was typed with it stands in the form that the tap opens, and others get no form', async () => {
  const words = wordsOf(await says(channel, 'nieuwe proefweek Mutaties in Noord'));
  const data = JSON.parse(/"verb":"pilot.begin","data":(\{[^}]*\})/.exec(words)?.[1] ?? '{}');
  const form = await taps(channel, lead, 'pilot.begin', data);
  expect(form).toContain('"value":"Mutaties in Noord"');
  expect(form).toContain('Nieuwe proefweek');
  expect(listsColleagues(form)).toBe(true);
  expect(await taps(channel, amira, 'pilot.begin', data)).toContain(
    'Alleen een projectleider of leidinggevende',
  );
  const long = wordsOf(await says(channel, `nieuwe pilot ${'é'.repeat(400)}`));
  const sent = JSON.parse(/"verb":"pilot.begin","data":(\{[^}]*\})/.exec(long)?.[1] ?? '{}');
  expect(await taps(channel, lead, 'pilot.begin', sent)).toContain('Hoe heet de pilot: hooguit');
  expect(await taps(channel, lead, 'pilot.begin', { name: '', kind: 'constructor' })).toContain(
    'Nieuwe pilot',
  );
});

test('nothing that anybody can type posts a list of colleagues where others read along', async () => {
  const telling: string[] = [];
  const lines = bot.features.flatMap(({ phrases }) => phrases.map(({ say }) => say));
  expect(lines.length).toBeGreaterThan(60);
  for (const line of lines)
    for (const put of [channel, group])
      if (listsColleagues(wordsOf(await says(put, line)))) telling.push(line);
  expect(telling).toEqual([]);
}, 120_000);
