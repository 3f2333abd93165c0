import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { today } from '../../src/calendar/clock.ts';
import { defaultSchedule } from '../../src/calendar/schedule.ts';
import { consentGiven } from '../../src/people/municipality.ts';
import { account, HEADING, person } from '../support/town.ts';
import { openTerminal, SAID, type Terminal } from './terminal.ts';

let terminal: Terminal;
const set = (...args: string[]) => terminal.kompas('instellingen', ...args);
const asInFile = 'Schrijf het e-mailadres zoals het in het mensenbestand staat.';
const stored = async () => (await terminal.core.readSettings()).municipality;

beforeAll(async () => {
  terminal = await openTerminal();
  for (const name of ['West', 'Oost'])
    await terminal.core.settings.saveTeam({ key: name.toLowerCase(), name, schedule: defaultSchedule });
  const colleague = (id: string) =>
    person(id, { upn: `${id}@gemeente.example`, team: 'oost', directoryId: undefined });
  await terminal.core.people.save([
    colleague('rosa'),
    colleague('gijs'),
    { ...colleague('weg'), removed: '2026-11-01' },
  ]);
});
afterAll(() => terminal.close());

describe('instellingen', () => {
  test('of a new installation: nothing is allowed yet', async () => {
    const { code, out } = await set();
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual(
      expect.arrayContaining([
        'Instemming OR: nog niet vastgelegd',
        'DPIA: nog niet vastgelegd',
        'Check-ins: gaan nog niet uit',
        'Team West: elke week, maandag om 10.00 uur',
      ]),
    );
    expect(await terminal.log()).toEqual([]);
  });

  test('consent and DPIA are recorded with date and reference, and only both together start check-ins', async () => {
    expect(await set('instemming', '2026-09-01', 'OR-12')).toEqual({
      code: 0,
      out: 'Bewaard.\n',
      err: SAID(),
    });
    expect(consentGiven(await stored())).toBe(false);
    await set('dpia', '2026-09-02', 'DPIA 3');
    expect(await stored()).toMatchObject({
      consent: { date: '2026-09-01', reference: 'OR-12' },
      dpia: { date: '2026-09-02', reference: 'DPIA 3' },
    });
    expect((await set('toon')).out).toContain('Check-ins: mogen verstuurd worden');
    expect(await terminal.log()).toEqual([
      'cli: instellingen instemming (gemeente)',
      'cli: instellingen dpia (gemeente)',
    ]);
  });

  test.each(['instemming', 'dpia'])('%s can be taken back, and then no check-in goes out', async (what) => {
    await set('instemming', '2026-09-01', 'OR-12');
    await set('dpia', '2026-09-02', 'DPIA 3');
    expect((await set(what, '--weg')).code).toBe(0);
    expect(consentGiven(await stored())).toBe(false);
    expect((await set('toon')).out).toContain('Check-ins: gaan nog niet uit');
    expect((await terminal.log()).at(-1)).toBe(`cli: instellingen ${what} (gemeente)`);
  });

  test('what the direction may open is off, until it is recorded with date and reference, and off again when that goes', async () => {
    expect((await set('toon')).out).toContain('Directie ziet het beeld van één team: nee');
    await set('teambeeld-directie', '2026-09-03', 'OR-15');
    expect((await stored()).teamsForDirection).toEqual({ date: '2026-09-03', reference: 'OR-15' });
    expect((await set('toon')).out).toContain(
      'Directie ziet het beeld van één team: ja, 3 september 2026, OR-15',
    );
    await set('teambeeld-directie', '--weg');
    expect((await stored()).teamsForDirection).toBeUndefined();
    const lines = (await terminal.log()).filter((line) => line.includes('teambeeld'));
    expect(lines).toEqual(Array(2).fill('cli: instellingen teambeeld directie (gemeente)'));
  });

  test.each([
    [['teambeeld-directie'], 'Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2026-11-01.'],
    [['teambeeld-directie', '2026-10-01', ' '], 'Geef een kenmerk, zodat het besluit terug te vinden is.'],
    [['instemming'], 'Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2026-11-01.'],
    [
      ['instemming', '2026-02-01', 'OR-12', '--weg'],
      'Geef een datum en een kenmerk, of --weg. Niet allebei.',
    ],
    [['instemming', '1-9-2026', 'OR-12'], 'Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2026-11-01.'],
    [['dpia', '2026-02-30', 'DPIA'], 'Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2026-11-01.'],
    [['dpia', '2026-02-01', ' '], 'Geef een kenmerk, zodat het besluit terug te vinden is.'],
    [['sluitingsdagen', '2026-12-24', 'kerst'], 'kerst is geen datum. Schrijf jjjj-mm-dd.'],
    [['meldprocedure', 'http://x.example'], 'Geef een adres dat met https:// begint.'],
    [['ritme', '--team', 'Nergens'], 'Ik ken het team Nergens niet.'],
    [['privacyverklaring', 'http://x.example'], 'Geef een adres dat met https:// begint.'],
    [['privacyverklaring', 'op intranet'], 'Geef een adres dat met https:// begint.'],
    [['pilots', 'nee'], 'Kies aan of uit.'],
    [['afwezigheid', ''], 'Kies aan of uit.'],
    [['woorden', 'UIT'], 'Kies aan of uit.'],
    [['afdeling', '--team', 'Nergens', 'Ruimte'], 'Ik ken het team Nergens niet.'],
    [['afdeling', '--team', 'West', '…'], 'Gebruik letters of cijfers in de naam van de afdeling.'],
    [['afdeling', '--team', 'West', 'x'.repeat(81)], 'De naam van een afdeling is hooguit 80 tekens.'],
    [
      ['leidinggevenden', '--team', 'West', 'rosa@gemeente.example', 'gisj@gemeente.example'],
      'Ik ken gisj@gemeente.example niet. Bedoel je gijs@gemeente.example?',
    ],
    [
      ['leidinggevenden', '--team', 'West', 'weg@gemeente.example'],
      `Ik ken weg@gemeente.example niet. ${asInFile}`,
    ],
    [['leidinggevenden', '--team', 'Nergens'], 'Ik ken het team Nergens niet.'],
    [
      ['ondernemingsraad-contact', 'roas@gemeente.example'],
      'Ik ken roas@gemeente.example niet. Bedoel je rosa@gemeente.example?',
    ],
    [['tweede-persoon', 'weg@gemeente.example'], `Ik ken weg@gemeente.example niet. ${asInFile}`],
    [['opheffen', '--team', 'Nergens'], 'Ik ken het team Nergens niet.'],
    [['heropenen', '--team', 'Nergens'], 'Ik ken het team Nergens niet.'],
    [['heropenen', '--team', 'Oost'], 'Het team Oost is niet opgeheven.'],
    [['opheffen', '--team', 'Oost'], 'In Oost zitten nog 2 mensen. Zet eerst iedereen in een ander team.'],
    [['terugkoppeling', '0'], 'Kies 1 tot en met 12 weken.'],
    [
      ['terugkopeling', '4'],
      'Ik ken de instelling terugkopeling niet. Bedoel je terugkoppeling? Met “kompas instellingen --help” zie je ze alle.',
    ],
    [['xyz'], 'Ik ken de instelling xyz niet. Met “kompas instellingen --help” zie je ze alle.'],
    [['terugkoppeling', '13'], 'Kies 1 tot en met 12 weken.'],
    [['terugkoppeling', '2,5'], 'Kies 1 tot en met 12 weken.'],
    [['ritme', '--team', 'West', '--dag', 'zo'], 'Kies een dag van maandag t/m vrijdag.'],
    [
      ['ritme', '--team', 'West', '--vanaf', '2026-13-01'],
      'Kies een dag die bestaat, in een week met een check-in.',
    ],
  ])('%j is refused and changes nothing', async (args, reason) => {
    const [before, log] = [await terminal.core.readSettings(), await terminal.log()];
    expect(await set(...args)).toEqual({ code: 1, out: '', err: `${reason}\n` });
    expect(await terminal.core.readSettings()).toEqual(before);
    expect(await terminal.log()).toEqual(log);
  });

  test('a team is put in a department, by one spelling, and taken out', async () => {
    const departments = async () =>
      (await terminal.core.readSettings()).teams.map(({ key, department }) => [key, department]).sort();
    await set('afdeling', '--team', 'West', ' Ruimte & Wonen ');
    await set('afdeling', '--team', 'oost', 'ruimte wonen');
    expect(await departments()).toEqual([
      ['oost', 'Ruimte & Wonen'],
      ['west', 'Ruimte & Wonen'],
    ]);
    expect((await set('toon')).out).toContain(
      'Team West: elke week, maandag om 10.00 uur, afdeling Ruimte & Wonen',
    );
    await set('afdeling', '--team', 'oost');
    expect(await departments()).toEqual([
      ['oost', undefined],
      ['west', 'Ruimte & Wonen'],
    ]);
    expect((await terminal.log()).slice(-3)).toEqual([
      'cli: instellingen afdeling van geen naar Ruimte & Wonen (west)',
      'cli: instellingen afdeling van geen naar Ruimte & Wonen (oost)',
      'cli: instellingen afdeling van Ruimte & Wonen naar geen (oost)',
    ]);
    await set('afdeling', '--team', 'West');
  });

  test.each([
    ['Ruimte', 'Ruimte+'],
    ['Ruimte 🌊', 'ruimte 🌳'],
  ])('a team is not put in %2$s where there is %1$s: they would be one group', async (one, other) => {
    await set('afdeling', '--team', 'West', one);
    const refused = await set('afdeling', '--team', 'oost', other);
    const { teams } = await terminal.core.readSettings();
    await set('afdeling', '--team', 'West');
    expect(refused.err).toBe(
      `De afdeling "${other}" kan ik niet onderscheiden van "${one}", die er al is: in een naam tellen alleen letters en cijfers. Is het dezelfde afdeling? Schrijf dan "${one}". Is het een andere? Geef die dan andere letters of cijfers.\n`,
    );
    expect(teams.find(({ key }) => key === 'oost')?.department).toBeUndefined();
  });

  test('the last team of a department stays while a signal there waits for an answer', async () => {
    const { groups } = terminal.core;
    const place = { kind: 'department', key: 'beheer' } as const;
    expect((await set('afdeling', '--team', 'West', 'Beheer')).out).toBe(
      'Bewaard. Team West: elke week, maandag om 10.00 uur, afdeling Beheer.\n',
    );
    await groups.addSignal(place, {
      id: 'S-2',
      source: 'raised',
      state: 'received',
      day: '2026-11-02',
      moved: '2026-11-02',
      words: {},
    });
    const refused = {
      code: 1,
      out: '',
      err: 'West is het laatste team van Beheer. Bij die afdeling staan nog signalen open. Laat het afdelingshoofd daar eerst antwoord op geven.\n',
    };
    expect(await set('afdeling', '--team', 'West', 'Ruimte')).toEqual(refused);
    expect(await set('afdeling', '--team', 'West')).toEqual(refused);
    expect((await set('afdeling', '--team', 'West', 'beheer')).code).toBe(0);
    // Nor does it end while one of today waits that nobody may read yet: it would be lost, and so no number is told.
    const day = today(terminal.core.now()).toString();
    await groups.addSignal(place, {
      id: 'S-3',
      source: 'raised',
      state: 'received',
      day,
      moved: day,
      words: {},
    });
    expect(await set('afdeling', '--team', 'West')).toEqual(refused);
    await groups.changeSignal(place, 'S-2', (now) => ({ ...now, state: 'answered' }));
    expect(await set('afdeling', '--team', 'West')).toEqual(refused);
    await groups.changeSignal(place, 'S-3', (now) => ({ ...now, state: 'answered' }));
    expect((await set('afdeling', '--team', 'West')).code).toBe(0);
  });

  test('a team gets people who lead it beside the managers in it, and loses them', async () => {
    const managers = async () =>
      (await terminal.core.readSettings()).teams.find(({ key }) => key === 'west')?.managers;
    const before = (await terminal.log()).length;
    await set('leidinggevenden', '--team', 'West', 'Rosa@Gemeente.example', 'gijs@gemeente.example');
    expect(await managers()).toEqual(['rosa@gemeente.example', 'gijs@gemeente.example']);
    expect((await set('toon')).out).toContain('geleid door rosa@gemeente.example en gijs@gemeente.example');
    await set('leidinggevenden', '--team', 'West');
    expect(await managers()).toBeUndefined();
    expect((await terminal.log()).slice(before)).toEqual([
      'cli: instellingen leidinggevenden (west)',
      'cli: instellingen leidinggevenden erbij: team West (rosa)',
      'cli: instellingen leidinggevenden erbij: team West (gijs)',
      'cli: instellingen leidinggevenden (west)',
      'cli: instellingen leidinggevenden eraf: team West (rosa)',
      'cli: instellingen leidinggevenden eraf: team West (gijs)',
    ]);
  });

  test('feedback comes every four weeks until something else is chosen', async () => {
    expect((await set('toon')).out).toContain('Terugkoppeling in het teamkanaal: elke 4 weken');
    await set('terugkoppeling', '1');
    expect((await stored()).feedbackWeeks).toBe(1);
    expect((await set('toon')).out).toContain('Terugkoppeling in het teamkanaal: elke week');
  });

  test.each([
    ['pilots', 'Pilots'],
    ['afwezigheid', 'Afwezigheid bij mandaten'],
    ['woorden', 'Hulp tonen als iemand in nood lijkt'],
  ])('%s is on until it is switched off, and the log says which of the two', async (part, title) => {
    expect((await set('toon')).out).toContain(`${title}: aan`);
    await set(part, 'uit');
    expect((await set('toon')).out).toContain(`${title}: uit`);
    await set(part, 'aan');
    expect((await set('toon')).out).toContain(`${title}: aan`);
    expect((await terminal.log()).slice(-2)).toEqual(
      ['uit', 'aan'].map((choice) => `cli: instellingen ${part} ${choice} (gemeente)`),
    );
  });

  test('the privacy statement of the municipality has an address, or none', async () => {
    await set('privacyverklaring', 'https://www.gemeente.example/privacy');
    expect((await set('toon')).out).toContain('Privacyverklaring: https://www.gemeente.example/privacy');
    await set('privacyverklaring');
    expect((await set('toon')).out).toContain('Privacyverklaring: nog niet ingevuld');
    expect((await terminal.log()).at(-1)).toBe('cli: instellingen privacyverklaring (gemeente)');
  });

  test('everything else can be set, and each change is in the log', async () => {
    const before = (await terminal.log()).length;
    await set('gemeente', 'Gemeente Voorbeeld');
    await set('sluitingsdagen', '2026-12-31', '2026-12-24', '2026-12-31');
    await set('gesprekspartner', 'Een coach', 'Coach@Gemeente.example');
    await set('vertrouwenspersoon', 'Rosa Linde', '010 000 00 00');
    await set('meldprocedure', 'https://www.gemeente.example/melden');
    await set('ondernemingsraad-contact', 'Gijs@Gemeente.example');
    await set(
      'ritme',
      '--team',
      'West',
      '--dag',
      'di',
      '--tijd',
      '09:30',
      '--weken',
      '2',
      '--vanaf',
      '2026-11-24',
    );
    const { municipality, teams } = await terminal.core.readSettings();
    expect(municipality).toMatchObject({
      name: 'Gemeente Voorbeeld',
      closures: ['2026-12-24', '2026-12-31'],
      partners: [{ label: 'Een coach', upn: 'coach@gemeente.example' }],
      counsellor: { name: 'Rosa Linde', contact: '010 000 00 00' },
      worksCouncil: ['gijs@gemeente.example'],
      procedure: 'https://www.gemeente.example/melden',
      consent: { reference: 'OR-12' },
    });
    expect(teams.filter(({ key }) => key === 'west')).toMatchObject([
      { key: 'west', schedule: { day: 'di', time: '09:30', everyWeeks: 2, anchor: '2026-11-24' } },
    ]);
    expect((await terminal.log()).slice(before)).toEqual([
      ...[
        'gemeente',
        'sluitingsdagen',
        'gesprekspartner',
        'vertrouwenspersoon ingevuld',
        'meldprocedure',
        'ondernemingsraad-contact',
      ].map((what) => `cli: instellingen ${what} (gemeente)`),
      'cli: instellingen ondernemingsraad-contact erbij (gijs)',
      'cli: instellingen ritme (west)',
    ]);
    const { out } = await set('toon');
    expect(out).toContain('Team West: elke 2 weken, dinsdag om 09.30 uur');
    expect(out).toContain('Sluitingsdagen: 24 december 2026, 31 december 2026');
    expect(out).toContain('Contact van de ondernemingsraad: gijs@gemeente.example');
    await set('ondernemingsraad-contact');
    expect((await terminal.core.readSettings()).municipality.worksCouncil).toEqual([]);
  });
});

describe('a team that is no more', () => {
  const all = () => terminal.core.readSettings();
  const signal = (answered?: string) => ({
    id: 'S-1',
    source: 'raised',
    day: '2026-11-02',
    moved: '2026-11-02',
    words: {},
    answered,
    state: answered ? ('answered' as const) : ('received' as const),
  });
  const noord = { kind: 'team', key: 'noord' } as const;

  beforeAll(async () => {
    const { settings, groups } = terminal.core;
    await settings.saveTeam({ key: 'noord', name: 'Noord', schedule: defaultSchedule, department: 'Ruimte' });
    await groups.addSignal(noord, signal() as Parameters<typeof groups.addSignal>[1]);
  });

  test('stays while a signal there waits for an answer', async () => {
    expect(await set('opheffen', '--team', 'Noord')).toEqual({
      code: 1,
      out: '',
      err: 'In Noord staan nog signalen open. Laat wie het team leidt daar eerst antwoord op geven. Leidt niemand het team? Wijs dan eerst iemand aan.\n',
    });
    expect((await all()).teams.map(({ key }) => key)).toContain('noord');
  });

  test('is out of every list, and still there for who looks up their own data', async () => {
    await terminal.core.groups.changeSignal(noord, 'S-1', (now) => ({ ...now, state: 'answered' }));
    expect(await set('opheffen', '--team', 'Noord')).toEqual({
      code: 0,
      out: 'Noord is opgeheven.\n',
      err: SAID(),
    });
    const { teams, ended } = await all();
    expect(teams.map(({ key }) => key)).not.toContain('noord');
    expect(ended).toMatchObject([{ key: 'noord', name: 'Noord', ended: expect.any(String) }]);
    expect((await set('toon')).out).toMatch(/Team Noord: opgeheven op \d+ \w+ \d{4}/);
    expect((await terminal.log()).at(-1)).toBe('cli: instellingen opheffen (noord)');
    expect((await set('opheffen', '--team', 'Noord')).err).toBe('Ik ken het team Noord niet.\n');
    const who = await terminal.core.subject(account(1));
    expect(who.teams).toContain('noord');
  });

  const intoNoord = async () => {
    const line = `p1;Anna;anna@gemeente.example;NOORD;medewerker;ma;${account(1)}`;
    return terminal.kompas('mensen', 'import', await terminal.file('noord.csv', [HEADING, line].join('\n')));
  };

  test('takes nobody from a file: newcomers would read what others shared', async () => {
    const [people, before] = [await terminal.core.people.everybody(), await all()];
    const { code, err } = await intoNoord();
    expect(code).toBe(1);
    expect(err).toMatch(
      /^Er is niets geïmporteerd\.\n {2}regel 2: Het team Noord is opgeheven op \d{4}-\d\d-\d\d\. /,
    );
    expect(err).toContain(
      'Kies een andere naam, of zet het team terug met “kompas instellingen heropenen --team "Noord"”.',
    );
    expect([await terminal.core.people.everybody(), await all()]).toEqual([people, before]);
  });

  test('comes back with its settings when an administrator says so, who hears what that shows', async () => {
    expect(await set('heropenen', '--team', 'Noord')).toEqual({
      code: 0,
      out: 'Noord is terug. Wie in Noord komt, ziet ook wat het team eerder deelde. Is het een ander team? Kies dan een andere naam.\n',
      err: SAID(),
    });
    const { teams, ended } = await all();
    expect(ended).toEqual([]);
    expect(teams.find(({ key }) => key === 'noord')).toMatchObject({ name: 'Noord', department: 'Ruimte' });
    expect((await terminal.log()).at(-1)).toBe('cli: instellingen heropenen (noord)');
    expect((await set('heropenen', '--team', 'Noord')).err).toBe('Het team Noord is niet opgeheven.\n');
    expect((await intoNoord()).code).toBe(0);
  });

  test('is named by the import that took the last one out of it', async () => {
    const line = `p1;Anna;anna@gemeente.example;Oost;medewerker;ma;${account(1)}`;
    const { out } = await terminal.kompas(
      'mensen',
      'import',
      await terminal.file('oost.csv', [HEADING, line].join('\n')),
    );
    expect(out).toContain('In Noord zit niemand meer.');
    expect(out).toContain('instellingen opheffen --team "Noord"');
  });
});
