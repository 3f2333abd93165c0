import type { Who } from '../people/access.ts';
import type { Access } from '../people/person.ts';
import type { Message } from './message.ts';
import type { Turn } from './turn.ts';

/**
 * Where something may be asked. What is for the own chat may be typed elsewhere: the answer then goes to the own chat. A tap
 * on it elsewhere is refused, and so is anything else that is asked in the wrong place.
 */
export type Where = 'anywhere' | 'own chat' | 'channel or group' | 'channel';

/** True where something may be tapped. */
export function isThere(where: Where, scope: Turn['scope']): boolean {
  if (where === 'anywhere') return true;
  if (where === 'own chat') return scope === 'personal';
  return scope === 'channel' || (scope === 'group' && where === 'channel or group');
}

/**
 * What somebody needs to be and where, to ask for something: checked before the handler runs, on the directory id of the
 * verified activity and the row behind it (trust:rights-on-verified-id). `docs/rechten.md` is written from it.
 */
export interface Needs {
  who: Who;
  where: Where;
  /**
   * What the handler checks beside it, since it hangs on data, such as who leads this team or this pilot: what somebody
   * does or is, in Dutch, for `docs/rechten.md`.
   */
  checked?: string;
  /** Of those who may ask, whom the help shows it to; all of them when left out. It gives and takes no right. */
  listedFor?: readonly Access[];
  /** What to type in the own chat to get there, for who taps it elsewhere; `help` when left out. */
  typed?: string;
  /** What somebody reads who may not ask, or asks in another place; words that fit all are used where these are left out. */
  refusals?: { who?: Message; where?: Message };
}

/** For every account, wherever they are: nothing in it is about somebody. */
export const everybodyAnywhere: Needs = { who: 'everybody', where: 'anywhere' };
/** For every account, about themselves alone. */
export const everybodyAlone: Needs = { who: 'everybody', where: 'own chat' };
/** For everybody who works here, wherever they are; only who taps sees the answer to a tap. */
export const colleagueAnywhere: Needs = { who: 'colleague', where: 'anywhere' };
/** For everybody who works here, in their own chat. */
export const colleagueAlone: Needs = { who: 'colleague', where: 'own chat' };
