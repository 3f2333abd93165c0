import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import { marksOf } from '../../../../src/features/team/signals/exclusions.ts';
import type { Signal } from '../../../../src/features/team/signals/signal.ts';
import { signalsJob } from '../../../../src/features/team/signals/telling.ts';
import { walked } from '../../../../src/features/team/signals/workflow.ts';
import { auditTable } from '../../../../src/people/tables.ts';
import { type ClockJob, clockJob, keepsOfficeHours } from '../../../support/clock-job.ts';
import { account, foundTown, person, type Town } from '../../../support/town.ts';
import { received } from './received.ts';

const WEST = { kind: 'team', key: 'west' } as const;
/** Given with a name: then its day counts, and not its week. */
const signal = (change: Partial<Signal> = {}): Signal => ({
  ...received,
  named: true,
  announced: '2026-11-17',
  ...change,
});
const MONDAY = '2026-11-23T10:00:00+01:00';

let town: Town;
let job: ClockJob;

beforeEach(async () => {
  town = await foundTown();
  job = clockJob(signalsJob(town.core), town.core);
  await town.core.settings.saveTeam({ key: 'west', name: 'West', schedule: defaultSchedule });
  await town.core.people.save([
    person('p1', { team: 'west' }),
    person('p2', { team: 'west', access: ['manager'] }),
  ]);
});

const at = (moment: string) => job.at(moment);
const written = () => job.sent.map(({ to }) => to.conversation);
const change = async (id: string, more: object) => {
  const [one] = (await town.core.people.everybody()).filter((who) => who.id === id);
  if (one) await town.core.people.save([{ ...one, ...more }]);
};

describe('a signal that stands still for a week', () => {
  test('reminds who takes care of it, without a word of what it says', async () => {
    await town.core.groups.addSignal(WEST, signal());
    await at(MONDAY);
    expect(written()).toEqual(['a:p2']);
    expect(JSON.stringify(job.sent)).not.toContain('te lang');
    expect(JSON.stringify(job.sent)).toContain('signal.open');
  });

  test('reminds its owner instead, once there is one', async () => {
    await town.core.groups.addSignal(
      WEST,
      signal({ owner: account(1), state: 'deciding', acts: true, asked: '2026-11-17' }),
    );
    await at(MONDAY);
    expect(written()).toEqual(['a:p1']);
    expect(JSON.stringify(job.sent)).toContain('Er wacht een signaal op je');
  });

  test('reminds its manager again when the owner left', async () => {
    await town.core.groups.addSignal(WEST, signal({ owner: account(1) }));
    await change('p1', { removed: '2026-11-20' });
    await at(MONDAY);
    expect(written()).toEqual(['a:p2']);
  });

  test('reminds its manager again when the owner works in another team now', async () => {
    await town.core.groups.addSignal(WEST, signal({ owner: account(1), state: 'deciding', acts: true }));
    await change('p1', { team: 'oost' });
    await town.core.people.drop('west', 'p1');
    await at(MONDAY);
    expect(written()).toEqual(['a:p2']);
  });

  test('puts in the log what a break kept out of it', async () => {
    const unlogged = [{ who: account(2), what: 'besluit over signaal', at: '2026-11-20T10:00:00Z' }];
    await town.core.groups.addSignal(WEST, signal({ state: 'answered', answered: '2026-11-20', unlogged }));
    await town.core.settings.changeTeam('west', (now) => ({ ...now, ended: '2026-11-21' }));
    await at(MONDAY);
    await at('2026-11-24T10:00:00+01:00');
    const { value } = (await town.storage.table(auditTable).range({ from: '' }))[0] ?? {};
    expect(await town.storage.table(auditTable).range({ from: '' })).toHaveLength(1);
    expect(value).toMatchObject({ who: account(2), what: 'besluit over signaal', about: 'S-1' });
  });

  test('reminds once in two weeks, whatever number of instances look', async () => {
    await town.core.groups.addSignal(WEST, signal());
    await Promise.all([1, 2, 3].map(() => at(MONDAY)));
    for (let day = 24; day <= 30; day += 1) await at(`2026-11-${day}T12:00:00+01:00`);
    for (const day of ['01', '02', '03', '04']) await at(`2026-12-${day}T12:00:00+01:00`);
    expect(job.sent).toHaveLength(1);
    await at('2026-12-07T12:00:00+01:00');
    expect(job.sent).toHaveLength(2);
  });

  keepsOfficeHours('2026-11-23', async () => {
    await town.core.groups.addSignal(WEST, signal());
    return { job, core: town.core };
  });

  test('reminds nobody on a day that is off', async () => {
    await town.core.groups.addSignal(WEST, signal());
    await at('2026-12-25T11:00:00+01:00');
    expect(job.sent).toEqual([]);
  });

  test('waits for who is away, or does not work that day', async () => {
    await town.core.groups.addSignal(WEST, signal());
    await change('p2', { absentUntil: '2026-11-24', workdays: ['ma', 'di', 'do'] });
    for (const day of [23, 24, 25]) await at(`2026-11-${day}T10:00:00+01:00`);
    expect(job.sent).toEqual([]);
    await at('2026-11-26T10:00:00+01:00');
    expect(job.sent).toHaveLength(1);
  });

  test('reminds nobody of a closed one, and not of one given past the manager', async () => {
    await town.core.groups.addSignal(WEST, signal({ state: 'answered', answered: '2026-11-16' }));
    await town.core.groups.addSignal({ kind: 'council', key: '' }, signal());
    await at(MONDAY);
    expect(job.sent).toEqual([]);
  });

  test('that could not be sent for now is sent later that day', async () => {
    job.outcome = { kind: 'again', reason: '503' };
    await town.core.groups.addSignal(WEST, signal());
    await expect(at(MONDAY)).rejects.toThrow('nobody could be told');
    job.outcome = { kind: 'sent' };
    await at('2026-11-23T10:20:00+01:00');
    await at('2026-11-23T10:40:00+01:00');
    expect(job.sent).toHaveLength(2);
  });
});

describe('a signal that is new', () => {
  const fresh = (change: Partial<Signal> = {}) =>
    signal({ named: undefined, announced: undefined, day: '2026-11-20', moved: '2026-11-20', ...change });

  test('is told to who takes care of it on the next working day, once, without a word of what it says', async () => {
    await town.core.groups.addSignal(WEST, fresh());
    await Promise.all([1, 2].map(() => at(MONDAY)));
    await at('2026-11-24T10:00:00+01:00');
    expect(written()).toEqual(['a:p2']);
    expect(JSON.stringify(job.sent)).toContain('Er is een signaal voor je');
    expect(JSON.stringify(job.sent)).not.toContain('te lang');
  });

  test('and without name is told to nobody on the day on which it was given', async () => {
    await town.core.groups.addSignal(WEST, fresh({ day: '2026-11-23', moved: '2026-11-23' }));
    await at(MONDAY);
    expect(job.sent).toEqual([]);
    await at('2026-11-24T10:00:00+01:00');
    expect(written()).toEqual(['a:p2']);
  });

  test('comes with the others in one message', async () => {
    for (const id of ['S-1', 'S-2', 'S-3']) await town.core.groups.addSignal(WEST, fresh({ id }));
    await at(MONDAY);
    expect(written()).toEqual(['a:p2']);
    expect(JSON.stringify(job.sent)).toContain('Er zijn 3 signalen voor je');
  });

  test('that was found in a picture is told as well', async () => {
    await town.core.groups.addSignal(WEST, fresh({ source: 'low', words: {} }));
    await at(MONDAY);
    expect(written()).toEqual(['a:p2']);
  });

  test('waits for who is away', async () => {
    await change('p2', { absentUntil: '2026-11-23' });
    await town.core.groups.addSignal(WEST, fresh());
    await at(MONDAY);
    expect(job.sent).toEqual([]);
    await at('2026-11-24T10:00:00+01:00');
    expect(written()).toEqual(['a:p2']);
  });

  test('is no news any more once somebody took it up', async () => {
    await town.core.groups.addSignal(WEST, fresh({ state: 'seeing' }));
    await at(MONDAY);
    expect(job.sent).toEqual([]);
  });

  test('passes whom it passes, and is still news for who comes after them', async () => {
    const { hashedIds, groups, settings } = town.core;
    const council = { kind: 'council', key: '' } as const;
    await settings.changeMunicipality((now) => ({ ...now, worksCouncil: ['p2@gemeente.example'] }));
    const chosen = [{ id: 'p1', directoryId: account(1) }];
    await groups.addSignal(
      council,
      fresh({ passed: marksOf(hashedIds, 'S-1', { passed: [person('p2')], chosen }) }),
    );
    await groups.addSignal(council, fresh({ id: 'S-2' }));
    await at(MONDAY);
    expect(written()).toEqual(['a:p2']);
    expect(JSON.stringify(job.sent)).toContain('Er is een signaal voor je');
    await settings.changeMunicipality((now) => ({ ...now, worksCouncil: ['p1@gemeente.example'] }));
    await at('2026-11-24T10:00:00+01:00');
    expect(written()).toEqual(['a:p2', 'a:p1']);
    expect(JSON.stringify(job.sent[1])).toContain('"id":"S-1"');
  });
});

describe('of two who take care of a signal, the one who was away when the other was told', () => {
  const WEEK = ['23', '24', '25', '26', '27'];
  /** The days of November on which p3 gets a message. */
  const told = async (days: readonly string[]) => {
    const on: string[] = [];
    for (const day of days) {
      const before = job.sent.length;
      await at(`2026-11-${day}T10:00:00+01:00`);
      on.push(...job.sent.slice(before).flatMap(({ to }) => (to.conversation === 'a:p3' ? [day] : [])));
    }
    return on;
  };
  const unnamed = (change: Partial<Signal> = {}) =>
    signal({ named: undefined, announced: undefined, day: '2026-11-20', moved: '2026-11-20', ...change });
  const withName = (change: Partial<Signal> = {}) => unnamed({ named: true, by: account(1), ...change });
  beforeEach(async () => {
    await town.core.people.save([person('p3', { team: 'west', access: ['manager'] })]);
  });

  test('hears of it on their first day of work, once, while nobody took it up', async () => {
    await change('p3', { absentFrom: '2026-11-20', absentUntil: '2026-11-24' });
    await town.core.groups.addSignal(WEST, withName({ moved: '2026-11-23' }));
    expect(await told(WEEK)).toEqual(['25']);
    expect(JSON.stringify(job.sent[1])).toContain('Er is een signaal voor je');
  });

  test('hears of one without name in the week after, since its day is not kept', async () => {
    await change('p3', { absentFrom: '2026-11-20', absentUntil: '2026-11-24' });
    await town.core.groups.addSignal(WEST, unnamed({ day: '2026-11-23', moved: '2026-11-23' }));
    expect(await told([...WEEK, '30'])).toEqual(['30']);
  });

  test('and who worked all week hears of it once', async () => {
    await town.core.groups.addSignal(WEST, unnamed({ day: '2026-11-23', moved: '2026-11-23' }));
    expect(await told([...WEEK, '30'])).toEqual(['24']);
  });

  test('hears nothing of it once somebody took it up', async () => {
    await change('p3', { absentFrom: '2026-11-20', absentUntil: '2026-11-24' });
    await town.core.groups.addSignal(WEST, withName({ moved: '2026-11-23' }));
    await at(MONDAY);
    await town.core.groups.changeSignal(WEST, 'S-1', (now) => ({ ...now, state: 'seeing' }));
    expect(await told(WEEK)).toEqual([]);
  });
});

describe('what somebody in the team takes up', () => {
  const task = (change: Partial<Signal> = {}) =>
    signal({
      owner: account(1),
      acts: true,
      due: '2026-11-30',
      state: 'answered',
      answered: '2026-11-20',
      ...change,
    });

  test('is told to them on the next working day, once, with the day and without what it says', async () => {
    await town.core.groups.addSignal(WEST, task());
    for (const day of [23, 24]) await at(`2026-11-${day}T10:00:00+01:00`);
    expect(written()).toEqual(['a:p1']);
    expect(JSON.stringify(job.sent)).toContain('Het moet klaar zijn op 30 november 2026');
    expect(JSON.stringify(job.sent)).not.toContain('te lang');
  });

  test.each([
    ['who took it on themselves', task({ owner: account(2), asked: '2026-11-20' })],
    ['anybody, once it is done', task({ done: '2026-11-22' })],
    ['anybody, when nothing is done', task({ acts: false })],
  ])('is not told to %s', async (_what, one) => {
    await town.core.groups.addSignal(WEST, one);
    await at(MONDAY);
    expect(job.sent).toEqual([]);
  });

  test('is told to them also when its day passed before they could be told', async () => {
    await town.core.groups.addSignal(WEST, task({ due: '2026-11-20' }));
    await at(MONDAY);
    expect(JSON.stringify(job.sent)).toContain('Jij pakt iets op');
  });

  test('is asked about once its day has passed: once a day that was agreed, and not what it says', async () => {
    await town.core.groups.addSignal(WEST, task({ asked: '2026-11-20', due: '2026-11-23' }));
    await at(MONDAY);
    expect(job.sent).toEqual([]);
    for (const day of [24, 25, 26, 27]) await at(`2026-11-${day}T10:00:00+01:00`);
    expect(written()).toEqual(['a:p1']);
    const words = JSON.stringify(job.sent);
    for (const text of ['Is dit gedaan?', 'Gedaan', 'Nog niet', '23 november 2026'])
      expect(words).toContain(text);
    expect(words).not.toContain('te lang');
    await town.core.groups.changeSignal(WEST, 'S-1', (now) => ({ ...now, due: '2026-11-29' }));
    await at('2026-11-30T10:00:00+01:00');
    expect(job.sent).toHaveLength(2);
  });

  test('is asked about by nobody once it is done, or when who took it up left', async () => {
    const late = { asked: '2026-11-20', due: '2026-11-20' };
    await town.core.groups.addSignal(WEST, task({ ...late, done: '2026-11-22' }));
    await town.core.groups.addSignal(WEST, task({ ...late, id: 'S-2', owner: account(9) }));
    await at(MONDAY);
    expect(job.sent).toEqual([]);
  });

  test('is told to somebody else when it passes to them', async () => {
    await change('p1', { workdays: ['ma', 'di', 'wo', 'do', 'vr'] });
    await town.core.people.save([person('p3', { team: 'west' })]);
    await town.core.groups.addSignal(WEST, task());
    await at(MONDAY);
    await town.core.groups.changeSignal(WEST, 'S-1', (now) => {
      const answers = { decided: 'We knippen de lijst', acts: 'ja', due: '2026-11-30', owner: account(3) };
      const result = walked({ ...now, state: 'deciding' }, 'deciding', answers, {
        day: '2026-11-23',
        owners: new Set([account(3)]),
        by: account(2),
      });
      return 'signal' in result ? result.signal : undefined;
    });
    await at('2026-11-24T10:00:00+01:00');
    expect(written()).toEqual(['a:p1', 'a:p3']);
  });
});
