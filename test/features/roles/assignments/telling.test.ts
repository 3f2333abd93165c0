import { afterEach, beforeEach, expect, test } from 'vitest';
import { deliveryStore } from '../../../../src/delivery/store.ts';
import { mandates } from '../../../../src/features/mandates/index.ts';
import { tellingJob } from '../../../../src/features/roles/assignments/telling.ts';
import { wordsOf } from '../../../support/bot.ts';
import { clockJob, keepsOfficeHours } from '../../../support/clock-job.ts';
import { amira, bram, mara, type Office, startOffice } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await startOffice();
});
afterEach(() => office.stop());

/** One tick of the clock at a moment; gives what it sent, to anybody. */
async function byTheClock(moment: string): Promise<string> {
  const job = clockJob(
    tellingJob({
      assignments: office.assignments,
      duties: office.core.opened(mandates).duties,
      people: office.core.people,
    }),
    {
      ...office.core,
      store: deliveryStore(office.storage, office.core.tenant),
    },
  );
  await job.at(moment);
  return JSON.stringify(job.sent);
}
const [WEDNESDAY, THURSDAY, FRIDAY] = [25, 26, 27].map((day) => `2026-11-${day}T11:00:00+01:00`) as [
  string,
  string,
  string,
];

test('who does not work that day hears of it on a day that they do, once', async () => {
  await office.core.people.change('objecten-west', amira.id, (now) => ({ ...now, workdays: ['do', 'vr'] }));
  const answer = await office.records(mara, amira);
  expect(answer).toContain('Je collega krijgt bericht.');
  expect(office.sentTo(amira)).toEqual([]);
  expect((await office.kept(amira))?.untold).toBe('asked');
  expect(await byTheClock(WEDNESDAY)).not.toContain('Klopt deze rol?');
  expect(await byTheClock(THURSDAY)).toContain('Klopt deze rol?');
  expect((await office.kept(amira))?.untold).toBeUndefined();
  expect(await byTheClock(FRIDAY)).not.toContain('Klopt deze rol?');
});

test('whether somebody works today, who leads the team is not told', async () => {
  const working = await office.records(mara, amira);
  await office.core.people.change('objecten-west', amira.id, (now) => ({ ...now, workdays: ['do'] }));
  const away = await office.records(mara, amira, { first: 'Objectregisseur' });
  for (const answer of [working, away]) expect(answer).toContain('Je collega krijgt bericht.');
});

test('of whom nobody can write to, who leads the team tells them', async () => {
  await office.core.people.change('objecten-west', amira.id, (now) => ({ ...now, reach: 'blocked' }));
  expect(await office.records(mara, amira)).toContain('Ik kan deze collega geen bericht sturen.');
  expect(await office.taps(amira, 'assignments.mine')).toContain('Klopt deze rol?');
});

test('what was answered before it was told is not told any more', async () => {
  await office.core.people.change('objecten-west', amira.id, (now) => ({ ...now, workdays: ['do'] }));
  await office.records(mara, amira);
  await office.answers(amira, 'agree', 1);
  expect(await byTheClock(THURSDAY)).not.toContain('Klopt deze rol?');
});

keepsOfficeHours('2026-11-30', async () => {
  await office.core.people.change('objecten-west', amira.id, (now) => ({
    ...now,
    workdays: ['ma', 'di', 'do', 'vr'],
  }));
  await office.records(mara, amira);
  const core = { ...office.core, store: deliveryStore(office.storage, office.core.tenant) };
  return {
    job: clockJob(
      tellingJob({
        assignments: office.assignments,
        duties: office.core.opened(mandates).duties,
        people: office.core.people,
      }),
      core,
    ),
    core,
  };
});

test('who leads the team hears of an answer in the same words whether it is yes or no, and without a name', async () => {
  await office.core.people.change('objecten-west', mara.id, (now) => ({
    ...now,
    reach: 'open',
    address: {
      serviceUrl: office.connector.url,
      conversation: `chat-${mara.id}`,
      user: mara.user,
      bot: '28:kompas',
    },
  }));
  const heard: string[] = [];
  for (const answer of ['agree', 'disagree'] as const) {
    const before = office.sentTo(mara).length;
    await office.records(mara, amira, { technique: answer });
    await office.answers(amira, answer);
    const [one, ...more] = office.sentTo(mara).slice(before);
    expect(more).toEqual([]);
    heard.push(wordsOf(one ? [one] : []));
  }
  expect(heard[0]).toContain('Er is geantwoord op een voorstel voor rollen');
  expect(heard[0]).not.toMatch(/Persoon|Objectregistrator/);
  expect(heard[1]).toBe(heard[0]);
  expect((await office.kept(amira))?.unheard).toBeUndefined();
  // In the evening nobody is told; the next round tells once, of however many answers.
  office.clock.now = office.clock.now.add({ hours: 11 });
  for (const who of [amira, bram]) {
    await office.records(mara, who);
    await office.answers(who, 'agree');
  }
  const morning = await byTheClock(THURSDAY);
  expect(morning).toContain('Er is geantwoord op een voorstel voor rollen');
  expect(morning.split(`"conversation":"chat-${mara.id}"`)).toHaveLength(2);
  expect(await byTheClock(FRIDAY)).not.toContain('Er is geantwoord');
});

test('whoever leads them by now is told nothing of what was answered in a team before', async () => {
  office.clock.now = office.clock.now.add({ hours: 11 });
  await office.records(mara, amira);
  await office.answers(amira, 'agree');
  expect((await office.kept(amira))?.unheard).toBe(true);
  const { people } = office.core;
  const row = await people.find(amira.account);
  if (!row) throw new Error('nobody there');
  await people.save([
    { ...row, team: 'objecten-oost' },
    {
      ...row,
      id: 'p77',
      upn: 'lead@gemeente.example',
      directoryId: 'lead-of-oost',
      team: 'objecten-oost',
      access: ['manager'],
    },
  ]);
  await people.drop('objecten-west', amira.id);
  expect(await byTheClock(THURSDAY)).not.toContain('Er is geantwoord');
  expect((await office.kept(amira))?.unheard).toBeUndefined();
});
