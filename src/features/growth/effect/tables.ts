import { defineTable } from '../../../storage/index.ts';
import type { Quarter } from './effect.ts';

/** The figures of a quarter. Partition: tenant. Row: quarter. */
export const quartersTable = defineTable<Quarter>({
  name: 'effectquarters',
  namesPeople: false,
  owner: 'growth',
  holds: 'cijfers van de gemeente over wat leren oplevert, per kwartaal',
  seenBy: 'beheerders, projectleiders, afdelingshoofden en de directie',
  retention: { days: 1_825, from: 'day' },
  json: ['values'],
  person: { kind: 'none', why: 'Er staan getallen van de hele gemeente in, en geen mensen.' },
});
