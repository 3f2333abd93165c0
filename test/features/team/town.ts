import { type Somebody, type TestBot, tapped } from '../../support/bot.ts';

/** The groups that there are in tests of the team feature. */
export const WEST = { kind: 'team', key: 'objecten-west' } as const;
export const RUIMTE = { kind: 'department', key: 'ruimte' } as const;
export const TOWN = { kind: 'municipality', key: '' } as const;
export const COUNCIL = { kind: 'council', key: '' } as const;

/** A place as buttons carry it. */
export const wire = ({ key, ...rest }: { key?: string } & object) =>
  key === undefined ? rest : { ...rest, group: key };

/** Taps a button in the own chat; gives all words of the card that answers it. A place in `data` is carried as buttons do. */
export const wordsOfTap = async (bot: TestBot, who: Somebody, verb: string, data: object = {}) =>
  JSON.stringify((await bot.post(tapped(who, verb, wire(data)))).body.value);
