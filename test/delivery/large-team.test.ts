import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { planDue } from '../../src/delivery/planner.ts';
import { readMessage } from '../../src/delivery/queue-message.ts';
import { peopleIn, testRound, world } from './world.ts';

test('a round for one team of 1,500, who go by their accounts, is planned and queued for all of them', async () => {
  const here = await world([{ name: 'west', people: 0 }], [testRound()]);
  const guid = (text: string) =>
    createHash('sha256')
      .update(text)
      .digest('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  const everybody = peopleIn('west', 1_500).map((one) => ({
    ...one,
    id: guid(one.id),
    directoryId: guid(one.id),
  }));
  await here.core.people.save(everybody);
  await planDue(here.planner, here.clock.now());
  const found = new Set<string>();
  for (;;) {
    const letters = await here.core.store.queue.receive(32, 600);
    if (letters.length === 0) break;
    for (const { body } of letters) for (const id of readMessage(body)?.recipients ?? []) found.add(id);
  }
  expect(found).toEqual(new Set(everybody.map(({ id }) => id)));
});
