import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { imported, inChannel, somebody, typed, wordsOf } from '../../../support/bot.ts';
import { COUNCIL, RUIMTE, WEST } from '../town.ts';
import {
  amira,
  bert,
  elsewhere,
  everything,
  gijs,
  head,
  openSignalTown,
  type SignalTown,
  TEXT,
  works,
} from './town.ts';

let town: SignalTown;
let bot: SignalTown['bot'];

beforeEach(async () => {
  town = await openSignalTown();
  ({ bot } = town);
});
afterEach(() => bot.stop());

describe('giving a signal', () => {
  test('the form says what it is not, who else there is, and repeats nothing of what was typed', async () => {
    const card = await town.says(amira, `signaal ${TEXT}`);
    expect(card).not.toContain('mutaties');
    for (const text of [
      'geen officiële melding',
      'https://gemeente.example/melden',
      'Rosa Linde',
      'neem ik niet over',
    ])
      expect(card).toContain(text);
    for (const way of ['"team"', '"department"', '"council"']) expect(card).toContain(`"value":${way}`);
  });

  test('typed in a channel it is answered in private', async () => {
    const sent = await bot.hear(inChannel(typed(amira, 'signaal')));
    expect(sent.map(({ conversation }) => conversation)).toEqual(['chat-p1', '19:channel']);
    expect(wordsOf(sent.slice(1))).not.toContain('signal.send');
  });

  test('without name nothing is kept or logged that leads to who gave it', async () => {
    const before = await bot.rows('people', 'directory', 'audit');
    bot.lines.length = 0;
    const card = await town.give(amira);
    for (const text of [
      'Gijs Toren',
      'tien werkdagen',
      'Typ vanaf morgen “team”',
      'Wie het oppakt, je team, en wie het teambeeld mag openen.',
    ])
      expect(card).toContain(text);
    expect(await town.only()).toMatchObject({ state: 'received', words: { text: TEXT }, by: undefined });
    expect(await bot.rows('people', 'directory', 'audit')).toEqual(before);
    const rows = JSON.stringify(await bot.rows('groups', 'occurrences'));
    const log = bot.lines.join('');
    expect(log).toContain('"turn"');
    expect(log).not.toContain('signal.send');
    for (const trace of [amira.account, amira.upn, amira.user, amira.name, '"p1"', 'chat-p1'])
      for (const where of [rows, log]) expect(where).not.toContain(trace);
    expect(log).not.toContain('mutaties');
  });

  test('with name who takes care of it reads the name, and the team does not', async () => {
    await town.give(amira, { named: 'ja' });
    const { id, by } = await town.only();
    expect(by).toBe(amira.account);
    expect(await town.tap(gijs, 'signal.open', { ...WEST, id })).toContain('Gegeven door');
    expect(await town.tap(bert, 'signal.open', { ...WEST, id })).not.toContain('Gegeven door');
  });

  test('two taps are one signal', async () => {
    await Promise.all([town.give(amira), town.give(amira)]);
    await town.give(bert, { text: 'Er is geen tweede scherm.' });
    expect(await town.signals(WEST)).toHaveLength(2);
  });

  test('without name nobody sees or hears of it on the same day: the moment would tell who was at work', async () => {
    const start = bot.connector.sent.length;
    const before = {
      view: await town.tap(gijs, 'team.open', WEST),
      list: await town.tap(gijs, 'signal.list'),
    };
    await town.give(amira);
    const { id } = await town.only();
    expect(await town.tap(gijs, 'team.open', WEST)).toBe(before.view);
    expect(await town.tap(gijs, 'signal.list')).toBe(before.list);
    expect(await town.tap(gijs, 'signal.open', { ...WEST, id })).toContain('Dit signaal is er niet meer');
    expect(await town.says(gijs, 'terugkoppeling')).not.toContain('signaal van een collega');
    expect(wordsOf(bot.connector.sent.slice(start))).not.toContain('signal.open');
    town.nextDay();
    expect(await town.tap(gijs, 'team.open', WEST)).toContain('signal.open');
    expect(await town.tap(gijs, 'signal.list')).toContain('signal.open');
  });

  test('with a name, who takes care of it reads it at once; the team the next day, with its week: so few work on a day', async () => {
    const report = () => town.says(bert, 'terugkoppeling');
    const [before, told] = [await town.tap(bert, 'team.open', WEST), await report()];
    await town.give(amira, { named: 'ja' });
    const { id } = await town.only();
    const open = (who: Parameters<typeof town.tap>[0]) => town.tap(who, 'signal.open', { ...WEST, id });
    expect(await open(gijs)).toContain('25 november 2026');
    expect(await open(amira)).toContain('25 november 2026');
    expect(await town.tap(bert, 'team.open', WEST)).toBe(before);
    expect(await open(bert)).toContain('Dit signaal is er niet meer');
    expect(await report()).toBe(told);
    town.nextDay();
    expect(await report()).toContain('sinds deze week');
    expect(await town.tap(bert, 'team.open', WEST)).toContain('signal.open');
    expect(await open(bert)).toContain('week 48');
    expect(await open(bert)).not.toMatch(/2[45] november 2026/);
  });

  test('past the manager only the head of department reads it', async () => {
    expect(await town.give(amira, { to: 'department' })).toContain('Je krijgt er niets over terug');
    const { id } = await town.only(RUIMTE);
    town.nextDay();
    expect(await town.tap(head, 'signal.open', { ...RUIMTE, id })).toContain('mutaties');
    for (const other of [gijs, elsewhere, amira, works])
      expect(await town.tap(other, 'signal.open', { ...RUIMTE, id })).toContain('niet voor jou');
    expect(await town.signals(WEST)).toEqual([]);
  });

  test('somebody from the direction sees the department, and not what was given there', async () => {
    await town.give(amira, { to: 'department' });
    const one = await bot.core.people.find(elsewhere.account);
    if (one) await bot.core.people.save([{ ...one, access: ['directie'] }]);
    // Two teams beside their own: less would tell of a single one.
    const [west] = (await bot.core.settings.read()).teams.filter(({ department }) => department === 'Ruimte');
    if (west) await bot.core.settings.saveTeam({ ...west, key: 'objecten-noord', name: 'Objecten Noord' });
    town.nextDay();
    const view = await town.tap(elsewhere, 'team.open', RUIMTE);
    expect(view).toContain('Ruimte');
    expect(view).not.toContain('signal.open');
    expect(await town.tap(head, 'team.open', RUIMTE)).toContain('signal.open');
  });

  test('the works council contact gets it in a list of their own', async () => {
    await town.give(amira, { to: 'council', named: 'ja' });
    const { id } = await town.only(COUNCIL);
    const list = await town.says(works, 'signalen');
    expect(list).toContain('ondernemingsraad');
    expect(list).not.toContain('mutaties');
    expect(await town.tap(works, 'signal.open', { ...COUNCIL, id })).toContain('Persoon 1');
    expect(await town.tap(gijs, 'signal.open', { ...COUNCIL, id })).toContain('niet voor jou');
  });

  test('several contacts of the works council all get it, and the giver reads their names before sending', async () => {
    await bot.core.settings.changeMunicipality((now) => ({
      ...now,
      worksCouncil: [works.upn, elsewhere.upn],
    }));
    const form = await town.says(amira, 'signaal');
    expect(form).toContain(`Naar de ondernemingsraad: ${works.name} en ${elsewhere.name}.`);
    await town.give(amira, { to: 'council', named: 'ja' });
    const { id } = await town.only(COUNCIL);
    for (const who of [works, elsewhere])
      expect(await town.tap(who, 'signal.open', { ...COUNCIL, id })).toContain('Persoon 1');
  });

  test('a way that is not offered cannot be forged, and nothing typed is lost', async () => {
    const { municipality } = await bot.core.settings.read();
    await bot.core.settings.changeMunicipality(() => ({ ...municipality, worksCouncil: [] }));
    for (const to of ['council', 'municipality', 'oost', '']) {
      const card = await town.give(amira, { to });
      expect(card).toContain('mutaties');
      expect(card).toContain('signal.send');
    }
    expect(await town.give(amira, { named: 'misschien' })).toContain('Kies met of zonder je naam');
    expect(await town.give(amira, { text: '   ' })).toContain('Schrijf wat er speelt');
    for (const place of [WEST, RUIMTE, COUNCIL]) expect(await town.signals(place)).toEqual([]);
  });

  test('with nobody to take care of it, it says so before and after', async () => {
    const lonely = somebody(30);
    await bot.core.people.save([imported(lonely, { team: 'los' })]);
    const { municipality } = await bot.core.settings.read();
    await bot.core.settings.changeMunicipality(() => ({ ...municipality, worksCouncil: [] }));
    expect(await town.says(lonely, 'signaal')).toContain('niemand die je signaal kan oppakken');
    expect(await town.give(lonely)).toContain('mutaties');
    expect(await town.give(somebody(99))).toContain('Ik ken je nog niet');
  });

  test('a text that is too long is cut, and that is told', async () => {
    expect(await town.give(amira, { text: 'é'.repeat(50_000) })).toContain('te lang');
    expect((await town.only()).words.text).toHaveLength(1_000);
  });
});

describe('taking care of a signal', () => {
  let id: string;
  beforeEach(async () => {
    await town.give(amira);
    ({ id } = await town.only());
    town.nextDay();
  });

  test('one state after the other, and the team reads what came of it', async () => {
    expect(await town.save(gijs, WEST, id, 'seeing', { size: 'Elke ochtend' })).toContain('Signaal: bekeken');
    expect(await town.save(gijs, WEST, id, 'judging', { judged: 'Ja' })).toContain('Signaal: afgewogen');
    const refused = await town.save(gijs, WEST, id, 'deciding', { acts: 'nee', decided: 'Niets' });
    expect(refused).toContain('Schrijf dan waarom');
    const { owner, acts, due, decided } = everything;
    await town.save(gijs, WEST, id, 'deciding', { owner, acts, due, decided });
    expect(await town.only()).toMatchObject({ state: 'deciding', acts: true, due, owner: amira.account });
    await town.save(gijs, WEST, id, 'answered', { told: 'De lijst wordt korter' });
    const view = await town.tap(bert, 'team.open', WEST);
    for (const text of ['mutaties', 'beantwoord', 'We splitsen de lijst', 'De lijst wordt korter', 'Bekijk'])
      expect(view).toContain(text);
    expect(await town.audited()).toEqual([
      [gijs.account, 'besluit over signaal', id],
      [gijs.account, 'signaal beantwoord', id],
    ]);
    const card = await town.tap(bert, 'signal.open', { ...WEST, id });
    expect(card).toContain('Persoon 1');
    expect(card).not.toContain('Elke ochtend');
    expect(card).not.toContain('signal.step');
  });

  test('a small signal is three questions on one form, with both entries in the log', async () => {
    const opened = await town.tap(gijs, 'signal.open', { ...WEST, id });
    expect(opened.indexOf('Kort afhandelen')).toBeLessThan(opened.indexOf('Stap voor stap'));
    const form = await town.tap(gijs, 'signal.step', { ...WEST, id, to: 'answered' });
    expect([...form.matchAll(/"label":"([^"]+)"/g)].map(([, label]) => label)).toEqual([
      'Wat doen we?',
      'Wie pakt het op?',
      'Wanneer is het klaar? (niet nodig bij “Niemand”)',
      'Wat is je antwoord?',
    ]);
    const { decided, owner, due, told } = everything;
    expect(await town.save(gijs, WEST, id, 'answered', { decided, owner, due, told })).toContain(
      'Signaal: beantwoord',
    );
    expect(await town.only()).toMatchObject({
      state: 'answered',
      answered: '2026-11-26',
      owner: amira.account,
    });
    expect((await town.audited())?.map(([, what]) => what)).toEqual([
      'besluit over signaal',
      'signaal beantwoord',
    ]);
  });

  test('a small signal of which nothing is done says why, and nobody takes it up', async () => {
    const answers = { decided: 'Er is geen geld', owner: 'nobody', told: 'Dit jaar niet' };
    expect(await town.save(gijs, WEST, id, 'answered', answers)).toContain('We doen dit bewust niet');
    expect(await town.only()).toMatchObject({
      state: 'answered',
      acts: false,
      owner: undefined,
      words: { reason: 'Er is geen geld', told: 'Dit jaar niet' },
    });
  });

  test('who forgets something on the short form hears which, and types nothing twice', async () => {
    const card = await town.save(gijs, WEST, id, 'answered', { decided: 'Korter', owner: amira.id });
    for (const text of ['Kies wanneer het klaar is', 'Schrijf je antwoord', 'Korter', '"isRequired":true'])
      expect(card).toContain(text);
    expect((await town.only()).state).toBe('received');
  });

  test('who takes it up is told at once when it is for today, without a word of what it says', async () => {
    const start = bot.connector.sent.length;
    bot.clock.now = bot.clock.now.subtract({ hours: 8 });
    await town.save(gijs, WEST, id, 'answered', { ...everything, due: '2026-11-26' });
    const sent = bot.connector.sent.slice(start);
    expect(sent.map(({ conversation }) => conversation)).toEqual(['chat-p1']);
    expect(wordsOf(sent)).toContain('Jij pakt iets op');
    expect(wordsOf(sent)).not.toContain('splitsen');
    expect((await town.only()).asked).toBe('2026-11-26');
  });

  test('who takes it up themselves is told nothing', async () => {
    const start = bot.connector.sent.length;
    bot.clock.now = bot.clock.now.subtract({ hours: 8 });
    await town.save(gijs, WEST, id, 'answered', { ...everything, owner: gijs.id, due: '2026-11-26' });
    expect(bot.connector.sent.slice(start)).toEqual([]);
    expect((await town.only()).asked).toBe('2026-11-26');
  });

  test('it can be given to somebody whom Kompas knows no account of only by themselves: that is said', async () => {
    const newcomer = somebody(31, 'Nora Nieuw');
    await bot.core.people.save([imported(newcomer, { directoryId: undefined })]);
    const form = await town.tap(gijs, 'signal.step', { ...WEST, id, to: 'answered' });
    expect(form).toContain('Nora Nieuw');
    expect(form).not.toContain('opende');
    const card = await town.save(gijs, WEST, id, 'answered', { ...everything, owner: newcomer.id });
    expect(card).toContain('Nora Nieuw heeft nog geen account in Kompas');
    expect((await town.only()).state).toBe('received');
  });

  test('who fills in the short form is chosen at first and stands first, and nobody else', async () => {
    const form = await town.tap(gijs, 'signal.step', { ...WEST, id, to: 'answered' });
    const [, owner = ''] = /"id":"owner".*?"value":"([^"]*)"/.exec(form) ?? [];
    expect(owner).toBe(gijs.id);
    const titles = [...form.matchAll(/"title":"([^"]+)","value":"[^"]*"/g)].map(([, title]) => title);
    expect(titles.slice(0, 3)).toEqual(['Kies wie het oppakt', 'Niemand: we doen hier niets mee', gijs.name]);
  });

  test('the words of the state it is in can be corrected, and an owner who is no longer needed goes', async () => {
    await town.save(gijs, WEST, id, 'answered', { ...everything, told: 'Korter' });
    await town.save(gijs, WEST, id, 'answered', { told: 'Veel korter' });
    expect((await town.only()).words.told).toBe('Veel korter');
    await town.give(bert, { text: 'Twee' });
    town.nextDay();
    const second = (await town.signals(WEST)).find(({ words }) => words.text === 'Twee')?.id ?? '';
    for (const to of ['seeing', 'judging', 'deciding']) await town.save(gijs, WEST, second, to, everything);
    await town.save(gijs, WEST, second, 'deciding', { acts: 'nee', reason: 'Geen geld' });
    expect((await town.signals(WEST)).find((one) => one.id === second)).toMatchObject({
      state: 'deciding',
      acts: false,
      due: undefined,
      owner: undefined,
    });
  });

  test('nobody without the right brings it further: a member, another manager, somebody who left or led it before', async () => {
    const form = await town.formOf(gijs, WEST, id, 'seeing');
    const mine = { ...form, size: 'Elke ochtend' };
    for (const who of [amira, elsewhere, works, head, somebody(99)]) {
      expect(await town.tap(who, 'signal.save', mine)).toContain('Elke ochtend');
      expect(await town.tap(who, 'signal.step', { ...WEST, id, to: 'seeing' })).not.toContain('signal.save');
    }
    const was = await bot.core.people.find(gijs.account);
    if (!was) throw new Error('the manager is there');
    await bot.core.people.save([{ ...was, access: ['medewerker'] }]);
    expect(await town.tap(gijs, 'signal.save', mine)).toContain('niet voor jou');
    await bot.core.people.save([{ ...was, removed: '2026-11-24' }]);
    expect(await town.tap(gijs, 'signal.save', mine)).toContain('Ik ken je nog niet');
    expect((await town.only()).state).toBe('received');
  });

  test('a forged place, id, step or owner changes nothing', async () => {
    const form = await town.formOf(gijs, WEST, id, 'answered');
    const forged = [
      { ...form, ...everything, kind: 'department', key: 'ruimte' },
      { ...form, ...everything, kind: 'council', key: '' },
      { ...form, ...everything, kind: 'municipality', key: '' },
      { ...form, ...everything, key: 'oost' },
      { ...form, ...everything, id: 'S-9' },
      { ...form, ...everything, to: 'judging' },
      { ...form, ...everything, to: 'received' },
      { ...form, ...everything, from: 'judging' },
      { ...form, ...everything, seen: 'x' },
      { ...form, ...everything, owner: elsewhere.id },
      { ...form, ...everything, due: '2020-01-01' },
    ];
    for (const data of forged)
      expect(await town.tap(gijs, 'signal.save', data)).toContain('We splitsen de lijst');
    expect(await town.only()).toMatchObject({ state: 'received', words: { text: TEXT } });
    expect(await town.audited()).toEqual([]);
  });

  test('of two at once the second sees what holds, and loses nothing of what they typed', async () => {
    const west = (await bot.core.settings.read()).teams.find(({ key }) => key === WEST.key);
    if (west) await bot.core.settings.saveTeam({ ...west, managers: [elsewhere.upn] });
    const [first, second] = [
      await town.formOf(gijs, WEST, id, 'seeing'),
      await town.formOf(elsewhere, WEST, id, 'seeing'),
    ];
    await town.tap(gijs, 'signal.save', { ...first, size: 'Elke ochtend' });
    const late = await town.tap(elsewhere, 'signal.save', { ...second, size: 'Alleen op maandag' });
    for (const text of ['Iemand anders was je voor', 'Elke ochtend', 'Alleen op maandag'])
      expect(late).toContain(text);
    expect((await town.only()).words.size).toBe('Elke ochtend');
    const again = JSON.parse(/"verb":"signal.save","data":(\{[^}]*\})/.exec(late)?.[1] ?? '');
    await town.tap(elsewhere, 'signal.save', { ...again, size: 'Elke ochtend, vooral op maandag' });
    expect((await town.only()).words.size).toBe('Elke ochtend, vooral op maandag');
    await town.save(gijs, WEST, id, 'answered', everything);
    expect(await town.tap(elsewhere, 'signal.save', { ...again, size: 'Te laat' })).toContain('Te laat');
    expect(await town.only()).toMatchObject({
      state: 'answered',
      words: { size: 'Elke ochtend, vooral op maandag' },
    });
  });

  test('truly at once one of the two is kept whole, and the same tap twice is one decision', async () => {
    const form = await town.formOf(gijs, WEST, id, 'answered');
    const cards = await Promise.all(
      ['Een', 'Twee'].map((told) => town.tap(gijs, 'signal.save', { ...form, ...everything, told })),
    );
    const { told } = (await town.only()).words;
    expect(cards.filter((card) => card.includes('was je voor'))).toHaveLength(1);
    expect(await town.tap(gijs, 'signal.save', { ...form, ...everything, told })).toContain('al bewaard');
    expect(await town.audited()).toHaveLength(2);
  });

  test('an answer that is too long is cut, and that is told', async () => {
    expect(await town.save(gijs, WEST, id, 'seeing', { size: 'é'.repeat(20_000) })).toContain('te lang');
    expect((await town.only()).words.size).toHaveLength(500);
  });
});

describe('seeing how it stands', () => {
  test('whoever was given something to take up finds it in their list, until it is done', async () => {
    expect(await town.says(amira, 'signalen')).toContain('Jij pakt geen signalen op');
    await town.give(bert);
    town.nextDay();
    const { id } = await town.only();
    await town.save(gijs, WEST, id, 'answered', everything);
    const typed = await town.says(amira, 'signalen');
    expect(typed).toContain('jij pakt dit op · uiterlijk 4 december 2026');
    expect(typed).not.toContain('mutaties');
    // The same list when it is tapped: what somebody wrote stands on the signal itself.
    const tapped = await town.tap(amira, 'signal.list');
    expect(tapped).toContain('jij pakt dit op · uiterlijk 4 december 2026');
    expect(tapped).toContain('een signaal uit');
    expect(tapped).not.toContain('mutaties');
    expect(await town.tap(amira, 'signal.open', { ...WEST, id })).toContain('mutaties');
    expect(await town.says(bert, 'signalen')).toContain('Jij pakt geen signalen op');
    bot.clock.now = bot.clock.now.add({ hours: 24 * 12 });
    expect(await town.says(amira, 'signalen')).toContain('jij pakt dit op · 4 dagen te laat');
    await town.tap(amira, 'signal.done', { ...WEST, id });
    expect(await town.says(amira, 'signalen')).toContain('Jij pakt geen signalen op');
  });

  test('the list of who takes care shows every place, age and lateness, and closes with nothing open', async () => {
    expect(await town.says(gijs, 'signalen')).toContain('geen signalen open');
    await town.give(amira);
    bot.clock.now = bot.clock.now.add({ hours: 24 * 19 });
    const list = await town.says(gijs, 'signalen');
    for (const text of ['Objecten West', 'ontvangen', 'al 11 werkdagen', 'te laat'])
      expect(list).toContain(text);
    expect(await town.says(amira, 'signalen')).toContain('Jij pakt geen signalen op');
  });

  test('after twenty working days the team reads that it waits, and what was typed stays behind a button', async () => {
    await town.give(amira);
    bot.clock.now = bot.clock.now.add({ hours: 24 * 35 });
    const stored = await town.says(bert, 'team');
    expect(stored).toContain('wacht op besluit');
    expect(stored).not.toContain('mutaties');
    expect(stored).toContain('Het oudste open signaal wacht');
    expect(await town.tap(bert, 'team.open', WEST)).toContain('mutaties');
  });
});
