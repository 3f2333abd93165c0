import { beforeEach, describe, expect, test } from 'vitest';
import { type IntakeStore, intakeStore, type Upload } from '../../../src/features/intake/store.ts';
import { intakeTable } from '../../../src/features/intake/tables.ts';
import { account, dump } from '../../support/town.ts';
import { type Household, openHousehold } from '../privacy/household.ts';

let home: Household;
let store: IntakeStore;
let upload: Upload;

beforeEach(async () => {
  home = await openHousehold();
  await home.fillAll(1);
  const { core, clock } = home.town;
  store = intakeStore(core.storage, core.tenant, () => clock.now);
  const sent = await store.keep(account(1), { name: 'lijst.csv', bytes: Buffer.from('id;naam\n1;A') });
  const read = await store.change(sent, { kind: 'register' });
  const asked = read && (await store.ask(read, 'wat er verandert'));
  if (!asked) throw new Error('the file is there');
  upload = asked;
});

const begins = async () =>
  expect(await store.begin(upload, 'register', await store.turn('register'))).toBe(true);
const left = async () =>
  (await dump(home.town.storage, [intakeTable])).filter((row) => row.includes(account(1)));

describe('the file of somebody who erases themselves while a colleague decides on it', () => {
  test.each([
    ['is carried out', true],
    ['cannot be carried out after all', false],
  ])('leaves nothing behind when it %s', async (_what, isApplied) => {
    await begins();
    await home.tap('privacy.erase', 1);
    await store.end(upload, isApplied);
    expect(await left()).toEqual([]);
  });

  test('leaves nothing behind when the colleague refuses it', async () => {
    await home.tap('privacy.erase', 1);
    expect(await store.change(upload, { state: 'open' })).toBeUndefined();
    expect(await left()).toEqual([]);
  });
});

test('a file that could not be carried out can be again, and one that was is done', async () => {
  await begins();
  await store.end(upload, false);
  const again = await store.find(account(1), upload.id);
  expect(again?.row.value.state).toBe('asked');
  expect(again?.row.value.retry).toBeUndefined();
  if (!again) throw new Error('the file is there');
  upload = again;
  await begins();
  await store.end(upload, true);
  expect((await store.find(account(1), upload.id))?.row.value.state).toBe('applied');
  expect(await store.fileOf(upload)).toBeUndefined();
});
