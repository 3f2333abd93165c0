import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleRows } from '../../../src/features/settings/chat/people-example.ts';
import {
  chatOf,
  installation,
  members,
  somebody,
  startTestBot,
  type TestBot,
  typed,
  wordsOf,
} from '../../support/bot.ts';
import { csv, type FileHost, line, readCard, sender, startFileHost, withFile } from '../intake/sending.ts';
import { tapping, words } from './tapping.ts';

const first = somebody(50, 'Aad Beheer');
const stranger = somebody(51, 'Vera Vreemd');
const colleagues = Array.from({ length: 7 }, (_, n) => somebody(60 + n, `Collega ${n}`));

let bot: TestBot;
let host: FileHost;
beforeAll(async () => {
  [bot, host] = await Promise.all([
    startTestBot({ empty: true, env: { KOMPAS_ADMINISTRATORS: first.account } }),
    startFileHost(),
  ]);
});
afterAll(async () => {
  await host?.stop();
  await bot?.stop();
});

const { tap, on, say, titles } = tapping(() => bot);
const everything = () => bot.rows(...bot.storage.definitions.map(({ name }) => name));

describe('an installation in which nobody is', () => {
  test('greets its first administrator with the first step, once an install', async () => {
    const sent = [
      ...(await bot.hear(members(first, 'membersAdded'))),
      ...(await bot.hear(installation(first, 'add'))),
    ];
    expect(sent).toHaveLength(1);
    expect(wordsOf(sent)).toContain('stap 1 van 7');
  });

  test('says nothing to anybody else who installs it', async () => {
    expect(await bot.hear(installation(stranger, 'add'))).toEqual([]);
    expect(wordsOf(await bot.hear(typed(stranger, 'hallo')))).not.toContain('stap 1');
    expect(wordsOf(await bot.hear(typed(stranger, 'inrichten')))).toContain('Dit is alleen voor beheerders');
  });

  test.each([
    'hallo',
    'Goedemorgen!',
    'begin',
    'inrichten',
    'eerste uur',
    'Verder met inrichten',
    'waar moet ik beginnen?',
    'grummel frobnicatie',
  ])('leads there from "%s"', async (text) => {
    expect(words(await say(first, text))).toContain('stap 1 van 7');
  });

  test('has the way there on top of the help, and in beheer as the one main button', async () => {
    const help = await say(first, 'help');
    expect(words(help)).toContain('Richt Kompas in, stap voor stap');
    expect(words(help)).not.toContain('Sla de check-in van deze week over');
    const beheer = await say(first, 'beheer');
    expect(words(await on(first, beheer, 'Verder met inrichten'))).toContain('stap 1 van 7');
  });

  test('keeps nothing of whoever was greeted', async () => {
    const rows = JSON.stringify(await everything());
    expect(rows).not.toContain(first.account);
  });

  test('greets nobody who erased themselves until they write', async () => {
    await bot.core.silence.keep(first.account);
    expect(await bot.hear(installation(first, 'add'))).toEqual([]);
    await bot.core.silence.end(first.account);
  });

  test('has in beheer a row for each thing that is needed, which a tap does', async () => {
    const beheer = await say(first, 'beheer');
    const [needed = ''] = words(beheer).match(/"Nog nodig".*?"Teams en mensen"/) ?? [];
    const rows = ['Gemeente', 'Mensen en teams', 'Vertrouwenspersoon', 'Instemming OR', 'DPIA'];
    for (const name of rows) expect(needed).toContain(`"text":"${name}"`);
    expect(needed.match(/"selectAction"/g)).toHaveLength(rows.length);
    expect(words(beheer)).toContain(`zijn nog ${rows.length} dingen nodig`);
    expect(words(beheer)).toContain('check-ins mogen nog niet');
    expect(words(await on(first, beheer, 'Upload een bestand'))).toContain('Open de bladzijde');
  });
});

describe('the first hour', () => {
  test('can be skipped through, and ends by saying what is still needed', async () => {
    let card = await tap(first, 'setup.show', {});
    for (let step = 1; step <= 7; step += 1) {
      expect(words(card)).toContain(`stap ${step} van 7`);
      card = await on(first, card, step === 7 ? 'Afronden' : step === 6 ? 'Volgende stap' : 'Sla over');
    }
    expect(words(card)).toContain('Nog niet klaar');
    expect(words(await on(first, card, 'Verder met inrichten'))).toContain('stap 1 van 7');
  });

  test('begins with the name of the municipality and goes on from its form', async () => {
    const step = await say(first, 'inrichten');
    const form = await on(first, step, 'Vul in');
    const next = await on(first, form, 'Bewaar', { name: 'Gemeente Voorbeeld' });
    expect(words(next)).toContain('stap 2 van 7');
    expect(words(next)).toContain('✓ Bewaard. Gemeente: Gemeente Voorbeeld');
    expect(words(next)).toContain('✓ Klaar: Gemeente Voorbeeld');
    const undone = await on(first, next, 'Maak ongedaan');
    expect(words(undone)).toContain('Teruggezet');
    expect(titles(undone)).not.toContain('Maak ongedaan');
    const again = await on(first, undone, 'Zet opnieuw');
    expect(words(again)).toContain('Opnieuw gezet');
    expect(words(again)).toContain('Gemeente Voorbeeld');
    expect(titles(again)).toContain('Maak ongedaan');
    expect(words(await on(first, again, 'Verder met inrichten'))).toContain('stap 2 van 7');
  });

  test.each([
    ['ritme', 'stap 5 van 7'],
    ['bereik', 'stap 7 van 7'],
  ])('sends who comes to "%s" before there is anybody to the list of people first', async (step, number) => {
    const card = await tap(first, 'setup.show', { step });
    expect(words(card)).toContain(number);
    expect(words(card)).toContain('Doe eerst stap 2');
    expect(words(card)).toContain('Kan altijd');
    expect(words(await on(first, card, 'Naar stap 2'))).toContain('stap 2 van 7');
  });

  test('says of a day that is still to come that nothing was saved, and asks for the DPIA in its own words', async () => {
    const step = await tap(first, 'setup.show', { step: 'besluiten' });
    expect(titles(step).slice(0, 2)).toEqual(['Instemming OR', 'DPIA']);
    const form = await on(first, step, 'DPIA');
    expect(words(form)).toContain('Datum van de DPIA');
    expect(words(form)).toContain('Bijvoorbeeld: DPIA-');
    const refused = words(await on(first, form, 'Bewaar', { date: '2027-09-01', reference: 'DPIA-3' }));
    expect(refused).toContain('Deze datum is nog niet geweest.');
    expect(refused).toContain('Er is nog niets bewaard.');
  });

  test.each(['gemeente', 'vertrouwenspersoon'])('says of "%s" that everybody sees it', async (setting) => {
    const form = words(await tap(first, 'settings.edit', { setting }));
    expect(form).toContain('Iedereen die Kompas gebruikt');
    expect(form).toContain('"isRequired":true');
  });

  test('goes back to the step when a form is cancelled, and past a step that was skipped when it is saved', async () => {
    const step = await tap(first, 'setup.show', { step: 'besluiten' });
    const form = await on(first, step, 'Instemming OR');
    const stopped = await on(first, form, 'Annuleer');
    expect(words(await on(first, stopped, 'Terug'))).toContain('stap 4 van 7');
    const same = await on(first, form, 'Bewaar', { date: '2026-09-01', reference: 'OR-12' });
    expect(words(same)).toContain('stap 4 van 7');
    expect(words(same)).toContain('✓ Bewaard. Instemming OR');
    const dpia = await on(first, same, 'DPIA');
    const both = await on(first, dpia, 'Bewaar', { date: '2026-09-01', reference: 'DPIA-3' });
    expect(words(both)).toContain('stap 5 van 7');
  });

  test('gives an example of a list of people, which imports as it is', async () => {
    const step = await say(first, 'eerste uur');
    const example = await on(first, step, 'Bekijk een voorbeeld');
    const [link] = readCard(example).links;
    const { pathname } = new URL(link?.url ?? '');
    const page = await bot.http(pathname);
    const fetched = page.headers.get('content-disposition')
      ? page
      : await bot.http(pathname, { method: 'POST' });
    expect(fetched.text).toContain(exampleRows[0]?.map((cell) => `"${cell}"`).join(';'));
    const aad = sender(bot, host, first);
    await bot.post(
      withFile(first, [{ name: 'voorbeeld.csv', address: host.give(Buffer.from(fetched.text)) }]),
    );
    await bot.app.idle();
    expect(aad.last().words).toContain('2 mensen');
    expect(aad.last().words).not.toContain('Fouten');
  });

  test('goes on from the card of a list that was carried out', async () => {
    const aad = sender(bot, host, first);
    const lines = [line(first, { access: 'manager|beheerder' }), ...colleagues.map((who) => line(who))];
    await bot.post(withFile(first, [{ name: 'mensen.csv', address: host.give(csv(...lines)) }]));
    await bot.app.idle();
    const plan = aad.last().buttons.get('Doorvoeren');
    const done = await tap(first, plan?.verb ?? '', plan?.data);
    const next = await on(first, done, 'Verder met inrichten');
    expect(words(next)).toContain('stap 3 van 7');
    expect(words(next)).toContain('8 mensen, 1 team');
  });

  test('lets the only team choose its rhythm at once, and shows that it was chosen', async () => {
    const form = await tap(first, 'setup.rhythms', {});
    expect(words(form)).not.toContain('2026-01-05');
    const next = await on(first, form, 'Bewaar', { everyWeeks: '1', day: 'di', time: '09:00', anchor: '' });
    expect(words(next)).toContain('stap 6 van 7');
    expect(words(next)).toContain('✓ Klaar: elke week, dinsdag om 09.00 uur');
    expect(words(next)).toContain('Dit kan altijd.');
  });

  test('goes on from a rhythm that is right as it is', async () => {
    const form = await tap(first, 'setup.rhythms', {});
    const next = await on(first, form, 'Bewaar', { everyWeeks: '1', day: 'di', time: '09:00', anchor: '' });
    expect(words(next)).toContain('stap 6 van 7');
    expect(words(next)).toContain('Er is niets veranderd. Ritme: elke week, dinsdag om 09.00 uur.');
  });

  test('asks which weeks only of who wants a check-in in fewer weeks', async () => {
    const form = await tap(first, 'setup.rhythms', {});
    const without = { everyWeeks: '2', day: 'di', time: '09:00', anchor: '' };
    const refused = await on(first, form, 'Bewaar', without);
    expect(words(refused)).toContain('Kies ook een dag in een week met een check-in.');
    const saved = await on(first, refused, 'Bewaar', { ...without, anchor: '2026-11-24' });
    expect(words(saved)).toContain('elke 2 weken');
    expect(words(await tap(first, 'setup.rhythms', {}))).toContain('2026-11-24');
    await on(first, saved, 'Maak ongedaan');
  });

  test('says who cannot be reached, by cause, and what to do about it', async () => {
    const { people } = bot.core;
    const [closed, unknown] = colleagues;
    await people.change('objecten-west', closed?.id ?? '', (now) => ({ ...now, unreached: 'no app' }));
    await people.change('objecten-west', unknown?.id ?? '', (now) => ({ ...now, unreached: 'no account' }));
    const step = words(await tap(first, 'setup.show', { step: 'bereik' }));
    expect(step).toContain('Aan 1 persoon mag Kompas in Teams geen berichten sturen.');
    expect(step).toContain('Vraag ICT om Kompas voor iedereen te installeren');
    expect(step).toContain('Van 1 persoon kent Teams het account niet.');
    for (const { name } of colleagues) expect(step).not.toContain(name);
  });

  test('says first what works best for who has no account, and opens the list of exactly those', async () => {
    const { people } = bot.core;
    const [, , unbound] = colleagues;
    await people.change('objecten-west', unbound?.id ?? '', (now) => ({ ...now, directoryId: undefined }));
    const step = await tap(first, 'setup.show', { step: 'bereik' });
    const [advice = ''] = words(step).match(/Voeg Kompas toe aan het team in Teams.*?"/) ?? [];
    expect(advice).toMatch(/object-id \(kolom directory_id\)\. .*nummer.* ICT /);
    const list = words(await on(first, step, 'Wie is niet bereikbaar'));
    for (const { name } of colleagues) expect(list).toContain(name);
  });

  test('ends with what happens next and when', async () => {
    const step = await tap(first, 'setup.show', { step: 'vertrouwenspersoon' });
    const form = await on(first, step, 'Vul in');
    await on(first, form, 'Bewaar', { name: 'Rosa Linde', contact: '010 000 00 00' });
    const card = await tap(first, 'setup.show', { step: 'klaar' });
    const done = words(card);
    expect(done).toContain('Klaar, maar niet voor iedereen');
    expect(done).toMatch(/Kompas bereikt (nog )?\w+ van de 8 mensen/);
    expect(done).toContain('Een teambeeld komt er pas vanaf 6.');
    expect(words(await on(first, card, 'Wie is niet bereikbaar'))).toContain('Collega 3');
    // Nothing goes out after the fact: the first one is the next that opens.
    expect(done).toContain('begint de check-in dinsdag 1 december om 09.00 uur');
    bot.clock.now = bot.clock.now.add({ hours: 24 * 6 });
    expect(words(await tap(first, 'setup.show', { step: 'klaar' }))).toContain(
      'loopt de check-in van deze week al',
    );
  });

  test('is offered as long as most people cannot be reached, also in beheer', async () => {
    expect(words(await say(first, 'hallo'))).toContain('stap 7 van 7');
    expect(words(await say(first, 'inrichten'))).toContain('stap 7 van 7');
    const beheer = await say(first, 'beheer');
    expect(words(beheer)).toContain('veel mensen niet bereikbaar');
    expect(words(beheer)).toMatch(/Kompas bereikt (nog )?\w+ van de 8 mensen/);
    expect(titles(beheer)).toContain('Wie is niet bereikbaar');
  });

  test('is in nobody’s way once everything is there', async () => {
    for (const who of [first, ...colleagues])
      await bot.core.people.change('objecten-west', who.id, (now) => ({
        ...now,
        directoryId: who.account,
        reach: 'open',
        unreached: undefined,
        address: chatOf(who, bot.connector.url),
      }));
    expect(words(await say(first, 'help'))).not.toContain('Richt Kompas in');
    expect(words(await say(first, 'hallo'))).not.toContain('stap');
    const beheer = words(await say(first, 'beheer'));
    expect(beheer).not.toContain('Verder met inrichten');
    expect(beheer).not.toContain('Niet bereikbaar');
    const done = words(await say(first, 'inrichten'));
    expect(done).toContain('Kompas bereikt alle 8 mensen.');
    expect(done).not.toContain('maar niet voor iedereen');
    expect(done).not.toContain('Een teambeeld komt er pas');
  });
});

describe('the trial of the check-in', () => {
  test('shows the question and the thank-you, without consent or a team, and writes nothing anywhere', async () => {
    const other = await startTestBot({ empty: true, env: { KOMPAS_ADMINISTRATORS: first.account } });
    try {
      const them = tapping(() => other);
      const all = () => other.rows(...other.storage.definitions.map(({ name }) => name));
      const own = async () => {
        const { instances: _ours, ...rest } = await all();
        return rest;
      };
      const before = await own();
      const asked = await them.tap(first, 'checkin.trial', {});
      expect(words(asked)).toContain('Proef: er wordt niets bewaard');
      expect(words(asked)).toContain('Hoe zit je erbij?');
      for (const option of ['heel zwaar', 'zwaar', 'gaat', 'goed', 'heel goed']) {
        const title = titles(asked).find((one) => one === option);
        if (!title) continue;
        const thanks = words(await them.on(first, asked, title));
        expect(thanks).toContain(`Je koos: **${option}**`);
        expect(thanks).toContain('Dank je wel');
        expect(thanks).toContain('Proef: er wordt niets bewaard');
        expect(thanks).not.toContain('checkin.open');
      }
      expect(await own()).toEqual(before);
    } finally {
      await other.stop();
    }
  });

  test('is for administrators alone', async () => {
    for (const [verb, data] of [
      ['checkin.trial', {}],
      ['checkin.trial-answer', { score: 3 }],
    ] as const)
      expect(words(await tap(colleagues[3] ?? stranger, verb, data))).not.toContain('Proef');
  });
});
