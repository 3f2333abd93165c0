import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reportsJob } from '../../../../src/features/mandates/review/reports-told.ts';
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
} from '../../../support/bot.ts';
import { type ClockJob, clockJob } from '../../../support/clock-job.ts';
import { demoRegister } from '../registers.ts';

const [asker, keeper, second] = [
  somebody(2, 'Karim Dijk'),
  somebody(5, 'Noud Kreek'),
  somebody(6, 'Oumaima Singel'),
];
let bot: TestBot;
let job: ClockJob;

beforeAll(async () => {
  bot = await startTestBot({ now: '2026-11-25T09:30:00Z', env: { TURNS_PER_MINUTE: '1000' } });
  const { register, people, gaps } = bot.core;
  await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
  const chat = (who: typeof keeper) => ({ reach: 'open' as const, address: chatOf(who, bot.connector.url) });
  await people.save([
    imported(asker),
    imported(keeper, { access: ['mandaatbeheerder'], ...chat(keeper) }),
    // Free on Thursdays.
    imported(second, {
      access: ['mandaatbeheerder'],
      workdays: ['ma', 'di', 'wo', 'vr'],
      ...chat(second),
    }),
  ]);
  job = clockJob(reportsJob({ store: register, gaps }), bot.core);
});
afterAll(() => bot.stop());
beforeEach(() => {
  bot.clock.now = bot.clock.now.add({ minutes: 20 });
});

const say = async (text: string, who = asker) => wordsOf(await bot.hear(typed(who, text)));
// biome-ignore lint/suspicious/noExplicitAny: a card as JSON; each test looks at other parts of it.
const tap = async (verb: string, data: object, who = asker): Promise<any> =>
  (await bot.post(tapped(who, verb, data))).body.value;
const words = (card: unknown) => JSON.stringify(card);
const wrong = async () => (await bot.core.gaps.all()).filter(({ what }) => what !== undefined);

describe('an answer that is wrong', () => {
  test.each([
    'wie valideert BAG in Noord?',
    'mag Bert Kade BAG valideren in Noord?',
    'wie vervangt Amira Sol?',
    'welke mandaten heeft Gijs Toren?',
    'wie valideert BRK in Delfshaven?',
    'tot welk bedrag mag Gijs Toren opdracht geven?',
  ])('%s: a colleague can report it, and who keeps the register changes it', async (question) => {
    const mine = await say(question);
    expect(mine).toContain('"title":"Klopt dit niet?"');
    const theirs = await say(question, keeper);
    expect(theirs).not.toContain('Klopt dit niet?');
    if (theirs.includes('Nummer')) expect(theirs).toMatch(/"title":"Wijzig R\d+"/);
  });

  test('is not reported where others read along', async () => {
    const shown = wordsOf(await bot.hear(inChannel(typed(asker, 'wie valideert BAG in Noord?'))));
    expect(shown).toContain('Driss Haven');
    expect(shown).not.toContain('Klopt dit niet?');
  });

  test.each([
    ['dit klopt niet', 'R17'],
    ['dat antwoord is niet juist', 'R17'],
    ['er staat een fout in het register', 'R17'],
    ['een regel klopt niet: R08', 'R08'],
    ['correctie R08', 'R08'],
    ['de naam in dit mandaat is fout', 'R17'],
    ['Farid Brug werkt hier niet meer', 'R08'],
    ['Farid zit hier niet meer', 'R08'],
  ])('typed as "%s" opens the form, or for who keeps it the lines', async (text, id) => {
    await say('wie valideert BAG in Noord?');
    const form = await say(text);
    expect(form).toContain('Wat klopt er niet?');
    expect(form).toContain(id);
    expect(form).toContain(text);
    await say('wie valideert BAG in Noord?', keeper);
    expect(await say(text, keeper)).toContain(`"title":"Wijzig ${id}"`);
  });

  test('of which nobody said what it is about is asked about first', async () => {
    bot.clock.now = bot.clock.now.add({ hours: 1 });
    expect(await say('dit klopt niet')).toContain('Meld een fout in het register');
  });

  test.each(['wie valideert BAG als Bert hier niet meer werkt?', 'ik werk hier niet meer met plezier'])(
    '%s is no report',
    async (text) => {
      expect(await say(text)).not.toContain('Wat klopt er niet?');
    },
  );
});

describe('a report', () => {
  test('of what is wrong is kept without who it is, once', async () => {
    const sent = { ids: ['R08'], what: 'Farid Brug werkt hier niet meer.' };
    expect(words(await tap('mandates.report-wrong', sent))).toContain('Gemeld aan de mandaatbeheerder');
    await tap('mandates.report-wrong', sent);
    expect(await wrong()).toMatchObject([
      { ids: ['R08'], what: sent.what, activity: 'valideren', registration: 'WOZ', count: 1 },
    ]);
    const rows = words((await bot.rows('mandategaps')).mandategaps);
    for (const trace of [asker.account, asker.name, `"${asker.id}"`]) expect(rows).not.toContain(trace);
  });

  test('without a word, or of what no card of ours says, keeps nothing of that', async () => {
    const before = (await wrong()).length;
    expect(words(await tap('mandates.report-wrong', { ids: [], what: '' }))).toContain(
      'Schrijf op wat er niet klopt.',
    );
    expect(await wrong()).toHaveLength(before);
    await tap('mandates.report-wrong', { ids: ['R999'], activity: 'verzonnen', what: 'x' });
    expect((await wrong()).find(({ what }) => what === 'x')).toMatchObject({ ids: [], activity: '' });
  });

  test('waits for who keeps the register, and is told the next working morning, once, to who is there', async () => {
    await tap('mandates.gap', {
      question: { kind: 'who', activity: 'valideren', registration: 'BRK', date: '2026-11-25' },
    });
    await job.at('2026-11-25T11:00:00+01:00');
    expect(job.sent).toEqual([]);
    await job.at('2026-11-26T08:00:00+01:00');
    expect(job.sent).toEqual([]);
    await job.at('2026-11-26T09:00:00+01:00');
    await job.at('2026-11-26T09:05:00+01:00');
    await job.at('2026-11-27T09:00:00+01:00');
    expect(job.sent.map(({ to }) => to.conversation)).toEqual([chatOf(keeper).conversation]);
    const told = words(job.sent[0]?.message);
    expect(told).toContain('3 nieuwe meldingen over het register');
    expect(told).toContain('Niet vastgelegd: BRK valideren in de hele gemeente');
    // What somebody wrote is read where it is asked for, and goes into no message.
    expect(told).not.toContain('Farid Brug');

    const mine = await say('van mij', keeper);
    expect(mine).toContain('Gemeld over het register');
    expect(mine).toContain('Klopt niet: R08');
    expect(await say('van mij', second)).toContain('Klopt niet: R08');
    expect(await say('van mij')).not.toContain('Gemeld over het register');
  });

  test.each(['\u0000', 'wrong|F\u0007', '\n', '\ud800', '/', 'a#b', 'é', 'x'.repeat(1_000)])(
    'is not found by the name of a row that cannot be: %j',
    async (ref) => {
      for (const [verb, data] of [
        ['mandates.report', { ref }],
        ['mandates.closing', { ref }],
        ['mandates.close-report', { ref, done: 'Voorstel gedaan.' }],
      ] as const)
        expect(words(await tap(verb, data, keeper))).toContain('Deze melding is al afgerond');
    },
  );

  test('shows what was reported and the question, leads to mending it, and is closed with what was done', async () => {
    const [one] = (await wrong()).filter(({ ids }) => ids?.[0] === 'R08');
    const [gap] = (await bot.core.gaps.all()).filter(({ registration }) => registration === 'BRK');
    const shown = words(await tap('mandates.report', { ref: one?.ref }, keeper));
    expect(shown).toContain('Farid Brug werkt hier niet meer.');
    expect(shown).toContain('"title":"Wijzig R08"');
    expect(shown).toContain('Wie het meldde, bewaart Kompas niet.');
    const asked = words(await tap('mandates.report', { ref: gap?.ref }, keeper));
    expect(asked).toContain('wie mag BRK valideren in de hele gemeente?');
    expect(asked).toContain('"title":"Nieuw mandaat"');

    expect(words(await tap('mandates.closing', { ref: one?.ref }, keeper))).toContain('Wat is er gedaan?');
    const done = { ref: one?.ref, done: 'Voorstel gedaan.' };
    // Who keeps the register closes a report, which the log tells; they do not make it go without a trace.
    const id = (done.ref ?? '').split('|').at(-1) ?? '';
    expect(words(await tap('mandates.take-back', { id }, keeper))).toContain('Rond deze melding af');
    expect((await wrong()).map(({ ref }) => ref)).toContain(done.ref);
    expect(words(await tap('mandates.close-report', done, keeper))).toContain('Afgerond');
    const log = await bot.core.audit.since(bot.clock.now.subtract({ hours: 1 }));
    expect(log.filter(({ what }) => what === 'melding over het register afgerond')).toMatchObject([
      { who: keeper.account, about: done.ref },
    ]);
    expect(words(await tap('mandates.close-report', done, second))).toContain('al afgerond');
    expect(await say('van mij', second)).not.toContain('R08');
    expect(await say('gemeld over het register', keeper)).not.toContain('R08');
    expect((await wrong()).find(({ ref }) => ref === one?.ref)).toMatchObject({ done: 'Voorstel gedaan.' });
  });

  test('is not closed without a word, and is opened again from the card that says it is closed', async () => {
    await tap('mandates.report-wrong', { ids: ['R17'], what: 'De naam is fout.' });
    const find = async () => (await wrong()).find(({ ids }) => ids?.[0] === 'R17');
    const { ref } = (await find()) ?? {};
    const asked = words(await tap('mandates.closing', { ref }, keeper));
    expect(asked).toContain('"isRequired":true,"errorMessage":"“Wat is er gedaan?” is nog leeg."');
    const empty = words(await tap('mandates.close-report', { ref, done: ' ' }, keeper));
    expect(empty).toContain('Schrijf op wat er is gedaan.');
    expect(await find()).not.toHaveProperty('closed');
    const closed = words(await tap('mandates.close-report', { ref, done: 'Gedaan.' }, keeper));
    expect(closed).toContain('"title":"Zet weer open"');
    expect(words(await tap('mandates.reopen-report', { ref }, keeper))).toContain('De naam is fout.');
    expect(await find()).not.toHaveProperty('closed');
    expect(await find()).not.toHaveProperty('done');
    const log = await bot.core.audit.since(bot.clock.now.subtract({ hours: 1 }));
    expect(log.filter(({ what }) => what === 'melding over het register weer open')).toHaveLength(1);
    expect(words(await tap('mandates.reopen-report', { ref: 'weg' }, keeper))).toContain('er niet meer');
  });

  test('leads to a proposal and back, and then says that this waits', async () => {
    const ref = (await wrong()).find(({ ids }) => ids?.[0] === 'R17')?.ref ?? '';
    const before = words(await tap('mandates.report', { ref }, keeper));
    expect(before).not.toContain('Er wacht al een voorstel');
    const form = words(await tap('mandates.change', { id: 'R17', report: ref }, keeper));
    expect(form).toContain(`"back":{"verb":"mandates.report","data":{"ref":"${ref}"}}`);
    expect(form).toContain(`"report":"${ref}"`);
    const end = { kind: 'end', of: 'R17', report: ref, geldig_tot_en_met: '2026-12-31' };
    const proposed = words(await tap('mandates.propose', end, keeper));
    expect(proposed).toContain(
      `"title":"Terug naar de melding","verb":"mandates.report","data":{"ref":"${ref}"}`,
    );
    const after = words(await tap('mandates.report', { ref }, keeper));
    expect(after).toContain('Er wacht al een voorstel voor R17.');
    expect(after).toContain('"title":"Open het voorstel","verb":"mandates.proposal"');
  });

  test('of what is missing says that a new mandate for it waits', async () => {
    const gap = { activity: 'valideren', registration: 'WKPB', area: '' };
    await bot.core.gaps.report(gap, '2026-11-26');
    const { ref = '' } = (await bot.core.gaps.all()).find((one) => one.registration === 'WKPB') ?? {};
    const begun = { ...gap, report: ref };
    expect(words(await tap('mandates.new', begun, keeper))).toContain(`"report":"${ref}"`);
    const city = demoRegister().areas.find(({ kind }) => kind === 'gemeente')?.code;
    const sent = {
      kind: 'new',
      report: ref,
      soort: 'mandaat',
      activiteit: 'valideren',
      registratie: 'WKPB',
      gebied: city,
      houder: asker.name,
      geldig_van: '2026-12-01',
    };
    expect(words(await tap('mandates.propose', sent, keeper))).toContain('Terug naar de melding');
    const after = words(await tap('mandates.report', { ref }, keeper));
    expect(after).toContain('Er wacht al een voorstel voor een nieuw mandaat.');
    expect(after).not.toContain('"title":"Nieuw mandaat"');
  });

  test('of a gap that was closed comes back when it is reported again', async () => {
    const gap = { activity: 'goedkeuren', registration: 'BAG', area: '' };
    await bot.core.gaps.report(gap, '2026-11-26');
    const find = async () => (await bot.core.gaps.all()).find((one) => one.activity === gap.activity);
    const { ref = '' } = (await find()) ?? {};
    await bot.core.gaps.told(ref, '2026-11-27');
    await bot.core.gaps.close(ref, '2026-11-27', '');
    await bot.core.gaps.report(gap, '2026-11-30');
    const again = await find();
    expect(again).toMatchObject({ count: 2 });
    expect(again).not.toHaveProperty('told');
    expect(again).not.toHaveProperty('closed');
  });
});
