import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import type { SendOutcome } from '../../../src/conversation/send-outcome.ts';
import { agreementsCheck } from '../../../src/features/tips/dialogue/checking.ts';
import type { DialogueRow } from '../../../src/features/tips/dialogue/store.ts';
import { type ClockJob, clockJob, keepsOfficeHours } from '../../support/clock-job.ts';
import { foundTown, type Town } from '../../support/town.ts';

const channel = { serviceUrl: 'http://127.0.0.1:9', conversation: '19:west;messageid=7', bot: '28:kompas' };
const held = (change: Partial<DialogueRow> = {}): DialogueRow => ({
  id: 'T-1',
  day: '2026-10-28',
  scene: 5,
  agreements: ['Eerst bellen.'],
  channel,
  writtenHere: true,
  checkFrom: '2026-11-25',
  ...change,
});

let town: Town;
let job: ClockJob;

beforeEach(async () => {
  town = await foundTown();
  job = clockJob(agreementsCheck(town.core), town.core);
  await town.core.settings.saveTeam({ key: 'west', name: 'West', schedule: defaultSchedule });
  await town.core.settings.saveTeam({ key: 'oost', name: 'Oost', schedule: defaultSchedule });
});

const at = (moment: string) => job.at(moment);

describe('after four weeks', () => {
  test('a team is asked in its channel, not in the thread of the dialogue, with its agreements and both ways on', async () => {
    await town.core.dialogues.begin('west', held());
    await at('2026-11-25T10:00:00+01:00');
    expect(job.sent).toHaveLength(1);
    expect(job.sent[0]?.to).toEqual({ ...channel, conversation: '19:west', user: '' });
    const card = JSON.stringify(job.sent[0]?.message.card);
    for (const text of ['1. Eerst bellen.', 'dialogue.keep', 'dialogue.write']) expect(card).toContain(text);
    // Seen in notifications, where the agreements of a team have no place.
    expect(job.sent[0]?.message.text).toBe('Kloppen jullie afspraken nog?');
  });

  keepsOfficeHours('2026-11-23', async () => {
    await town.core.dialogues.begin('west', held({ checkFrom: '2026-11-24' }));
    return { job, core: town.core };
  });

  test('and again four weeks after they said it holds', async () => {
    await town.core.dialogues.begin('west', held());
    await at('2026-11-25T10:00:00+01:00');
    const read = await town.core.dialogues.of('west');
    if (read) await town.core.dialogues.replace(read, held({ checkFrom: '2026-12-23' }));
    await at('2026-12-22T10:00:00+01:00');
    expect(job.sent).toHaveLength(1);
    await at('2026-12-23T10:00:00+01:00');
    expect(job.sent).toHaveLength(2);
  });

  test.each([
    ['a day too early', '2026-11-24T11:00:00+01:00'],
    ['more than two weeks late', '2026-12-10T11:00:00+01:00'],
  ])('nobody is asked %s', async (_, moment) => {
    await town.core.dialogues.begin('west', held());
    await at(moment);
    expect(job.sent).toEqual([]);
  });

  test('on a public holiday nobody is asked, and the next working day they are', async () => {
    await town.core.dialogues.begin('west', held({ checkFrom: '2026-12-25' }));
    await at('2026-12-25T11:00:00+01:00');
    expect(job.sent).toEqual([]);
    await at('2026-12-28T11:00:00+01:00');
    expect(job.sent).toHaveLength(1);
  });

  test('in summer the hours are those of the clock on the wall', async () => {
    await town.core.dialogues.begin('west', held({ checkFrom: '2026-07-01' }));
    await at('2026-07-01T07:59:00Z');
    expect(job.sent).toEqual([]);
    await at('2026-07-01T08:00:00Z');
    expect(job.sent).toHaveLength(1);
  });

  test('a team without agreements is left alone', async () => {
    await town.core.dialogues.begin('west', held({ agreements: [], checkFrom: undefined }));
    await at('2026-11-25T10:00:00+01:00');
    expect(job.sent).toEqual([]);
  });

  test('a team that is no more is left alone, since nobody could answer', async () => {
    await town.core.dialogues.begin('opgeheven', held());
    await at('2026-11-25T10:00:00+01:00');
    expect(job.sent).toEqual([]);
  });
});

describe('a check that could not be sent', () => {
  test('since the bot was removed from the channel, is not tried again', async () => {
    job.outcome = { kind: 'gone', reason: 'ConversationBlockedByUser' };
    await town.core.dialogues.begin('west', held());
    await at('2026-11-25T10:00:00+01:00');
    await at('2026-11-25T10:10:00+01:00');
    expect(job.sent).toHaveLength(1);
  });

  test.each<SendOutcome>([
    { kind: 'throttled', waitMs: 1_000 },
    { kind: 'again', reason: '503' },
  ])('for now, is sent some minutes later: %j', async (failure) => {
    job.outcome = failure;
    await town.core.dialogues.begin('west', held());
    await expect(at('2026-11-25T10:00:00+01:00')).rejects.toThrow('no check could be sent');
    job.outcome = { kind: 'sent' };
    await at('2026-11-25T10:10:00+01:00');
    await at('2026-11-25T10:20:00+01:00');
    expect(job.sent).toHaveLength(2);
  });

  test('does not keep another team from theirs', async () => {
    job.outcome = { kind: 'again', reason: '503' };
    await town.core.dialogues.begin('oost', held({ id: 'T-2' }));
    await town.core.dialogues.begin('west', held());
    await expect(at('2026-11-25T10:00:00+01:00')).rejects.toThrow();
    expect(job.sent).toHaveLength(2);
  });
});
