import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Weekday } from '../../../../src/calendar/weekdays.ts';
import type { Candidate } from '../../../../src/features/growth/buddy/rules.ts';
import { buddyFor } from '../../../../src/features/growth/buddy/rules.ts';
import { buddyPairsTable } from '../../../../src/features/growth/buddy/tables.ts';
import { buddyTelling } from '../../../../src/features/growth/buddy/telling.ts';
import { fileOf } from '../../../../src/features/privacy/file.ts';
import type { AnyTable, Stored } from '../../../../src/storage/index.ts';
import { chatOf, imported, type Somebody } from '../../../support/bot.ts';
import { type ClockJob, clockJob } from '../../../support/clock-job.ts';
import { amira, bram, director, manager, type Office, openOffice, other, projectLead } from '../office.ts';

const candidate = (id: string, change: Partial<Candidate> = {}, workdays: Weekday[] = ['ma']): Candidate => ({
  person: { directoryId: id, workdays },
  offer: { themes: ['scripts'], roles: [], day: '2026-11-20' },
  busy: 0,
  ...change,
});

describe('who is asked', () => {
  const asker = { workdays: ['ma', 'di'] as Weekday[] };
  const chosen = (candidates: Candidate[], wish = {}, not: string[] = []) =>
    buddyFor(asker, { theme: 'scripts', ...wish }, candidates, new Set(not))?.person.directoryId;

  test('somebody whose theme or role fits and who shares a working day', () => {
    expect(chosen([candidate('a', {}, ['wo']), candidate('b')])).toBe('b');
    expect(chosen([candidate('a', { offer: { themes: ['regie'], roles: [], day: '' } })])).toBeUndefined();
    expect(
      chosen([candidate('a', { offer: { themes: [], roles: ['Objectregisseur'], day: '' } })], {
        theme: undefined,
        role: 'Objectregisseur',
      }),
    ).toBe('a');
  });

  test('one who fits both comes first, then who is a buddy of the fewest', () => {
    const both = candidate('z', {
      busy: 4,
      offer: { themes: ['scripts'], roles: ['Geodata-engineer'], day: '' },
    });
    expect(chosen([candidate('a'), both], { role: 'Geodata-engineer' })).toBe('z');
    expect(chosen([candidate('a', { busy: 2 }), candidate('b', { busy: 1 })])).toBe('b');
  });

  test('nobody who is left out', () => expect(chosen([candidate('a')], {}, ['a'])).toBeUndefined());
});

describe('a buddy', () => {
  let office: Office;
  let job: ClockJob;
  beforeEach(async () => {
    office = await openOffice();
    const people = [amira, bram, manager, other].map((who) =>
      imported(who, {
        team: who === other ? 'oost' : 'objecten-west',
        access: [who === manager ? 'manager' : 'medewerker'],
        reach: 'open',
        address: chatOf(who),
      }),
    );
    await office.core.people.save(people);
    job = clockJob(buddyTelling(office.growth.buddies), office.core);
  });
  afterEach(() => office.stop());

  const offers = (who: Somebody) => office.taps(who, 'buddy.save-offer', { themes: 'scripts', roles: '' });
  const asks = (who = amira, theme = 'scripts') => office.taps(who, 'buddy.ask', { theme, role: 'geen' });
  const shows = (who: Somebody) => office.taps(who, 'buddy.show');
  const on = (who = amira, day = '2026-11-25') => ({ asker: who.account, day });
  const tick = () => job.at('2026-11-25T11:00:00+01:00');

  test('finds the question in "van mij" without name or theme, until it is answered', async () => {
    await offers(other);
    expect(await office.says(other, 'van mij')).not.toContain('buddy');
    await asks();
    const waits = await office.says(other, 'van mij');
    expect(waits).toContain('Een collega zoekt een buddy');
    expect(waits).not.toMatch(/Persoon 1|cripts/);
    expect(await office.says(amira, 'van mij')).not.toContain('zoekt een buddy');
    await office.taps(other, 'buddy.no', on());
    expect(await office.says(other, 'van mij')).not.toContain('zoekt een buddy');
  });

  test('what could not be sent is not to be told of a pair that came to stand meanwhile', async () => {
    await offers(other);
    await asks();
    const slow = clockJob(buddyTelling(office.growth.buddies), office.core, {
      send: async () => {
        await office.taps(other, 'buddy.yes', on());
        return { kind: 'again', reason: '503' };
      },
    });
    await slow.at('2026-11-25T11:00:00+01:00');
    const [pair] = await office.growth.buddies.pairs();
    expect(pair).toMatchObject({ buddy: other.account, paired: true, untold: 'asker' });
  });

  test('is asked by theme, hears name and theme, says yes, and both know it', async () => {
    await offers(other);
    expect(await asks()).toContain('Kompas vroeg een collega die past.');
    expect(await shows(amira)).not.toContain(other.name);
    await tick();
    await tick();
    expect(job.sent.map(({ to }) => to.conversation)).toEqual([`chat-${other.id}`]);
    expect(JSON.stringify(job.sent[0]?.message)).toMatch(/Van: Persoon 1.*Scripts en koppelingen/);
    expect(await office.taps(other, 'buddy.yes', on())).toContain('Je collega krijgt bericht');
    expect(await shows(amira)).toContain(other.name);
    expect(await shows(other)).toContain(amira.name);
    await tick();
    expect(job.sent[1]?.to.conversation).toBe(`chat-${amira.id}`);
    expect(JSON.stringify(job.sent[1]?.message)).not.toContain(other.name);
  });

  test('a no reads the same as no answer', async () => {
    await offers(other);
    await asks();
    const before = await shows(amira);
    await office.taps(other, 'buddy.no', on());
    expect(await shows(amira)).toBe(before);
    expect(await shows(other)).not.toContain(amira.name);
    await tick();
    expect(job.sent).toEqual([]);
    expect(await office.taps(other, 'buddy.yes', on())).toContain('Deze vraag is er niet meer');
    office.clock.now = office.clock.now.add({ hours: 24 * 14 });
    expect(await shows(amira)).toContain('Zoek een buddy');
    // The same colleague is not asked again at once.
    expect(await asks()).toContain('Er is nu niemand die past');
  });

  test('the file of who asked does not tell who was asked, nor of a no; that of the buddy does', async () => {
    await offers(other);
    await asks();
    await office.taps(other, 'buddy.no', on());
    const [pair] = await office.growth.buddies.pairs();
    const fileFor = (who: Somebody) =>
      fileOf(
        [
          {
            definition: buddyPairsTable as AnyTable,
            rows: [{ value: pair ?? {} } as Stored<object>],
            lines: ['Er is een buddy gevraagd.'],
          },
        ],
        who.account,
      );
    expect(fileFor(amira)).toContain('"theme": "scripts"');
    expect(fileFor(amira)).not.toMatch(new RegExp(`${other.account}|declined|untold`));
    expect(fileFor(other)).toContain('"declined": true');
  });

  test('is looked for three times a day, also in vain, so that nobody finds out who offers what on which day', async () => {
    const [none, enough] = ['Er is nu niemand die past', 'Je zocht vandaag al 3 keer. Morgen kan het weer.'];
    for (const workdays of [['ma'], ['di'], ['wo']] as Weekday[][]) {
      await office.core.people.change('objecten-west', amira.id, (now) => ({ ...now, workdays }));
      expect(await asks()).toContain(none);
    }
    await offers(other);
    // The same words where there is somebody by now, and nothing is kept of it.
    for (const theme of ['scripts', 'regie']) expect(await asks(amira, theme)).toContain(enough);
    expect(await office.growth.buddies.pairs()).toEqual([]);
    // A form that says nothing is no search, and a colleague has their own.
    expect(await asks(amira, '')).toContain('Kies een thema of een rol.');
    expect(await asks(bram)).toContain('Kompas vroeg een collega die past.');
    office.clock.now = office.clock.now.add({ hours: 24 });
    expect(await asks()).toContain('Kompas vroeg een collega die past.');
  });

  test('is never who leads the team, nor somebody who did not offer it', async () => {
    await offers(manager);
    expect(await asks()).toContain('Er is nu niemand die past');
    expect(await asks(amira, '')).toContain('Kies een thema of een rol.');
    expect(await office.growth.buddies.pairs()).toEqual([]);
  });

  test('is asked once at a time, and a question can be taken back', async () => {
    await offers(other);
    await asks();
    expect(await asks()).toContain('je vraag loopt nog');
    expect(await office.taps(amira, 'buddy.withdraw')).toContain('Je vraag is ingetrokken.');
    await tick();
    expect(job.sent).toEqual([]);
    expect(await office.taps(other, 'buddy.yes', on())).toContain('Deze vraag is er niet meer');
  });

  test('taking back a question does not undo a no: the same colleague is not asked again soon', async () => {
    await offers(other);
    await asks();
    await office.taps(other, 'buddy.no', on());
    await office.taps(amira, 'buddy.withdraw');
    expect(await asks()).toContain('Er is nu niemand die past');
    await offers(bram);
    expect(await asks()).toContain('Kompas vroeg een collega die past.');
    await office.taps(amira, 'buddy.withdraw');
    office.clock.now = office.clock.now.add({ hours: 24 });
    expect(await asks()).toContain('Er is nu niemand die past');
    expect(await shows(other)).not.toContain(amira.name);
    await tick();
    expect(job.sent).toEqual([]);
    await job.at('2026-12-23T11:00:00+01:00');
    expect(await office.growth.buddies.pairs()).toEqual([]);
  });

  test('somebody asks three times in two weeks at most', async () => {
    await office.core.people.save(
      [projectLead, director].map((who) =>
        imported(who, { team: 'oost', reach: 'open', address: chatOf(who) }),
      ),
    );
    for (const who of [other, bram, projectLead]) {
      await offers(who);
      await asks();
      await office.taps(amira, 'buddy.withdraw');
    }
    await offers(director);
    expect(await asks()).toContain('Wacht een paar weken.');
  });

  test.each([
    ['who asked', amira],
    ['the buddy', other],
  ])('is ended by %s, and gone at once', async (_who, ends) => {
    await offers(other);
    await asks();
    await office.taps(other, 'buddy.yes', on());
    expect(await office.taps(bram, 'buddy.end', on())).toContain('Er is niets veranderd.');
    expect(await office.taps(ends, 'buddy.end', on())).toContain('Gestopt.');
    expect(await shows(amira)).not.toContain(other.name);
    expect(await shows(other)).not.toContain(amira.name);
    expect(await office.growth.buddies.pairs()).toEqual([]);
  });

  test('nobody else says yes in their place, and no list tells who offers to be one', async () => {
    await offers(other);
    await asks();
    expect(await office.taps(bram, 'buddy.yes', on())).toContain('Deze vraag is er niet meer');
    for (const who of [bram, manager, projectLead]) expect(await shows(who)).not.toContain(other.name);
  });

  test('who leaves takes the pair along, and who erases themselves too', async () => {
    await offers(other);
    await asks();
    await office.taps(other, 'buddy.yes', on());
    await office.taps(other, 'privacy.erase');
    expect(await office.growth.buddies.pairs()).toEqual([]);
    expect(await office.growth.buddies.offers()).toEqual([]);
    await offers(bram);
    await asks();
    await office.core.people.save([imported(bram, { removed: '2026-11-25' })]);
    await tick();
    expect(await office.growth.buddies.pairs()).toEqual([]);
  });

  test('who stops offering is not asked', async () => {
    await offers(other);
    expect(await office.taps(other, 'buddy.save-offer', { themes: '', roles: '' })).toContain(
      'Kies minstens één thema of één rol.',
    );
    await office.taps(other, 'buddy.stop');
    expect(await asks()).toContain('Er is nu niemand die past');
  });
});
