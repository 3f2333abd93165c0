import { z } from 'zod';
import { key as rowKey } from '../../../storage/index.ts';
import type { GroupKind } from './group.ts';

/** A group, by what its rows are found under. */
export interface GroupPlace {
  kind: GroupKind | 'council';
  key: string;
}

/** Where signals go that pass the managers: to who takes them for the works council. */
export const council: GroupPlace = { kind: 'council', key: '' };

/** What there may be signals of, and what else a group is. */
export const kinds = [
  'team',
  'department',
  'municipality',
  'council',
] as const satisfies GroupPlace['kind'][];

/** A place as one text: no two places have the same. */
export const placeKey = ({ kind, key }: GroupPlace): string => rowKey(kind, key);

/**
 * A place in the data of a button. Not under `key`: the Playground takes that for its own and then sends nothing.
 * Whether somebody may open the place is checked again.
 */
export const placeFields = {
  kind: z.enum(kinds),
  group: z.string().max(100),
};

/** The same as a schema. */
export const placeSchema = z.object(placeFields);

/** The place that such data names. */
export function placeOf({ kind, group }: { kind: GroupPlace['kind']; group: string }): GroupPlace {
  return { kind, key: group };
}

/** A place as data of a button. */
export function placeData({ kind, key }: GroupPlace): { kind: GroupPlace['kind']; group: string } {
  return { kind, group: key };
}
