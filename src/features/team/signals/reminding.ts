import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import type { GroupPlace } from '../groups/place.ts';
import { placeData } from '../groups/place.ts';
import { keepersOf, mayTakeUp } from './routing.ts';
import type { Signal } from './signal.ts';

/** What a reminder says: which place, and nothing of what somebody wrote. */
export function reminderCard(name: string, place: GroupPlace, id: string): Message {
  return noticeCard({
    kind: 'signal',
    text: 'Er wacht een signaal op je.',
    title: 'Er wacht een signaal op je',
    lines: [`Het is van ${name}. Breng het een stap verder, of spreek af wanneer dat kan.`],
    actions: [{ verb: 'signal.open', title: 'Open', data: { ...placeData(place), id } }],
  });
}

/** The owner; one who left or moved, or whose name was erased, leaves a signal to who takes care of it. */
export function responsibleFor(
  signal: Signal,
  place: GroupPlace,
  people: readonly Person[],
  settings: Settings,
): Person[] {
  const owner = mayTakeUp(place, people, settings).find(
    ({ directoryId }) => directoryId !== undefined && directoryId === signal.owner,
  );
  return owner ? [owner] : keepersOf(place, people, settings);
}
