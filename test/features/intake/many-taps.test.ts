import { beforeEach, expect, test } from 'vitest';
import type { Intake } from '../../../src/conversation/intake.ts';
import { planning } from '../../../src/features/intake/planning.ts';
import { type IntakeStore, intakeStore } from '../../../src/features/intake/store.ts';
import { account, foundTown, person, type Town } from '../../support/town.ts';

let town: Town;
let store: IntakeStore;
beforeEach(async () => {
  town = await foundTown();
  const { storage, now } = town.core;
  store = intakeStore(storage, town.core.tenant, now);
  await town.core.people.save([1, 2].map((n) => person(`p${n}`, { access: ['beheerder'] })));
});

/** A list that is worked on until the test says that it is done. */
function slowList() {
  let begun = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const list = {
    kind: 'people',
    what: 'een mensenbestand',
    needs: { who: ['beheerder'], where: 'own chat' },
    plan: async () => {
      begun += 1;
      await finished;
      return { problems: [], doubts: [], read: [], counts: [], changes: [], summary: '' };
    },
  };
  return { list: list as unknown as Intake, begun: () => begun, finish: () => finish() };
}

const sent = async (n: number) => {
  const upload = await store.keep(account(n), { name: 'mensen.csv', bytes: Buffer.from('id;naam') });
  const kept = await store.change(upload, { kind: 'people' });
  if (!kept) throw new Error('the file is gone');
  return kept;
};

test('who taps again while their file is worked on waits for the same work, and keeps others from nothing', async () => {
  const { list, begun, finish } = slowList();
  const plans = planning({
    ...town.core,
    store,
    administrators: [],
    features: () => [{ intakes: [list] } as never],
  });
  const [one, other] = [await sent(1), await sent(2)];
  const asked = [...Array.from({ length: 20 }, () => plans.plan(one)), plans.plan(other)];
  // Each answer is changed a little, so that it is no longer the same file.
  let now = one;
  for (let n = 0; n < 5; n += 1) {
    now = (await store.change(now, { state: 'open' })) ?? now;
    asked.push(plans.plan(now));
  }
  await expect.poll(begun).toBe(3);
  finish();
  const answers = await Promise.all(asked);
  expect(answers.filter((answer) => answer === 'busy')).toHaveLength(4);
  expect(begun()).toBe(3);
  expect(typeof (await plans.plan(now))).toBe('object');
});
