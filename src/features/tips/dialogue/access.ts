import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson, withTyped } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Person } from '../../../people/person.ts';
import { isSameChannel } from '../../../people/team-channel.ts';
import type { Stored } from '../../../storage/index.ts';
import type { Tools } from '../../module.ts';
import type { TipsStores } from '../open.ts';
import { formAgain } from './cards.ts';
import { tellingOf } from './places.ts';
import type { DialogueRow } from './store.ts';

/** What the team dialogue works with. */
export type DialogueTools = Pick<TipsStores, 'dialogues'> &
  Pick<Tools, 'settings' | 'send' | 'newId' | 'teamLinks'>;

/** After so many days the team is asked whether its agreements still hold (docs/method.md step 5). */
const CHECK_AFTER_DAYS = 28;

const otherTeam = notice(
  'style',
  'Dit is van een ander team',
  'Alleen wie in dat team werkt, kan dit wijzigen.',
);
/** The answer to a card of an earlier dialogue of the team. */
export const earlierDialogue = notice(
  'style',
  'Deze kaart hoort bij een eerdere teamdialoog',
  'Er is niets veranderd. Typ “afspraken”, dan zie je wat nu geldt.',
);

/** The day of the check for agreements of this day. */
export const checkDay = (now: Temporal.Instant) => today(now).add({ days: CHECK_AFTER_DAYS }).toString();

/** True in the channel of this dialogue and in somebody's own chat, and not in another channel or group. */
const isBeside = ({ channel }: DialogueRow, { scope, address }: Turn): boolean =>
  scope === 'personal' || isSameChannel(channel, address);

/**
 * Runs `then` on the team's dialogue, if this card is of that one and this person of that team. `typed` is what the
 * person would lose otherwise: they get it back, in the form of a newer dialogue only if that is held in the same channel.
 */
export async function inDialogue(
  { dialogues, teamLinks }: Pick<DialogueTools, 'dialogues' | 'teamLinks'>,
  turn: Turn,
  id: string,
  then: (read: Stored<DialogueRow>, me: Person) => Promise<Message>,
  typed: readonly string[] = [],
): Promise<Message> {
  const me = await turn.person();
  if (!me) return withTyped(unknownPerson, typed);
  const read = await dialogues.of(me.team);
  if (read?.value.id === id) return then(read, me);
  const others = await dialogues.all();
  if (others.some(({ value }) => value.id === id)) return withTyped(otherTeam, typed);
  return read && typed.length > 0 && isBeside(read.value, turn)
    ? formAgain(read.value, typed, (await tellingOf(teamLinks, turn, me.team, read.value)).told)
    : withTyped(earlierDialogue, typed);
}
