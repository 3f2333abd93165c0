import { Temporal } from 'temporal-polyfill';
import type { Message } from '../../../bot/turn.ts';
import { worksOn } from '../../../calendar/availability.ts';
import { at, today } from '../../../calendar/clock.ts';
import { isFreeDay } from '../../../calendar/holidays.ts';
import { weekdayOf } from '../../../calendar/weekdays.ts';
import type { SendOutcome } from '../../../delivery/policy.ts';
import type { Settings } from '../../../people/municipality.ts';
import { type Address, isPresent, type Person } from '../../../people/person.ts';
import { placeData } from '../place.ts';
import type { GroupStore, Place } from '../store.ts';
import { keepersOf, placeName, placesOf } from './keepers.ts';
import type { Signal } from './signal.ts';
import { isRemindable } from './tempo.ts';

export interface RemindingTools {
  groups: GroupStore;
  readSettings(): Promise<Settings>;
  everybody(): Promise<Person[]>;
  send(address: Address, message: Message): Promise<SendOutcome>;
  /** Does the work once, whichever instance comes first. */
  once(name: { what: string; about: string; period: string }, work: () => Promise<void>): Promise<void>;
}

/** Local times between which somebody is reminded. */
const [FROM, UNTIL] = ['10:00', '16:00'];

/** What a reminder says: which place, and nothing of what somebody wrote. */
export function reminderCard(name: string, place: Place, id: string): Message {
  return {
    text: 'Er wacht een signaal op je.',
    card: {
      template: 'notice',
      data: {
        title: 'Er wacht een signaal op je',
        lines: [`Het is van ${name}. Ook een klein bericht over hoe het ermee staat, helpt.`],
        actions: [{ verb: 'signal.open', title: 'Open', data: { ...placeData(place), id } }],
      },
    },
  };
}

/**
 * Reminds the owner of a signal that stands still, or who takes care of it while there is none: once a day it looks, on
 * working days, and writes to nobody who is away that day.
 */
export async function remindOfSignals(tools: RemindingTools, now: Temporal.Instant): Promise<void> {
  const day = today(now);
  const inHours =
    Temporal.Instant.compare(at(day, FROM), now) <= 0 && Temporal.Instant.compare(now, at(day, UNTIL)) < 0;
  if (!inHours || ['za', 'zo'].includes(weekdayOf(day))) return;
  await tools.once({ what: 'signal-reminders', about: 'all', period: day.toString() }, async () => {
    const settings = await tools.readSettings();
    const closures = new Set(settings.municipality.closures);
    if (isFreeDay(day, closures)) return;
    const people = await tools.everybody();
    const faults: unknown[] = [];
    for (const place of placesOf(settings)) {
      const { signals } = await tools.groups.content(place);
      for (const signal of signals.filter((one) => isRemindable(one, day.toString()))) {
        const responsible = responsibleFor(signal, place, people, settings);
        const there = responsible.filter((person) => worksOn(person, day, closures));
        // One that fails may not keep another signal from its reminder.
        await remind(tools, { place, signal, settings, there, day }).catch((error) => faults.push(error));
      }
    }
    if (faults.length > 0) throw faults[0];
  });
}

/** The owner; an owner who left, or whose name was erased, leaves a signal to who takes care of it. */
function responsibleFor(
  signal: Signal,
  place: Place,
  people: readonly Person[],
  settings: Settings,
): Person[] {
  const owner = people.find((person) => person.directoryId === signal.owner && isPresent(person));
  return signal.owner && owner ? [owner] : keepersOf(place, people, settings);
}

async function remind(
  { groups, send }: RemindingTools,
  {
    place,
    signal,
    settings,
    there,
    day,
  }: { place: Place; signal: Signal; settings: Settings; there: readonly Person[]; day: Temporal.PlainDate },
): Promise<void> {
  const { kind, key } = place;
  const name = kind === 'council' ? 'de ondernemingsraad' : (placeName(place, settings) ?? '');
  const reachable = there.flatMap(({ address, reach }) => (address && reach === 'open' ? [address] : []));
  const kinds: string[] = [];
  for (const address of reachable)
    kinds.push((await send(address, reminderCard(name, { kind, key }, signal.id))).kind);
  if (kinds.includes('sent'))
    await groups.changeSignal(place, signal.id, (current) => ({ ...current, reminded: day.toString() }));
  // Left unfinished it is done again; who got it is not written to a second time.
  else if (kinds.some((kind) => kind === 'again' || kind === 'throttled'))
    throw new Error('no reminder could be sent');
}
