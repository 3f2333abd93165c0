import type { Message } from '../../../src/conversation/message.ts';
import { mandates } from '../../../src/features/mandates/index.ts';
import { privacy } from '../../../src/features/privacy/index.ts';
import { purposes } from '../../../src/people/pseudonym.ts';
import type { Storage } from '../../../src/storage/index.ts';
import { fillingOf, nameOf, teamNames } from '../../support/about-somebody.ts';
import { toolsFor } from '../../support/tools.ts';
import { account, foundTown } from '../../support/town.ts';
import { turnFor } from '../../support/turn.ts';

export type Household = Awaited<ReturnType<typeof openHousehold>>;

/** A town of its own, with what is needed to fill it with somebody's data, to ask for it and to look for traces. */
export async function openHousehold() {
  const town = await foundTown();
  const fill = await fillingOf(town);

  async function fillAll(n: number): Promise<void> {
    for (const work of Object.values(fill)) await work(n);
  }

  /** The privacy feature as kompas.ts puts it together; `storage` may be one that fails. */
  function feature(storage: Storage = town.core.storage) {
    return privacy.offer(
      undefined,
      { ...toolsFor(town.core), storage },
      { inRegister: town.core.opened(mandates).inNameOf },
    );
  }

  const turnOf = (n: number) =>
    turnFor(town.core, { id: `${n}`, account: account(n), user: `29:${n}` }, town.clock.now);

  async function tap(verb: string, n: number, storage?: Storage): Promise<Message> {
    const answer = await feature(storage).actions[verb]?.run(turnOf(n), {});
    if (!answer) throw new Error(`there is no ${verb}`);
    return answer;
  }

  /** `vergeet mij` of one process, on this storage. */
  function erasing(storage: Storage): (n: number) => Promise<Message> {
    const { run } = feature(storage).actions['privacy.erase'] ?? {};
    return async (n) => (await run?.(turnOf(n), {})) ?? Promise.reject(new Error('nothing to run'));
  }

  /** Everything by which a row or message could point at somebody. */
  function traces(n: number): string[] {
    const pseudonyms = [...Object.keys(teamNames), ''].flatMap((team) =>
      purposes.map((purpose) => town.core.pseudonymise(team, account(n), purpose)),
    );
    const inPilot = [
      town.core.pseudonymise('P-1', account(n), 'evaluation'),
      town.core.pseudonymise('P-1|R-1', account(n), 'vote'),
    ];
    const [first = ''] = nameOf(n).split(' ');
    return [
      account(n),
      `p0${n}`,
      nameOf(n),
      first,
      `${first.toLowerCase()}@`,
      `29:p0${n}`,
      ...pseudonyms,
      ...inPilot,
    ];
  }
  // A short id may stand by chance within a random one: only whole words count.
  const found = (text: string, n: number) =>
    traces(n).filter((trace) =>
      trace.length > 4 ? text.includes(trace) : new RegExp(`(?<![\\w-])${trace}(?![\\w-])`).test(text),
    );

  async function waiting(): Promise<string[]> {
    const messages = [];
    for (;;) {
      const batch = await town.core.store.queue.receive(32, 30);
      if (batch.length === 0) return messages;
      messages.push(...batch.map(({ body }) => body));
    }
  }

  /** Storage of which the `step`th removal fails. */
  function failingAt(step: number, count = { removals: 0 }): Storage {
    const whole = (work: () => Promise<boolean>) => {
      count.removals += 1;
      return count.removals === step ? Promise.reject(new Error('storage is gone')) : work();
    };
    const table: Storage['table'] = (definition) => {
      const real = town.core.storage.table(definition);
      return {
        ...real,
        remove: (partition, row) => whole(() => real.remove(partition, row)),
        transact: (partition, changes) => whole(() => real.transact(partition, changes)),
      };
    };
    return { ...town.core.storage, table };
  }

  return { town, fill, fillAll, feature, turnOf, tap, erasing, traces, found, waiting, failingAt };
}
