import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changesInShort } from '../../../../src/features/mandates/changes/changes-shown.ts';
import { differences } from '../../../../src/features/mandates/changes/differences.ts';
import type { MandateProposal } from '../../../../src/features/mandates/changes/proposal.ts';
import type { RegisterEntry } from '../../../../src/features/mandates/register/register.ts';
import {
  chatOf,
  imported,
  type Somebody,
  somebody,
  startTestBot,
  type TestBot,
  tapped,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { alike } from '../alike.ts';
import { bareEntry, townLookup } from '../town.ts';

const noud = somebody(5, 'Noud Kreek');
const oumaima = somebody(6, 'Oumaima Singel');
const karim = somebody(7, 'Karim Dijk');
const namesake = somebody(8, 'Jan de Vries');
const otherNamesake = somebody(9, 'Jan de Vries');
const decision = { number: 'B-7', date: '2026-11-20', publication: 'GMB-7' };
const r01 = bareEntry({ id: 'R01', area: 'BU0101', holder: karim.name, until: '2026-12-10' });
let bot: TestBot;

const here = (who: Somebody, access: 'mandaatbeheerder'[] = []) =>
  imported(who, { access, reach: 'open', address: chatOf(who, bot.connector.url) });

beforeEach(async () => {
  bot = await startTestBot();
  const { register, people } = bot.core;
  await register.replace(
    await register.current(),
    { areas: alike, entries: [r01], tenures: [] },
    '2026-11-20T09:00:00.000Z',
  );
  await people.save([
    here(noud, ['mandaatbeheerder']),
    here(oumaima, ['mandaatbeheerder']),
    here(karim),
    here(namesake),
    here(otherNamesake),
  ]);
});
afterEach(() => bot.stop());

const filledIn = {
  soort: 'mandaat',
  activiteit: 'valideren',
  registratie: 'BAG',
  houder: karim.name,
  vier_ogen: 'nee',
  ondermandaat_toegestaan: 'nee',
  geldig_van: '2026-01-01',
  geldig_tot_en_met: '2026-12-10',
};
const toTheWijk = { kind: 'change', of: 'R01', ...filledIn, gebied: 'WK01', geldig_tot_en_met: '2026-12-20' };
const anew = { kind: 'new', ...filledIn, gebied: 'WK01' };

/** What a tap shows and sends: the words of the card, and of what somebody is sent meanwhile. */
async function tap(who: Somebody, verb: string, data: object) {
  const start = bot.connector.sent.length;
  const { body } = await bot.post(tapped(who, verb, data));
  const sent = bot.connector.sent.slice(start);
  const to = (one: Somebody) => wordsOf(sent.filter(({ conversation }) => conversation === `chat-${one.id}`));
  return { card: JSON.stringify(body.value), to };
}
const hear = async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text)));
const openId = async () => (await bot.core.proposals.open())[0]?.id ?? '';

describe('a mandate that moves to another area of the same name', () => {
  test('shows the second person which area it was and which it becomes, wherever they read of it', async () => {
    const { to } = await tap(noud, 'mandates.propose', toTheWijk);
    const { card } = await tap(oumaima, 'mandates.proposal', { id: await openId() });
    for (const words of [to(oumaima), card]) {
      expect(words).toContain('Gebied: ');
      expect(words).toContain('buurt Centrum → ');
      expect(words).toContain('R01 · BAG valideren · wijk Centrum');
    }
    const list = await hear(oumaima, 'voorstellen');
    expect(list).toContain('Wijziging · R01 · BAG valideren · wijk Centrum · Karim Dijk');
    expect(list).toContain('Gebied: buurt Centrum → wijk Centrum');
    expect(await hear(oumaima, 'van mij')).toContain('wijk Centrum');
  });

  test('is told to the holder with both areas, who reads the same in their mandates and in an answer', async () => {
    await tap(noud, 'mandates.propose', toTheWijk);
    const { to } = await tap(oumaima, 'mandates.approve', { id: await openId(), ...decision });
    expect(to(karim)).toContain('BAG valideren in wijk Centrum');
    expect(to(karim)).toContain('Gebied: buurt Centrum → wijk Centrum');
    expect(await hear(karim, 'mijn mandaten')).toContain('Valideren · BAG · wijk Centrum');
    const answer = await hear(karim, 'wie valideert BAG in wijk Centrum?');
    expect(answer).toContain('Karim Dijk valideert BAG in wijk Centrum');
    expect(answer).toContain('Valideren · BAG · wijk Centrum');
    expect(answer).not.toMatch(/ Centrum(?<!(?:wijk|buurt) Centrum)/);
  });

  test('is not taken for a form in which nothing changed', async () => {
    const { card } = await tap(noud, 'mandates.propose', { ...toTheWijk, geldig_tot_en_met: '2026-12-10' });
    expect(card).toContain('buurt Centrum → ');
  });
});

test('a new mandate and the end of one say for which of two areas of one name', async () => {
  const proposed = await tap(noud, 'mandates.propose', anew);
  expect(proposed.to(oumaima)).toContain('BAG valideren · wijk Centrum');
  expect(proposed.to(oumaima)).not.toMatch(/"Centrum"|· Centrum/);
  const id = await openId();
  const { to } = await tap(oumaima, 'mandates.approve', { id, ...decision });
  expect(to(karim)).toContain('BAG valideren in wijk Centrum, vanaf');
  expect(await hear(noud, 'beëindig mandaat R01')).toContain('buurt Centrum · Karim Dijk');
});

describe('of one entry', () => {
  const lookup = townLookup([r01], { areas: alike });
  const changed = (before: Partial<RegisterEntry>, after: Partial<RegisterEntry>) =>
    differences({ before: { ...r01, ...before }, entry: { ...r01, ...after } }, lookup);

  test('every field that has another value is shown, also where both read the same', () => {
    const pairs: [Partial<RegisterEntry>, Partial<RegisterEntry>][] = [
      [{ registration: '' }, { registration: 'alle' }],
      [{ deputies: ['Bos; J.'] }, { deputies: ['Bos', 'J.'] }],
      [{ conditions: '' }, { conditions: 'geen' }],
      [{ organisation: 'geen' }, { organisation: '' }],
      [{ deputies: [] }, { deputies: ['geen'] }],
      [
        { earlierDeputies: { names: [], until: '2026-12-01' } },
        { earlierDeputies: { names: ['niemand'], until: '2026-12-01' } },
      ],
      [{ contact: 'Bo Vis' }, { contact: 'Cor Dam' }],
      [{ fourEyesBy: undefined }, { fourEyesBy: 'Cor Dam' }],
      [{ area: 'BU0102' }, { area: 'BU0201' }],
      [{ area: 'BU0101' }, { area: 'BU0109' }],
    ];
    for (const [before, after] of pairs) {
      const shown = changed(before, after);
      expect(shown, JSON.stringify(after)).toHaveLength(1);
      for (const { was, becomes } of shown) expect(was || 'geen').not.toBe(becomes || 'geen');
    }
  });

  test('what stays is not shown, also where nothing was written in two ways', () => {
    expect(changed({ until: undefined, parent: undefined }, { until: undefined, parent: '' })).toEqual([]);
    expect(changed({}, {})).toEqual([]);
  });

  test('a list shows the part of long texts in which they differ', () => {
    const long = 'Alleen na overleg met de directeur. '.repeat(4);
    const proposal: MandateProposal = {
      id: 'p',
      kind: 'change',
      by: noud.account,
      at: '2026-11-24T09:00:00.000Z',
      state: 'open',
      before: { ...r01, conditions: `${long}Tot 100 euro.` },
      entry: { ...r01, conditions: `${long}Tot 900 euro.` },
    };
    const [line = ''] = changesInShort(proposal, lookup);
    expect(line).toContain('Tot 100 euro. → ');
    expect(line).toContain('Tot 900 euro.');
  });
});

describe('two people of one name', () => {
  test('are no way to propose somebody unseen: the form and the card say that the name is of more people', async () => {
    const warned = 'Hier werken meer mensen die Jan de Vries heten.';
    const data = { ...anew, houder: karim.name, vervanger: namesake.name };
    const { card } = await tap(noud, 'mandates.propose', data);
    expect(card).toContain(warned);
    expect(await bot.core.proposals.open()).toEqual([]);
    const seen = JSON.parse(card.match(/"seen":("(?:[^"\\]|\\.)*")/)?.[1] ?? '""');
    const { to } = await tap(noud, 'mandates.propose', { ...data, seen });
    expect(to(oumaima)).toContain(warned);
  });

  test('are told apart by nobody in an answer, and it says so', async () => {
    const { register } = bot.core;
    const now = await register.current();
    const entries = [
      { ...r01, holder: namesake.name },
      bareEntry({ id: 'R02', area: 'WK02', registration: 'BGT', deputies: [namesake.name] }),
    ];
    await register.replace(now, { areas: alike, entries, tenures: [] }, '2026-11-24T09:00:00.000Z');
    expect(await hear(karim, 'wie valideert BAG in buurt Centrum?')).toContain('meer mensen met deze naam');
    expect(await hear(karim, 'wie valideert BGT in Noord?')).toContain(
      'een naam in dit antwoord is van meer mensen hier',
    );
  });
});
