import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  chatOf,
  imported,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import {
  administrator,
  crew,
  type lead,
  mate,
  other,
  outsider,
  pilot,
  practice,
  tapWords,
  theOnly,
} from '../crew.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({ seed: crew });
});
afterEach(() => bot.stop());

const says = async (who: typeof lead, text: string) => wordsOf(await bot.hear(typed(who, text)));
const add = (text: string, more: object = {}) =>
  tapWords(bot, mate, 'learning.add', { pilot: 'P-1', text, ...more });

describe('a learning point', () => {
  test('is written by somebody in the pilot, and nobody knows by whom', async () => {
    expect(await says(mate, 'leerpunt eerst bellen')).toContain('eerst bellen');
    expect(await add('Eerst bellen', { role: 'Objectregisseur', registration: 'BAG' })).toContain(
      'Het leerpunt is bewaard',
    );
    expect(await theOnly(bot)).toMatchObject({
      pilot: 'P-1',
      text: 'Eerst bellen',
      step: 3,
      source: 'typed',
      day: '2026-11-25',
      state: 'own',
      role: 'Objectregisseur',
      registration: 'BAG',
    });
    const rows = JSON.stringify(await bot.rows('learnings', 'learningasks', 'audit'));
    for (const trace of [mate.account, mate.name, mate.id, mate.upn]) expect(rows).not.toContain(trace);
    const list = await says(other, 'leerpunten');
    for (const part of [
      'Eerst bellen',
      'Mutaties in Delfshaven',
      'Objectregisseur',
      'BAG',
      '25 november 2026',
    ])
      expect(list).toContain(part);
    expect(bot.lines.join()).not.toContain('bellen');
  });

  test('keeps the words that were typed when it still has to be chosen for which pilot', async () => {
    await bot.core.pilots.add({ ...pilot, id: 'P-2', name: 'Adressen in Noord' }, [
      { directoryId: mate.account, role: 'member' },
    ]);
    const chosen = async (text: string) => {
      const asked = await says(mate, `leerpunt ${text}`);
      expect(asked).toContain('Welke pilot bedoel je?');
      const data = /"verb":"learning.new","data":(\{[^}]*P-2[^}]*\})/.exec(asked)?.[1] ?? '{}';
      return tapWords(bot, mate, 'learning.new', JSON.parse(data));
    };
    const form = await chosen('Eerst bellen');
    expect(form).toContain('Adressen in Noord');
    expect(form).toContain('"value":"Eerst bellen"');
    expect(form).not.toContain('te lang');
    const long = await chosen('x'.repeat(301));
    expect(long).toContain('Je leerpunt was te lang.');
    expect(long).toContain(`"value":"${'x'.repeat(300)}"`);
  });

  test('is the same when it is saved again', async () => {
    await add('Eerst bellen');
    await add(' Eerst bellen ');
    await theOnly(bot);
  });

  test('that is too long in the chat says so on the form', async () => {
    expect(await says(mate, `leerpunt ${'x'.repeat(301)}`)).toContain('hooguit 300 tekens. Het zijn er 301.');
  });

  test('of a retro is one of the pilot', async () => {
    await bot.core.learnings.addLearning(pilot, `  ${'x'.repeat(400)}`, 'retro');
    await bot.core.learnings.addLearning(pilot, '  ', 'retro');
    const learning = await theOnly(bot);
    expect(learning.source).toBe('retro');
    expect(learning.text).toHaveLength(300);
  });

  test.each([
    ['nothing', '  ', 'Schrijf op wat je hebt geleerd.'],
    ['20,000 characters', 'y'.repeat(20_000), 'hooguit 300 tekens. Het zijn er 20.000.'],
    ['a name', 'Amira belt altijd eerst', 'Haal de naam Amira weg: een leerpunt gaat over het werk.'],
  ])('is not kept with %s, and what was typed comes back', async (_, text, problem) => {
    const words = await add(text);
    expect(words).toContain(problem);
    expect(words).toContain(text.trim().slice(0, 300));
    expect(words.length).toBeLessThan(28_000);
    expect(await bot.core.learnings.all()).toEqual([]);
  });

  test('belongs to who is in the pilot: nobody else writes, reads, finds or shares it', async () => {
    await add('Eerst bellen');
    const { id } = await theOnly(bot);
    for (const who of [outsider, administrator, somebody(99)]) {
      const seen = [
        await says(who, 'leerpunten'),
        await says(who, 'leerpunten zoeken bellen'),
        await says(who, 'praktijk zoeken bellen'),
        await tapWords(bot, who, 'learning.add', { pilot: 'P-1', text: 'Anders' }),
        await tapWords(bot, who, 'learning.look-back', { pilot: 'P-1', keep: 'Anders' }),
        await tapWords(bot, who, 'learning.new', { pilot: 'P-1' }),
        await tapWords(bot, who, 'learning.list', { query: 'bellen' }),
        await tapWords(bot, who, 'learning.share', { id }),
        await tapWords(bot, who, 'learning.propose', { id, ...practice }),
        await tapWords(bot, who, 'learning.decide', { id }),
        await tapWords(bot, who, 'learning.agree', { id, proposal: 1 }),
        await tapWords(bot, who, 'learning.refuse', { id }),
        await tapWords(bot, who, 'learning.withdraw', { id }),
      ].join();
      expect(seen).not.toContain('Eerst bellen');
      expect(seen).not.toContain('Delfshaven');
      expect(seen).not.toContain('Dit lukte niet');
    }
    expect(await theOnly(bot)).toMatchObject({ text: 'Eerst bellen', state: 'own' });
  });

  test('is answered in the own chat when it is asked for in a channel', async () => {
    await add('Eerst bellen');
    const address = chatOf(mate, bot.connector.url);
    await bot.core.people.save([imported(mate, { reach: 'open', address })]);
    const sent = await bot.hear({
      ...typed(mate, 'leerpunten'),
      conversation: { id: '19:elsewhere', conversationType: 'channel' },
    });
    const inChannel = sent.filter(({ conversation }) => conversation.startsWith('19:'));
    expect(wordsOf(inChannel)).not.toContain('Eerst bellen');
    expect(wordsOf(sent)).toContain('Eerst bellen');
  });
});

describe('looking back', () => {
  test('keeps what stays and what changes, and nothing else', async () => {
    expect(await says(mate, 'terugblik')).toContain('Wat was de bedoeling?');
    const words = await tapWords(bot, mate, 'learning.look-back', {
      pilot: 'P-1',
      intended: 'geheim doel',
      happened: 'geheim verloop',
      why: 'geheim',
      keep: 'Samen kijken',
      change: 'Eerder bellen',
    });
    expect(words).toContain('De leerpunten zijn bewaard');
    const all = await bot.core.learnings.all();
    expect(all.map(({ text }) => text).sort()).toEqual([
      'Anders doen: Eerder bellen',
      'Zo houden: Samen kijken',
    ]);
    expect(new Set(all.map(({ source }) => source))).toEqual(new Set(['terugblik']));
    expect(JSON.stringify(await bot.rows('learnings'))).not.toContain('geheim');
  });

  test.each([
    ['without a lesson', { intended: 'Een doel' }, 'Schrijf op wat jullie zo houden of anders doen.'],
    ['with a lesson that is too long', { keep: 'z'.repeat(20_000) }, 'hooguit 287 tekens'],
    ['with a name', { change: 'Bert eerder bellen' }, 'Haal de naam Bert weg'],
  ])('%s says what is missing and loses nothing', async (_, sent, problem) => {
    const words = await tapWords(bot, mate, 'learning.look-back', { pilot: 'P-1', ...sent });
    expect(words).toContain(problem);
    expect(words).toContain(Object.values(sent)[0]?.slice(0, 250));
    expect(await bot.core.learnings.all()).toEqual([]);
  });
});

describe('searching', () => {
  test('says what to do with nothing typed, nothing there and nothing found', async () => {
    expect(await says(mate, 'leerpunten')).toContain('Er zijn nog geen leerpunten');
    expect(await says(mate, 'leerpunten zoeken')).toContain('Waar zoek je naar?');
    expect(await says(mate, 'praktijk zoeken')).toContain('Waar zoek je naar?');
    expect(await says(mate, 'praktijk zoeken bag')).toContain('Er is nog geen praktijkvoorbeeld gedeeld');
    await add('Eerst bellen');
    const words = await says(mate, 'leerpunten zoeken zeppelin');
    expect(words).toContain('Geen leerpunt gevonden');
    expect(words).toContain('Probeer minder woorden');
    expect(await tapWords(bot, mate, 'learning.list', { query: 'y'.repeat(20_000), skip: 0 })).toContain(
      'Geen leerpunt gevonden',
    );
  });

  test('shows text as text, whatever it looks like', async () => {
    const nasty = '${title} **vet** <b>html</b> [klik](http://evil.example) {{DATE(2026-11-24)}}';
    await add(nasty);
    const { body } = await bot.post(tapped(mate, 'learning.list', { query: 'vet', skip: 0 }));
    const text = JSON.stringify(body.value.body);
    expect(text).toContain(JSON.stringify({ type: 'TextRun', text: nasty }));
    expect(body.value.fallbackText).toBe('Er is 1 leerpunt.');
  });

  test('leafs through 300 of them, newest first, on cards that are small enough', async () => {
    for (let n = 0; n < 300; n += 1)
      await bot.core.learnings.addLearning(pilot, `${n} ${'😀'.repeat(280)}`, 'retro');
    await bot.core.learnings.change((await bot.core.learnings.all())[7]?.id ?? '', (one) => ({
      ...one,
      text: 'De nieuwste',
      day: '2026-11-26',
    }));
    const seen = new Set<string>();
    for (let skip = 0; skip < 300; skip += 6) {
      const words = await tapWords(bot, mate, 'learning.list', { query: '', skip });
      expect(Buffer.byteLength(words)).toBeLessThan(28_000);
      if (skip === 0) expect(words).toContain('De nieuwste');
      expect(words).toContain(`Dit zijn ${skip + 1} tot en met ${skip + 6} van 300.`);
      expect(words.includes('Toon meer')).toBe(skip < 294);
      for (const [, id] of words.matchAll(/"id":"(L-\w+)"/g)) seen.add(id ?? '');
    }
    expect(seen.size).toBe(300);
    // Somebody else removed some meanwhile: then it begins again.
    expect(await tapWords(bot, mate, 'learning.list', { query: '', skip: 900 })).toContain('Dit zijn 1 tot');
  });
});
