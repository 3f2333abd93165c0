import { roles } from '../../../../src/features/roles/index.ts';
import type { AboutSomebody } from '../../../support/about-somebody.ts';
import { account } from '../../../support/town.ts';

/** What is kept of somebody's roles. A party outside is about nobody who works here. */
export const aboutSomebody: AboutSomebody = (town) => {
  const { assignments, parties, pointsMark } = town.core.opened(roles);
  return {
    roleassignments: (n) =>
      assignments.change(account(n), '2026-11-20', () => ({
        version: 2,
        held: {
          team: 'objecten-west',
          roles: [{ role: 'Objectregistrator', registrations: ['BAG'] }],
          areas: [],
          from: '2026-11-20',
          agreed: '2026-11-20',
          points: {
            technique: 'FME',
            process: '',
            together: '',
            by: pointsMark.of(account(n), account(9)),
          },
        },
        past: [],
      })),
    roleparties: () =>
      parties.save(
        {
          id: 'A-00000001',
          team: 'objecten-west',
          role: { role: 'Geodata-engineer', registrations: [] },
          areas: [],
          organisation: 'Geobureau',
          contact: 'servicedesk',
          from: '2026-11-20',
          day: '2026-11-20',
          version: 1,
        },
        0,
      ),
  };
};
