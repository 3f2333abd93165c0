import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Settings } from '../../../people/municipality.ts';
import { changeCard } from './cards.ts';
import type { CalendarChange } from './change.ts';
import { mayEdit } from './rules.ts';
import type { ChangeStore } from './store.ts';

export interface DeskTools {
  changes: ChangeStore;
}

/** What holds while somebody keeps the calendar. */
export interface CalendarContext {
  settings: Settings;
  /** ISO date. */
  day: string;
}

const notAllowed = notice(
  'De kalender wordt bijgehouden door leidinggevenden en projectleiders',
  'Er is niets veranderd. Weet je iets wat gaat veranderen? Vertel het je leidinggevende.',
);
export const gone = notice(
  'Dit staat niet meer op de kalender',
  'Er is niets veranderd. Typ kalender, dan zie je wat nu geldt.',
);
export const unchanged = 'Er is niets veranderd.';

/** Lets in who keeps the calendar (trust:rights-on-verified-id). */
export function desk({ changes }: DeskTools) {
  /** Runs `then` for who keeps the calendar. */
  async function atDesk(turn: Turn, then: (context: CalendarContext) => Promise<Message>): Promise<Message> {
    const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
    if (!me) return unknownPerson;
    return mayEdit(me) ? then({ settings, day: today(turn.now).toString() }) : notAllowed;
  }

  /** Runs `then` on a change that is still to come; `off` on one that was called off. */
  const onChange = (
    turn: Turn,
    id: string,
    then: (change: CalendarChange, context: CalendarContext) => Promise<Message>,
    off = async (change: CalendarChange, { settings }: CalendarContext) =>
      changeCard(change, settings, unchanged),
  ) =>
    atDesk(turn, async (context) => {
      const change = await changes.get(id);
      if (!change) return gone;
      return change.withdrawn ? off(change, context) : then(change, context);
    });

  return { atDesk, onChange };
}
