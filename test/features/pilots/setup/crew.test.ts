import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { imported, inChannel, somebody, typed, wordsOf } from '../../../support/bot.ts';
import { crewOf } from '../../../support/pilot.ts';
import {
  amira,
  bram,
  type Course,
  cem,
  gijs,
  mates,
  outsider,
  PILOT,
  petra,
  startCourse,
} from '../course.ts';

let town: Course;
afterEach(() => town.stop());
const roles = async () =>
  new Map((await town.core.pilots.members(PILOT)).map(({ directoryId, role }) => [directoryId, role]));
const leave = (who: typeof gijs) => town.tapsAlone(who, 'pilot.left');
/** Only Gijs leads it. */
const alone = async () => {
  town = await startCourse();
  await town.core.pilots.setMembers(PILOT, crewOf([gijs], mates));
};

describe('leaving a pilot', () => {
  test('is asked first, and then done; who leads it sees that', async () => {
    town = await startCourse();
    const asked = await town.says(amira, 'pilot verlaten');
    expect(asked).toContain('Wil je deze pilot verlaten?');
    expect((await roles()).get(amira.account)).toBe('member');
    expect(await leave(amira)).toContain('Je doet niet meer mee');
    expect((await roles()).has(amira.account)).toBe(false);
    expect(await town.says(amira, 'pilot')).toContain('Je doet nu niet mee aan een pilot');
    expect(await town.tapsAlone(gijs, 'pilot.show')).toContain('Heeft de pilot verlaten');
    expect(await town.tapsAlone(bram, 'pilot.show')).not.toContain('Heeft de pilot verlaten');
    expect(await leave(amira)).toContain('Deze pilot ken ik niet');
    // That is theirs to decide, and no business of the log.
    expect(await town.logged()).toEqual([]);
  });

  test('can be followed by coming back, when who leads it says so', async () => {
    town = await startCourse();
    await leave(amira);
    const members = mates.map(({ account }) => account).join(',');
    await town.tapsAlone(gijs, 'pilot.save-members', { members });
    expect((await roles()).get(amira.account)).toBe('member');
    expect(await town.tapsAlone(gijs, 'pilot.show')).not.toContain('Heeft de pilot verlaten');
  });

  test('keeps whom the list cannot show when others are saved: nobody took them out', async () => {
    town = await startCourse();
    const person = await town.core.people.find(bram.account);
    if (!person) throw new Error('they are there');
    await town.core.people.change(person.team, person.id, (now) => ({ ...now, directoryId: undefined }));
    town.clock.now = town.clock.now.add({ minutes: 1 });
    const members = mates.filter((one) => one !== bram).map(({ account }) => account);
    await town.tapsAlone(gijs, 'pilot.save-members', { members: members.join(',') });
    expect((await roles()).get(bram.account)).toBe('member');
    await town.tapsAlone(gijs, 'pilot.save-members', { members: amira.account });
    expect([...(await roles()).keys()]).toEqual(expect.arrayContaining([amira.account, bram.account]));
    expect((await roles()).has(members[1] ?? '')).toBe(false);
  });

  test('is forgotten with the person, and when the pilot is closed', async () => {
    town = await startCourse();
    await leave(amira);
    await town.tapsAlone(amira, 'privacy.erase');
    expect(JSON.stringify(await town.rows('pilotmembers'))).not.toContain(amira.account);
    await leave(bram);
    await town.core.pilots.closeMembers(PILOT, '2026-11-25');
    expect(JSON.stringify(await town.rows('pilotmembers'))).not.toContain(bram.account);
  });

  test('is not for the last who leads it, nor for two of them at once', async () => {
    await alone();
    expect(await town.tapsAlone(gijs, 'pilot.leave')).toContain('Geef eerst de leiding over');
    expect(await leave(gijs)).toContain('Geef eerst de leiding over');
    await town.stop();
    town = await startCourse();
    await Promise.all([leave(gijs), leave(petra)]);
    expect([...(await roles()).values()]).toContain('lead');
  });

  test('is for one of two who lead it, but not when the other left the municipality', async () => {
    town = await startCourse();
    await town.core.people.change('objecten-west', petra.id, (now) => ({ ...now, removed: '2026-11-20' }));
    expect(await leave(gijs)).toContain('Geef eerst de leiding over');
    await town.core.people.change('objecten-west', petra.id, (now) => ({ ...now, removed: undefined }));
    expect(await leave(gijs)).toContain('Je doet niet meer mee');
  });
});

describe('the lead of a pilot', () => {
  test('is handed over to somebody in it, who can do all that then', async () => {
    await alone();
    const form = await town.tapsAlone(gijs, 'pilot.hand-over');
    expect(form).toContain(amira.name);
    expect(form).not.toContain(outsider.name);
    expect(await town.tapsAlone(amira, 'pilot.save-hand-over', { to: amira.account })).toContain(
      'Alleen wie de pilot leidt, kan dit',
    );
    expect(await town.tapsAlone(gijs, 'pilot.save-hand-over', { to: outsider.account })).toContain(
      'Kies iemand uit de lijst',
    );
    expect(await town.tapsAlone(gijs, 'pilot.save-hand-over', { to: amira.account })).toContain(
      'De leiding is overgegeven',
    );
    expect((await roles()).get(amira.account)).toBe('lead');
    expect((await roles()).get(gijs.account)).toBe('member');
    expect(await town.tapsAlone(amira, 'pilot.edit-goals')).toContain('pilot.save-goals');
    expect(await leave(gijs)).toContain('Je doet niet meer mee');
  });

  test('may stay beside who takes it over', async () => {
    await alone();
    await town.tapsAlone(gijs, 'pilot.save-hand-over', { to: amira.account, stay: 'ja' });
    expect([gijs, amira].map(({ account }) => account).every((one) => one)).toBe(true);
    expect((await roles()).get(gijs.account)).toBe('lead');
    expect((await roles()).get(amira.account)).toBe('lead');
  });

  const project = somebody(71, 'Joris Project');
  test.each(['left the municipality', 'erased themselves'])(
    'who %s: a project lead gives the pilot to somebody, and members hear whom to ask',
    async (how) => {
      await alone();
      await town.core.people.save([imported(project, { access: ['projectleider'], team: 'zuid' })]);
      expect(await town.tapsAlone(project, 'pilot.appoint')).toContain(
        'Deze pilot heeft iemand die hem leidt',
      );
      expect(await town.says(project, 'pilot overnemen')).toContain('Elke pilot heeft iemand die hem leidt');
      if (how === 'erased themselves') await town.tapsAlone(gijs, 'privacy.erase');
      else
        await town.core.people.change('objecten-west', gijs.id, (now) => ({ ...now, removed: '2026-11-24' }));
      town.clock.now = town.clock.now.add({ minutes: 1 });
      expect(await town.tapsAlone(amira, 'pilot.show')).toContain('Niemand leidt de pilot nu.');
      expect(await town.says(outsider, 'pilot overnemen')).not.toContain('Mutaties West');
      expect(await town.says(project, 'pilot overnemen')).toContain('Mutaties West');
      expect(await town.tapsAlone(project, 'pilot.appoint')).toContain(bram.name);
      expect(await town.tapsAlone(outsider, 'pilot.save-appoint', { to: outsider.account })).not.toContain(
        'leidt',
      );
      expect(await town.tapsAlone(project, 'pilot.save-appoint', { to: outsider.account })).toContain(
        'Kies iemand uit de lijst',
      );
      expect(await town.tapsAlone(project, 'pilot.save-appoint', { to: bram.account })).toContain(
        'De pilot heeft weer iemand die hem leidt',
      );
      expect((await roles()).get(bram.account)).toBe('lead');
      expect((await town.logged()).map(([, what]) => what)).toContain('pilot: leider aangewezen');
      expect(await town.tapsAlone(project, 'pilot.save-appoint', { to: cem.account })).toContain(
        'Deze pilot heeft iemand die hem leidt',
      );
    },
  );

  test('taken out of their team in Teams for a minute, has the pilot still; after a week it may go to another', async () => {
    await alone();
    await town.core.people.save([imported(project, { access: ['projectleider'], team: 'zuid' })]);
    await town.core.people.change('objecten-west', gijs.id, (now) => ({
      ...now,
      removed: '2026-11-24',
      source: 'teams',
      placed: true,
    }));
    const take = () => town.tapsAlone(project, 'pilot.save-appoint', { to: project.account });
    expect(await take()).toContain('Deze pilot heeft iemand die hem leidt');
    town.clock.now = Temporal.Instant.from('2026-11-30T10:00:00Z');
    expect(await take()).toContain('Deze pilot heeft iemand die hem leidt');
    town.clock.now = Temporal.Instant.from('2026-12-01T10:00:00Z');
    expect(await take()).toContain('Jij leidt deze pilot nu.');
  });

  test('may become a project lead who was not in it', async () => {
    await alone();
    await town.core.people.save([imported(project, { access: ['projectleider'], team: 'zuid' })]);
    await town.core.people.change('objecten-west', gijs.id, (now) => ({ ...now, removed: '2026-11-24' }));
    expect(await town.tapsAlone(project, 'pilot.save-appoint', { to: project.account })).toContain(
      'Jij leidt deze pilot nu.',
    );
    expect((await roles()).get(project.account)).toBe('lead');
  });
});

describe('choosing who is in a pilot', () => {
  test('says who cannot be reached, to who leads it', async () => {
    town = await startCourse();
    await town.core.people.change('objecten-west', amira.id, (now) => ({ ...now, reach: 'blocked' }));
    town.clock.now = town.clock.now.add({ minutes: 1 });
    expect(await town.tapsAlone(gijs, 'pilot.show')).toContain('Krijgt van mij geen berichten');
    expect(await town.tapsAlone(bram, 'pilot.show')).not.toContain('Krijgt van mij geen berichten');
  });

  test('says in the channel neither who cannot be reached nor who left: everybody there reads that', async () => {
    town = await startCourse();
    await town.core.people.change('objecten-west', amira.id, (now) => ({ ...now, reach: 'blocked' }));
    await leave(bram);
    town.clock.now = town.clock.now.add({ minutes: 1 });
    const inTheChannel = wordsOf(await town.hear(inChannel(typed(gijs, 'pilot'))));
    expect(inTheChannel).toContain('Mutaties West');
    expect(inTheChannel).not.toContain('Krijgt van mij geen berichten');
    expect(inTheChannel).not.toContain('Heeft de pilot verlaten');
    const alone = await town.tapsAlone(gijs, 'pilot.show');
    expect(alone).toContain('Krijgt van mij geen berichten');
    expect(alone).toContain('Heeft de pilot verlaten');
  });

  test('says of who left that they did, and of nobody else', async () => {
    const gone = somebody(72, 'Nora Vertrokken');
    town = await startCourse();
    await town.core.people.save([
      imported(gone, { removed: '2026-11-01' }),
      ...Array.from({ length: 60 }, (_, n) => imported(somebody(200 + n, `Persoon ${200 + n}`))),
    ]);
    town.clock.now = town.clock.now.add({ minutes: 1 });
    const typed = (membersName: string) =>
      town.tapsAlone(gijs, 'pilot.save-members', { members: amira.account, membersName });
    expect(await typed('Nora Vertrokken')).toContain('Nora Vertrokken werkt hier niet meer.');
    expect(await typed('Iemand Anders')).not.toContain('werkt hier niet meer');
  });
});

describe('the kick-off', () => {
  const sent = {
    hours: '12,5',
    tools: 'Het portaal',
    works: 'partly',
    support: 'Bel Petra',
    where: 'In dit kanaal',
  };

  test('is written by who leads the pilot, stands in the channel once, and can be opened again', async () => {
    town = await startCourse();
    expect(await town.taps(gijs, 'pilot.kickoff')).toContain('pilot.save-kickoff');
    expect(await town.taps(amira, 'pilot.save-kickoff', sent)).toContain(
      'Alleen wie de pilot leidt, kan dit',
    );
    const answers = await Promise.all([
      town.taps(gijs, 'pilot.save-kickoff', sent),
      town.taps(petra, 'pilot.save-kickoff', sent),
    ]);
    expect(answers.filter((words) => words.includes('De kick-off staat in het kanaal.'))).toHaveLength(1);
    expect(town.posted()).toHaveLength(1);
    const words = JSON.stringify(town.posted());
    for (const part of [
      '12,5 uur per week',
      'Het portaal',
      'Nog niet bij iedereen',
      'Bel Petra',
      'In dit kanaal',
    ])
      expect(words).toContain(part);
    expect(words).not.toContain('edit-kickoff');
    const again = await town.says(amira, 'kick-off');
    expect(again).toContain('Het portaal');
    expect(again).not.toContain('edit-kickoff');
    expect(await town.says(outsider, 'kick-off')).not.toContain('Het portaal');
    expect(await town.tapsAlone(gijs, 'pilot.kickoff')).toContain('edit-kickoff');
    expect(await town.stored()).toMatchObject({ hours: 12.5, support: 'Bel Petra' });
  });

  test.each([
    [{ tools: '' }, 'Schrijf op waarmee jullie werken.'],
    [{ works: 'misschien' }, 'Kies of het bij iedereen werkt.'],
    [{ support: ' ' }, 'Schrijf op wie helpt.'],
    [{ where: '' }, 'Schrijf op waar je een vraag stelt.'],
    [{ hours: 'veel' }, 'Schrijf de uren als een getal'],
    [{ where: 'x'.repeat(201) }, 'hooguit 200 tekens'],
  ])('with %j says what is missing, and posts nothing', async (change, problem) => {
    town = await startCourse();
    expect(await town.taps(gijs, 'pilot.save-kickoff', { ...sent, ...change })).toContain(problem);
    expect(town.posted()).toEqual([]);
    expect((await town.stored()).kickoff).toBeUndefined();
  });

  test('without a channel is kept, and says so', async () => {
    town = await startCourse({ channel: undefined });
    expect(await town.tapsAlone(gijs, 'pilot.save-kickoff', sent)).toContain(
      'Deze pilot heeft nog geen kanaal.',
    );
    expect(await town.tapsAlone(amira, 'pilot.kickoff')).toContain('Bel Petra');
  });
});

describe('the card of a pilot', () => {
  test('in a message in the channel has buttons that everybody may use', async () => {
    town = await startCourse({ criteria: [{ name: 'Fouten', start: 5, target: 1, unit: '', measured: [] }] });
    const words = wordsOf(await town.hear(inChannel(typed(gijs, 'pilot'))));
    for (const verb of ['edit-goals', 'edit-members', 'ending', 'hand-over'])
      expect(words).not.toContain(`pilot.${verb}`);
    expect(words).toContain('pilot.show');
    const own = await town.taps(gijs, 'pilot.show');
    for (const verb of ['edit-goals', 'edit-period', 'kickoff', 'hand-over', 'ending'])
      expect(own).toContain(`pilot.${verb}`);
    const theirs = await town.taps(amira, 'pilot.show');
    for (const verb of ['edit-goals', 'edit-period', 'hand-over', 'ending', 'link'])
      expect(theirs).not.toContain(`pilot.${verb}`);
    expect(theirs).toContain('pilot.leave');
  });

  test.each([
    ['without a channel', { channel: undefined }, 'Typ in het kanaal van het pilotteam'],
    ['without goals', {}, 'Schrijf op wat jullie willen leren.'],
    ['without a stand-up', { goals: 'x' }, 'Kies wanneer de stand-up is.'],
    [
      'without a kick-off',
      {
        goals: 'x',
        standup: {
          days: ['ma' as const],
          from: '09:00',
          until: '10:00',
          questions: ['a', 'b', 'c'] as [string, string, string],
        },
      },
      'Zet de kick-off in het kanaal.',
    ],
    ['on its last day', { until: '2026-11-25' }, 'Vandaag is de laatste dag.'],
    ['that was closed', { closedOn: '2026-11-20' }, 'Lees wat jullie leerden'],
  ])('%s says what the next step is', async (_, change, words) => {
    town = await startCourse(change);
    const card = await town.tapsAlone(gijs, 'pilot.show');
    expect(card).toContain('Volgende stap');
    expect(card).toContain(words);
    expect(await town.tapsAlone(amira, 'pilot.show')).toContain('Volgende stap');
  });
});
