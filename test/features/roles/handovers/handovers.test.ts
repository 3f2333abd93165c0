import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_HANDOVERS } from '../../../../src/features/roles/handovers/handover.ts';
import { detailsIn } from '../../../../src/features/roles/handovers/rules.ts';
import { roles } from '../../../../src/features/roles/index.ts';
import { nameFinder } from '../../../../src/language/colleagues.ts';
import { enforceRetention } from '../../../../src/storage/index.ts';
import {
  inChannel,
  type Somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { readCard } from '../../intake/sending.ts';
import { amira, bert, HOME, household, leader, manager, olga, stranger, tap } from '../town.ts';

const team = 'objecten-west';
const ID = 'O-0000000a';
const filled = {
  what: 'Melding van een nieuw gebouw',
  from: 'Afdeling Vergunningen',
  to: 'Objectregistrator',
  trouble: 'long',
  note: 'Blijft een week liggen.',
};
let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({ seed: household });
  await bot.core.settings.changeTeam(team, (now) => ({
    ...now,
    channel: { serviceUrl: bot.connector.url, conversation: HOME, bot: '28:kompas' },
  }));
  bot.clock.now = bot.clock.now.add({ seconds: 60 });
});
afterEach(() => bot.stop());

const says = async (who: Somebody, text = 'overdrachten') => wordsOf(await bot.hear(typed(who, text)));
const taps = (who: Somebody, verb: string, data: object = {}) =>
  tap(bot, who, `handover.${verb}`, { team, ...data });
const add = (who: Somebody, change: object = {}, id = ID) => taps(who, 'add', { id, ...filled, ...change });
const store = () => bot.core.opened(roles).handovers;
const kept = () => store().of(team);
const seenIn = (form: string) => form.match(/"seen":"([0-9a-f]+)"/)?.[1];

describe('the list of handovers', () => {
  test('is empty at first and says what to do', async () => {
    const words = await says(amira);
    expect(words).toContain('Jullie lijst is nog leeg');
    expect(words).toContain('handover.new');
    expect(await taps(amira, 'new')).toContain('Wie ziet dit?');
  });

  test('is kept by the team and who leads it, without who wrote what, and by nobody else', async () => {
    expect(await add(amira)).toContain('Bewaard.');
    for (const who of [bert, manager]) {
      const words = await says(who);
      expect(words).toContain('Melding van een nieuw gebouw');
      expect(words).toContain('Afdeling Vergunningen → Objectregistrator');
      expect(words).toContain('Duurt lang: Blijft een week liggen.');
    }
    // Leads this team and works in another.
    expect(await says(leader)).toContain('Objecten West');
    expect(await says(leader, 'overdrachten objecten west')).toContain('Melding van een nieuw gebouw');
    expect(JSON.stringify(await bot.rows('handovers'))).not.toMatch(new RegExp(`${amira.account}|Persoon`));
    for (const verb of ['list', 'new', 'open', 'edit', 'settle', 'remove'])
      expect(await taps(olga, verb, { id: ID })).toContain('Dit is van een ander team');
    expect(await add(olga, { what: 'Iets van Oost' }, 'O-0000000b')).toContain('Iets van Oost');
    expect(await taps(stranger, 'open', { id: ID })).toContain('Ik ken je nog niet');
    expect(await kept()).toHaveLength(1);
  });

  test('is shown in the channel of the team, and in no other', async () => {
    await add(amira);
    const inHere = async (conversation: string) =>
      wordsOf(
        await bot.hear({
          ...inChannel(typed(amira, '<at>Kompas</at> overdrachten')),
          conversation: { id: conversation, conversationType: 'channel' },
        }),
      );
    expect(await inHere(`${HOME};messageid=7`)).toContain('Melding van een nieuw gebouw');
    const elsewhere = await inHere('19:somewhere');
    expect(elsewhere).toContain('hier niet zien');
    expect(elsewhere).not.toContain('Melding van een nieuw gebouw');
  });

  test('shows what takes long, what causes faults, and what goes well', async () => {
    await add(amira);
    await add(amira, { what: 'Meetgegevens', trouble: 'faults', note: '' }, 'O-0000000b');
    await add(amira, { what: 'Foto’s', trouble: '', note: '' }, 'O-0000000c');
    await taps(amira, 'settle', { id: 'O-0000000c' });
    for (const [text, shown, hidden] of [
      ['overdrachten die lang duren', 'Melding', 'Meetgegevens'],
      ['overdrachten met fouten', 'Meetgegevens', 'Melding'],
      ['overdrachten die goed gaan', 'overdrachten', 'Melding'],
    ] as const) {
      const words = await says(bert, text);
      expect(words, text).toContain(shown);
      expect(words, text).not.toContain(hidden);
    }
    expect(await taps(bert, 'list', { filter: 'settled', page: 0 })).toContain('Foto’s');
    expect(await says(bert)).not.toContain('Foto’s');
  });

  test('has parts when it is long, and an end', async () => {
    for (let n = 0; n < MOST_HANDOVERS; n += 1)
      await store().add(team, {
        ...filled,
        id: `O-${`${n}`.padStart(8, '0')}`,
        what: `Melding ${n}`,
        trouble: ['long'],
        day: '2026-11-25',
      });
    expect(await says(amira)).toContain('deel 1 van 17');
    expect(await taps(amira, 'list', { filter: 'all', page: 900 })).toContain('deel 17 van 17');
    expect(await add(amira)).toContain('Haal er eerst één weg.');
    expect(await kept()).toHaveLength(MOST_HANDOVERS);
    // Nor does what was taken off come back while the list is full, and what is taken off is not without end.
    const ref = { team, id: 'O-00000000' };
    await taps(amira, 'remove', ref);
    await store().add(team, { ...filled, id: 'O-90000000', trouble: [], day: '2026-11-25' });
    expect(await taps(amira, 'restore', ref)).toContain('Haal er eerst één weg.');
    const taken = { ...filled, trouble: [], day: '2026-11-25', removed: '2026-11-25' };
    for (let n = 0; n < 2 * MOST_HANDOVERS; n += 1)
      await store().add(team, { ...taken, id: `O-8${`${n}`.padStart(7, '0')}` });
    await taps(amira, 'remove', { team, id: 'O-00000001' });
    expect(await add(amira)).toContain('te veel overdrachten weggehaald');
  });
});

describe('one handover', () => {
  test('goes well by now, and does not after all', async () => {
    await add(amira);
    expect(await taps(bert, 'settle', { id: ID })).toContain('Deze overdracht staat nu bij wat goed gaat.');
    expect(await says(amira)).not.toContain('Melding van een nieuw gebouw');
    await taps(bert, 'unsettle', { id: ID });
    expect(await says(amira)).toContain('Melding van een nieuw gebouw');
  });

  test('is taken off the list and put back, and its words go after thirty days', async () => {
    await add(amira);
    const card = await taps(bert, 'remove', { id: ID });
    expect(card).toContain('handover.restore');
    expect(await says(amira)).toContain('Jullie lijst is nog leeg');
    expect(await taps(bert, 'restore', { id: ID })).toContain('Deze overdracht staat weer op de lijst.');
    expect(await says(amira)).toContain('Melding van een nieuw gebouw');
    await taps(bert, 'remove', { id: ID });
    await enforceRetention(bot.storage, '2026-12-27');
    expect(JSON.stringify(await bot.rows('handovers'))).not.toContain('gebouw');
    expect(await taps(bert, 'restore', { id: ID })).toContain('Deze overdracht is er niet meer');
    expect(await says(amira)).toContain('Jullie lijst is nog leeg');
  });

  test('sent twice by one form is one', async () => {
    await add(amira);
    expect(await add(amira)).toContain('Bewaard.');
    expect(await add(bert, {}, 'O-0000000b')).toContain('Dit staat er al.');
    expect(await kept()).toHaveLength(1);
  });

  test('changed by two at once loses nothing: the later sees what holds now', async () => {
    await add(amira);
    const seen = seenIn(await taps(bert, 'edit', { id: ID }));
    await taps(amira, 'save', { id: ID, seen, ...filled, note: 'Blijft twee weken liggen.' });
    const card = await taps(bert, 'save', { id: ID, seen, ...filled, note: 'Komt zonder tekening.' });
    for (const words of [
      'Iemand anders was net eerder',
      'Blijft twee weken liggen.',
      'Komt zonder tekening.',
    ])
      expect(card).toContain(words);
    expect((await kept())[0]?.note).toBe('Blijft twee weken liggen.');
    await taps(bert, 'save', { id: ID, seen: seenIn(card), ...filled, note: 'Komt zonder tekening.' });
    expect((await kept())[0]?.note).toBe('Komt zonder tekening.');
  });

  test('that somebody took away meanwhile is not changed behind their back', async () => {
    await add(amira);
    const seen = seenIn(await taps(bert, 'edit', { id: ID }));
    await taps(amira, 'remove', { id: ID });
    await taps(bert, 'save', { id: ID, seen, ...filled, note: 'Komt zonder tekening.' });
    expect((await kept())[0]).toMatchObject({ removed: '2026-11-25', note: 'Blijft een week liggen.' });
  });

  test.each([
    [{ what: '' }, 'Schrijf op wat jullie doorgeven.'],
    [{ from: '  ' }, 'Schrijf op van welke rol of afdeling het komt.'],
    [{ to: '' }, 'Schrijf op naar welke rol of afdeling het gaat.'],
    [{ what: 'a'.repeat(121) }, 'hooguit 120 tekens'],
    [{ note: 'a'.repeat(19_000) }, 'hooguit 300 tekens'],
    [{ from: 'objectregistrator' }, 'Bij “van” en “aan” staat hetzelfde.'],
    [{ from: 'Olga Oost' }, 'Haal de naam Olga Oost weg'],
    [{ note: 'Olga is traag.' }, 'Haal de naam Olga weg'],
  ])('with %j is handed back, and nothing is kept', async (change, problem) => {
    expect(await add(amira, change)).toContain(problem);
    expect(await kept()).toEqual([]);
  });

  test.each([
    ['objectregistartor', 'Objectregistrator'],
    ['kwaliteits coordinator', 'Kwaliteitscoördinator'],
    ['geodata engineer', 'Geodata-engineer'],
    ['Objectregiseur', 'Objectregisseur'],
    ['Afdeling Regie', 'Afdeling Regie'],
    ['Kadaster', 'Kadaster'],
  ])('from “%s” is from %s: a role gets its own spelling, and nothing else changes', (from, kept) => {
    const { details, problems } = detailsIn({ ...filled, to: 'Belastingen', from }, nameFinder([]));
    expect([details.from, problems]).toEqual([kept, []]);
  });
});

test('the list is fetched as a file by who keeps it, without names of who came later', async () => {
  await store().add(team, {
    ...filled,
    id: ID,
    note: 'Vraag het aan Olga Oost.',
    trouble: ['long'],
    day: '2026-11-25',
  });
  const { links } = readCard((await bot.post(tapped(amira, 'handover.file', {}))).body.value);
  const { text, status } = await bot.http(new URL(links[0]?.url ?? '').pathname, { method: 'POST' });
  expect(status).toBe(200);
  expect(text).toContain('"Objecten West";"Melding van een nieuw gebouw";"Afdeling Vergunningen"');
  expect(text).toContain('Vraag het aan een collega.');
  const others = readCard((await bot.post(tapped(olga, 'handover.file', {}))).body.value);
  const other = await bot.http(new URL(others.links[0]?.url ?? '').pathname, { method: 'POST' });
  expect(other.text).not.toContain('Melding');
});
