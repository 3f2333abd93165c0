import { today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Waiting } from '../../../conversation/waiting.ts';
import { ledBy, ownLeads } from '../../../people/leading.ts';
import { chatWith } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { MOST_ASKED, MOST_SOUGHT, type Pair, type Wish } from './buddy.ts';
import { buddyCard, declinedCard, nobodyCard, offerForm, seekForm, tooLate, toShow } from './cards.ts';
import { buddyFor, type Candidate, holds, isOpen, isOver, isRecent, offerIn, wishIn } from './rules.ts';
import type { AskedPair, BuddyStore } from './store.ts';

export interface BuddyTools extends Pick<Tools, 'people'> {
  buddies: BuddyStore;
}

/** A question or a pair, as a button names it: who asked, and on which day. */
export interface AskedOn {
  asker: string;
  day: string;
}

const wishOf = ({ theme, role }: Wish): Wish => ({ theme, role });

/** Looking for a buddy, being one, and ending it. */
export function buddyPairing({ buddies, people }: BuddyTools) {
  const dayOf = (turn: Turn) => today(turn.now).toString();
  /** How often each person looked for one on the day that it is now. */
  let sought = { day: '', by: new Map<string, number>() };

  /**
   * False when this is more than one person looks for on a day: by asking theme by theme, with other working days each time, they would
   * learn what is offered and when. It is counted in memory, in each process for itself: nothing is kept of who looked for what.
   */
  function mayLook(who: string, day: string): boolean {
    if (sought.day !== day) sought = { day, by: new Map() };
    const times = sought.by.get(who) ?? 0;
    if (times >= MOST_SOUGHT) return false;
    sought.by.set(who, times + 1);
    return true;
  }

  /** Somebody by name, for as long as they work here. */
  async function named(id: string, { asker, day, ...pair }: AskedPair) {
    const person = await people.find(id);
    return person && { asker, name: person.name, wish: wishOf(pair), day };
  }

  async function show(turn: Turn, done = ''): Promise<Message> {
    const me = turn.directoryId;
    if (!(await turn.person())) return unknownPerson;
    const day = dayOf(turn);
    const [own, asked, offer] = await Promise.all([
      buddies.askedBy(me),
      buddies.askedOf(me),
      buddies.offerOf(me),
    ]);
    const withNames = async (all: readonly AskedPair[]) =>
      (await Promise.all(all.map((one) => named(one.asker, one)))).filter((one) => one !== undefined);
    const waits = own && !own.paired && holds(own, day);
    return buddyCard(
      {
        waiting: waits ? { wish: wishOf(own), day: own.day } : undefined,
        mine: own?.paired ? await named(own.buddy, own) : undefined,
        of: await withNames(asked.filter(({ paired }) => paired)),
        asked: await withNames(asked.filter((one) => isOpen(one, day))),
        offer,
      },
      done,
    );
  }

  /** All who want to be a buddy and can be asked: a range, and a point read for each. */
  async function candidates(): Promise<Candidate[]> {
    const [offers, pairs] = await Promise.all([buddies.offers(), buddies.pairs()]);
    const found = await Promise.all(
      offers.map(async ({ id, offer }): Promise<Candidate[]> => {
        const person = await people.find(id);
        const busy = pairs.filter(({ buddy, past }) => buddy === id && !past).length;
        return person && chatWith(person) ? [{ person: { ...person, directoryId: id }, offer, busy }] : [];
      }),
    );
    return found.flat();
  }

  /** That a colleague asks; the chat keeps this line, so that who asks and about what stand behind the button. */
  async function waiting(turn: Turn): Promise<Waiting[]> {
    const asked = await buddies.askedOf(turn.directoryId);
    return asked
      .filter((one) => isOpen(one, dayOf(turn)))
      .map(() => ({
        kind: 'Buddy',
        text: 'Een collega zoekt een buddy',
        note: 'niets doen mag ook',
        actions: [toShow],
      }));
  }

  return {
    show,
    waiting,
    seek: async () => seekForm(),

    /** Asks one who fits. Who that is, nobody hears before they said yes. */
    async ask(turn: Turn, typed: FormValues): Promise<Message> {
      const me = await turn.person();
      if (!me) return unknownPerson;
      const wish = wishIn(typed);
      if (!wish.theme && !wish.role) return seekForm(typed, ['Kies een thema of een rol.']);
      const day = dayOf(turn);
      const [last, past] = await Promise.all([
        buddies.askedBy(turn.directoryId),
        buddies.pastOf(turn.directoryId),
      ]);
      if (last && holds(last, day)) return show(turn, 'Je hebt al een buddy, of je vraag loopt nog.');
      const before = [...(last ? [last] : []), ...past].filter((one) => !isOver(one, day));
      if (before.filter((one) => isRecent(one.day, day)).length >= MOST_ASKED)
        return show(turn, 'Je vroeg het net al een paar keer. Wacht een paar weken.');
      if (!mayLook(turn.directoryId, day))
        return show(turn, `Je zocht vandaag al ${MOST_SOUGHT} keer. Morgen kan het weer.`);
      const [leads, led, all] = await Promise.all([
        ownLeads(turn, people),
        ledBy(turn, people),
        candidates(),
      ]);
      const ids = [...leads, ...led].flatMap(({ directoryId = '' }) => directoryId);
      const not = new Set([turn.directoryId, ...ids, ...before.map(({ buddy }) => buddy)]);
      const found = buddyFor(me, wish, all, not);
      if (!found) return nobodyCard;
      if (last) await buddies.setAside(last);
      const pair: Pair = { ...wish, buddy: found.person.directoryId, untold: 'buddy', day };
      await buddies.ask(turn.directoryId, pair);
      return show(turn);
    },

    /** Takes back a question that nobody answered with yes yet. It stands as past, so that a no is respected. */
    async withdraw(turn: Turn): Promise<Message> {
      await buddies.change(turn.directoryId, (now) =>
        now.paired || now.past ? now : { ...now, past: true },
      );
      return show(turn, 'Je vraag is ingetrokken.');
    },

    /** Says yes to exactly what was asked: they are a pair from now on. */
    async yes(turn: Turn, { asker, day }: AskedOn): Promise<Message> {
      let mine = false;
      await buddies.change(asker, (now) => {
        mine = now.buddy === turn.directoryId && now.day === day && isOpen(now, dayOf(turn));
        return mine
          ? { ...wishOf(now), buddy: now.buddy, paired: true, untold: 'asker', day: dayOf(turn) }
          : now;
      });
      return mine ? show(turn, 'Fijn. Je collega krijgt bericht. Spreek samen iets af.') : tooLate;
    },

    /** Says no, of which the other hears nothing. */
    async no(turn: Turn, { asker, day }: AskedOn): Promise<Message> {
      await buddies.change(asker, (now) =>
        now.buddy === turn.directoryId && now.day === day && isOpen(now, dayOf(turn))
          ? { ...now, declined: true }
          : now,
      );
      return declinedCard;
    },

    /** Ends a pair, by either of the two: it is gone at once. */
    async end(turn: Turn, asker: string): Promise<Message> {
      const pair = await buddies.askedBy(asker);
      const isTheirs = pair?.paired && [pair.asker, pair.buddy].includes(turn.directoryId);
      if (isTheirs) await buddies.end({ asker });
      return show(turn, isTheirs ? 'Gestopt.' : 'Er is niets veranderd.');
    },

    async offer(turn: Turn): Promise<Message> {
      return (await turn.person()) ? offerForm(await buddies.offerOf(turn.directoryId)) : unknownPerson;
    },

    async saveOffer(turn: Turn, typed: FormValues): Promise<Message> {
      if (!(await turn.person())) return unknownPerson;
      const offer = offerIn(typed);
      if (offer.themes.length + offer.roles.length === 0)
        return offerForm(undefined, typed, ['Kies minstens één thema of één rol.']);
      await buddies.saveOffer(turn.directoryId, { ...offer, day: dayOf(turn) });
      return show(turn, 'Bewaard. Past er een vraag bij, dan hoor je het.');
    },

    async stop(turn: Turn): Promise<Message> {
      await buddies.removeOffer(turn.directoryId);
      return show(turn, 'Goed. Ik vraag je niet meer.');
    },
  };
}
