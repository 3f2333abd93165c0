import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import { changeCard } from './cards.ts';
import type { CalendarChange } from './change.ts';
import { mayChange, mayKeep } from './rights.ts';
import type { ChangeStore } from './store.ts';

export interface CalendarAccessTools {
  changes: ChangeStore;
  hashedIds: HashedIds;
  /** Directory ids of the first administrators. */
  administrators: readonly string[];
}

/** What holds while somebody keeps the calendar. */
export interface CalendarContext {
  settings: Settings;
  /** ISO date. */
  day: string;
  /** True for a change that who asks may change too. */
  mayChange(change: CalendarChange): boolean;
}

const notAllowed = notice(
  'change',
  'Leidinggevenden en projectleiders houden de kalender bij',
  'Er is niets veranderd. Weet je iets wat gaat veranderen? Vertel het je leidinggevende.',
);
export const notYours = notice(
  'change',
  'Deze verandering is van iemand anders',
  'Er is niets veranderd. Alleen wie de verandering plaatste, wie een van deze teams leidt, of een beheerder kan die wijzigen.',
);
export const gone = notice(
  'change',
  'Dit staat niet meer op de kalender',
  'Er is niets veranderd. Typ “kalender”, dan zie je wat nu geldt.',
);
export const unchanged = 'Er is niets veranderd.';
const alreadyOff = 'Dat stond er al. Er is niets veranderd.';

/** Lets in who keeps the calendar (trust:rights-on-verified-id). */
export function calendarAccess({ changes, hashedIds, administrators }: CalendarAccessTools) {
  /** Runs `then` for who keeps the calendar. */
  async function asKeeper(
    turn: Turn,
    then: (context: CalendarContext) => Promise<Message>,
  ): Promise<Message> {
    const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
    if (!me) return unknownPerson;
    const asker = { directoryId: turn.directoryId, me, administrators };
    if (!mayKeep(asker, settings)) return notAllowed;
    return then({
      settings,
      day: today(turn.now).toString(),
      mayChange: (change) => mayChange(asker, change, settings, hashedIds),
    });
  }

  /** Runs `then` on a change that is still to come and that is theirs to change; `off` on one that was called off. */
  const onChange = (
    turn: Turn,
    id: string,
    then: (change: CalendarChange, context: CalendarContext) => Promise<Message>,
    off = async (change: CalendarChange, { settings }: CalendarContext) =>
      changeCard(change, settings, alreadyOff),
  ) =>
    asKeeper(turn, async (context) => {
      const change = await changes.get(id);
      if (!change) return gone;
      if (!context.mayChange(change)) return notYours;
      return change.withdrawn ? off(change, context) : then(change, context);
    });

  return { asKeeper, onChange };
}
