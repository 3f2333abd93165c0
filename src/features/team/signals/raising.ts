import { createHash } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type Message, type Turn, unknownPerson } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import type { SendOutcome } from '../../../delivery/policy.ts';
import { fitted } from '../../../language/fitted.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Address, Person } from '../../../people/person.ts';
import { type GroupStore, placeKey } from '../store.ts';
import { type Door, doorsFor, keepersOf, placeName } from './keepers.ts';
import { newsCard, nobodyThere, raisedCard, raiseForm } from './raise-cards.ts';
import { LONGEST_SIGNAL } from './signal.ts';

export interface RaisingTools {
  groups: GroupStore;
  readSettings(): Promise<Settings>;
  everybody(): Promise<Person[]>;
  send(address: Address, message: Message): Promise<SendOutcome>;
  /** Does the work once, whichever instance comes first. */
  once(
    name: { what: string; about: string; period: string },
    now: Temporal.Instant,
    work: () => Promise<void>,
  ): Promise<void>;
  /** Told of what went wrong after the signal was safe. */
  failed(error: unknown): void;
}

const field = z.string().max(20_000).default('');
export const raiseSchema = z.object({ text: field, named: field, to: field });

/** Somebody waits for the answer, so this much longer at most: what is on its way goes on. */
const NEWS_MS = 2_000;

/**
 * The same text for the same place on the same day is the same signal, so that two taps give one. The form has no id of its
 * own: it stands in somebody's chat, and an id there would lead from them to a signal without name (house trust rule 1).
 */
function idOf(place: string, day: string, text: string, by: string): string {
  return `S-${createHash('sha256')
    .update(JSON.stringify([place, day, text, by]))
    .digest('hex')
    .slice(0, 16)}`;
}

interface Ways extends ReturnType<typeof doorsFor> {
  settings: Settings;
  people: Person[];
}

/** Giving a signal. Nothing here writes a row that names a person, but for the name somebody adds themselves. */
export function raising({ groups, readSettings, everybody, send, once, failed }: RaisingTools) {
  async function ways(turn: Turn): Promise<Ways | undefined> {
    const me = await turn.person();
    if (!me) return undefined;
    const [settings, people] = await Promise.all([readSettings(), everybody()]);
    return { settings, people, ...doorsFor(me, people, settings) };
  }

  async function form(turn: Turn, lead?: string): Promise<Message> {
    const found = await ways(turn);
    if (!found) return unknownPerson;
    const { doors, missing, settings } = found;
    return doors.length > 0
      ? raiseForm(doors, missing, settings.municipality, { lead })
      : nobodyThere(missing, settings.municipality);
  }

  /**
   * Tells who takes care of a place, once a day: without the text, since it becomes a stored message. Everybody there hears
   * it, also when one of them gave it: who does not hear it would be known by that.
   */
  async function tell({ place }: Door, id: string, { settings, people }: Ways, turn: Turn): Promise<void> {
    const { kind, key } = place;
    const name = kind === 'council' ? 'de ondernemingsraad' : (placeName(place, settings) ?? '');
    const to = keepersOf(place, people, settings).flatMap(({ address, reach }) =>
      address && reach === 'open' ? [address] : [],
    );
    const period = today(turn.now).toString();
    await once({ what: 'signal-news', about: placeKey(place), period }, turn.now, async () => {
      await Promise.all(to.map((address) => send(address, newsCard(name, { kind, key }, id))));
    });
  }

  async function sendIt(turn: Turn, typed: z.infer<typeof raiseSchema>): Promise<Message> {
    const found = await ways(turn);
    if (!found) return unknownPerson;
    const { doors, missing, settings } = found;
    const { municipality } = settings;
    const text = fitted(typed.text, LONGEST_SIGNAL);
    if (doors.length === 0) return nobodyThere(missing, municipality, text);
    const again = (problem: string) =>
      raiseForm(doors, missing, municipality, { typed: { ...typed, text }, problems: [problem] });
    const door = doors.find(({ kind }) => kind === typed.to);
    if (text === '') return again('Schrijf wat er speelt.');
    if (!door) return again('Deze weg kan nu niet. Kies een andere.');
    if (typed.named !== 'ja' && typed.named !== 'nee') return again('Kies met of zonder je naam.');
    const named = typed.named === 'ja';
    const day = today(turn.now).toString();
    const by = named ? turn.directoryId : '';
    const id = idOf(placeKey(door.place), day, text, by);
    const first = await groups.addSignal(door.place, {
      ...{ id, source: 'raised', state: 'received', day, moved: day, words: { text } },
      ...(by ? { by } : {}),
    });
    if (first) await withinPatience(tell(door, id, found, turn).catch(failed));
    return raisedCard(door, named, [...typed.text.trim()].length > LONGEST_SIGNAL);
  }

  return {
    /** `signaal`: what was typed behind it is not put on the card, which becomes a stored message. */
    typed: (turn: Turn, rest: string): Promise<Message> =>
      form(
        turn,
        rest
          ? 'Schrijf het hieronder. Wat je achter signaal typte, neem ik niet over: dat zou in deze chat blijven staan.'
          : undefined,
      ),
    form: (turn: Turn) => form(turn),
    send: sendIt,
  };
}

async function withinPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, NEWS_MS);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
