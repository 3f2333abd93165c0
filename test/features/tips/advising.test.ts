import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { builtInTips } from '../../../src/features/tips/content/index.ts';
import {
  aboutPeople,
  chatOf,
  imported,
  manager,
  startTestBot,
  type TestBot,
  tapped,
  team,
  typed,
  wordsOf,
} from '../../support/bot.ts';

const [amira] = team as [(typeof team)[number]];
const TODAY = '2026-11-25';
const PERIOD = '2026-W48';
let bot: TestBot;

beforeEach(async () => {
  bot = await startTestBot();
});
afterEach(() => bot.stop());

interface CardElement {
  actions?: { verb: string; title: string; data: Record<string, unknown> }[];
  body?: CardElement[];
  items?: CardElement[];
}

/** Taps as somebody; gives the words on the card that comes back, and its buttons. */
async function tap(verb: string, data: object = {}, who = amira) {
  const { body } = await bot.post(tapped(who, verb, data));
  const card = body.value as CardElement;
  const buttons: NonNullable<CardElement['actions']> = [];
  const walk = (element: CardElement) => {
    buttons.push(...(element.actions ?? []));
    for (const child of [...(element.body ?? []), ...(element.items ?? [])]) walk(child);
  };
  walk(card);
  return { words: JSON.stringify(card), buttons, titles: buttons.map(({ title }) => title) };
}

/** The tip that a card shows, by its text. */
const tipOn = (words: string) =>
  builtInTips.find(({ why }) => words.includes(JSON.stringify(why).slice(1, -1)));
const seen = async (who = amira) => await bot.core.tips.history(who.account);
const helpful = async () =>
  (await bot.rows('helpfultips')).helpfultips?.map(({ row, value }) => [row, value.helpful]);

describe('asking for a tip', () => {
  test('typed, it is not in the stored message; it is on the card after a tap', async () => {
    const sent = await bot.hear(typed(amira, 'tip'));
    expect(wordsOf(sent)).toContain('Er is een tip voor je');
    expect(tipOn(wordsOf(sent))).toBeUndefined();
    const { words } = await tap('tips.show');
    expect(tipOn(words)).toBeDefined();
  });

  test('in a channel, it goes to the own chat', async () => {
    await bot.core.people.change('objecten-west', amira.id, (person) => ({
      ...person,
      reach: 'open' as const,
      address: chatOf(amira, bot.connector.url),
    }));
    const sent = await bot.hear({
      ...typed(amira, 'tip'),
      conversation: { id: '19:x', conversationType: 'channel' },
    });
    expect(sent.map(({ conversation }) => conversation).sort()).toEqual(['19:x', 'chat-p1']);
    expect(wordsOf(sent.filter(({ conversation }) => conversation === '19:x'))).not.toContain('tip');
  });

  test('twice gives the same one, as long as nothing was said about it', async () => {
    const first = tipOn((await tap('tips.show')).words);
    const second = tipOn((await tap('tips.show')).words);
    expect(second).toBe(first);
    expect(await seen()).toEqual([{ tip: first?.id, day: TODAY }]);
  });

  test('gives another one on "andere tip"', async () => {
    const first = tipOn((await tap('tips.show')).words);
    const other = tipOn((await tap('tips.next')).words);
    expect(other).toBeDefined();
    expect(other).not.toBe(first);
    expect(tipOn((await tap('tips.show')).words)).toBe(other);
  });

  test('fits the step, the role and the style', async () => {
    const { municipality } = await bot.core.readSettings();
    await bot.core.settings.changeMunicipality(() => ({ ...municipality, step: 6 }));
    await tap('personas.choose', { persona: 'sanne' });
    expect(tipOn((await tap('tips.show')).words)).toMatchObject({ persona: 'sanne', step: 6 });
    await bot.core.people.save([imported(amira, { role: 'Objectregisseur' })]);
    await tap('personas.clear');
    expect(tipOn((await tap('tips.next')).words)).toMatchObject({ role: 'Objectregisseur', step: 6 });
  });

  test('gives a manager a tip for managers', async () => {
    expect(tipOn((await tap('tips.show', {}, manager)).words)?.for).toBe('manager');
    expect(tipOn((await tap('tips.show')).words)?.for).toBe('employee');
  });
});

describe('saying what one thinks of a tip', () => {
  const react = (tip: string | undefined, how: string) => tap('tips.react', { tip, how, period: '' });
  let tip: string | undefined;
  beforeEach(async () => {
    tip = tipOn((await tap('tips.show')).words)?.id;
  });

  test('"helpt" counts once, however often it is tapped, and stores nothing about who', async () => {
    await Promise.all([react(tip, 'helps'), react(tip, 'helps')]);
    await react(tip, 'helps');
    expect(await helpful()).toEqual([[tip, 1]]);
    expect(await seen()).toEqual([{ tip, day: TODAY, done: true }]);
  });

  test('"helpt" of many at once loses none', async () => {
    const others = team.slice(1, 8);
    for (const { account } of others) await bot.core.tips.show(account, tip ?? '', TODAY);
    await Promise.all(others.map((who) => tap('tips.react', { tip, how: 'helps' }, who)));
    expect(await helpful()).toEqual([[tip, others.length]]);
  });

  test('"helpt" on a tip that was never shown, as on a forged card, counts nothing', async () => {
    await react('bram-8-b', 'helps');
    await react('bestaat-niet', 'helps');
    expect(await helpful()).toEqual([]);
    expect((await seen()).map((row) => row.tip)).toEqual([tip]);
  });

  test('"niet voor mij" shows another, and that tip never comes back', async () => {
    const { words } = await react(tip, 'never');
    expect(words).toContain('Die tip krijg je niet meer.');
    expect(tipOn(words)?.id).not.toBe(tip);
    bot.clock.now = bot.clock.now.add({ hours: 24 * 100 });
    const later = new Set<string | undefined>();
    for (let n = 0; n < 60; n += 1) later.add(tipOn((await tap('tips.next')).words)?.id);
    expect(later.size).toBeGreaterThan(50);
    expect(later).not.toContain(tip);
  });

  test('"niet voor mij" by mistake can be put back', async () => {
    const { buttons } = await react(tip, 'never');
    const undo = buttons.find(({ title }) => title === 'Zet de vorige terug');
    const { words } = await tap(undo?.verb ?? '', undo?.data);
    expect(tipOn(words)?.id).toBe(tip);
    expect(tipOn((await tap('tips.show')).words)?.id).toBe(tip);
    expect((await seen()).find((row) => row.tip === tip)).toEqual({ tip, day: TODAY });
  });

  test.each([
    ['put back after it helped', ['helps', 'back', 'helps', 'back', 'helps']],
    [
      'not for them after it helped, and put back',
      ['helps', 'never', 'back', 'helps', 'never', 'back', 'helps'],
    ],
    ['put back by mistake, and helps after all', ['never', 'back', 'helps', 'helps']],
    ['kept for later, and helps by then', ['later', 'helps', 'later', 'helps']],
  ])('"helpt" counts once for one person when the tip is %s', async (_how, steps) => {
    for (const how of steps) await (how === 'back' ? tap('tips.back', { tip, period: '' }) : react(tip, how));
    expect(await helpful()).toEqual([[tip, 1]]);
  });

  test('"later" keeps it in a list of one’s own, until it is done', async () => {
    const kept = await react(tip, 'later');
    expect(kept.titles).toContain('Bewaarde tips (1)');
    expect(tipOn((await tap('tips.show')).words)?.id).not.toBe(tip);
    const list = await tap('tips.kept');
    expect(tipOn(list.words)?.id).toBe(tip);
    await react(tip, 'done');
    expect((await tap('tips.kept')).words).toContain('Je hebt geen bewaarde tips');
  });

  test('of a colleague changes nothing for anybody else', async () => {
    const [, bert] = team as [unknown, (typeof team)[number]];
    await bot.core.tips.show(bert.account, tip ?? '', TODAY);
    await react(tip, 'never');
    expect(await seen(bert)).toEqual([{ tip, day: TODAY }]);
  });
});

describe('a tip with the check-in', () => {
  const answer = (score: number) => tap('checkin.answer', { period: PERIOD, score });

  test('comes with the answer, and stays the same when the answer is looked at again', async () => {
    const first = tipOn((await answer(4)).words);
    expect(first).toBeDefined();
    expect(tipOn((await tap('checkin.open', { period: PERIOD })).words)).toBe(first);
    expect(tipOn((await answer(3)).words)).toBe(first);
  });

  test('fits the theme that is named after it', async () => {
    await answer(3);
    const { words } = await tap('checkin.save', { period: PERIOD, themes: 'techniek' });
    expect(tipOn(words)?.themes).toContain('techniek');
    expect(tipOn((await tap('checkin.open', { period: PERIOD })).words)?.themes).toContain('techniek');
  });

  test('leads back to the check-in after a reaction', async () => {
    const { buttons } = await answer(4);
    const helps = buttons.find(({ title }) => title === 'Helpt');
    const { titles } = await tap(helps?.verb ?? '', helps?.data);
    expect(titles).toContain('Terug naar mijn check-in');
  });

  test('is not there after "heel zwaar": then there is somebody to talk to, also when a tip is asked for', async () => {
    const heavy = await answer(1);
    expect(tipOn(heavy.words)).toBeUndefined();
    expect(heavy.words).toContain('Je hoeft het niet alleen te doen.');
    expect(heavy.titles[0]).toBe('Ik wil even praten');
    for (const verb of ['tips.show', 'tips.next', 'tips.kept']) {
      const { words, titles } = await tap(verb);
      expect(tipOn(words)).toBeUndefined();
      expect(titles[0]).toBe('Ik wil even praten');
    }
    // One is chosen all the same, and shown later: storage may not tell how somebody answered.
    expect(await seen()).toEqual([{ tip: expect.any(String), day: TODAY }]);
    bot.clock.now = Temporal.Instant.from('2026-12-02T10:00:00Z');
    expect(tipOn((await tap('tips.show')).words)).toBeDefined();
  });

  test('does not come after "heel zwaar" by saying on an old card that a tip is not for you', async () => {
    const old = tipOn((await tap('tips.show')).words)?.id;
    await answer(1);
    const { words, titles } = await tap('tips.react', { tip: old, how: 'never', period: PERIOD });
    expect(tipOn(words)).toBeUndefined();
    expect(words).toContain('Die tip krijg je niet meer.');
    expect(titles).toEqual(['Ik wil even praten', 'Terug naar mijn check-in']);
    expect(await seen()).toContainEqual({ tip: old, day: TODAY, never: true });
  });

  test('makes way for people to talk to after a low answer, and not after one that is better', async () => {
    const { municipality } = await bot.core.readSettings();
    await bot.core.settings.changeMunicipality(() => ({
      ...municipality,
      partners: [{ label: 'Een coach', upn: 'coach@gemeente.example' }],
      counsellor: { name: 'Rosa Linde', contact: '010' },
    }));
    expect((await answer(3)).words).not.toContain('Je hoeft het niet alleen te doen.');
    await bot.core.answers.change('objecten-west', amira.account, '2026-W46', () => ({
      score: 1,
      themes: [],
    }));
    const low = await answer(2);
    expect(low.titles.slice(0, 2)).toEqual([`${manager.name}, mijn leidinggevende`, 'Een coach']);
    expect(low.words).toContain('Vertrouwenspersoon: Rosa Linde, 010');
    expect(tipOn(low.words)).toBeUndefined();
    await bot.core.answers.change('objecten-west', amira.account, '2026-W47', () => ({
      score: 4,
      themes: [],
    }));
    expect((await answer(2)).words).toContain('Je hoeft het niet alleen te doen.');
    expect((await answer(4)).words).not.toContain('Je hoeft het niet alleen te doen.');
  });

  test('writes nothing beside a name: only rows under a pseudonym change', async () => {
    const named = aboutPeople.filter((table) => table !== 'answers');
    const before = await bot.rows(...named);
    await answer(2);
    await tap('tips.react', { tip: (await seen())[0]?.tip, how: 'later', period: PERIOD });
    await tap('personas.choose', { persona: 'mila' });
    expect(await bot.rows(...named)).toEqual(before);
  });
});

describe('recognising a style', () => {
  test('is for thirty days, and one tap erases it', async () => {
    const { words } = await tap('personas.choose', { persona: 'noor' });
    expect(words).toContain('Vandaag herken je: Noor, de Realist');
    expect(words).toContain('24 december 2026');
    expect(await bot.core.tips.persona(amira.account, '2026-12-24')).toBe('noor');
    expect(await bot.core.tips.persona(amira.account, '2026-12-25')).toBeUndefined();
    await tap('personas.clear');
    expect(await bot.core.tips.persona(amira.account, TODAY)).toBeUndefined();
    expect((await bot.rows('personas')).personas).toEqual([]);
  });

  test('again counts from then on, also on an old card and with two taps at once', async () => {
    await tap('personas.choose', { persona: 'noor' });
    bot.clock.now = bot.clock.now.add({ hours: 24 * 40 });
    await Promise.all([
      tap('personas.choose', { persona: 'ellen' }),
      tap('personas.choose', { persona: 'ellen' }),
    ]);
    expect(await bot.core.tips.persona(amira.account, '2027-01-04')).toBe('ellen');
    expect((await bot.rows('personas')).personas).toHaveLength(1);
  });

  test('that does not exist is a card that no longer works', async () => {
    expect((await tap('personas.choose', { persona: 'karel' })).words).toContain(
      'Deze kaart werkt niet meer',
    );
    expect((await bot.rows('personas')).personas).toEqual([]);
  });

  test('by playing stores nothing and ends in a choice of two', async () => {
    const before = await bot.rows('personas', 'seentips', 'people');
    let buttons = (await tap('personas.quiz', { answers: '' })).buttons;
    for (let n = 0; n < 6; n += 1)
      expect((await tap('personas.quiz', { answers: 'ab'.repeat(3).slice(0, n) })).words).toContain(
        `${n + 1} van 6`,
      );
    buttons = (await tap('personas.quiz', { answers: 'ababab' })).buttons;
    expect(buttons.length).toBeGreaterThan(0);
    expect(await bot.rows('personas', 'seentips', 'people')).toEqual(before);
  });

  test('goes by the epithet alone where a municipality wants that', async () => {
    const { municipality } = await bot.core.readSettings();
    await bot.core.settings.changeMunicipality(() => ({ ...municipality, epithetsOnly: true }));
    const all = [
      wordsOf(await bot.hear(typed(amira, 'persona'))),
      wordsOf(await bot.hear(typed(amira, 'veranderkompas'))),
      ...(await Promise.all([
        tap('personas.look', { persona: 'bram' }),
        tap('personas.choose', { persona: 'bram' }),
        tap('personas.quiz', { answers: 'bbabbb' }),
        tap('compass.look', { persona: 'bram' }),
      ]).then((cards) => cards.map(({ words }) => words))),
    ].join();
    expect(all).toContain('De Kritische');
    expect(all).not.toMatch(/\b(Ellen|Jasper|Noor|Bram|Sanne|Mila)\b/);
  });

  test('moves along to another team', async () => {
    await tap('personas.choose', { persona: 'mila' });
    const { tip } = { tip: tipOn((await tap('tips.show')).words)?.id };
    await bot.core.people.drop('objecten-west', amira.id);
    await bot.core.people.save([imported(amira, { team: 'objecten-oost' })]);
    expect(tipOn((await tap('tips.show')).words)?.id).toBe(tip);
    expect(await bot.core.tips.persona(amira.account, TODAY)).toBe('mila');
  });
});
