import { worksOn } from '../../../calendar/availability.ts';
import { today } from '../../../calendar/clock.ts';
import { mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Job } from '../../../delivery/jobs.ts';
import { forEach } from '../../../lib/for-each.ts';
import { chatWith, isPresent, oncePerAccount } from '../../../people/person.ts';
import type { Pair } from './buddy.ts';
import { askedCard, pairedCard } from './cards.ts';
import { holds, isOpen, isOver } from './rules.ts';
import type { BuddyStore } from './store.ts';

/** Local times between which somebody is asked, or told. */
const HOURS = ['10:00', '16:00'] as const;

const told = ({ untold: _untold, ...pair }: Pair): Pair => pair;

/** True for what was told of a pair as it stood then: by now another may be asked, or there may be other news. */
const isAsTold = (stored: Pair, { buddy, day, paired, declined }: Pair): boolean =>
  stored.untold === undefined &&
  stored.buddy === buddy &&
  stored.day === day &&
  stored.paired === paired &&
  stored.declined === declined;

/**
 * Asks who was chosen, and tells who asked of a yes, on a day on which they work. Takes away questions of long ago, and what holds no
 * more because one of the two left.
 */
export function buddyTelling(buddies: Pick<BuddyStore, 'pairs' | 'change' | 'end'>): Job {
  return {
    name: 'buddy-telling',
    when: { hours: HOURS, workdays: true },
    run: async ({ now, settings, everybody, send, markBlocked }) => {
      const day = today(now);
      const pairs = await buddies.pairs();
      if (pairs.length === 0) return;
      const closures = new Set((await settings()).municipality.closures);
      const people = oncePerAccount((await everybody()).filter(isPresent));
      const byAccount = new Map(people.map((person) => [person.directoryId, person]));
      await forEach(pairs, async ({ asker, aside, ...pair }) => {
        const [who, buddy] = [byAccount.get(asker), byAccount.get(pair.buddy)];
        if (!who || !buddy || isOver(pair, day.toString()))
          return buddies.end({ asker, aside, buddy: pair.buddy });
        if (pair.past) return;
        const to = pair.untold === 'asker' ? who : pair.untold === 'buddy' ? buddy : undefined;
        const address = to && chatWith(to);
        if (!to || !address || !worksOn(to, day, closures)) return;
        if (pair.untold === 'buddy' && !isOpen(pair, day.toString())) return;
        if (!holds(pair, day.toString())) return;
        let mine = false;
        await buddies.change(asker, (stored) => {
          mine = stored.untold !== undefined && stored.untold === pair.untold && stored.buddy === pair.buddy;
          return mine ? told(stored) : stored;
        });
        if (!mine) return;
        const card = pair.untold === 'asker' ? pairedCard : askedCard(who.name, pair, asker, pair.day);
        const outcome = await send(address, card);
        if (outcome.kind === 'gone') await markBlocked(to);
        if (mayWorkLater(outcome))
          await buddies.change(asker, (stored) =>
            isAsTold(stored, pair) ? { ...stored, untold: pair.untold } : stored,
          );
      });
    },
  };
}
