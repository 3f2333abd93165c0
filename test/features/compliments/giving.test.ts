import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_A_DAY } from '../../../src/features/compliments/index.ts';
import type { Person } from '../../../src/people/person.ts';
import {
  chatOf,
  imported,
  inChannel,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../support/bot.ts';
import { tables } from '../../support/core.ts';

const amira = somebody(1, 'Amira Sol');
const bert = somebody(2, 'Bert de Vries');
const other = somebody(3, 'Bertine Maas');
const gone = somebody(4, 'Cas Weg');
const PRAISE = 'Je legde de controle zo rustig uit.';
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot({ now: '2026-11-25T10:00:00Z' });
  await bot.core.people.save(
    [amira, bert, other, gone].map((who) =>
      imported(who, { reach: 'open', welcomed: true, address: chatOf(who, bot.connector.url) }),
    ),
  );
});
afterEach(() => bot.stop());

const says = async (text: string) => wordsOf(await bot.hear(typed(amira, text)));
const tap = async (verb: string, data: object = {}, who = amira) =>
  JSON.stringify((await bot.post(tapped(who, verb, data))).body.value);
const give = (to = bert, text = PRAISE, who = amira) => tap('compliment.send', { to: to.upn, text }, who);
/** What came in somebody's own chat. */
const arrived = (who = bert) =>
  bot.connector.sent.filter(({ conversation }) => conversation === `chat-${who.id}`);
const change = (who: typeof bert, what: Partial<Person>) =>
  bot.core.people.change('objecten-west', who.id, (now) => ({ ...now, ...what }));

describe('a compliment for a colleague', () => {
  test('is shown before it goes, for whom and what, and goes at a tap with the name of who gives it', async () => {
    expect(await says('compliment voor Bert de Vries')).toContain(bert.upn);
    const preview = await tap('compliment.preview', { to: bert.upn, text: PRAISE });
    expect(preview).toContain('Voor Bert de Vries:');
    expect(preview).toContain(PRAISE);
    expect(preview).toContain('compliment.send');
    expect(arrived()).toEqual([]);
    expect(await give()).toContain('Je compliment is verstuurd');
    expect(arrived()).toHaveLength(1);
    const words = wordsOf(arrived());
    expect(words).toContain(PRAISE);
    expect(words).toContain('Van Amira Sol');
    expect(arrived(other)).toEqual([]);
  });

  test.each([
    ['half an emoji', '\ud800'],
    ['an address with half an emoji', `bert\udfff@gemeente.example`],
    ['control characters', '\u0000\u0007'],
    ['a line end', '\n'],
  ])('for %s, which no card of ours carries, is for nobody, and the words stay', async (_what, to) => {
    const answer = await tap('compliment.send', { to, text: PRAISE });
    expect(answer).toContain(PRAISE);
    expect(answer).not.toContain('Dit lukte niet');
    expect(bot.connector.sent).toEqual([]);
  });

  test('can be changed or left after the preview', async () => {
    expect(await tap('compliment.form', { to: bert.upn, text: PRAISE })).toContain(PRAISE);
    expect(await tap('compliment.cancel')).toContain('ik verstuur niets');
    expect(arrived()).toEqual([]);
  });

  test.each(['compliment', 'geef een compliment', 'Ik wil een compliment geven'])(
    '"%s" opens the form',
    async (text) => {
      const words = await says(text);
      expect(words).toContain('Een compliment voor een collega');
      expect(words).toContain('Bert de Vries');
    },
  );

  test.each([
    ['compliment voor bert de vreis', 'Bert de Vries'],
    ['Compliment aan Bertine', 'Bertine Maas'],
    ['complimentje voor Cas!', 'Cas Weg'],
    ['compliment voor Bertine Maas omdat ze meedacht', 'omdat ze meedacht'],
    ['compliment voor cas: goed gedaan', 'goed gedaan'],
  ])('"%s" finds the colleague, a slip forgiven, and takes along what was said', async (text, words) => {
    const card = await says(text);
    expect(card).toContain(words);
    expect(card).not.toContain('vind ik geen collega');
  });

  test('asks who is meant where several are', async () => {
    const words = await says('compliment voor Bert');
    expect(words).toContain('Kies wie je bedoelt');
    for (const name of ['Bert de Vries', 'Bertine Maas']) expect(words).toContain(name);
    expect(words).not.toContain('Cas Weg');
  });

  test('is not for oneself, and not for who is not there', async () => {
    for (const name of ['Amira', 'Wilhelmina'])
      expect(await says(`compliment voor ${name}`)).toContain('vind ik geen collega');
    expect(await give(amira)).toContain('Dit kan ik nu niet bezorgen');
    expect(arrived(amira).filter((sent) => wordsOf([sent]).includes('Van Amira'))).toEqual([]);
  });

  test.each([
    ['no colleague', { to: '', text: PRAISE }, 'Kies voor wie het is.'],
    ['no words', { to: bert.upn, text: '  ' }, 'Schrijf wat je wilt zeggen.'],
    ['too many words', { to: bert.upn, text: 'x'.repeat(301) }, 'hooguit 300 tekens'],
  ])('with %s the form comes back with what is wrong', async (_what, data, problem) => {
    expect(await tap('compliment.preview', data)).toContain(problem);
  });

  test('that is too long is not sent, whatever a card says', async () => {
    expect(await give(bert, 'x'.repeat(400))).toContain('hooguit 300 tekens');
    expect(arrived()).toEqual([]);
  });

  test('is shown as it was typed: Markdown, mentions and templates mean nothing', async () => {
    const nasty = '**Vet** <at>Iedereen</at> ${name} [klik](https://x.example)';
    await give(bert, nasty);
    const [card] = arrived().map(({ activity }) => activity.attachments?.[0]?.content);
    const runs = JSON.stringify(card).match(/"type":"TextRun","text":"“\*\*Vet/g);
    expect(runs).toHaveLength(1);
    expect(JSON.stringify(arrived().map(({ activity }) => activity.text))).not.toContain('Vet');
  });

  test('is given in the own chat only', async () => {
    const answer = await bot.post(
      inChannel(tapped(amira, 'compliment.send', { to: bert.upn, text: PRAISE })),
    );
    expect(JSON.stringify(answer.body)).not.toContain('verstuurd');
    expect(arrived()).toEqual([]);
  });

  test('leaves nothing behind: no row, and no word or name in the log', async () => {
    const names = tables.map(({ name }) => name);
    const before = await bot.rows(...names);
    await tap('compliment.preview', { to: bert.upn, text: PRAISE });
    await give();
    expect(await bot.rows(...names)).toEqual(before);
    const log = bot.lines.join('\n');
    for (const trace of [PRAISE, 'Bert de Vries', bert.upn, amira.upn, bert.account, amira.account])
      expect(log).not.toContain(trace);
  });
});

describe('a colleague who cannot have one now', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['is away', () => change(bert, { absentFrom: '2026-11-25', absentUntil: '2026-11-26' })],
    ['does not work today', () => change(bert, { workdays: ['ma'] })],
    ['blocked Kompas', () => change(bert, { reach: 'blocked' })],
    ['never opened it', () => change(bert, { reach: 'none', address: undefined })],
    ['left', () => change(bert, { removed: '2026-11-24' })],
    ['erased themselves', () => bot.core.people.drop('objecten-west', bert.id)],
    ['erased themselves and is in the file again', () => bot.core.silence.keep(bert.account)],
    [
      'is at home at this hour',
      async () => {
        bot.clock.now = bot.clock.now.add({ hours: 9 });
      },
    ],
    [
      'has a day off, as everybody',
      () => bot.core.settings.changeMunicipality((now) => ({ ...now, closures: ['2026-11-25'] })),
    ],
  ])('%s: the giver reads the same, and not why', async (_why, makeSo) => {
    await makeSo();
    const words = await give();
    expect(words).toContain('Dit kan ik nu niet bezorgen');
    expect(words).toContain(PRAISE);
    expect(words).not.toMatch(/afwezig|vrij|gewist|geblokkeerd|weg\b/i);
    expect(arrived()).toEqual([]);
  });

  test('reads the same when Teams refuses it', async () => {
    bot.connector.behave({ do: 'answer', status: 403, code: 'ConversationBlockedByUser' }, `chat-${bert.id}`);
    expect(await give()).toContain('Dit kan ik nu niet bezorgen');
  });
});

describe('who gives very many', () => {
  test('is stopped after some a day, whoever they are for; somebody else is not', async () => {
    for (let n = 0; n < MOST_A_DAY; n += 1)
      expect(await give(bert, `${PRAISE} ${n}`)).toContain('is verstuurd');
    expect(await give(bert, 'En nog een.')).toContain('al een paar complimenten');
    expect(await give(other, 'En nog een.')).toContain('al een paar complimenten');
    expect(arrived()).toHaveLength(MOST_A_DAY);
    expect(await give(bert, PRAISE, other)).toContain('is verstuurd');
  });

  test('learns nothing any more of whether a colleague is there', async () => {
    for (let n = 0; n < MOST_A_DAY; n += 1) await give(bert, `${PRAISE} ${n}`);
    const there = await give(other);
    await change(other, { absentFrom: '2026-11-25', absentUntil: '2026-11-26' });
    expect(await give(other)).toBe(there);
    await change(other, { reach: 'blocked', absentFrom: undefined, absentUntil: undefined });
    expect(await give(other)).toBe(there);
    await bot.core.people.drop('objecten-west', other.id);
    expect(await give(other)).toBe(there);
  });

  test('has one fewer left for who blocked Kompas, as for who is away', async () => {
    bot.connector.behave({ do: 'answer', status: 403, code: 'ConversationBlockedByUser' }, `chat-${bert.id}`);
    for (let n = 0; n < MOST_A_DAY; n += 1)
      expect(await give(bert, `${PRAISE} ${n}`)).toContain('nu niet bezorgen');
    expect(await give(bert, 'En nog een.')).toContain('al een paar complimenten');
  });

  test('has one fewer left for who could not have one: asking all day tells nothing either', async () => {
    await change(bert, { absentFrom: '2026-11-25', absentUntil: '2026-11-26' });
    for (let n = 0; n < MOST_A_DAY; n += 1) expect(await give(bert)).toContain('nu niet bezorgen');
    expect(await give(other)).toContain('al een paar complimenten');
  });

  test('sends one when they tap twice', async () => {
    await Promise.all([give(), give()]);
    expect(arrived()).toHaveLength(1);
  });
});
