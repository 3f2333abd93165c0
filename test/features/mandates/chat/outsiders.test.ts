import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  imported,
  inChannel,
  type Somebody,
  somebody,
  startTestBot,
  type TestActivity,
  type TestBot,
  tapped,
  typed,
} from '../../../support/bot.ts';
import { tables } from '../../../support/core.ts';
import { at, mentioning } from '../../../support/mentioning.ts';
import { dump } from '../../../support/town.ts';
import { demoRegister } from '../registers.ts';

const colleague = somebody(2, 'Karim Dijk');
const chantal = somebody(3, 'Chantal Duin');
const driss = somebody(4, 'Driss Haven');
const keeper = somebody(5, 'Noud Kreek');
/** Accounts of the tenant that are nobody's row: never added, a guest, taken out by a file, erased by themselves. */
const stranger = somebody(90, 'Vera Brug');
const guest = { ...somebody(91, 'Gast Bureau'), upn: 'gast_bureau.example#ext#@gemeente.onmicrosoft.com' };
const removed = somebody(92, 'Oud Collega');
const erased = somebody(93, 'Wis Mij');
const outsiders = [stranger, guest, removed, erased];
const DAY = '2026-11-25';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
  const { register, people } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  await people.save([
    imported(colleague),
    imported(chantal, { absentFrom: '2026-11-24', absentUntil: '2026-12-01' }),
    imported(driss),
    imported(keeper, { access: ['mandaatbeheerder'] }),
    imported(somebody(6, 'Noor Vliet'), { access: ['manager'] }),
    imported(removed, { access: ['manager', 'mandaatbeheerder'], removed: '2026-11-20' }),
    imported(erased),
  ]);
  await bot.post(tapped(erased, 'privacy.erase', {}));
});
afterAll(() => bot.stop());

const delfshaven = () => demoRegister().areas.find(({ name }) => name === 'Delfshaven')?.code;
const question = () => ({
  kind: 'who',
  activity: 'valideren',
  registration: 'BAG',
  area: delfshaven(),
  date: DAY,
});
/** Nobody holds this: what a colleague may report as missing. */
const missing = () => ({ ...question(), activity: 'goedkeuren' });

/** What the bot says or shows in answer, whichever way it is asked. */
async function heard(activity: TestActivity): Promise<string> {
  const start = bot.connector.sent.length;
  const { status, body } = await bot.post(activity);
  expect(status).toBe(200);
  return JSON.stringify([body, bot.connector.sent.slice(start).map(({ activity: sent }) => sent)]);
}

const searching = (who: Somebody, text: string): TestActivity => ({
  ...tapped(who, '', {}),
  name: 'composeExtension/query',
  value: {
    commandId: 'mandaat',
    parameters: [{ name: 'tekst', value: text }],
    queryOptions: { skip: 0, count: 25 },
  },
});

const ASKED = 'wie valideert BAG in Delfshaven?';
/** Every way to ask the register for who may, of which the holder is away today. */
const ways: Record<string, (who: Somebody) => TestActivity> = {
  'typed in the own chat': (who) => typed(who, ASKED),
  'typed in a channel': (who) => inChannel(typed(who, `<at>Kompas</at> ${ASKED}`)),
  'for another day': (who) => typed(who, 'wie valideert BAG in Delfshaven morgen?'),
  'a follow-up by button': (who) => tapped(who, 'mandates.ask', { question: question() }),
  'a correction on the card': (who) =>
    tapped(who, 'mandates.correct', {
      question: { ...question(), area: undefined },
      area: delfshaven(),
      registration: 'BAG',
      activity: 'valideren',
      date: DAY,
    }),
  'a search from the message box': (who) => searching(who, ASKED),
  'who else may': (who) => typed(who, 'mag Chantal Duin BAG verwerken in Noord?'),
  'the deputy': (who) => typed(who, 'wie vervangt Chantal Duin?'),
};
const HOLDERS = /Chantal Duin|Driss Haven/;
const ABOUT_PEOPLE = /niet beschikbaar|vervangt\.|Chat met|Bel |@gemeente\.example|l\/chat|l\/call|Noud/;

describe('whoever is not in Kompas', () => {
  test.each(Object.keys(ways))('reads the register and nothing about people: %s', async (way) => {
    const ask = ways[way];
    if (!ask) throw new Error('there is no such way');
    for (const who of outsiders) {
      const words = await heard(ask(who));
      expect(words, `${who.name}`).toMatch(HOLDERS);
      expect(words, `${who.name}`).not.toMatch(ABOUT_PEOPLE);
    }
  });

  test('while a colleague is told who is away and how to reach who is not', async () => {
    const words = await heard(typed(colleague, ASKED));
    expect(words).toContain('Chantal Duin is vandaag niet beschikbaar. Driss Haven is de vervanger.');
    expect(words).toContain('Chat met Driss');
  });

  test('learns nothing of an account that they mention', async () => {
    // Somebody who is called otherwise in Teams than in our file.
    const asks = (who: Somebody) =>
      heard(mentioning(typed(who, ''), ['mag ', at(driss, { name: 'D.H.' }), ' BAG valideren in Noord?']));
    expect(await asks(colleague)).toContain('Driss');
    expect(await asks(stranger)).not.toContain('Driss');
  });

  test.each([
    ['what nobody holds is not told whom to ask', () => typed(stranger, 'wie koppelt BAG in Delfshaven?')],
    ['nor who keeps the register', () => typed(stranger, 'wie is mandaatbeheerder')],
    ['nor in a channel', () => inChannel(typed(guest, '<at>Kompas</at> wie is mandaatbeheerder'))],
  ])('%s', async (_, activity) => {
    expect(await heard(activity())).not.toMatch(ABOUT_PEOPLE);
  });

  test('reports no gap: no button for it, and one from elsewhere writes nothing', async () => {
    const before = await dump(bot.storage, tables);
    for (const who of outsiders) {
      const shown = await heard(tapped(who, 'mandates.ask', { question: missing() }));
      expect(shown).not.toContain('mandates.gap');
      const words = await heard(tapped(who, 'mandates.gap', { question: missing() }));
      expect(words).not.toContain('Gemeld');
    }
    expect(await dump(bot.storage, tables)).toEqual(before);
    const shown = await heard(tapped(colleague, 'mandates.ask', { question: missing() }));
    expect(shown).toContain('mandates.gap');
    expect(await heard(tapped(colleague, 'mandates.gap', { question: missing() }))).toContain('Gemeld');
    expect((await bot.rows('mandategaps')).mandategaps).toHaveLength(1);
  });

  test('does nothing else: no phrase and no action writes a row or tells of colleagues', async () => {
    const mandates = bot.features.find(({ name }) => name === 'mandates');
    const sent: Record<string, object> = {
      'mandates.ask': { question: question() },
      'mandates.correct': { question: question(), area: delfshaven(), date: DAY },
      'mandates.gap': { question: missing() },
      'mandates.change': { id: 'M-001' },
      'mandates.new': {},
      'mandates.propose': { kind: 'end', entry: 'M-001', until: '2026-12-31' },
      'mandates.proposal': { id: 'x', by: keeper.account },
      'mandates.approve': { id: 'x', by: keeper.account },
      'mandates.reject': { id: 'x', by: keeper.account, reason: 'Nee' },
      'mandates.withdraw': { id: 'x', by: keeper.account },
    };
    const before = await dump(bot.storage, tables);
    for (const who of outsiders) {
      for (const verb of Object.keys(mandates?.actions ?? {}))
        expect(await heard(tapped(who, verb, sent[verb] ?? {})), verb).not.toMatch(ABOUT_PEOPLE);
      for (const { say } of mandates?.phrases ?? [])
        expect(await heard(typed(who, say)), say).not.toMatch(ABOUT_PEOPLE);
    }
    expect(await dump(bot.storage, tables)).toEqual(before);
  });
});
