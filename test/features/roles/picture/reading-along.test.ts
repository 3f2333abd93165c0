import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enforceRetention } from '../../../../src/storage/index.ts';
import { imported, team as nine, type Somebody, somebody } from '../../../support/bot.ts';
import { runAt } from '../../../support/clock-job.ts';
import { amira, confirmedOf, manager, type Office, openOffice, second, WEST } from '../matrix/office.ts';

const HIDDEN = 'Je leest de meeste takenmatrices zelf.';
/** The eight of the team who do not lead it, and six who came later. */
const colleagues: readonly Somebody[] = [
  ...nine.slice(0, 8),
  ...Array.from({ length: 6 }, (_, n) => somebody(80 + n, `Nieuw ${n}`)),
];

describe('the picture of a team, for who reads some of its matrices along', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice();
    await office.core.people.save(colleagues.slice(8).map((who) => imported(who)));
    await office.core.settings.changeTeam(WEST, (now) => ({ ...now, managers: [second.upn] }));
  });
  afterEach(() => office.stop());

  /** Somebody confirms a matrix with one of the two who lead the team. */
  async function confirms(who: readonly Somebody[], reader: Somebody, day = '2026-11-25', scripting = false) {
    for (const { account } of who) {
      await office.matrices.keep(account, confirmedOf(scripting ? { scripting: 'do' } : {}, { day }));
      await office.matrices.setReader(account, { manager: reader.account, day });
    }
  }
  const sees = (who: Somebody) => office.taps(who, 'teamtasks.show', { team: WEST });
  const madeOn = async () => (await office.taskPictures.of(WEST))?.day;
  const later = () => {
    office.clock.now = office.clock.now.add({ hours: 24 * 40 });
  };
  const [first, , , , , , seventh, eighth] = colleagues as [Somebody, ...Somebody[]];
  if (!seventh || !eighth) throw new Error('nobody there');

  test('somebody leaves whom the manager did not read, and another comes: the old picture stays hidden', async () => {
    await confirms(colleagues.slice(0, 6), manager);
    await confirms([seventh], second);
    expect(await sees(manager)).toContain(HIDDEN);
    await office.core.people.change(WEST, seventh.id, (now) => ({ ...now, removed: '2026-11-26' }));
    await confirms([eighth], manager);
    expect(await sees(manager)).toContain(HIDDEN);
    expect(await sees(amira)).toContain('Doet niemand');
  });

  test('somebody erases themselves whom the manager did not read: the old picture stays hidden', async () => {
    await confirms(colleagues.slice(0, 6), manager);
    await confirms([seventh], second);
    expect(await sees(manager)).toContain(HIDDEN);
    await office.taps(seventh, 'privacy.erase');
    expect(await office.matrices.confirmed(seventh.account)).toBeUndefined();
    await confirms([eighth], manager);
    expect(await sees(manager)).toContain(HIDDEN);
  });

  test('who led the team before and comes back still knows whom they read, also before there was a picture', async () => {
    await confirms(colleagues.slice(0, 6), manager);
    await confirms([seventh], second);
    const access = (right: 'medewerker' | 'manager') =>
      office.core.people.change(WEST, manager.id, (now) => ({ ...now, access: [right] }));
    await access('medewerker');
    const jobs = office.features.flatMap(({ jobs = [] }) => jobs).filter(({ name }) => name === 'hr-yeses');
    await runAt(jobs, office.core, office.clock.now.add({ hours: 19 }));
    expect(await office.matrices.reader(first.account)).toBeUndefined();
    await access('manager');
    expect(await sees(second)).toContain('Doet niemand');
    expect(await sees(manager)).toContain(HIDDEN);
  });

  test('who was put aside for another still knows what they read, also before there was a picture', async () => {
    const read = colleagues.slice(0, 5);
    await confirms(read, manager);
    await confirms(read, second, '2026-11-26');
    await confirms([seventh], second, '2026-11-26');
    expect(await sees(amira)).toContain('Doet niemand');
    expect(await sees(manager)).toContain(HIDDEN);
    // The second time too: each who ever read is kept, not the last one alone.
    await confirms(read, manager, '2026-11-27');
    await confirms(read, second, '2026-11-28');
    expect(await sees(manager)).toContain(HIDDEN);
    expect([...(await office.matrices.everReadBy(manager.account)).keys()].toSorted()).toEqual(
      read.map(({ account }) => account).toSorted(),
    );
  });

  test('who reads with another account now still knows what they read, in a picture of before and in the next', async () => {
    await confirms(colleagues.slice(0, 6), manager);
    await confirms([seventh], second);
    expect(await sees(amira)).toContain('Doet niemand');
    const other = { ...manager, account: '00000000-0000-4000-8000-0000000000ff' };
    const row = await office.core.people.find(manager.account);
    if (!row) throw new Error('no row');
    expect(await office.core.people.rebind(row, other.account)).toBe(true);
    expect(await sees(other)).toContain(HIDDEN);
    later();
    await confirms(colleagues.slice(8, 11), second, '2026-12-01');
    await confirms(colleagues.slice(0, 6), second, '2026-12-02', true);
    await sees(amira);
    expect(await madeOn()).toBe('2027-01-04');
    expect(await sees(other)).toContain(HIDDEN);
  });

  test('who begins as the next reader of a matrix does not make the one before forgotten', async () => {
    await confirms([first], manager);
    await office.matrices.endReader(first.account, manager.account);
    const next = { manager: second.account, day: '2026-11-27' };
    expect(await office.matrices.firstReader(first.account, next)).toBe(true);
    expect(await office.matrices.everReadBy(manager.account)).toEqual(
      new Map([[first.account, '2026-11-27']]),
    );
    expect(await office.matrices.reader(first.account)).toEqual(next);
  });

  test('six more confirm of whom the manager reads three: three of the picture are unknown still', async () => {
    await confirms(colleagues.slice(0, 3), manager);
    await confirms(colleagues.slice(3, 6), second);
    expect(await sees(manager)).toContain(HIDDEN);
    await confirms(colleagues.slice(6, 9), manager);
    await confirms(colleagues.slice(9, 12), second);
    expect(await sees(manager)).toContain(HIDDEN);
  });

  test('who reads all sees it, also when one of them changed an answer or left', async () => {
    await confirms(colleagues, manager);
    expect(await sees(manager)).toContain('Doet niemand');
    await confirms([first], manager, '2026-11-26', true);
    expect(await sees(manager)).toContain('Doet niemand');
    await office.core.people.change(WEST, seventh.id, (now) => ({ ...now, removed: '2026-11-26' }));
    expect(await sees(manager)).toContain('Doet niemand');
  });

  test('none is made while somebody of the last one is out of the team and may be put back', async () => {
    await confirms(colleagues.slice(0, 4), manager);
    await confirms(colleagues.slice(4, 13), second);
    expect(await sees(manager)).toContain('Doet niemand');
    later();
    await confirms(colleagues.slice(0, 3), manager, '2026-12-01', true);
    const out = colleagues.slice(9, 12);
    const removed = (day: string | undefined) =>
      Promise.all(
        out.map(({ id }) => office.core.people.change(WEST, id, (now) => ({ ...now, removed: day }))),
      );
    await removed('2027-01-04');
    await sees(amira);
    expect(await madeOn()).toBe('2026-11-25');
    // Who stays away is gone with their row.
    await removed('2026-12-01');
    await enforceRetention(office.core.storage, '2027-01-04');
    await sees(amira);
    expect(await madeOn()).toBe('2027-01-04');
  });

  test('a new one waits while one or two who changed are new to a manager, whoever asks', async () => {
    await confirms(colleagues.slice(0, 6), manager);
    await confirms(colleagues.slice(6, 13), second);
    expect(await sees(manager)).toContain('Doet niemand');
    later();
    await confirms(colleagues.slice(0, 3), manager, '2026-12-01', true);
    await confirms([seventh], second, '2026-12-01', true);
    for (const who of [amira, manager, second]) await sees(who);
    expect(await madeOn()).toBe('2026-11-25');
    await confirms([eighth, ...colleagues.slice(8, 9)], second, '2026-12-01', true);
    await sees(amira);
    expect(await madeOn()).toBe('2027-01-04');
    expect(await sees(manager)).toContain('4 januari 2027');
  });

  test('who read all of the last one is remembered in the next, whoever asks for it first', async () => {
    await confirms(colleagues.slice(0, 8), manager);
    expect(await sees(manager)).toContain('Doet niemand');
    await confirms([seventh, eighth], manager, '2026-12-01', true);
    for (const { account } of colleagues.slice(0, 8))
      await office.matrices.setReader(account, { manager: second.account, day: '2026-12-02' });
    await confirms([first], second, '2026-12-03', true);
    later();
    expect(await sees(colleagues[1] ?? first)).toContain('4 januari 2027');
    expect(await sees(manager)).toContain(HIDDEN);
  });

  test('one of an older version is hidden from who reads along until the next is made', async () => {
    await confirms(colleagues.slice(0, 8), manager);
    const old = {
      day: '2026-11-24',
      people: 8,
      one: ['scripting'],
      none: [],
      many: [],
      oneOn: [],
      noneOn: [],
    };
    await office.taskPictures.publish(WEST, old, undefined);
    expect(await sees(manager)).toContain(HIDDEN);
    expect(await sees(amira)).toContain('Scripts maken');
    later();
    expect(await sees(manager)).toContain('4 januari 2027');
  });

  test('what is stored names nobody whom it was made of', async () => {
    await confirms(colleagues.slice(0, 8), manager);
    await sees(amira);
    const stored = JSON.stringify(await office.taskPictures.of(WEST));
    expect(stored).toContain('marks');
    for (const { account, upn } of [...colleagues, manager])
      for (const known of [account, upn]) expect(stored).not.toContain(known);
  });
});
