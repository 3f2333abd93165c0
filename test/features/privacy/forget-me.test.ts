import { beforeEach, describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/delivery/queue-message.ts';
import { proposalTable } from '../../../src/features/mandates/changes/proposal-store.ts';
import { registerTable } from '../../../src/features/mandates/register/tables.ts';
import { auditTable, settingsTable, silenceTable } from '../../../src/people/tables.ts';
import { takenBackTable } from '../../../src/people/taken-back.ts';
import type { AnyTable, Storage } from '../../../src/storage/index.ts';
import { queueMessage } from '../../support/about-somebody.ts';
import { tables } from '../../support/core.ts';
import { account, dump, person } from '../../support/town.ts';
import { type Household, openHousehold } from './household.ts';

/** What outlives an erasure: the log, the register with its proposals, that somebody erased themselves, and hashes of what is gone. */
const records: AnyTable[] = [auditTable, registerTable, proposalTable, silenceTable, takenBackTable];
const erasable = tables.filter((definition) => !records.includes(definition));
let home: Household;

beforeEach(async () => {
  home = await openHousehold();
  await home.fillAll(2);
});

test('every table that exists is filled by these tests', async () => {
  expect(Object.keys(home.fill).sort(), 'every table has its row in an about-somebody.ts').toEqual(
    tables.map(({ name }) => name).sort(),
  );
  await home.fillAll(1);
  for (const definition of tables)
    expect((await dump(home.town.storage, [definition])).length, definition.name).toBeGreaterThan(0);
  const everything = (await dump(home.town.storage)).join('\n');
  for (const trace of home.traces(1).slice(0, 6)) expect(everything).toContain(trace);
});

test('a table of which nobody can ask what it holds about them points at nobody', async () => {
  await home.fillAll(1);
  // Who leads a team or handles a kind of mandate is public at the municipality, and is changed there.
  const records: AnyTable[] = [settingsTable, registerTable];
  const unasked = tables.filter(
    (definition) => definition.person.kind === 'none' && !records.includes(definition),
  );
  expect(unasked.length).toBeGreaterThan(0);
  for (const definition of unasked)
    expect(home.found((await dump(home.town.storage, [definition])).join('\n'), 1), definition.name).toEqual(
      [],
    );
});

describe('forget me', () => {
  test('leaves nothing of somebody anywhere but in the log, and touches nobody else', async () => {
    const others = await dump(home.town.storage, erasable);
    const log = await dump(home.town.storage, [auditTable]);
    // A link that was used has a random number, and one of a team in Teams is of the team: they stay, and name nobody.
    const links = (rows: string[]) => rows.filter((row) => !/^(usedlinks|teamlinks|instances) /.test(row));
    await home.fillAll(1);
    const mine = (await dump(home.town.storage, [auditTable])).filter((row) => !log.includes(row));
    await home.tap('privacy.erase', 1);

    const left = await dump(home.town.storage, erasable);
    expect(home.found(left.join('\n'), 1)).toEqual([]);
    expect(links(left)).toEqual(links(others));
    expect(mine).toHaveLength(1);
    const logged = await dump(home.town.storage, [auditTable]);
    const added = logged.filter((row) => ![...log, ...mine].includes(row));
    expect(logged).toEqual(expect.arrayContaining([...log, ...mine]));
    // What they were recorded for is open now: the log says so, and not whose it was.
    expect(added).toHaveLength(4);
    for (const row of added) expect(row).toContain(' vervalt');
    expect(home.found(added.join('\n'), 1)).toEqual([]);
  });

  test('leaves alone what stands under the account that a row had before: that account erases it itself', async () => {
    await home.fillAll(1);
    const row = await home.town.core.people.find(account(1));
    if (!row) throw new Error('they are there');
    const answers = async () =>
      (await dump(home.town.storage)).filter((line) => /^(answers|comments) /.test(line));
    const before = await answers();
    expect(await home.town.core.people.rebind(row, account(7))).toBe(true);
    const shown = JSON.stringify(await home.tap('privacy.show', 7));
    for (const text of ['Lijst', 'Ik heb']) expect(shown).not.toContain(text);
    await home.tap('privacy.erase', 7);
    expect(await answers()).toEqual(before);
    await home.tap('privacy.erase', 1);
    expect(home.found((await dump(home.town.storage, erasable)).join('\n'), 1)).toEqual([]);
  });

  test('says in the log which rights ended, and not whose', async () => {
    await home.fillAll(1);
    await home.town.core.people.change('objecten-west', 'p01', (now) => ({
      ...now,
      access: ['medewerker', 'manager', 'beheerder'],
    }));
    await home.tap('privacy.erase', 1);
    const lines = (await dump(home.town.storage, [auditTable])).filter((row) => row.includes('rechten'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('rechten vervallen: manager, beheerder');
    expect(home.found(lines.join('\n'), 1)).toEqual([]);
  });

  test('takes nothing from a newcomer who has the address of somebody who left', async () => {
    await home.fillAll(1);
    const { people } = home.town.core;
    await people.change('objecten-west', 'p01', (now) => ({ ...now, removed: '2026-11-20' }));
    await people.save([person('p05', { upn: 'amira@gemeente.example' })]);
    const before = await dump(home.town.storage, [settingsTable]);
    await home.tap('privacy.erase', 1);
    expect(await people.byUpn('amira@gemeente.example')).toMatchObject({ id: 'p05' });
    expect(await dump(home.town.storage, [settingsTable])).toEqual(before);
    await home.tap('privacy.erase', 5);
    expect((await dump(home.town.storage, [settingsTable])).join()).not.toContain('amira');
  });

  test('takes somebody out of messages that wait, and leaves the others in', async () => {
    await home.fillAll(1);
    const { store } = home.town.core;
    await store.enqueue(queueMessage('2026-11-23', ['p01', 'p02']));
    await store.enqueue(queueMessage('2026-11-24', ['p01']));
    await home.tap('privacy.erase', 1);
    const messages = await home.waiting();
    expect(messages.flatMap((body) => home.found(body, 1))).toEqual([]);
    expect(messages.map((body) => readMessage(body)?.recipients)).toEqual(
      expect.arrayContaining([['p02'], []]),
    );
  });

  test('says beforehand that it cannot be undone, and who can bring somebody back', async () => {
    const { text } = await home.tap('privacy.ask-erase', 1);
    expect(text).toContain('Dit kun je niet terugdraaien.');
    expect(text).toContain('Dan moet de beheerder je opnieuw toevoegen.');
    expect(text).not.toContain('tot je zelf');
    const { text: done } = await home.tap('privacy.erase', 1);
    // What comes back and what stays is said as well: nothing is promised that is not so.
    for (const part of [
      'Vraag de beheerder om je opnieuw toe te voegen',
      'uit het mensenbestand',
      'signaal zonder naam',
      'Microsoft 365 kan ze langer bewaren',
    ])
      expect(done).toContain(part);
    expect(done).not.toContain('bewaar verder niets');
  });

  test('says what stays, and that Teams keeps the chat', async () => {
    await home.fillAll(1);
    const { text } = await home.tap('privacy.erase', 1);
    expect(text).toContain('Je gegevens zijn gewist');
    expect(text).toContain('Het logboek laat zien wat beheerders deden');
    expect(text).toContain('wis je zelf in Teams');
    expect(home.found(text, 1)).toEqual([]);
  });

  test('is harmless a second time, and for somebody who was never known', async () => {
    await home.fillAll(1);
    await home.tap('privacy.erase', 1);
    const once = await dump(home.town.storage);
    await home.tap('privacy.erase', 1);
    await home.tap('privacy.erase', 7);
    expect(await dump(home.town.storage)).toEqual(once);
  });

  test('holds for somebody who left already', async () => {
    await home.fillAll(1);
    await home.town.core.people.change('objecten-west', 'p01', (now) => ({ ...now, removed: '2026-11-20' }));
    await home.tap('privacy.erase', 1);
    expect(home.found((await dump(home.town.storage, erasable)).join('\n'), 1)).toEqual([]);
  });

  test.each([
    ['whose row is gone since they left', 1, true],
    ['of whom nothing was kept', 7, false],
  ])('says that a code is kept only where one is: somebody %s', async (_who, n, isKnown) => {
    await home.fillAll(1);
    const { people, silence } = home.town.core;
    for (const team of ['objecten-west', 'objecten-oost']) await people.drop(team, 'p01');
    const { text } = await home.tap('privacy.erase', n);
    expect(text?.includes('bewaar ik een code zonder naam')).toBe(isKnown);
    expect(text?.includes('Er stond niets van jou in Kompas.')).toBe(!isKnown);
    expect(await silence.of(account(n))).toBe(isKnown);
  });

  test('is done once for who taps twice at the same time', async () => {
    await home.fillAll(1);
    let reads = 0;
    const { storage } = home.town.core;
    const counting: Storage = {
      ...storage,
      table: (definition) => {
        const real = storage.table(definition);
        return {
          ...real,
          range: (where) => {
            reads += 1;
            return real.range(where);
          },
        };
      },
    };
    const erase = home.erasing(counting);
    const alone = await erase(7).then(() => reads);
    reads = 0;
    await Promise.all([erase(7), erase(7), erase(7)]);
    expect(reads).toBe(alone);
  });

  test('finds answers of a team that somebody left', async () => {
    await home.fillAll(1);
    const { answers } = home.town.core;
    await home.tap('privacy.erase', 1);
    for (const team of ['objecten-west', 'objecten-oost']) {
      expect(await answers.line(team, account(1))).toEqual([]);
      expect((await answers.inPeriod(team, '2026-W46')).size).toBe(1);
    }
  });

  test('wherever storage fails halfway, trying again erases everything', async () => {
    await home.fillAll(1);
    const steps = await removals(async (storage) => void (await home.tap('privacy.erase', 1, storage)));
    expect(steps).toBeGreaterThan(10);
    for (let step = 1; step <= steps; step += 1) {
      await home.fillAll(1);
      const storage = home.failingAt(step);
      await expect(home.tap('privacy.erase', 1, storage)).rejects.toThrow('storage is gone');
      await home.tap('privacy.erase', 1);
      expect(home.found((await dump(home.town.storage, erasable)).join('\n'), 1), `step ${step}`).toEqual([]);
    }
  });
});

async function removals(work: (storage: Storage) => Promise<void>): Promise<number> {
  const count = { removals: 0 };
  await work(home.failingAt(-1, count));
  return count.removals;
}
