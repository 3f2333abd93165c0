import { afterEach, beforeEach, expect, test } from 'vitest';
import { WEST } from '../town.ts';
import { amira, bert, everything, gijs, head, openSignalTown, type SignalTown, TEXT } from './town.ts';

let town: SignalTown;
beforeEach(async () => {
  town = await openSignalTown();
});
afterEach(() => town.bot.stop());

const KIND = 'Signalen die je zelf gaf';

test('what somebody gave with their name stands in their list while it is open, and with its words behind a tap', async () => {
  await town.give(amira, { named: 'ja' });
  const list = await town.says(amira, 'van mij');
  for (const words of [KIND, 'Een signaal van 25 november 2026', 'ontvangen', 'Er wacht niets op je'])
    expect(list).toContain(words);
  expect(list).not.toContain('mutaties');
  const mine = await town.tap(amira, 'signal.mine');
  for (const words of [TEXT, 'Objecten West', 'ontvangen']) expect(mine).toContain(words);
  const { id } = await town.only();
  await town.save(gijs, WEST, id, 'answered', { ...everything, owner: gijs.id });
  expect(await town.says(amira, 'van mij')).not.toContain(KIND);
  expect(await town.tap(amira, 'signal.mine')).toContain('beantwoord');
});

test('of one without name nobody knows whose it is, and nobody sees those of another', async () => {
  await town.give(amira);
  await town.give(bert, { named: 'ja', text: 'De printer hapert' });
  town.nextDay();
  const list = await town.says(amira, 'van mij');
  expect(list).not.toContain(KIND);
  expect(await town.tap(amira, 'signal.mine')).toContain('Er staat geen signaal op jouw naam');
  expect(await town.tap(bert, 'signal.mine')).not.toContain('mutaties');
});

test.each(['department', 'council'])(
  'one that passes the manager, to the %s, is shown to its giver at a tap alone, and cannot be opened',
  async (to) => {
    await town.give(amira, { named: 'ja', to });
    expect(await town.says(amira, 'van mij')).not.toContain(KIND);
    const mine = await town.tap(amira, 'signal.mine');
    expect(mine).toContain(TEXT);
    expect(mine).not.toContain('signal.open');
    for (const who of [gijs, head, bert]) expect(await town.tap(who, 'signal.mine')).not.toContain(TEXT);
  },
);

test('who went to another team still sees how it stands and what they wrote, and opens it only where they may', async () => {
  await town.give(amira, { named: 'ja' });
  await town.becomes(amira, { team: 'oost' });
  const list = await town.says(amira, 'van mij');
  for (const words of [KIND, 'Objecten West', 'ontvangen', 'signal.mine']) expect(list).toContain(words);
  expect(list).not.toContain('signal.open');
  const mine = await town.tap(amira, 'signal.mine');
  for (const words of [TEXT, 'Objecten West', 'ontvangen']) expect(mine).toContain(words);
  expect(mine).not.toContain('signal.open');
  expect(await town.tap(amira, 'signal.open', { ...WEST, id: (await town.only()).id })).toContain(
    'niet voor jou',
  );
  await town.becomes(amira, { access: ['afdelingshoofd'] });
  expect(await town.tap(amira, 'signal.mine')).toContain('signal.open');
});

test.each([
  ['comes under another department', { department: 'Publiek' }],
  ['ends, and everybody went to another', { ended: '2026-11-25' }],
])('one is shown to its giver when their team %s', async (_what, change) => {
  await town.give(amira, { named: 'ja', to: 'department' });
  await town.give(amira, { named: 'ja', text: 'De printer hapert' });
  const { settings } = town.bot.core;
  const [west] = (await settings.read()).teams.filter(({ key }) => key === WEST.key);
  if (!west) throw new Error('there is no team');
  if ('ended' in change) await town.becomes(amira, { team: 'oost' });
  await settings.saveTeam({ ...west, ...change });
  const mine = await town.tap(amira, 'signal.mine');
  for (const words of [TEXT, 'De printer hapert', 'Objecten West']) expect(mine).toContain(words);
});

test('more than fit on a card are on the next', async () => {
  for (let n = 1; n <= 11; n += 1) {
    await town.give(amira, { named: 'ja', text: `Nummer ${n} van elf.` });
    town.nextDay();
  }
  const pages = [await town.tap(amira, 'signal.mine'), await town.tap(amira, 'signal.mine', { page: 1 })];
  expect(pages[0]).toContain('deel 1 van 2');
  for (let n = 1; n <= 11; n += 1)
    expect(pages.filter((card) => card.includes(`Nummer ${n} van elf.`))).toHaveLength(1);
});
