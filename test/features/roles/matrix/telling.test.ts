import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deliveryStore } from '../../../../src/delivery/store.ts';
import { matrixTelling } from '../../../../src/features/roles/matrix/telling.ts';
import { wordsOf } from '../../../support/bot.ts';
import { clockJob } from '../../../support/clock-job.ts';
import { amira, manager, type Office, openOffice, WEST } from './office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  read = 0;
  for (const { id, user } of [amira, manager])
    await office.core.people.change(WEST, id, (now) => ({
      ...now,
      reach: 'open',
      address: { serviceUrl: office.connector.url, conversation: `chat-${id}`, user, bot: '28:kompas' },
    }));
});
afterEach(() => office.stop());

const chat = (who: typeof amira) => `chat-${who.id}`;
let read = 0;
/** What was sent by itself since the last time it was asked. */
function messages(): { to: string; words: string }[] {
  const fresh = office.connector.sent.slice(read);
  read += fresh.length;
  return fresh.map((one) => ({ to: one.conversation, words: wordsOf([one]) }));
}
const heard = () => messages().map(({ to }) => to);
/** The job that tells by the clock. */
const byClock = () =>
  clockJob(matrixTelling(office.matrices), {
    ...office.core,
    store: deliveryStore(office.storage, office.core.tenant),
  });

describe('who is told of a matrix', () => {
  test('the employee, when who leads the team begins it: in words that hold nothing of it, and no name', async () => {
    await office.begins(manager, 'short', amira.account);
    const [first, ...others] = messages();
    expect(others).toEqual([]);
    expect(first?.to).toBe(chat(amira));
    expect(first?.words).toContain('Er staat een takenmatrix voor je klaar');
    expect(first?.words).not.toMatch(/Persoon|Manon/);
  });

  test('nobody, when the employee begins it', async () => {
    await office.begins(amira);
    expect(heard()).toEqual([]);
  });

  test('the other one, when one of the two confirmed, and the first when both did', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    expect(await office.confirms(amira, amira)).toContain('Je leidinggevende krijgt bericht.');
    expect(heard()).toEqual([chat(manager)]);
    // A tap that comes twice.
    await office.confirms(amira, amira);
    expect(heard()).toEqual([]);
    await office.confirms(manager, amira);
    const [both, ...others] = messages();
    expect(both?.to).toBe(chat(amira));
    expect(both?.words).toContain('Je takenmatrix is bevestigd');
    expect(others).toEqual([]);
  });

  test('a second time of the same matrix in other words, which tell as little of who did what', async () => {
    await office.begins(manager, 'short', amira.account);
    await office.fills(manager, amira, { scripting: 'do' });
    await office.confirms(manager, amira);
    const [first, second, ...others] = messages();
    expect(others).toEqual([]);
    expect(first?.words).toContain('Er staat een takenmatrix voor je klaar');
    expect(second?.words).toContain('Je takenmatrix wacht op bevestiging');
    expect(second?.words).not.toMatch(/Persoon|Manon|leidinggevende bevestig|Scripts/);
  });

  test('each of the two three times a day at most, whatever the other does', async () => {
    await office.begins(manager, 'short', amira.account);
    for (const scripting of ['do', 'some', 'do', 'some', 'do'] as const) {
      await office.fills(manager, amira, { scripting });
      await office.confirms(manager, amira);
    }
    expect(heard()).toEqual([chat(amira), chat(amira), chat(amira)]);
    const job = byClock();
    await job.at('2026-11-25T11:00:00+01:00');
    expect(job.sent).toEqual([]);
    await job.at('2026-11-26T11:00:00+01:00');
    await job.at('2026-11-26T11:05:00+01:00');
    expect(job.sent.map((one) => one.to.conversation)).toEqual([chat(amira)]);
  });

  test('the next morning, where it was evening; nobody who looked meanwhile', async () => {
    office.clock.now = office.clock.now.add({ hours: 11 });
    expect(await office.begins(manager, 'short', amira.account)).toContain('Je collega krijgt bericht.');
    expect(heard()).toEqual([]);
    const job = byClock();
    job.outcome = { kind: 'again', reason: '503' };
    await job.at('2026-11-26T11:00:00+01:00');
    job.outcome = { kind: 'sent' };
    await job.at('2026-11-26T11:05:00+01:00');
    await job.at('2026-11-26T11:10:00+01:00');
    expect(job.sent).toHaveLength(2);
  });

  test('nobody who works on it by now', async () => {
    office.clock.now = office.clock.now.add({ hours: 11 });
    await office.begins(manager, 'short', amira.account);
    await office.fills(amira, amira, { scripting: 'do' });
    const job = byClock();
    await job.at('2026-11-26T11:00:00+01:00');
    expect(job.sent).toEqual([]);
  });

  test('no manager who does not lead the team any more', async () => {
    await office.begins(amira);
    await office.fills(amira, amira, { scripting: 'do' });
    office.clock.now = office.clock.now.add({ hours: 11 });
    await office.confirms(amira, amira);
    await office.core.people.change(WEST, manager.id, (now) => ({ ...now, access: ['medewerker'] }));
    const job = byClock();
    await job.at('2026-11-26T11:00:00+01:00');
    expect(job.sent).toEqual([]);
  });
});
