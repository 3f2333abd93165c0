import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { municipalitySettings } from '../../../src/people/changing/municipality-settings.ts';
import { imported, somebody, startTestBot, type TestBot, team } from '../../support/bot.ts';
import { shownBy, tapping, words } from './tapping.ts';

const keeper = somebody(20, 'Karin Beheer');
const other = somebody(21, 'Xenia Beheer');
const former = somebody(22, 'Erna Eerder');
const linked = somebody(23, 'Lia [klik hier](https://kwaad.example) **Beheer**');
const employee = somebody(1);
let bot: TestBot;

beforeAll(async () => {
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '5000' },
    seed: async ({ people }) =>
      people.save([
        imported(keeper, { access: ['beheerder'] }),
        imported(other, { access: ['beheerder'] }),
        imported(linked, { access: ['beheerder'] }),
        imported(former),
      ]),
  });
});
afterAll(() => bot.stop());

const municipality = async () => (await bot.core.settings.read()).municipality;
const log = async () =>
  (await bot.core.audit.since(bot.clock.now.subtract({ hours: 1 }))).map(
    ({ who, what, about }) => `${who === keeper.account ? 'Karin' : who} ${what} (${about})`,
  );

/** The last line of it about what was set itself, and not about whom it names. */
const lastSet = async () => (await log()).filter((line) => !/ (?:erbij|eraf) /.test(line)).at(-1);

const { tap, on, say } = tapping(() => bot);

describe('beheer', () => {
  test('says what is missing for the first check-in, and leads there by its one main button', async () => {
    const first = await tap(keeper, 'settings.show', {});
    expect(words(first)).toContain('nog 1 ding nodig');
    const step = await on(keeper, first, 'Verder met inrichten');
    const form = await on(keeper, step, 'Vul in');
    await on(keeper, form, 'Bewaar', { name: 'Rosa Linde', contact: '010 000 00 00' });
    const after = await tap(keeper, 'settings.show', {});
    expect(words(after)).not.toContain('nodig');
    expect(words(after)).toContain('Rosa Linde, 010 000 00 00');
    expect(words(after)).toContain('sinds 25 november 2026');
  });

  test('costs who asks, the settings and one reading of who is there, for how many can be reached', async () => {
    await tap(keeper, 'settings.show', {});
    bot.requests.length = 0;
    await tap(keeper, 'settings.show', {});
    expect(bot.requests.map(({ url }) => /(directory|people|settings|audit)/.exec(url)?.[1])).toEqual(
      expect.arrayContaining(['settings']),
    );
    expect(bot.requests.length).toBeLessThanOrEqual(4);
  });
});

describe('each setting of the municipality', () => {
  const filledOf: Record<string, object> = {
    gemeente: { name: 'Gemeente Voorbeeld' },
    instemming: { date: '2026-10-01', reference: 'OR-9' },
    dpia: { date: '2026-10-01', reference: 'DPIA-9' },
    vertrouwenspersoon: { name: 'Rosa', contact: '010 111 11 11' },
    bedrijfsarts: { name: 'Arbo', contact: 'arbo@x.example' },
    'maatschappelijk-werk': { name: 'Mo', contact: '010-3333333, mo@x.example' },
    meldprocedure: { url: 'https://x.example/melden' },
    privacyverklaring: { url: 'https://x.example/privacy' },
    'ondernemingsraad-contact': { people: employee.upn },
    gesprekspartner: { person: employee.upn, label: 'Een coach' },
    sluitingsdagen: { dates: '2026-12-24\n2026-12-31' },
    stap: { choice: '3' },
    terugkoppeling: { weeks: '2' },
    voornamen: { choice: 'uit' },
    'tweede-persoon': { person: employee.upn },
    'teambeeld-directie': { date: '2026-10-01', reference: 'OR-10' },
    pilots: { choice: 'uit' },
    afwezigheid: { choice: 'uit' },
    woorden: { choice: 'uit' },
  };

  test.each(municipalitySettings.map(({ key }) => key))(
    '%s: its form changes it, the log says so, and one tap puts back what stood there',
    async (key) => {
      const setting = municipalitySettings.find((one) => one.key === key);
      const before = await municipality();
      const form = await tap(keeper, 'settings.edit', { setting: key });
      let answer = await on(keeper, form, 'Bewaar', filledOf[key]);
      if (words(answer).includes('Weet je het zeker?')) {
        expect(await municipality()).toEqual(before);
        answer = await on(keeper, answer, 'Ja, doe dit');
      }
      expect(words(answer)).toContain('Bewaard');
      const changed = await municipality();
      expect(setting?.words(changed)).not.toBe(setting?.words(before));
      expect(await lastSet()).toMatch(/^Karin instellingen \S.* \(gemeente\)$/);
      let back = await on(keeper, answer, 'Maak ongedaan');
      if (words(back).includes('Weet je het zeker?')) back = await on(keeper, back, 'Ja, doe dit');
      expect(words(back)).toContain('Teruggezet');
      expect(setting?.words(await municipality())).toBe(setting?.words(before));
      expect(await lastSet()).toMatch(/ongedaan gemaakt \(gemeente\)$/);
    },
  );

  test.each(['ondernemingsraad-contact', 'gesprekspartner', 'tweede-persoon'])(
    '%s: the log says whom it names from now on, and whom no more',
    async (key) => {
      const before = (await log()).length;
      const form = await tap(keeper, 'settings.edit', { setting: key });
      const answer = await on(keeper, form, 'Bewaar', filledOf[key]);
      await on(keeper, answer, 'Maak ongedaan');
      const named = (await log()).slice(before).filter((line) => line.includes(`(${employee.id})`));
      expect(named.map((line) => line.replace(/^Karin instellingen .* (\w+) \(.*$/, '$1'))).toEqual([
        'erbij',
        'eraf',
      ]);
    },
  );
});

describe('what is wrong stands in the form, with what was filled in, and changes nothing', () => {
  test.each<[string, object, string]>([
    ['instemming', { date: '2030-01-01', reference: 'OR' }, 'Deze datum is nog niet geweest.'],
    ['instemming', { date: '', reference: 'OR' }, 'Schrijf de datum'],
    ['dpia', { date: '2026-01-01', reference: ' ' }, 'Geef een kenmerk'],
    ['gemeente', { name: '' }, 'Vul de naam in.'],
    ['meldprocedure', { url: 'http://x.example' }, 'https://'],
    ['vertrouwenspersoon', { name: 'Rosa', contact: '' }, 'telefoon of e-mail'],
    ['vertrouwenspersoon', { name: 'Rosa', contact: 'bel rosa' }, 'geen telefoonnummer of e-mailadres'],
    [
      'vertrouwenspersoon',
      { name: 'Rosa', contact: '010 123, rosa.linde@' },
      'geen telefoonnummer of e-mailadres',
    ],
    ['sluitingsdagen', { dates: '24 december' }, 'geen datum'],
    ['terugkoppeling', { weeks: '13' }, 'Kies 1 tot en met 12 weken.'],
    ['gesprekspartner', { person: employee.upn, label: '' }, 'op de kaart heet'],
    ['pilots', { choice: 'misschien' }, 'Kies aan of uit.'],
    ['stap', { choice: '9' }, 'Kies een stap van 1 tot en met 8.'],
  ])('%s %j', async (setting, filled, problem) => {
    const before = await municipality();
    const lines = await log();
    const form = await tap(keeper, 'settings.edit', { setting });
    const again = await on(keeper, form, 'Bewaar', filled);
    expect(words(again)).toContain(problem);
    for (const value of Object.values(filled).filter(
      (one) => one.trim() !== '' && setting !== 'pilots' && setting !== 'stap',
    ))
      expect(words(again)).toContain(words(value).slice(1, -1));
    expect(await municipality()).toEqual(before);
    expect(await log()).toEqual(lines);
  });
});

describe('consent', () => {
  test('is taken away after one question that says what will happen, and nobody has to fill in anything', async () => {
    const form = await tap(keeper, 'settings.edit', { setting: 'instemming' });
    const asked = await on(keeper, form, 'Haal weg');
    expect(words(asked)).toContain('Dan stoppen de check-ins meteen.');
    expect((await municipality()).consent).toBeDefined();
    const gone = await on(keeper, asked, 'Ja, doe dit');
    expect((await municipality()).consent).toBeUndefined();
    await on(keeper, gone, 'Maak ongedaan');
    expect((await municipality()).consent).toEqual({ date: '2026-09-01', reference: 'test' });
  });
});

describe('two administrators at once', () => {
  test('the second to save is told who was first and sees what stands there; nothing is overwritten unseen', async () => {
    const forms = [
      await tap(keeper, 'settings.edit', { setting: 'gemeente' }),
      await tap(other, 'settings.edit', { setting: 'gemeente' }),
    ];
    await on(other, forms[1], 'Bewaar', { name: 'Gemeente Eerst' });
    const late = await on(keeper, forms[0], 'Bewaar', { name: 'Gemeente Laat' });
    expect((await municipality()).name).toBe('Gemeente Eerst');
    expect(words(late)).toContain('Xenia Beheer veranderde dit intussen.');
    expect(words(late)).toContain('Gemeente Eerst');
    expect(words(late)).toContain('Je vulde in: Gemeente Laat');
    await on(keeper, late, 'Bewaar', { name: 'Gemeente Laat' });
    expect((await municipality()).name).toBe('Gemeente Laat');
  });

  test('nobody puts back over what another changed since', async () => {
    const saved = await on(keeper, await tap(keeper, 'settings.edit', { setting: 'gemeente' }), 'Bewaar', {
      name: 'Gemeente Een',
    });
    await on(other, await tap(other, 'settings.edit', { setting: 'gemeente' }), 'Bewaar', {
      name: 'Gemeente Twee',
    });
    const refused = await on(keeper, saved, 'Maak ongedaan');
    for (const part of ['Er is niets teruggezet', 'Xenia Beheer veranderde dit intussen.'])
      expect(words(refused)).toContain(part);
    expect((await municipality()).name).toBe('Gemeente Twee');
  });

  test('their names are text on every card about it, and never a link or bold', async () => {
    const edit = () => tap(keeper, 'settings.edit', { setting: 'gemeente' });
    const first = await on(keeper, await edit(), 'Bewaar', { name: 'Gemeente Drie' });
    const open = await edit();
    await on(linked, await tap(linked, 'settings.edit', { setting: 'gemeente' }), 'Bewaar', {
      name: 'Gemeente Vier',
    });
    for (const late of [
      await on(keeper, first, 'Maak ongedaan'),
      await on(keeper, open, 'Bewaar', { name: 'Gemeente Vijf' }),
    ]) {
      expect(shownBy(late, 'TextRun')).toContain(`${linked.name} veranderde dit intussen.`);
      expect(shownBy(late, 'TextBlock')).not.toContain('kwaad.example');
    }
  });

  test('a form without what it showed saves nothing', async () => {
    await tap(keeper, 'settings.save', { setting: 'gemeente', name: 'Zomaar' });
    expect((await municipality()).name).not.toBe('Zomaar');
  });
});

describe('the last change', () => {
  test('is put back from the chat, also when it was of a team', async () => {
    bot.clock.now = bot.clock.now.add({ minutes: 1 });
    const form = await tap(keeper, 'settings.edit', { setting: 'ritme', team: 'objecten-west' });
    await on(keeper, form, 'Bewaar', { everyWeeks: '2', day: 'di', time: '09:30', anchor: '2026-11-24' });
    const rhythm = async () => (await bot.core.settings.read()).teams[0]?.schedule.everyWeeks;
    expect(await rhythm()).toBe(2);
    const card = await say(keeper, 'laatste wijziging terug');
    await on(keeper, card, 'Maak ongedaan');
    expect(await rhythm()).toBe(1);
  });

  test('cannot be put back after seven days, which the night sees to', async () => {
    const form = await tap(keeper, 'settings.edit', { setting: 'gemeente' });
    const saved = await on(keeper, form, 'Bewaar', { name: 'Gemeente Acht' });
    bot.clock.now = bot.clock.now.add({ hours: 24 * 8 });
    await bot.tick();
    expect((await municipality()).changes?.gemeente?.before).toBeUndefined();
    expect(words(await on(keeper, saved, 'Maak ongedaan'))).toContain('kan niet meer terug');
    expect((await municipality()).name).toBe('Gemeente Acht');
  });
});

describe('nobody else', () => {
  beforeEach(async () => {
    await bot.core.people.change('objecten-west', former.id, (now) => ({ ...now, access: ['medewerker'] }));
  });

  test.each([
    ['an employee', employee],
    ['the manager', team.at(-1) ?? employee],
    ['a former administrator', former],
  ])('%s changes or reads anything, with a form or without', async (_who, who) => {
    const before = await municipality();
    for (const [verb, data] of [
      ['settings.show', {}],
      ['settings.edit', { setting: 'instemming' }],
      ['settings.save', { setting: 'instemming', gone: 'ja', sure: true }],
      ['settings.undo', { setting: 'gemeente' }],
      ['settings.end-team', { team: 'objecten-west', sure: true }],
    ] as const) {
      const shown = words(await tap(who, verb, data));
      expect(shown).toContain('Dit is alleen voor beheerders');
      expect(shown).not.toContain('OR-');
    }
    expect(await municipality()).toEqual(before);
  });
});

describe('typed by an administrator', () => {
  test.each([
    ['instemming', 'Instemming OR'],
    ['wijzig vertrouwenspersoon', 'Vertrouwenspersoon'],
    ['leg de dpia vast', 'DPIA'],
    ['sluitingsdagen', 'Sluitingsdagen'],
    ['ritme Objecten West', 'Ritme'],
    ['ritme', 'Ritme'],
    ['wijzig de stap', 'Stap van de methode'],
    ['beheer', 'Beheer van Kompas'],
    ['teams beheren', 'Objecten West'],
  ])('%s leads to it', async (text, title) => {
    expect(words(await say(keeper, text))).toContain(title);
  });
});
