import type { Area, RegisterEntry } from '../../../src/features/mandates/register/register.ts';
import { bareEntry } from '../../features/mandates/town.ts';
import { account, type Town } from '../../support/town.ts';
import { colleagueName, kinds } from './people.ts';
import { at, nameOf, textOf, upTo } from './words.ts';

export const [ENTRIES, ACTIVITIES, AREAS, REGISTRATIONS] = [2_000, 300, 120, 60];

const known = ['valideren', 'verwerken', 'goedkeuren', 'regie', 'opdracht verstrekken'];
const activities = [
  ...known,
  ...upTo(ACTIVITIES - known.length).map((n) => nameOf(`beoordelen ${n} van`, 200)),
];
const registrations = [
  'BAG',
  'BGT',
  'WOZ',
  ...upTo(REGISTRATIONS - 3).map((n) => nameOf(`Registratie ${n}`, 200)),
];

const areas: Area[] = upTo(AREAS).map((n) => ({
  code: n === 0 ? 'GM' : nameOf(`W${n}`, 200),
  name: n === 0 ? 'Rivierstad' : nameOf(`Wijk ${n} Noorderkwartier`, 200),
  kind: n === 0 ? 'gemeente' : 'wijk',
  parent: n === 0 ? undefined : 'GM',
  aliases: [],
}));

/** An entry at the limits of the import. One of the kinds holds hundreds; a common activity has hundreds everywhere. */
function entryOf(n: number, cell = n < 40 ? 10_000 : 300): RegisterEntry {
  const long = (start: string) => nameOf(start, cell);
  return bareEntry({
    id: n < 10 ? `R${n}` : nameOf(`R${n}`, 200),
    kind: 'ondermandaat',
    parent: n === 0 ? undefined : 'R0',
    activity: n % 3 === 0 ? 'valideren' : at(activities, n),
    registration: at(registrations, n),
    area: n % 2 === 0 ? 'GM' : at(areas, n).code,
    role: nameOf('Objectregistrator', 200),
    holder: n % 4 === 0 ? colleagueName(kinds.mandaatbeheerder) : colleagueName(1 + (n % 200)),
    deputies: upTo(12).map((m) => colleagueName(1 + ((n + m) % 50))),
    organisation: long('Omgevingsdienst'),
    basis: long('Mandaatbesluit'),
    publication: long('GMB'),
    conditions: long('Alleen'),
    fourEyesBy: long('Iemand'),
    fourEyes: true,
    limit: n % 5 === 0 ? 250_000 : undefined,
    until: n % 7 === 0 ? '2026-12-10' : undefined,
  });
}

/** The register, what people looked for in it in vain, and what waits for a decision. */
export async function bringRegister({ core }: Town): Promise<void> {
  const { register, gaps, proposals } = core;
  const entries = upTo(ENTRIES).map(entryOf);
  await register.replace(await register.current(), { entries, areas, tenures: [] }, '2026-01-01T09:00:00Z');
  for (const n of upTo(30))
    await gaps.report({ activity: at(known, n), registration: `Gezocht ${n}`, area: 'GM' }, '2026-11-20');
  for (const n of upTo(60)) {
    const before = entryOf(n, 2_000);
    const after: RegisterEntry = {
      ...before,
      holder: colleagueName(300 + n),
      conditions: textOf('Nieuw', 4_000),
    };
    await proposals.add({
      id: `V-${n}`,
      kind: n % 2 === 0 ? 'change' : 'new',
      entry: n % 2 === 0 ? after : { ...after, id: `nieuw-${n}` },
      before: n % 2 === 0 ? before : undefined,
      by: account(n % 3 === 0 ? kinds.mandaatbeheerder : kinds.beheerder),
      at: '2026-11-20T10:00:00Z',
      state: 'open',
    });
  }
}
