import type { Turn } from '../../../conversation/turn.ts';
import type { Settings } from '../../../people/municipality.ts';
import type { Person } from '../../../people/person.ts';
import { type Seat, seatOf } from './rights.ts';

/** Somebody who is here, with what they may open. */
export interface Seated {
  me: Person;
  seat: Seat;
  settings: Settings;
}

/** Who is here and what they may open; undefined for somebody whom nobody added. */
export async function seated(turn: Turn): Promise<Seated | undefined> {
  const [me, settings] = await Promise.all([turn.person(), turn.settings()]);
  return me && { me, seat: seatOf(me, settings), settings };
}
