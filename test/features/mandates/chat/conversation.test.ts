import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  imported,
  inChannel,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { demoRegister } from '../registers.ts';

const asker = somebody(2, 'Karim Dijk');
const chantal = somebody(3, 'Chantal Duin');
const driss = somebody(4, 'Driss Haven');
const keeper = somebody(5, 'Noud Kreek');
const stranger = somebody(99);
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot();
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([
    imported(asker),
    imported(chantal, { absentFrom: '2026-11-24', absentUntil: '2026-12-01' }),
    imported(driss),
    imported(keeper, { access: ['mandaatbeheerder'] }),
    imported(somebody(31, 'Lotte Vaart')),
    imported(somebody(32, 'Lotte Vaart')),
  ]);
});
afterAll(() => bot.stop());

const say = async (text: string, who = asker) => wordsOf(await bot.hear(typed(who, text)));
// biome-ignore lint/suspicious/noExplicitAny: a card as JSON; each test looks at other parts of it.
const tap = async (verb: string, data: object, who = asker): Promise<any> =>
  (await bot.post(tapped(who, verb, data))).body.value;
const question = { kind: 'who', activity: 'valideren', registration: 'BAG', date: '2026-11-25' };

describe('a question in the chat', () => {
  test('is answered with the holder, the basis and who settles a dispute', async () => {
    const words = await say('Wie verwerkt BAG in Charlois?');
    for (const part of ['Bert Kade', 'Mandaatbesluit 2026, art. 4', 'Bij een geschil', 'Gijs Toren'])
      expect(words).toContain(part);
  });

  test('names the deputy first when the holder is away today, without saying why', async () => {
    const words = await say('wie valideert BAG in Delfshaven?');
    expect(words).toContain('Chantal Duin is vandaag niet beschikbaar. Driss Haven vervangt.');
    expect(words).toContain('Chat met Driss');
    expect(words).not.toContain('Chat met Chantal');
    expect(words).not.toMatch(/ziek|vakantie|verlof/);
  });

  test('about another day does not speak of who is away today', async () => {
    const words = await say('wie valideert BAG in Delfshaven op 1 maart 2026?');
    expect(words).toContain('Chat met Chantal');
    expect(words).not.toContain('niet beschikbaar');
  });

  test('with "mag ik" is about whoever asks', async () => {
    expect(await say('mag ik BGT verwerken in Kralingen-Crooswijk?')).toContain('"Ja"');
    expect(await say('mag ik BAG verwerken in Delfshaven?')).toContain('"Nee"');
    expect(await say('mag ik mijn eigen mutatie valideren?')).toContain('Niemand valideert');
  });

  test('of somebody whose name another has too is not answered about either', async () => {
    await bot.core.people.save([
      imported(somebody(31, 'Lotte Vaart')),
      imported(somebody(32, 'Lotte Vaart')),
    ]);
    const words = await say('mag ik BGT goedkeuren in Kralingen-Crooswijk?', somebody(31, 'Lotte Vaart'));
    expect(words).not.toContain('"Ja"');
    expect(await say('mijn mandaten', somebody(31, 'Lotte Vaart'))).toContain('nog iemand met jouw naam');
  });

  test('that nothing is recorded about names the mandaatbeheerder', async () => {
    const words = await say('wie valideert BRK in Delfshaven?');
    expect(words).toContain('Niet vastgelegd');
    expect(words).toContain('Noud Kreek');
    expect(words).toContain('Meld dit gat');
  });

  test('works for somebody whom nobody added', async () => {
    expect(await say('wie verwerkt BAG in Charlois?', stranger)).toContain('Bert Kade');
  });

  test.each(['wie keurt mijn verlof goed?', '🙂🙂', 'wie', "'; DROP TABLE register; --"])(
    '"%s" is no question about mandates',
    async (text) => {
      expect(await say(text)).toContain('Dat begrijp ik niet');
    },
  );

  test('of ten thousand characters ends well', async () => {
    expect(await say(`wie valideert BAG in Charlois ${'bla '.repeat(2_500)}`)).toContain('Eefje Polder');
  });

  test('in a channel is answered there, without the mention', async () => {
    const [sent] = await bot.hear(inChannel(typed(asker, '<at>Kompas</at> wie verwerkt BAG in Charlois?')));
    expect(sent?.conversation).toBe('19:channel');
    expect(wordsOf(sent ? [sent] : [])).toContain('Bert Kade');
  });

  test('stands in no log', async () => {
    await say('wie verwerkt BAG in Charlois?');
    expect(bot.lines.join('')).not.toMatch(/Charlois|Bert Kade/);
  });

  test('costs point reads only: who asks, and the pointer of the register', async () => {
    await say('wie verwerkt BAG in Charlois?');
    const before = bot.requests.length;
    await say('wie verwerkt BAG in Charlois?');
    const made = bot.requests.slice(before).filter(({ url }) => !url.includes('deliveries'));
    expect(made.map(({ method }) => method)).toEqual(Array(made.length).fill('GET'));
    expect(made.length).toBeLessThanOrEqual(5);
  });
});

describe('a correction by button', () => {
  test('changes the wijk and nothing else', async () => {
    const charlois = demoRegister().areas.find(({ name }) => name === 'Charlois')?.code;
    const card = JSON.stringify(await tap('mandates.correct', { question, area: charlois }));
    expect(card).toContain('Wie · valideren · BAG · Charlois · vandaag');
    expect(card).toContain('Eefje Polder');
  });

  test('changes the day', async () => {
    const charlois = demoRegister().areas.find(({ name }) => name === 'Charlois')?.code;
    const asked = { ...question, area: charlois };
    const card = JSON.stringify(await tap('mandates.correct', { question: asked, date: '2026-03-01' }));
    expect(card).toContain('1 maart 2026');
    expect(card).toContain('Driss Haven');
  });

  test('takes the registration out', async () => {
    const card = JSON.stringify(await tap('mandates.correct', { question, registration: '*' }));
    expect(card).toContain('Dit verschilt per registratie');
  });

  test('with a place that nobody knows asks again, and does not repeat what was typed', async () => {
    const card = JSON.stringify(await tap('mandates.correct', { question, areaName: '[x](http://evil)' }));
    expect(card).toContain('Dat gebied ken ik niet');
    expect(card).not.toContain('evil');
  });

  test.each([
    [{ question: { ...question, date: '2026-02-30' } }],
    [{ question: { ...question, kind: 'delete' } }],
    [{ question: 'who' }],
    [{}],
  ])('with %j is refused without harm', async (data) => {
    expect(JSON.stringify(await tap('mandates.correct', data))).toContain('Deze kaart werkt niet meer');
  });
});

describe('a gap that was reported', () => {
  test('is counted, without who asked', async () => {
    const gap = { activity: 'valideren', registration: 'BRK', area: '' };
    await tap('mandates.gap', gap);
    await tap('mandates.gap', gap, driss);
    expect(await bot.core.gaps.all()).toMatchObject([{ ...gap, count: 2 }]);
    const { mandategaps = [] } = await bot.rows('mandategaps');
    const rows = JSON.stringify(mandategaps);
    for (const { account, name, id } of [asker, driss])
      for (const trace of [account, name, `"${id}"`]) expect(rows).not.toContain(trace);
  });
});

describe('a gap that no card of ours reports', () => {
  const gap = { activity: 'valideren', registration: 'BRK', area: '' };

  test.each([
    { activity: 'Jan is altijd ziek' },
    { activity: 'constructor' },
    { registration: 'Jan is altijd ziek' },
    { area: 'Jan is altijd ziek' },
    { area: 'Charlois' },
  ])('is not counted: %j', async (change) => {
    const before = await bot.core.gaps.all();
    const card = JSON.stringify(await tap('mandates.gap', { ...gap, ...change }));
    expect(card).toContain('Deze kaart werkt niet meer');
    expect(await bot.core.gaps.all()).toEqual(before);
  });

  test('is counted for an area, an own activity and no registration', async () => {
    const { lookup } = await bot.core.register.current();
    const own = { activity: lookup.activities[0], registration: '', area: lookup.roots[0] };
    expect(JSON.stringify(await tap('mandates.gap', own))).toContain('Gemeld');
    expect(await bot.core.gaps.all()).toContainEqual(expect.objectContaining(own));
  });
});

describe('the message box', () => {
  const search = async (text: string, who = asker) =>
    (
      await bot.post({
        ...tapped(who, '', {}),
        name: 'composeExtension/query',
        value: { commandId: 'mandaat', parameters: [{ name: 'vraag', value: text }] },
      })
    ).body.composeExtension;

  test('previews an answer and brings a card without buttons that need us', async () => {
    const { type, attachments } = await search('wie verwerkt BAG in Charlois?');
    expect(type).toBe('result');
    expect(attachments[0].preview.content.title).toBe('Bert Kade');
    const card = JSON.stringify(attachments[0].content);
    expect(card).toContain('Bert Kade');
    expect(card).not.toContain('Action.Execute');
  });

  test('gives each reading of a question with more than one', async () => {
    const { attachments } = await search('wie valideert?');
    expect(attachments.length).toBeGreaterThan(1);
  });

  test('explains itself while nothing was asked', async () => {
    expect(await search('')).toMatchObject({ type: 'message' });
    expect(await search('hallo daar')).toMatchObject({ type: 'message' });
  });

  test('refuses a command that is not ours', async () => {
    const answer = await bot.post({
      ...tapped(asker, '', {}),
      name: 'composeExtension/query',
      value: { commandId: 'iets', parameters: [] },
    });
    expect(answer.status).toBe(400);
  });
});
