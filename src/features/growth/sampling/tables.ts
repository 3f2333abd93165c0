import { defineTable } from '../../../storage/index.ts';
import type { Sampling } from './sampling.ts';

/** How validation is sampled. Partition: tenant. Row: registration. */
export const samplingsTable = defineTable<Sampling>({
  name: 'samplings',
  namesPeople: false,
  owner: 'growth',
  holds: 'hoeveel mutaties jullie nakijken, per registratie',
  seenBy: 'iedereen bij de gemeente',
  retention: { forever: 'zolang jullie mutaties nakijken; van wat er eerder stond de laatste twaalf keer' },
  json: ['past'],
  person: { kind: 'none', why: 'Er staan registraties en dagen in, en geen mensen.' },
});
