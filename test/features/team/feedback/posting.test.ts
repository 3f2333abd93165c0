import { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../../src/calendar/schedule.ts';
import type { SendOutcome } from '../../../../src/conversation/send-outcome.ts';
import { feedbackJob } from '../../../../src/features/team/feedback/posting.ts';
import type { Signal } from '../../../../src/features/team/signals/signal.ts';
import type { Picture } from '../../../../src/features/team/snapshot/rules.ts';
import type { Municipality } from '../../../../src/people/municipality.ts';
import { type ClockJob, clockJob, keepsOfficeHours } from '../../../support/clock-job.ts';
import { foundTown, type Town } from '../../../support/town.ts';

const WEST = { kind: 'team', key: 'west' } as const;
const OOST = { kind: 'team', key: 'oost' } as const;
const COUNCIL = { kind: 'council', key: '' } as const;
const channel = { serviceUrl: 'http://127.0.0.1:9', conversation: '19:west', bot: '28:kompas' };
const picture: Picture = { count: '6-9', average: 2.5, themes: ['werkdruk'] };
/** The Monday of a due week. */
const DUE = '2026-11-30T10:00:00+01:00';

const raised: Signal = {
  id: 'S-1',
  source: 'raised',
  state: 'received',
  day: '2026-11-10',
  moved: '2026-11-10',
  words: { text: 'GEHEIM: de lijst is te lang' },
};
const decided: Signal = {
  ...raised,
  id: 'S-2',
  state: 'deciding',
  acts: true,
  moved: '2026-11-12',
  due: '2026-12-18',
  words: {
    text: 'GEHEIM twee',
    size: 'GEHEIM beeld',
    judged: 'GEHEIM oordeel',
    decided: 'We knippen de lijst.',
  },
};
const declined: Signal = {
  ...raised,
  id: 'S-3',
  state: 'answered',
  acts: false,
  moved: '2026-11-20',
  answered: '2026-11-20',
  words: {
    text: 'GEHEIM drie',
    decided: 'Geen tweede scherm.',
    reason: 'Er is geen geld.',
    told: 'Volgend jaar wel.',
  },
};

let town: Town;
let job: ClockJob;

beforeEach(async () => {
  town = await foundTown();
  job = clockJob(feedbackJob(town.core.groups), town.core);
  await town.core.settings.saveTeam({ key: 'west', name: 'West', schedule: defaultSchedule, channel });
  await town.core.settings.saveTeam({ key: 'oost', name: 'Oost', schedule: defaultSchedule });
});

const at = (moment: string) => job.at(moment);

async function record(change: Partial<Municipality>): Promise<void> {
  const { municipality } = await town.core.readSettings();
  await town.core.settings.changeMunicipality(() => ({ ...municipality, ...change }));
}

const words = () => JSON.stringify(job.sent.map(({ message }) => message));

describe('every four weeks', () => {
  test('a team reads in its channel what was heard, decided, declined and why', async () => {
    for (const signal of [raised, decided, declined]) await town.core.groups.addSignal(WEST, signal);
    await at(DUE);
    expect(job.sent.map(({ to }) => to)).toEqual([{ ...channel, user: '' }]);
    for (const part of [
      'In de afgelopen 4 weken kwamen er 3 signalen van collega’s binnen.',
      'Er staan 2 signalen open, het oudste al 11 werkdagen.',
      'Ontvangen. Het is nog niet opgepakt.',
      'We knippen de lijst.',
      'besloten op 12 november 2026',
      'uiterlijk 18 december 2026',
      'Geen tweede scherm.',
      'Waarom: Er is geen geld.',
      'Volgend jaar wel.',
    ])
      expect(words()).toContain(part);
  });

  test('what a colleague raised, who takes care of it, and how people answered stay out of the channel', async () => {
    await town.core.groups.addSignal(WEST, { ...raised, owner: 'owner-id', by: 'writer-id' });
    await town.core.groups.addSignal(WEST, decided);
    await town.core.groups.addSignal(WEST, {
      ...raised,
      id: 'T',
      source: 'theme',
      theme: 'werkdruk',
      words: {},
    });
    await town.core.groups.publish(WEST, { period: '2026-W47', picture });
    await at(DUE);
    expect(words()).toContain('Een signaal van een collega');
    expect(words()).toContain('2 signalen van collega’s');
    for (const part of ['GEHEIM', 'owner-id', 'writer-id', 'werkdruk', 'Werkdruk', 'teambeeld haal', '2,5'])
      expect(words()).not.toContain(part);
  });

  test('signals of another team, or past the manager, are in no card', async () => {
    await town.core.groups.addSignal(WEST, raised);
    await town.core.groups.addSignal(OOST, decided);
    await town.core.groups.addSignal(COUNCIL, { ...decided, words: { decided: 'Via de OR' } });
    await at(DUE);
    expect(job.sent).toHaveLength(1);
    expect(words()).toContain('kwam er 1 signaal van een collega binnen');
    for (const part of ['We knippen', 'Via de OR']) expect(words()).not.toContain(part);
  });

  test('once, whatever number of instances look and for how long', async () => {
    await town.core.groups.addSignal(WEST, raised);
    await Promise.all([1, 2, 3].map(() => at(DUE)));
    await at('2026-11-30T13:00:00+01:00');
    await at('2026-12-02T10:00:00+01:00');
    expect(job.sent).toHaveLength(1);
    await at('2026-12-28T10:00:00+01:00');
    expect(job.sent).toHaveLength(2);
  });

  test.each([
    ['in a week that is not due', '2026-11-23T11:00:00+01:00'],
    ['more than a week late', '2026-12-07T11:00:00+01:00'],
  ])('nobody is written to %s', async (_, moment) => {
    await town.core.groups.addSignal(WEST, raised);
    await at(moment);
    expect(job.sent).toEqual([]);
  });

  keepsOfficeHours('2026-11-30', async () => {
    await town.core.groups.addSignal(WEST, raised);
    return { job, core: town.core };
  });

  test('on a holiday the team is left alone, and reads it the next working day', async () => {
    await record({ feedbackWeeks: 2 });
    await town.core.groups.addSignal(WEST, { ...raised, day: '2026-04-01', moved: '2026-04-01' });
    await at('2026-04-06T11:00:00+02:00');
    expect(job.sent).toEqual([]);
    await at('2026-04-07T11:00:00+02:00');
    expect(job.sent).toHaveLength(1);
    expect(words()).toContain('In de afgelopen 2 weken');
  });
});

describe('a due week in which nothing went out', () => {
  const LATER = '2026-12-28T10:00:00+01:00';
  const firstReport = () => at('2026-11-02T10:00:00+01:00');
  beforeEach(() => town.core.groups.addSignal(WEST, { ...raised, day: '2026-10-20', moved: '2026-10-20' }));

  test('is made up for the next time, and that is said', async () => {
    await firstReport();
    await town.core.groups.addSignal(WEST, decided);
    await at(LATER);
    expect(job.sent).toHaveLength(2);
    const [, last] = job.sent.map(({ message }) => JSON.stringify(message));
    expect(last).toContain('We knippen de lijst.');
    expect(last).toContain('In de afgelopen 8 weken kwam er 1 signaal van een collega binnen.');
  });

  test('is that of a channel that the bot was out of', async () => {
    await firstReport();
    await town.core.groups.addSignal(WEST, decided);
    job.outcome = { kind: 'gone', reason: 'ConversationBlockedByUser' };
    await at(DUE);
    job.outcome = { kind: 'sent' };
    await at(LATER);
    expect(JSON.stringify(job.sent.at(-1)?.message)).toContain('We knippen de lijst.');
  });

  test('is not any other: what was told is not told again', async () => {
    await firstReport();
    await town.core.groups.addSignal(WEST, decided);
    await at(DUE);
    await at(LATER);
    expect(job.sent).toHaveLength(3);
    const last = JSON.stringify(job.sent.at(-1)?.message);
    expect(last).toContain('In de afgelopen 4 weken kwam er van collega’s geen signaal binnen.');
    expect(last).not.toContain('We knippen de lijst.');
  });
});

describe('when nothing happened', () => {
  test('it says so while something is open, with how long', async () => {
    await town.core.groups.addSignal(WEST, { ...raised, day: '2026-09-01', moved: '2026-09-01' });
    await at(DUE);
    expect(words()).toContain('Er staat 1 signaal open, al 61 werkdagen.');
  });

  test.each([
    ['a picture: whether there was one is not for a channel', { period: '2026-W47', picture }],
    ['a window of which too few answered', { period: '2026-W47' }],
  ])('it adds no noise: %s', async (_, snapshot) => {
    await town.core.groups.publish(WEST, snapshot);
    await at(DUE);
    expect(job.sent).toEqual([]);
  });
});

describe('a card that could not be sent', () => {
  test('since the bot is out of that channel, is let go until the next time', async () => {
    job.outcome = { kind: 'gone', reason: 'ConversationBlockedByUser' };
    await town.core.groups.addSignal(WEST, raised);
    await at(DUE);
    await at('2026-11-30T10:10:00+01:00');
    await at('2026-12-01T10:10:00+01:00');
    expect(job.sent).toHaveLength(1);
  });

  test.each<SendOutcome>([
    { kind: 'throttled', waitMs: 1_000 },
    { kind: 'again', reason: '503' },
  ])('for now, is sent some minutes later: %j', async (failure) => {
    job.outcome = failure;
    await town.core.groups.addSignal(WEST, raised);
    await expect(at(DUE)).rejects.toThrow('no feedback could be sent');
    job.outcome = { kind: 'sent' };
    await at('2026-12-01T10:10:00+01:00');
    await at('2026-12-01T10:20:00+01:00');
    expect(job.sent).toHaveLength(2);
  });

  test('but may have arrived, is not sent again that time, and is part of the next', async () => {
    job.outcome = { kind: 'again', reason: 'timeout' };
    await town.core.groups.addSignal(WEST, { ...decided, moved: '2026-12-01' });
    await at('2026-12-01T10:00:00+01:00');
    for (const time of ['10:10', '11:30', '15:50']) await at(`2026-12-01T${time}:00+01:00`);
    await at('2026-12-03T10:00:00+01:00');
    expect(job.sent).toHaveLength(1);
    job.outcome = { kind: 'sent' };
    await at('2026-12-28T10:00:00+01:00');
    expect(job.sent).toHaveLength(2);
    expect(JSON.stringify(job.sent[1]?.message)).toContain('We knippen de lijst.');
  });

  test('for a whole day, is tried ever more seldom', async () => {
    job.outcome = { kind: 'again', reason: '503' };
    await town.core.groups.addSignal(WEST, raised);
    const start = Temporal.Instant.from(DUE);
    for (let minutes = 0; minutes < 360; minutes += 1)
      await at(start.add({ minutes }).toString()).catch(() => {});
    expect(job.sent).toHaveLength(10);
  });

  test('does not keep another team from theirs, and is given up after a week', async () => {
    job.outcome = { kind: 'again', reason: '503' };
    await town.core.settings.saveTeam({ key: 'oost', name: 'Oost', schedule: defaultSchedule, channel });
    for (const place of [WEST, OOST]) await town.core.groups.addSignal(place, raised);
    await expect(at(DUE)).rejects.toThrow();
    expect(job.sent).toHaveLength(2);
    await at('2026-12-07T10:00:00+01:00');
    expect(job.sent).toHaveLength(2);
  });
});
