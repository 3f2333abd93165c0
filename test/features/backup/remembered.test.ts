import { afterEach, beforeEach, expect, test } from 'vitest';
import { usedLinksTable } from '../../../src/files/links.ts';
import { enforceRetention } from '../../../src/storage/index.ts';
import { account, dump } from '../../support/town.ts';
import { inWest, openBackups } from './backups.ts';

let at: Awaited<ReturnType<typeof openBackups>>;
beforeEach(async () => {
  at = await openBackups();
  await at.town.bring([inWest(1), inWest(2)]);
  at.later(1);
  await at.kompas('bewaar', 'a.kompas');
  at.later(10);
});
afterEach(() => at.close());

const name = async () => (await at.town.restarted().people.find(account(1)))?.name;

/** What may happen in new storage before anybody thinks of the backup. */
const begun: Record<string, () => Promise<unknown>> = {
  'the clock ran': () =>
    at.town
      .restarted()
      .store.once({ what: 'snapshots', about: 'all', period: '2026-W47' }, at.town.clock.now, async () => {}),
  'a command was typed': () => at.kompas('instellingen', 'gemeente', 'Gemeente Voorbeeld'),
  'people were imported': () => at.town.bring([inWest(2)]),
  'somebody erased themselves': async () => {
    await at.town.bring([inWest(2)]);
    await at.home.tap('privacy.erase', 2);
  },
  'the hourly list was made': () => at.kompas('bewaar', 'nieuw.kompas', '--wissingen'),
};

test.each(Object.keys(begun))(
  'new storage in which %s knows nothing of before: it takes the list of before',
  async (what) => {
    await at.home.tap('privacy.erase', 1);
    at.later(1);
    await at.kompas('bewaar', 'lijst.kompas', '--wissingen');
    await at.lose();
    at.later(1);
    await begun[what]?.();
    at.later(1);
    const without = await at.kompas('terugzet', 'a.kompas', '--vervang', '--akkoord');
    expect(without.code).toBe(1);
    expect(without.err).toContain('Er is niets teruggezet. Geef de lijst erbij');
    const list = ['terugzet', 'a.kompas', '--wissingen', 'lijst.kompas', '--vervang', '--akkoord'];
    const { code, out } = await at.kompas(...list);
    expect(code).toBe(0);
    expect(out).toContain('Wat tot 24 november 2026 om 12.12 uur is gewist of ingetrokken, blijft weg.');
    expect(out).not.toContain('Wat tot nu');
    expect(await name()).toBeUndefined();
  },
);

test.each(['nothing happened', ...Object.keys(begun)])(
  'new storage in which %s writes no list over the one that knows more',
  async (what) => {
    await at.home.tap('privacy.erase', 1);
    await at.kompas('bewaar', 'lijst.kompas', '--wissingen');
    await at.lose();
    at.later(1);
    await begun[what]?.();
    const { code, err } = await at.kompas('bewaar', 'lijst.kompas', '--wissingen');
    expect(err).toContain('In lijst.kompas staat wat deze opslag niet weet');
    expect(code).toBe(1);
    const list = ['terugzet', 'a.kompas', '--wissingen', 'lijst.kompas', '--vervang', '--akkoord'];
    expect((await at.kompas(...list)).code).toBe(0);
    expect(await name()).toBeUndefined();
    // What was put back knows it again.
    expect((await at.kompas('bewaar', 'lijst.kompas', '--wissingen')).code).toBe(0);
  },
);

test('a list takes the place of the one before, also when somebody took back that they stopped something', async () => {
  const wants = (checkins: boolean) =>
    at.town.core.people.change('west', 'p1', (now) => ({ ...now, checkins }));
  await at.kompas('bewaar', 'lijst.kompas', '--wissingen');
  at.later(60);
  await wants(false);
  expect((await at.kompas('bewaar', 'lijst.kompas', '--wissingen')).code).toBe(0);
  at.later(60);
  await wants(true);
  expect((await at.kompas('bewaar', 'lijst.kompas', '--wissingen')).code).toBe(0);
});

test('a list takes the place of the one that was put back, also when somebody wants again what they had stopped', async () => {
  const wants = (checkins: boolean) =>
    at.town.restarted().people.change('west', 'p1', (now) => ({ ...now, checkins }));
  const list = () => at.kompas('bewaar', 'lijst.kompas', '--wissingen');
  const putBack = () =>
    at.kompas('terugzet', 'a.kompas', '--wissingen', 'lijst.kompas', '--vervang', '--akkoord');
  const isWanted = async () => (await at.town.restarted().people.find(account(1)))?.checkins;
  await wants(false);
  expect((await list()).code).toBe(0);
  await at.lose();
  at.later(1);
  expect((await putBack()).code).toBe(0);
  expect(await isWanted()).toBe(false);
  at.later(1);
  await wants(true);
  at.later(1);
  expect((await list()).code).toBe(0);
});

test('who stopped after the backup and wants check-ins again gets them after a restore by the list of then', async () => {
  const wants = (checkins: boolean) =>
    at.town.core.people.change('west', 'p1', (now) => ({ ...now, checkins }));
  await wants(false);
  at.later(1);
  await wants(true);
  at.later(1);
  await at.kompas('bewaar', 'lijst.kompas', '--wissingen');
  await at.lose();
  at.later(1);
  const list = ['terugzet', 'a.kompas', '--wissingen', 'lijst.kompas', '--vervang', '--akkoord'];
  expect((await at.kompas(...list)).code).toBe(0);
  expect((await at.town.restarted().people.find(account(1)))?.checkins).toBe(true);
});

test('a list never takes the place of a backup of everything', async () => {
  const { code, err } = await at.kompas('bewaar', 'a.kompas', '--wissingen');
  expect(err).toBe('a.kompas is een reservekopie van alles. Er is niets gewijzigd. Kies een andere naam.\n');
  expect(code).toBe(1);
});

test('a list takes the place of one of which nothing may come back any more', async () => {
  await at.home.tap('privacy.erase', 1);
  await at.kompas('bewaar', 'lijst.kompas', '--wissingen');
  await at.lose();
  await at.kompas('bewaar', 'nieuw.kompas', '--wissingen');
  at.later(24 * 60 * 31);
  expect((await at.kompas('bewaar', 'lijst.kompas', '--wissingen')).code).toBe(0);
});

test('a list that was made in new storage says nothing of before', async () => {
  await at.home.tap('privacy.erase', 1);
  await at.lose();
  await at.kompas('bewaar', 'lijst.kompas', '--wissingen');
  const { code, err } = await at.kompas(
    'terugzet',
    'a.kompas',
    '--wissingen',
    'lijst.kompas',
    '--vervang',
    '--akkoord',
  );
  expect(code).toBe(1);
  expect(err).toContain('lijst.kompas is van een opslag die na de reservekopie begon');
});

test('without a list all comes back when somebody says so, and that is said', async () => {
  await at.home.tap('privacy.erase', 1);
  await at.lose();
  const { code, out } = await at.kompas('terugzet', 'a.kompas', '--zonder-wissingen', '--akkoord');
  expect(code).toBe(0);
  expect(out).toContain('Let op: wat na de reservekopie is gewist of ingetrokken, komt terug.');
  expect(out).toContain('rechten en mensen die daarna zijn weggehaald');
  expect(await name()).toBe('Persoon 1');
});

test('storage that was put back by a list knows what was erased from then on alone', async () => {
  await at.kompas('bewaar', 'lijst.kompas', '--wissingen');
  await at.lose();
  await at.kompas('terugzet', 'a.kompas', '--wissingen', 'lijst.kompas', '--akkoord');
  at.later(1);
  expect((await at.kompas('terugzet', 'a.kompas', '--vervang')).err).toContain('onthoudt pas sinds');
  await at.kompas('bewaar', 'b.kompas');
  at.later(1);
  const { out } = await at.kompas('terugzet', 'b.kompas', '--vervang');
  expect(out).toContain('Wat tot nu toe is gewist of ingetrokken, blijft weg.');
});

test('storage goes on knowing since when, as long as backups are made', async () => {
  for (const day of [20, 40, 60]) {
    at.later(20 * 24 * 60);
    await enforceRetention(at.town.storage, at.town.clock.now.toString().slice(0, 10));
    expect((await at.kompas('bewaar', `${day}.kompas`)).code).toBe(0);
  }
  at.later(29 * 24 * 60);
  await enforceRetention(at.town.storage, at.town.clock.now.toString().slice(0, 10));
  const { out } = await at.kompas('terugzet', '60.kompas', '--vervang');
  expect(out).toContain('Wat tot nu toe is gewist of ingetrokken, blijft weg.');
});

test('the used links of another installation in the same account stay used', async () => {
  await at.town.storage.table(usedLinksTable).put('link', 'of-another', { day: '2026-11-24' });
  expect((await at.kompas('terugzet', 'a.kompas', '--vervang', '--akkoord')).code).toBe(0);
  expect((await dump(at.town.storage, [usedLinksTable])).join('\n')).toContain('of-another');
});
