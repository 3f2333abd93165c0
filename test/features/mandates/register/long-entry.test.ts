import { expect, test } from 'vitest';
import { account, foundTown } from '../../../support/town.ts';
import { town as areas, bareEntry } from '../town.ts';

test('an entry with every text as long as a cell may be is proposed and registered as it is', async () => {
  const { register, proposals } = (await foundTown()).core;
  const long = 'Artikel 10:3, "lid 2"\n'.repeat(500).slice(0, 10_000);
  const texts = { organisation: long, basis: long, publication: long, conditions: long, fourEyesBy: long };
  const before = bareEntry({ area: 'G', ...texts });
  const entry = { ...before, holder: 'Bo Vis' };
  await register.replace(
    await register.current(),
    { entries: [before], areas, tenures: [] },
    '2026-11-20T09:00:00.000Z',
  );

  const at = '2026-11-21T09:00:00.000Z';
  await proposals.add({ id: 'V-1', kind: 'change', entry, before, by: account(1), at, state: 'open' });
  expect((await proposals.find('V-1'))?.value).toMatchObject({ entry, before });

  expect(await register.register(await register.current(), entry, '2026-11-22T09:00:00.000Z')).toBe(true);
  expect((await register.current()).lookup.entry('M1')).toEqual(entry);
});
