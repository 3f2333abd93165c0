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
