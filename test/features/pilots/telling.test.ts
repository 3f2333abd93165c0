import { beforeEach, describe, expect, test } from 'vitest';
import type { Pilot } from '../../../src/features/pilots/pilot/pilot.ts';
import { courseJob, newsJob } from '../../../src/features/pilots/telling.ts';
import type { Person } from '../../../src/people/person.ts';
import { imported, type Somebody, somebody } from '../../support/bot.ts';
import { type ClockJob, clockJob, keepsOfficeHours } from '../../support/clock-job.ts';
import { crewOf, pilotOf } from '../../support/pilot.ts';
import { foundTown, type Town } from '../../support/town.ts';

const [gijs, petra, amira, bert] = [
  somebody(61, 'Gijs Toren'),
  somebody(62, 'Petra Gracht'),
  somebody(63, 'Amira Sol'),
  somebody(64, 'Bert Kade'),
];
let town: Town;

/** Somebody with a chat of their own. */
const withChat = (who: Somebody, change: Partial<Person> = {}): Person =>
  imported(who, {
    reach: 'open',
    address: { serviceUrl: 'http://127.0.0.1:9', conversation: who.account, user: '', bot: '28:kompas' },
    ...change,
  });
const change = (who: Somebody, to: Partial<Person>) =>
  town.core.people.change('objecten-west', who.id, (now) => ({ ...now, ...to }));
const pilot = (more: Partial<Pilot> = {}) => pilotOf({ name: 'Mutaties West', until: '2026-11-25', ...more });
const words = (job: ClockJob) => job.sent.map(({ message }) => JSON.stringify(message));
const to = (job: ClockJob) => job.sent.map((one) => one.to.conversation);

beforeEach(async () => {
  town = await foundTown();
  await town.core.people.save([gijs, petra, amira, bert].map((who) => withChat(who)));
});

describe('who leads a pilot that lost its channel', () => {
  let job: ClockJob;
  beforeEach(() => {
    job = clockJob(newsJob(town.core), town.core);
  });
  const lost = (more: Partial<Pilot> = {}, leads = [gijs, petra]) =>
    town.core.pilots.add(
      pilot({ channel: undefined, channelGone: '2026-11-24T08:00:00Z', ...more }),
      crewOf(leads, [amira]),
    );

  test('hears once what to do', async () => {
    await lost();
    await job.at('2026-11-25T10:00:00+01:00');
    await job.at('2026-11-26T10:00:00+01:00');
    expect(to(job).sort()).toEqual([gijs.account, petra.account].sort());
    expect(words(job)[0]).toContain('Koppel aan dit kanaal');
    expect((await town.core.pilots.get('P-1'))?.channelGone).toBeUndefined();
  });

  keepsOfficeHours('2026-11-23', async () => {
    await lost({ channelGone: '2026-11-20T08:00:00Z' }, [gijs]);
    return { job, core: town.core };
  });

  test('and does not work that day, hears it on the first day on which one of them does', async () => {
    await change(gijs, { workdays: ['do'] });
    await change(petra, { absentFrom: '2026-11-20', absentUntil: '2026-12-04' });
    await lost();
    await job.at('2026-11-25T10:00:00+01:00');
    expect(job.sent).toEqual([]);
    await job.at('2026-11-26T10:00:00+01:00');
    expect(to(job)).toEqual([gijs.account]);
  });

  test('hears nothing once it has a channel again, nor later', async () => {
    const channel = { serviceUrl: 'http://127.0.0.1:9', conversation: '19:nieuw', bot: '28:kompas' };
    await lost({ channel });
    await job.at('2026-11-25T10:00:00+01:00');
    expect((await town.core.pilots.get('P-1'))?.channelGone).toBeUndefined();
    await town.core.pilots.change('P-1', (now) => ({ ...now, channel: undefined }));
    await job.at('2026-11-26T10:00:00+01:00');
    expect(job.sent).toEqual([]);
  });

  test('is told again later when Teams cannot take it', async () => {
    await lost();
    job.outcome = { kind: 'again', reason: '503' };
    await expect(job.at('2026-11-25T10:00:00+01:00')).rejects.toThrow('lost its channel');
    job.outcome = { kind: 'sent' };
    job.sent.length = 0;
    await job.at('2026-11-25T10:10:00+01:00');
    expect(job.sent).toHaveLength(2);
  });
});

describe('who is new in a pilot', () => {
  let job: ClockJob;
  beforeEach(() => {
    job = clockJob(newsJob(town.core), town.core);
  });
  const begun = (more: Partial<Pilot> = {}) =>
    town.core.pilots.add(pilot({ unheard: 'N-1', ...more }), crewOf([gijs], [amira]));

  test('hears once: which pilot, how long, who leads it, what is asked, and how to leave', async () => {
    await begun({ standup: { days: ['ma'], from: '09:00', until: '11:00', questions: ['a', 'b', 'c'] } });
    await job.at('2026-11-25T10:00:00+01:00');
    await job.at('2026-11-26T10:00:00+01:00');
    expect(to(job)).toEqual([amira.account]);
    for (const part of [
      'Mutaties West',
      'Rolpilot van 16 november 2026 tot en met 25 november 2026',
      'Gijs Toren',
      'maandag, van 09.00 tot 11.00 uur',
      'pilot verlaten',
      'pilot.leave',
    ])
      expect(words(job)[0]).toContain(part);
    expect((await town.core.pilots.get('P-1'))?.unheard).toBeUndefined();
  });

  keepsOfficeHours('2026-11-23', async () => {
    await begun();
    return { job, core: town.core };
  });

  test('and does not work that day, hears it on the first day on which they do', async () => {
    await change(amira, { workdays: ['do', 'vr'] });
    await begun();
    await job.at('2026-11-25T10:00:00+01:00');
    expect(job.sent).toEqual([]);
    await job.at('2026-11-26T10:00:00+01:00');
    expect(to(job)).toEqual([amira.account]);
  });

  test('hears nothing of a pilot that was closed, or that they are taken out of', async () => {
    await begun({ closedOn: '2026-11-24' });
    await job.at('2026-11-25T10:00:00+01:00');
    await town.core.pilots.add(pilot({ id: 'P-2', unheard: 'N-2' }), crewOf([gijs], [bert]));
    await town.core.pilots.setMembers('P-2', crewOf([gijs]));
    await job.at('2026-11-25T11:00:00+01:00');
    expect(job.sent).toEqual([]);
  });

  test('in a pilot that was begun before this was kept hears nothing anew', async () => {
    await town.core.pilots.add(pilot(), crewOf([gijs], [amira]));
    await job.at('2026-11-25T10:00:00+01:00');
    expect(job.sent).toEqual([]);
  });

  test('is told again later when Teams cannot take it, and others not twice', async () => {
    await begun();
    job.outcome = { kind: 'again', reason: '503' };
    await expect(job.at('2026-11-25T10:00:00+01:00')).rejects.toThrow();
    job.outcome = { kind: 'sent' };
    await job.at('2026-11-25T10:10:00+01:00');
    await job.at('2026-11-25T10:20:00+01:00');
    expect(to(job)).toEqual([amira.account, amira.account]);
  });

  test('and is taken out and put back again and again, hears of one pilot once a day', async () => {
    await begun();
    await job.at('2026-11-25T10:00:00+01:00');
    const outAndBack = async (n: number) => {
      await town.core.pilots.setMembers('P-1', crewOf([gijs]));
      await town.core.pilots.setMembers('P-1', crewOf([gijs], [amira]));
      await town.core.pilots.change('P-1', (now) => ({ ...now, unheard: `N-${n}` }));
    };
    for (const n of [11, 12, 13]) {
      await outAndBack(n);
      await job.at(`2026-11-25T${n}:00:00+01:00`);
    }
    expect(to(job)).toEqual([amira.account]);
    await job.at('2026-11-26T10:00:00+01:00');
    expect(to(job)).toEqual([amira.account, amira.account]);
    await job.at('2026-11-27T10:00:00+01:00');
    expect(job.sent).toHaveLength(2);
  });

  test('and in two pilots hears of both', async () => {
    await begun();
    await town.core.pilots.add(pilot({ id: 'P-2', unheard: 'N-2' }), crewOf([gijs], [amira]));
    await job.at('2026-11-25T10:00:00+01:00');
    expect(job.sent).toHaveLength(2);
  });

  test('who leads it now hears that, and who leads it hears of who left', async () => {
    await begun();
    await job.at('2026-11-25T10:00:00+01:00');
    await town.core.pilots.setRole('P-1', amira.account, 'member', 'lead');
    await town.core.pilots.change('P-1', (now) => ({ ...now, unheard: 'N-2' }));
    await job.at('2026-11-25T11:00:00+01:00');
    expect(words(job)[1]).toContain('Jij leidt deze pilot nu');
    await town.core.pilots.setRole('P-1', gijs.account, 'lead', 'left');
    await town.core.pilots.change('P-1', (now) => ({ ...now, unheard: 'N-3' }));
    await job.at('2026-11-25T12:00:00+01:00');
    expect(to(job)[2]).toBe(amira.account);
    expect(words(job)[2]).toContain('Iemand heeft je pilot verlaten');
    expect(words(job)[2]).toContain('Gijs Toren');
    await job.at('2026-11-25T13:00:00+01:00');
    expect(job.sent).toHaveLength(3);
  });
});

describe('on the last working day of a pilot', () => {
  let job: ClockJob;
  beforeEach(() => {
    job = clockJob(courseJob(town.core), town.core);
  });
  const runs = (more: Partial<Pilot> = {}, leads = [gijs, petra]) =>
    town.core.pilots.add(pilot(more), crewOf(leads, [amira]));

  test('one who leads it is asked once whether to go on or to close, and never again', async () => {
    await runs();
    await job.at('2026-11-24T10:00:00+01:00');
    expect(job.sent).toEqual([]);
    for (const moment of ['25T10:00', '25T11:00', '26T10:00', '30T10:00'])
      await job.at(`2026-11-${moment}:00+01:00`);
    expect(to(job)).toEqual([gijs.account]);
    for (const part of ['Verlengen of afronden?', 'pilot.longer', 'pilot.edit-period', 'pilot.ending'])
      expect(words(job)[0]).toContain(part);
    expect((await town.core.pilots.get('P-1'))?.askedAbout).toBe('2026-11-25');
  });

  keepsOfficeHours('2026-11-23', async () => {
    await runs({ until: '2026-11-24' });
    return { job, core: town.core };
  });

  test.each([
    ['a Sunday', '2026-11-29', '2026-11-27'],
    ['Christmas', '2026-12-25', '2026-12-24'],
  ])('of one that ends on %s it is the working day before', async (_, until, day) => {
    await runs({ until });
    await job.at(`${day}T09:30:00+01:00`);
    await job.at(`${day}T10:30:00+01:00`);
    expect(job.sent).toHaveLength(1);
  });

  test('with the lead away, another one is asked; with nobody there, on the next day on which one of them works', async () => {
    await runs();
    await change(gijs, { absentUntil: '2026-12-04' });
    await job.at('2026-11-25T10:00:00+01:00');
    expect(to(job)).toEqual([petra.account]);
    await town.core.pilots.add(pilot({ id: 'P-2', until: '2026-11-26' }), crewOf([gijs], [amira]));
    await job.at('2026-11-26T10:00:00+01:00');
    await job.at('2026-12-04T10:00:00+01:00');
    expect(job.sent).toHaveLength(1);
    await job.at('2026-12-07T10:00:00+01:00');
    expect(to(job)).toEqual([petra.account, gijs.account]);
    expect(words(job)[1]).toContain('De laatste dag is voorbij');
  });

  test('a lead who blocked Kompas is passed over', async () => {
    await runs();
    await change(gijs, { reach: 'blocked' });
    await job.at('2026-11-25T10:00:00+01:00');
    expect(to(job)).toEqual([petra.account]);
  });

  test.each([
    ['extended', { until: '2026-12-18' }],
    ['closed', { closedOn: '2026-11-25' }],
  ])('nobody is asked of one that is %s while the message is on its way', async (_, now) => {
    await runs();
    const { get } = town.core.pilots;
    town.core.pilots.get = async (id) => {
      await town.core.pilots.change(id, (current) => ({ ...current, ...now }));
      return get(id);
    };
    await job.at('2026-11-25T10:00:00+01:00');
    expect(job.sent).toEqual([]);
  });

  test('one that goes on for longer is asked about again on its new last day', async () => {
    await runs();
    await job.at('2026-11-25T10:00:00+01:00');
    await town.core.pilots.change('P-1', (now) => ({ ...now, until: '2026-12-02' }));
    await job.at('2026-11-26T10:00:00+01:00');
    await job.at('2026-12-02T10:00:00+01:00');
    expect(job.sent).toHaveLength(2);
  });

  test('three instances ask once', async () => {
    await runs();
    await Promise.all([1, 2, 3].map(() => job.at('2026-11-25T10:00:00+01:00')));
    expect(job.sent).toHaveLength(1);
  });
});

describe('a pilot that nobody leads any more', () => {
  let job: ClockJob;
  const project = somebody(71, 'Joris Project');
  const administrator = somebody(72, 'Aad Beheer');
  beforeEach(async () => {
    job = clockJob(courseJob(town.core), town.core);
    await town.core.pilots.add(pilot({ until: '2026-12-18' }), crewOf([gijs], [amira]));
    await town.core.people.save([withChat(administrator, { access: ['beheerder'] })]);
  });

  test('is told to a project lead, or to an administrator where there is none; once', async () => {
    await job.at('2026-11-25T10:00:00+01:00');
    expect(job.sent).toEqual([]);
    await change(gijs, { removed: '2026-11-25' });
    await job.at('2026-11-25T11:00:00+01:00');
    await job.at('2026-11-26T11:00:00+01:00');
    expect(to(job)).toEqual([administrator.account]);
    expect(words(job)[0]).toContain('pilot.appoint');
  });

  test('is told to a project lead first', async () => {
    await town.core.people.save([withChat(project, { access: ['projectleider'] })]);
    await change(gijs, { removed: '2026-11-25' });
    await job.at('2026-11-25T11:00:00+01:00');
    expect(to(job)).toEqual([project.account]);
  });
});
