import { beforeEach, describe, expect, test } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import { answering } from '../../../src/features/checkin/answering.ts';
import { checkinStore } from '../../../src/features/checkin/store.ts';
import { answersTable } from '../../../src/features/checkin/tables.ts';
import { subjectOf } from '../../../src/people/subject.ts';
import { type AnyTable, eraseSubject } from '../../../src/storage/index.ts';
import { imported, somebody, team } from '../../support/bot.ts';
import { agreed, dump, foundTown, type Town } from '../../support/town.ts';
import { turnFor } from '../../support/turn.ts';

const TEAM = 'objecten-west';
const PERIOD = '2026-W48';
const [amira, bert] = [somebody(1), somebody(2)];
let town: Town;
beforeEach(async () => {
  town = await foundTown();
  const { settings, people } = town.core;
  await settings.changeMunicipality((now) => ({ ...now, ...agreed }));
  await settings.saveTeam({ key: TEAM, name: 'Objecten West', schedule: defaultSchedule });
  await people.save(team.map((who) => imported(who)));
});
const rows = () => dump(town.core.storage, [answersTable]);
const scored = (who: typeof amira, week: string) =>
  town.core.answers.change(TEAM, who.account, week, () => ({ score: 4, themes: [] }));

/** Check-ins during which Amira erases herself at one moment of a write: before its transaction, or right after it. */
function whileErasing(moment: 'before' | 'after') {
  const table = town.core.storage.table(answersTable);
  let isDone = false;
  async function erases(): Promise<void> {
    if (isDone) return;
    isDone = true;
    await eraseSubject(town.core.storage, await subjectOf(amira.account, town.core));
  }
  const transact: typeof table.transact = async (...args) => {
    if (moment === 'before') await erases();
    const written = await table.transact(...args);
    if (moment === 'after') await erases();
    return written;
  };
  const storage = {
    ...town.core.storage,
    table: ((definition: AnyTable) =>
      definition.name === answersTable.name
        ? { ...table, transact }
        : town.core.storage.table(definition)) as never,
  };
  return answering({
    people: town.core.people,
    store: checkinStore(storage, town.core.tenant, town.core.pseudonymise),
    tipFor: async () => undefined,
    sinceLast: async () => undefined,
    partnersOf: async () => [],
  });
}
type Answering = ReturnType<typeof answering>;
type Tap = (answers: Answering, turn: ReturnType<typeof turnFor>) => Promise<unknown>;

const taps: [string, Tap][] = [
  ['a score', (answers, turn) => answers.answer(turn, { period: PERIOD, score: 1 })],
  ['a week that is skipped', (answers, turn) => answers.skip(turn, PERIOD)],
  [
    'what is added',
    (answers, turn) =>
      answers.save(turn, { period: PERIOD, themes: 'werkdruk', comment: 'Van mij', sharing: 'with-name' }),
  ],
];
const before: [string, string[]][] = [
  ['nothing before', []],
  ['answers of earlier weeks', ['2026-W46', '2026-W47']],
  ['an answer in this week', ['2026-W47', PERIOD]],
];

describe.each(['before', 'after'] as const)('of who erases themselves right %s a write', (moment) => {
  describe.each(before)('and has %s', (_, weeks) => {
    test.each(taps)('nothing stays by %s', async (_what, tap) => {
      for (const week of weeks) await scored(amira, week);
      await scored(bert, PERIOD);
      await tap(whileErasing(moment), turnFor(town.core, amira, town.clock.now));
      // Nobody wrote at all, where there was nothing to add to.
      const { people, storage } = town.core;
      if (await people.find(amira.account))
        await eraseSubject(storage, await subjectOf(amira.account, town.core));
      expect(await town.core.answers.line(TEAM, amira.account)).toEqual([]);
      expect(await rows()).toHaveLength(2);
      expect(await town.core.answers.own(TEAM, bert.account, PERIOD)).toMatchObject({ score: 4 });
    });
  });
});

test('who erases themselves while they answer for the first time reads that they are in no team', async () => {
  const turn = turnFor(town.core, amira, town.clock.now);
  const { text } = await whileErasing('before').answer(turn, { period: PERIOD, score: 1 });
  expect(text).toContain('Je staat nog niet in een team');
});

test('a row that goes along with a write keeps what is in it', async () => {
  const said = { score: 2, comment: 'Van mij alleen.', sharing: 'private' } as const;
  await town.core.answers.change(TEAM, amira.account, '2026-W47', () => ({ ...said, themes: ['leren'] }));
  await scored(amira, PERIOD);
  expect(await town.core.answers.own(TEAM, amira.account, '2026-W47')).toMatchObject({
    ...said,
    themes: ['leren'],
  });
  expect(await rows()).toHaveLength(4);
});
