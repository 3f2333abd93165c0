import { unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Group } from '../groups/group.ts';
import type { Seat } from '../groups/rights.ts';
import { seated } from '../groups/seated.ts';
import { onlyLead } from './cards.ts';

/** The team as a group, for who leads it. */
export const ledBy = ({ leads }: Seat, team: string): Group | undefined =>
  leads.find(({ key }) => key === team);

/** Runs `then` for who leads the team now, whatever the card says (trust:rights-on-verified-id). */
export async function asLead(
  turn: Turn,
  team: string,
  then: (group: Group) => Promise<Message>,
): Promise<Message> {
  const found = await seated(turn);
  if (!found) return unknownPerson;
  const group = ledBy(found.seat, team);
  return group ? then(group) : onlyLead;
}
