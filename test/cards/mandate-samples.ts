import type { Message } from '../../src/conversation/message.ts';
import { registerOf } from '../../src/features/mandates/register/records.ts';
import type { RegisterEntry } from '../../src/features/mandates/register/register.ts';
import { demoRegister } from '../features/mandates/registers.ts';
import { imported, type Somebody, somebody, type TestBot } from '../support/bot.ts';
import { nastyName, nastyText } from './nasty.ts';

interface Talk {
  says(who: Somebody, text: string): Promise<Message>;
  taps(who: Somebody, verb: string, data?: object): Promise<Message>;
}

const keeper = somebody(50, 'Noud Kreek');
const second = somebody(51, 'Oumaima Singel');
const holder = somebody(52, 'Chantal Duin');
const deputy = somebody(53, 'Driss Haven');
const plain = somebody(2);

/** An entry of which every text is as nasty as an import allows. */
const nastyEntry: RegisterEntry = {
  id: 'R99',
  kind: 'ondermachtiging',
  parent: 'R07',
  activity: 'valideren',
  registration: 'BRO',
  area: '',
  role: 'Kwaliteitscoördinator',
  holder: nastyName,
  deputies: [nastyName],
  organisation: nastyName,
  basis: nastyText,
  publication: nastyText,
  limit: 1_000,
  fourEyes: true,
  fourEyesBy: nastyName,
  subGranting: false,
  conditions: nastyText,
  from: '2026-01-01',
  until: '2026-12-01',
};

/** What a register calls by its own words, held by a function. */
const ownWords: RegisterEntry = {
  id: 'R98',
  kind: 'mandaat',
  activity: 'Ontheffingen verlenen',
  registration: '',
  area: '',
  role: '',
  holder: 'Teamleider Vergunningen',
  deputies: ['Teamleider Toezicht'],
  organisation: '',
  basis: 'APV',
  publication: 'GMB-2025-900101',
  fourEyes: false,
  subGranting: false,
  conditions: 'Niet voor de kermis.',
  from: '2026-01-01',
};

/** A mandate for less than people ask about. */
const narrower: RegisterEntry = {
  ...ownWords,
  id: 'R97',
  activity: 'Vrijstelling verlenen voor standplaatsen',
};

/** What people meet when they ask about mandates, propose and decide. The clock stands on a working day. */
export async function mandateSamples(bot: TestBot, { says, taps }: Talk): Promise<Record<string, Message>> {
  const { register: store, people } = bot.core;
  // First: the bot remembers for some seconds who there is.
  await people.save([
    imported(keeper, { access: ['mandaatbeheerder'] }),
    imported(second, { access: ['mandaatbeheerder'] }),
    imported(holder, { absentFrom: '2026-11-01' }),
    imported(deputy),
  ]);
  const empty = await says(plain, 'wie valideert BAG in Delfshaven?');
  const begun = {
    'mandate-first-hour-empty': await says(keeper, 'register inrichten'),
    'mandate-first-hour-no-areas': await taps(keeper, 'mandates.first-areas', {}),
    'mandate-first-hour-no-trial': await taps(keeper, 'mandates.trial', { at: 0 }),
    'mandate-new-nothing-yet': await says(keeper, 'nieuw mandaat'),
  };
  const demo = demoRegister();
  const city = demo.areas.find(({ kind }) => kind === 'gemeente')?.code ?? '';
  const known = demo.entries.map((one) => (one.id === 'R08' ? { ...one, contact: holder.name } : one));
  const more = [nastyEntry, ownWords, narrower].map((one) => ({ ...one, area: city }));
  const tenures = [
    { function: 'Teamleider Vergunningen', person: 'Hanna Kering', from: '2026-01-01' },
    { function: 'Teamleider Toezicht', person: 'Joris Sluis', from: '2026-01-01' },
  ];
  const whole = { ...demo, entries: [...known, ...more], tenures };
  await store.replace(await store.current(), whole, bot.clock.now.toString({ smallestUnit: 'millisecond' }));
  /** The name of what was reported: a gap, or something that is wrong. */
  const refOf = async (isWrong: boolean) =>
    (await bot.core.gaps.all()).find(({ what }) => (what !== undefined) === isWrong)?.ref ?? '';
  const samples: Record<string, Message> = {
    'mandate-empty-register': empty,
    ...begun,
    'mandate-first-hour': await says(keeper, 'mandaatlijst'),
    'mandate-first-hour-areas': await taps(keeper, 'mandates.first-areas', {}),
    'mandate-trial-ordinary': await taps(keeper, 'mandates.trial', { at: 0 }),
    'mandate-trial-inside': await taps(keeper, 'mandates.trial', { at: 1 }),
    'mandate-trial-deputy': await taps(keeper, 'mandates.trial', { at: 2 }),
    'mandate-trial-wrong-several': await taps(keeper, 'mandates.trial-wrong', { ids: ['R99', 'R01'] }),
    'mandate-share': await taps(keeper, 'mandates.trial', { at: 3 }),
    'mandate-who': await says(plain, 'wie valideert BAG in Charlois?'),
    'mandate-goes-on': await says(plain, 'mag Driss Haven dat ook?'),
    'mandate-goes-on-why': await says(plain, 'waarom?'),
    'mandate-asked-back': await says(second, 'en voor de BGT?'),
    'mandate-corrected-wrong': await taps(plain, 'mandates.correct', {
      question: { kind: 'who', activity: 'valideren', registration: 'BAG', date: '2026-11-25' },
      areaName: `Nergens ${nastyName}`,
    }),
    'mandate-who-deputy-first': await says(plain, 'wie valideert BAG in Delfshaven?'),
    'mandate-who-two': await says(plain, 'wie valideert in Delfshaven?'),
    'mandate-who-outside': await says(plain, 'wie valideert WOZ?'),
    'mandate-who-nasty': await says(plain, 'wie valideert BRO?'),
    'mandate-may-no': await says(
      plain,
      'mag Chantal Duin een opdracht geven van 10 duizend euro in Delfshaven?',
    ),
    'mandate-may-yes': await says(plain, 'mag Chantal Duin BAG valideren in Delfshaven?'),
    'mandate-may-but-own-work': await says(plain, 'mag Driss Haven BAG valideren in Noord?'),
    'mandate-who-own-words': await says(plain, 'wie mag ontheffingen verlenen?'),
    'mandate-may-own-words': await says(plain, 'mag Hanna Kering ontheffingen verlenen?'),
    'mandate-unknown-word': await says(plain, 'wie mag een ontheffing intrekken?'),
    'mandate-other-words': await says(plain, 'wie valideert de rijbewijzen in de BAG?'),
    'mandate-narrower': await says(plain, 'mag Hanna Kering een vrijstelling verlenen?'),
    'mandate-office': await says(plain, 'wie is teamleider Vergunningen?'),
    'mandate-office-may': await says(plain, 'wat mag de teamleider Vergunningen?'),
    'mandate-by-number': await says(plain, 'R03'),
    'mandate-own': await says(plain, 'mag ik mijn eigen mutatie valideren?'),
    'mandate-which': await says(plain, 'welke mandaten heeft Gijs Toren?'),
    'mandate-ambiguous': await says(plain, 'wie valideert?'),
    'mandate-two-activities': await says(plain, 'wie mag BAG verwerken en valideren in Charlois?'),
    'mandate-unknown-activity': await says(plain, 'wie geeft een bouwvergunning in Noord?'),
    'mandate-not-recorded': await says(plain, 'wie valideert BRK in Delfshaven?'),
    'mandate-unknown-area': await says(plain, 'wie valideert BAG in Groningen?'),
    'mandate-limit': await says(plain, 'tot welk bedrag mag Gijs Toren opdracht geven?'),
    'mandate-accountable': await says(plain, 'wie is eindverantwoordelijk voor de BAG?'),
    'mandate-gap': await taps(plain, 'mandates.gap', {
      question: { kind: 'who', activity: 'valideren', registration: 'BRK', date: '2026-11-25' },
    }),
    'mandate-wrong-form': await taps(plain, 'mandates.wrong', { ids: ['R08'] }),
    'mandate-wrong-empty': await taps(plain, 'mandates.report-wrong', { ids: ['R08'], what: '' }),
    'mandate-wrong-reported': await taps(plain, 'mandates.report-wrong', { ids: ['R08'], what: nastyName }),
    'mandate-wrong-unclear': await says(deputy, 'dit klopt niet'),
    'mandate-wrong-keeper': await says(keeper, 'een regel klopt niet: R08'),
    'mandate-reports': await says(keeper, 'gemeld over het register'),
    'mandate-report-gap': await taps(keeper, 'mandates.report', { ref: await refOf(false) }),
    'mandate-report-wrong': await taps(keeper, 'mandates.report', { ref: await refOf(true) }),
    'mandate-report-closing': await taps(keeper, 'mandates.closing', { ref: await refOf(true) }),
    'mandate-report-gone': await taps(keeper, 'mandates.report', { ref: 'weg' }),
    'mandate-said-of-nobody': await says(plain, 'hoe vaak is Gijs Toren ziek?'),
    'mandate-deputies': await says(plain, 'wie vervangt Gijs Toren?'),
    'mandate-change-unknown': await says(keeper, 'wijzig mandaat r96'),
    'mandate-new-begun': await taps(keeper, 'mandates.new', {
      activity: 'valideren',
      registration: 'BRK',
      area: '',
    }),
    'mandate-propose-remarks': await taps(keeper, 'mandates.propose', {
      kind: 'new',
      soort: 'mandaat',
      activiteit: 'valideren',
      registratie: 'BGT',
      gebied: city,
      houder: nastyName,
      vervanger: `Verweg ${nastyName}`,
      geldig_van: '2026-12-01',
    }),
    'mandate-mine': await says(holder, 'mijn mandaten'),
    'mandate-mine-none': await says(plain, 'mijn mandaten'),
    'mandate-keepers': await says(plain, 'wie is mandaatbeheerder'),
    'mandate-new': await says(keeper, 'nieuw mandaat'),
    'mandate-new-refused': await says(plain, 'nieuw mandaat'),
    'mandate-change': await says(keeper, 'wijzig mandaat R01'),
    'mandate-change-which': await says(keeper, 'wijzig mandaat'),
    'mandate-deputy': await says(keeper, 'wijzig vervanger R03'),
    'mandate-deputy-wrong': await taps(keeper, 'mandates.propose-deputy', {
      of: 'R03',
      vervanger: 'x',
      per: '',
    }),
    'mandate-deputy-no-day': await taps(keeper, 'mandates.propose-deputy', {
      of: 'R03',
      vervanger: nastyName,
      per: '31-02-2027',
    }),
    'mandate-deputy-unknown': await taps(keeper, 'mandates.propose-deputy', {
      of: 'R03',
      vervanger: nastyName,
      per: '2026-12-15',
    }),
    'mandate-end': await says(keeper, 'beëindig mandaat R01'),
    'mandate-propose-wrong': await taps(keeper, 'mandates.propose', { kind: 'new', limiet_eur: '12k5' }),
    'mandate-proposals-none': await says(keeper, 'voorstellen'),
  };
  Object.assign(samples, {
    'mandate-check': await says(keeper, 'mandaat controle'),
    'mandate-check-more': await taps(keeper, 'mandates.check', { from: 12 }),
    'mandate-check-refused': await says(plain, 'mandaat controle'),
    'mandate-cover': await says(keeper, 'bezetting'),
    'mandate-cover-refused': await says(plain, 'bezetting'),
  });
  samples['mandate-proposed'] = await taps(keeper, 'mandates.propose', {
    kind: 'end',
    of: 'R99',
    geldig_tot_en_met: '2026-11-30',
  });
  const [proposal] = await bot.core.proposals.open();
  const id = proposal?.id ?? '';
  const sooner = { kind: 'end', of: 'R99', geldig_tot_en_met: '2026-11-29' };
  const remarked = await taps(second, 'mandates.propose', sooner);
  samples['mandate-end-remarks'] = remarked;
  const { send } = (remarked.card ?? { data: {} }).data as { send?: object };
  samples['mandate-proposed-second'] = await taps(second, 'mandates.propose', { ...sooner, ...send });
  samples['mandate-change-waiting'] = await says(keeper, 'wijzig mandaat R99');
  samples['mandate-deputy-waiting'] = await says(keeper, 'wijzig vervanger R99');
  samples['mandate-proposals'] = await says(second, 'voorstellen');
  samples['mandate-decide'] = await taps(second, 'mandates.proposal', { id });
  samples['mandate-deciding-reject'] = await taps(second, 'mandates.deciding', { id, open: 'reject' });
  samples['mandate-approve-own'] = await taps(keeper, 'mandates.approve', { id });
  samples['mandate-approve-empty'] = await taps(second, 'mandates.approve', { id });
  samples['mandate-approved'] = await taps(second, 'mandates.approve', {
    id,
    number: 'B-12',
    date: '2026-11-20',
    publication: 'GMB-1',
  });
  samples['mandate-report-waiting'] = await taps(keeper, 'mandates.report', { ref: await refOf(true) });
  samples['mandate-report-closed-empty'] = await taps(keeper, 'mandates.close-report', {
    ref: await refOf(true),
    done: '',
  });
  samples['mandate-report-closed'] = await taps(keeper, 'mandates.close-report', {
    ref: await refOf(true),
    done: 'Gedaan.',
  });
  const [other] = await bot.core.proposals.open();
  await taps(keeper, 'mandates.reject', { id: other?.id ?? '', reason: 'Eerst overleggen.' });
  samples['mandate-again'] = await taps(second, 'mandates.again', { id: other?.id ?? '' });
  samples['mandate-decided-twice'] = await taps(second, 'mandates.reject', { id, reason: 'te laat' });
  if (registerOf((await store.current()).records).entries.length === 0) throw new Error('register is gone');
  return samples;
}
