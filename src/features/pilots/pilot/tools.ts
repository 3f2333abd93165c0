import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import type { Pilot } from './pilot.ts';
import type { PilotStore } from './store.ts';

/** Whether something can be done with a pilot by somebody in it: where it can with some, the others are not asked about. */
export type Fits = (pilot: Pilot, leads: boolean) => boolean | Promise<boolean>;

/** What only who leads a pilot can do with it. */
export const whereLeading: Fits = (_, leads) => leads;

/** What every part of this feature works with; a part adds the stores that it needs. */
export interface PilotTools extends Omit<Tools, 'features'> {
  pilots: PilotStore;
  /** Everybody, for their names; may be some seconds old. */
  everybody(): Promise<Person[]>;
  /** Everybody as they are at this moment: whom a row is written about was not erased meanwhile (trust:see-and-erase). */
  everybodyNow(): Promise<Person[]>;
  /** The pilot as it stands, for the answer to a change; `undo` are the buttons that take back what `note` says. */
  show(turn: Turn, id: string, note?: string, undo?: readonly NoticeAction[]): Promise<Message>;
  /** Runs `then` for the one pilot of this person that is meant, or asks which; `data` goes along with that answer. */
  which(
    turn: Turn,
    verb: string,
    then: (pilot: Pilot) => Promise<Message>,
    data?: object,
    fits?: Fits,
  ): Promise<Message>;
  /** The same for typed text that is answered where it stands: a button only, where others than the pilot team read along. */
  whichHere(
    turn: Turn,
    verb: string,
    then: (pilot: Pilot) => Promise<Message>,
    fits?: Fits,
  ): Promise<Message>;
}
