import { probeTable } from '../../../src/features/doctor/tables.ts';
import { key } from '../../../src/storage/index.ts';
import type { AboutSomebody } from '../../support/about-somebody.ts';

/** What a process leaves that ended between writing and removing its row: nothing of anybody. */
export const aboutSomebody: AboutSomebody = (town) => ({
  probes: () => town.storage.table(probeTable).put(key(town.core.tenant), 'left', { day: '2026-11-24' }),
});
