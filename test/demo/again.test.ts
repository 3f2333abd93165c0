import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyData, putBack } from '../../demo/again.ts';
import { demoDirectoryId, findDemoPerson } from '../../demo/people.ts';
import { seedDemo } from '../../demo/seed.ts';
import { eraseSubject } from '../../src/storage/index.ts';
import { dump, foundTown } from '../support/town.ts';

test('somebody who erased themselves is put back from the file, and nobody else is touched', async () => {
  const { core, storage } = await foundTown();
  await seedDemo(core, core.opened);
  const before = await core.people.byUpn('amira.sol@gemeente.example');
  if (!before) throw new Error('the demo has Amira');
  await eraseSubject(storage, await core.subject(demoDirectoryId('p01')));
  expect(await core.people.byUpn(before.upn)).toBeUndefined();
  const others = (await dump(storage)).filter((row) => !row.startsWith('audit '));

  expect(await putBack(core, 'p01')).toBe(true);
  expect(await core.people.byUpn(before.upn)).toEqual({
    ...before,
    // Her next message binds her again.
    directoryId: undefined,
    reach: 'none',
  });
  expect(await dump(storage)).toEqual(expect.arrayContaining(others));
});

test('somebody who is there is left alone', async () => {
  const { core, storage } = await foundTown();
  await seedDemo(core, core.opened);
  const before = await dump(storage);
  expect(await putBack(core, 'p01')).toBe(false);
  expect(await dump(storage)).toEqual(before);
});

test('beginning again throws away what the demo kept, and nothing else in that folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kompas-demo-again-'));
  try {
    await mkdir(join(folder, 'azurite'));
    await mkdir(join(folder, 'demo', 'p01'), { recursive: true });
    for (const file of ['azurite/table.json', 'clock-offset', 'van-mij.txt'])
      await writeFile(join(folder, file), 'x');
    await emptyData(folder);
    expect(await readdir(folder)).toEqual(['van-mij.txt']);
    await emptyData(join(folder, 'nergens'));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each([
  ['Gijs Toren', 'p06'],
  ['gijs', 'p06'],
  ['TOREN', 'p06'],
  ['oumaima  singel', 'p14'],
  ['Gij', undefined],
  ['', undefined],
])('--als %j opens as %s', (name, id) => {
  expect(findDemoPerson(name)?.id).toBe(id);
});
