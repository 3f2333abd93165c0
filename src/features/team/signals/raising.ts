import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import { field, perhaps } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { fitted } from '../../../language/fitted.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { HashedIds } from '../groups/hashed-ids.ts';
import { placeKey } from '../groups/place.ts';
import { marksOf } from './exclusions.ts';
import { nobodyThere, raisedCard, raiseForm } from './raise-cards.ts';
import { type Door, doorsFor, doorsKey } from './routing.ts';
import { LONGEST_SIGNAL, type Signal } from './signal.ts';
import type { SignalStore } from './store.ts';

export interface RaisingTools extends Pick<Tools, 'everybody'> {
  groups: SignalStore;
  hashedIds: HashedIds;
}

/**
 * So many signals a day come in at one place, with and without name together: more than a team gives, and no more than
 * somebody can read. Who gave them does not count, since nobody may know.
 */
export const MOST_A_DAY = 50;

/**
 * So many signals a day come from one person, to all places together, so that nobody can fill a place alone. It is counted in
 * memory: nothing is kept of who gave a signal (trust:no-trace).
 */
export const MOST_BY_ONE = 5;

const enoughToday =
  'Je gaf vandaag al vijf signalen. Dit signaal is niet verstuurd. Morgen kan het weer. Kan het niet wachten? Typ: ik wil even praten.';
const fullNow =
  'Er kwamen net heel veel signalen binnen. Dit signaal is niet verstuurd. Kies iets anders bij “Voor wie?”, of probeer het later nog eens. Kan het niet wachten? Typ: ik wil even praten.';

/** `shown` is whom the form named, as `doorsKey`; a form from before it did carries nothing. */
export const raiseSchema = z.object({
  text: field.long,
  named: field.choice,
  to: field.choice,
  shown: perhaps(z.string().max(40)),
});

const otherReaders =
  'De ontvanger is veranderd. Er is niets verstuurd. Lees hieronder wie je signaal nu oppakt. Klopt dat? Tik dan opnieuw op “Verstuur”.';

interface Ways extends ReturnType<typeof doorsFor> {
  me: Person;
  settings: Settings;
}

/** Who leads the team of who gives it, but for those who read it: one who gives it to the other heads. */
const passedBy = ({ readers }: Door, leads: readonly Person[]) =>
  leads.filter(({ id }) => !readers.some((one) => one.id === id));

/** Giving a signal. Nothing here writes a row that names a person, except the name that somebody adds themselves. */
export function raising({ groups, everybody, hashedIds }: RaisingTools) {
  /** What each person gave on the day that it is now, by the ids of the signals. */
  let given = { day: '', by: new Map<string, Set<string>>() };

  /** False when this is more than one person gives in a day. The same signal once more is no new one. */
  function mayGive(who: string, id: string, day: string): boolean {
    if (given.day !== day) given = { day, by: new Map() };
    const ids = given.by.get(who) ?? new Set<string>();
    if (!ids.has(id) && ids.size >= MOST_BY_ONE) return false;
    given.by.set(who, ids.add(id));
    return true;
  }

  async function ways(turn: Turn): Promise<Ways | undefined> {
    const me = await turn.person();
    if (!me) return undefined;
    const [settings, people] = await Promise.all([turn.settings(), everybody()]);
    return { me, settings, ...doorsFor(me, people, settings) };
  }

  async function form(turn: Turn, lead?: string): Promise<Message> {
    const found = await ways(turn);
    if (!found) return unknownPerson;
    const { doors, missing, settings } = found;
    return doors.length > 0
      ? raiseForm(doors, missing, settings.municipality, { lead })
      : nobodyThere(missing, settings.municipality);
  }

  async function sendIt(turn: Turn, typed: z.infer<typeof raiseSchema>): Promise<Message> {
    const found = await ways(turn);
    if (!found) return unknownPerson;
    const { me, doors, missing, leads, settings } = found;
    const { municipality } = settings;
    const text = fitted(typed.text, LONGEST_SIGNAL);
    if (doors.length === 0) return nobodyThere(missing, municipality, text);
    const again = (problem: string) =>
      raiseForm(doors, missing, municipality, { typed: { ...typed, text }, problems: [problem] });
    const door = doors.find(({ kind }) => kind === typed.to);
    // Whoever gave it chose those whom the form named (trust:talk-with-whom-you-choose).
    if (typed.shown !== doorsKey(doors)) return again(otherReaders);
    if (text === '') return again('Schrijf wat er speelt.');
    if (!door) return again('Dit kan nu niet. Kies iets anders bij “Voor wie?”.');
    if (typed.named !== 'ja' && typed.named !== 'nee') return again('Kies met of zonder je naam.');
    const named = typed.named === 'ja';
    const day = today(turn.now).toString();
    const by = named ? turn.directoryId : '';
    // Not the id of a form: that stands in somebody's chat and would lead from them to a signal
    // (trust:no-trace).
    const past = door.kind !== 'team';
    // Past a manager the team counts too: in each team there are other people whom the signal passes.
    const id = hashedIds.signal(placeKey(door.place) + (past ? ` ${me.team}` : ''), day, text, by);
    if (!mayGive(turn.directoryId, id, day)) return again(enoughToday);
    const signal: Signal = {
      id,
      source: 'raised',
      state: 'received',
      day,
      moved: day,
      words: { text },
      ...(by ? { by, named } : {}),
      ...(past
        ? { passed: marksOf(hashedIds, id, { passed: passedBy(door, leads), chosen: door.readers }) }
        : {}),
    };
    if (!(await groups.raiseSignal(door.place, signal, MOST_A_DAY))) return again(fullNow);
    return raisedCard(door, { id, named }, [...typed.text.trim()].length > LONGEST_SIGNAL);
  }

  return {
    /** `signaal`: what was typed behind it is not put on the card, which becomes a stored message. */
    typed: (turn: Turn, rest: string): Promise<Message> =>
      form(turn, rest ? 'Schrijf het hieronder. Wat je net typte, neem ik niet over.' : undefined),
    form: (turn: Turn) => form(turn),
    send: sendIt,
  };
}
