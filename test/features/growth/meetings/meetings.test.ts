import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { meetingJob } from '../../../../src/features/growth/meetings/job.ts';
import { isDue, meetingIn } from '../../../../src/features/growth/meetings/rules.ts';
import type { Somebody } from '../../../support/bot.ts';
import { clockJob } from '../../../support/clock-job.ts';
import { amira, bram, elsewhere, head, manager, type Office, openOffice, WEST } from '../office.ts';

const on = (day: string) => Temporal.PlainDate.from(day);

describe('the day of an intervisie', () => {
  test.each([
    [1, 'ma', '2026-11-02'],
    [2, 'di', '2026-11-10'],
    [4, 'vr', '2026-11-27'],
    [1, 'zo', '2026-11-01'],
  ] as const)('the %i. %s of November is %s', (week, day, date) =>
    expect(meetingIn(on('2026-11-20'), { week, day }).toString()).toBe(date),
  );

  const rhythm = { team: WEST, week: 2, day: 'di', since: '2026-10-01' } as const;
  test.each([
    ['2026-11-09', false],
    ['2026-11-10', true],
    ['2026-11-14', true],
    ['2026-11-15', false],
  ])('on %s a card is due: %s', (day, due) => expect(isDue(rhythm, on(day))).toBe(due));

  test('is not one before it was chosen', () =>
    expect(isDue({ ...rhythm, since: '2026-11-11' }, on('2026-11-11'))).toBe(false));
});

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  const channel = { serviceUrl: 'http://127.0.0.1:9', conversation: '19:thuis', bot: '28:kompas' };
  await office.core.settings.changeTeam(WEST, (now) => ({ ...now, channel }));
});
afterEach(() => office.stop());

describe('intervisie', () => {
  const chooses = (who: Somebody, sent: object = { week: '1', day: 'di' }) =>
    office.taps(who, 'meeting.save', { team: WEST, ...sent });

  test('has a day that who leads the team chooses, and a card with a theme in its channel, once', async () => {
    expect(await office.says(manager, 'intervisie')).toContain('nog geen vaste dag');
    expect(await office.taps(manager, 'meeting.form', { team: WEST })).toContain('Week van de maand');
    expect(await chooses(manager)).toContain('Intervisie: elke eerste dinsdag van de maand');
    const job = clockJob(meetingJob(office.growth.meetings), office.core);
    await job.at('2026-11-30T10:00:00+01:00');
    expect(job.sent).toEqual([]);
    await job.at('2026-12-01T10:00:00+01:00');
    await job.at('2026-12-01T11:00:00+01:00');
    await job.at('2026-12-02T11:00:00+01:00');
    expect(job.sent.map(({ to }) => to.conversation)).toEqual(['19:thuis']);
    expect(JSON.stringify(job.sent)).toContain('Waar je dit jaar trots op bent');
  });

  test('comes on the next working day where the municipality is closed', async () => {
    await chooses(manager);
    await office.core.settings.changeMunicipality((now) => ({ ...now, closures: ['2026-12-01'] }));
    const job = clockJob(meetingJob(office.growth.meetings), office.core);
    await job.at('2026-12-01T10:00:00+01:00');
    expect(job.sent).toEqual([]);
    await job.at('2026-12-02T10:00:00+01:00');
    expect(job.sent).toHaveLength(1);
  });

  test('is chosen and stopped by nobody else', async () => {
    for (const who of [amira, elsewhere, head]) await chooses(who);
    expect(await office.growth.meetings.rhythms()).toEqual([]);
    await chooses(manager);
    await office.taps(amira, 'meeting.stop', { team: WEST });
    expect(await office.growth.meetings.rhythmOf(WEST)).toBeDefined();
    await office.taps(manager, 'meeting.stop', { team: WEST });
    expect(await office.growth.meetings.rhythms()).toEqual([]);
  });

  test('a week or day that is none is said', async () =>
    expect(await chooses(manager, { week: '7', day: 'za' })).toContain('Kies een week en een dag.'));

  test('keeps the day and nothing else', async () => {
    await chooses(manager);
    const { teammeetings } = await office.rows('teammeetings');
    expect(teammeetings?.map(({ value }) => value)).toEqual([
      { team: WEST, week: 1, day: 'di', since: '2026-11-25' },
    ]);
  });
});

describe('a look back with the team', () => {
  const saves = (who: Somebody, sent: object, id = 'L-00000001') =>
    office.taps(who, 'review.save', { team: WEST, id, ...sent });
  const lists = (who: Somebody) => office.taps(who, 'review.list', { team: WEST });

  test('asks five questions, who leads listens, and only what is kept or changed stays, without a name', async () => {
    const form = await office.taps(amira, 'review.form', { team: WEST });
    expect(form).toContain('wat wilden we, wat gebeurde er, en hoe komt dat?');
    expect(form).toContain('praat als laatste');
    await saves(amira, { keep: 'Eerst bellen', change: 'Eerder vragen' });
    await saves(amira, { keep: 'Eerst bellen', change: 'Eerder vragen' });
    for (const who of [bram, manager]) expect(await lists(who)).toContain('Eerder vragen');
    expect(await office.growth.meetings.lessons(WEST)).toHaveLength(2);
    expect(JSON.stringify(await office.rows('teamlessons'))).not.toMatch(/Persoon|00000000-0000/);
  });

  test('is of the team alone', async () => {
    await saves(amira, { keep: 'Eerst bellen' });
    for (const who of [elsewhere, head]) {
      expect(await lists(who)).not.toContain('Eerst bellen');
      await saves(who, { keep: 'Van buiten' }, 'L-00000002');
      await office.taps(who, 'review.drop', { team: WEST, id: 'L-00000001-keep' });
    }
    expect((await office.growth.meetings.lessons(WEST)).map(({ text }) => text)).toEqual(['Eerst bellen']);
  });

  test('a line of a colleague stays as it is, whoever sends its id', async () => {
    await saves(amira, { keep: 'Eerst bellen' });
    await saves(bram, { keep: 'Iets anders' });
    expect((await office.growth.meetings.lessons(WEST)).map(({ text }) => text)).toEqual(['Eerst bellen']);
  });

  test('asks to take names away, and keeps what was typed on the form', async () => {
    const wrong = await saves(amira, { keep: 'Persoon 2 belt eerst', change: '' });
    expect(wrong).toContain('Haal namen van collega’s weg');
    expect(await saves(amira, {})).toContain('Schrijf op wat jullie zo houden, of wat jullie anders doen.');
    expect(await saves(amira, { keep: 'x'.repeat(301) })).toContain('hooguit 300 tekens');
    expect(await office.growth.meetings.lessons(WEST)).toEqual([]);
  });

  test('a line can be taken away by the team', async () => {
    await saves(amira, { keep: 'Eerst bellen' });
    expect(await office.taps(bram, 'review.drop', { team: WEST, id: 'L-00000001-keep' })).toContain(
      'Weggehaald.',
    );
    expect(await lists(amira)).not.toContain('Eerst bellen');
  });
});
