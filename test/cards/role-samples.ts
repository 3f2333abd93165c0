import { defaultSchedule } from '../../src/calendar/schedule.ts';
import type { Message } from '../../src/conversation/message.ts';
import { pageOf } from '../../src/conversation/paging.ts';
import {
  addForm,
  editForm,
  elsewhereCard,
  gone,
  handoverCard,
  listCard,
  noTeam,
  otherTeam,
} from '../../src/features/roles/handovers/cards.ts';
import { type Handover, longest } from '../../src/features/roles/handovers/handover.ts';
import { allProfilesCard, profileCard, whichRoleCard } from '../../src/features/roles/profiles/cards.ts';
import {
  editCard,
  fileCard,
  historyCard,
  nothingShared,
  partForm,
  pointsForm,
  type ToldVersion,
} from '../../src/features/roles/profiles/editing-cards.ts';
import { type CurrentPart, currentProfile, ownText } from '../../src/features/roles/profiles/profile.ts';
import { nastyName, nastyText } from './nasty.ts';

const role = 'Objectregisseur' as const;
const ours = currentProfile([], role);
const changed: CurrentPart[] = ours.map((one) =>
  one.part === 'grenzen'
    ? { ...one, text: 'Je beslist nooit alleen.', version: 2, isOurs: false, day: '2026-11-20' }
    : one,
);
const nastyParts: CurrentPart[] = ours.map((one) => ({
  ...one,
  text: `${nastyName}\n${[...nastyText].slice(0, 900).join('').replaceAll('\n', ' ')}`,
  isOurs: false,
  day: '2026-11-20',
  version: 7,
}));
const [grenzen] = changed.filter(({ part }) => part === 'grenzen') as [CurrentPart];
const learned = {
  id: 'L-1',
  title: 'Bel voordat je iets terugstuurt',
  why: 'Je hoort meteen wat er mist.',
  result: 'Drie dagen minder wachten.',
  role,
};
const shared = [
  { ...learned, teamName: 'Objecten Oost' },
  { ...learned, id: 'L-2', title: nastyName },
];
const askFor = (activity: string) => ({
  verb: 'mandates.ask',
  title: 'Vraag het register',
  data: { question: { kind: 'who', activity, date: '2026-11-25' } },
});
const recorded = [
  { activity: 'regie', count: 1, registrations: [], isForAll: true, ask: askFor('regie') },
  {
    activity: 'goedkeuren',
    count: 3,
    registrations: ['BAG', 'BGT'],
    isForAll: false,
    ask: askFor('goedkeuren'),
  },
];
const manyRecorded = Array.from({ length: 9 }, (_, n) => ({
  activity: `${nastyName} ${n}`,
  count: n + 1,
  registrations: [nastyName, 'WOZ'],
  isForAll: false,
  ask: askFor(`${nastyName} ${n}`),
}));
const told: ToldVersion[] = [
  {
    part: 'grenzen',
    version: 2,
    text: 'Je beslist nooit alleen.',
    isOurs: false,
    day: '2026-11-20',
    author: 'Hanna Hoofd',
    holds: true,
    seen: 2,
  },
  {
    part: 'grenzen',
    version: 1,
    text: nastyText,
    isOurs: false,
    day: '2026-11-12',
    author: nastyName,
    holds: false,
    seen: 2,
  },
  { part: 'grenzen', version: 0, text: ownText(role, 'grenzen'), isOurs: true, holds: false, seen: 2 },
];

/** Role profiles: read by everybody, changed by some. */
export function profileSamples(): Record<string, Message> {
  return {
    profile: profileCard({ role, parts: ours, recorded, points: [] }),
    'profile-changed': profileCard(
      { role, parts: changed, recorded: [], points: shared },
      { note: 'Bewaard.', mayChange: true },
    ),
    'profile-no-register': profileCard({ role, parts: ours, recorded: undefined, points: [] }),
    'profile-nasty': profileCard({ role, parts: nastyParts, recorded: manyRecorded, points: shared }),
    'profile-all': allProfilesCard(new Map([[role, '2026-11-20']])),
    'profile-unknown': allProfilesCard(new Map(), 'Die rol ken ik niet. Kies een van de vier.'),
    'profile-which': whichRoleCard([role, 'Objectregistrator']),
    'profile-edit': editCard(role, changed),
    'profile-edit-nasty': editCard(role, nastyParts, 'Bewaard. Deze tekst geldt vanaf nu.'),
    'profile-part': partForm(role, ours[0] as CurrentPart),
    'profile-part-changed': partForm(role, grenzen, {
      typed: '',
      problems: ['Grenzen: schrijf minstens één regel.'],
    }),
    'profile-part-late': partForm(role, grenzen, { typed: nastyText.slice(0, 900), isLate: true }),
    'profile-history': historyCard(role, pageOf(told, 0, 5)),
    'profile-history-none': historyCard(role, pageOf([], 0, 5)),
    'profile-history-part': historyCard(
      role,
      pageOf([...told, ...told, ...told], 1, 4),
      'Er is niets veranderd.',
    ),
    'profile-points': pointsForm(role, shared, { points: 'L-1' }, { seen: 'L-1' }),
    'profile-points-many': pointsForm(
      role,
      Array.from({ length: 60 }, (_, n) => ({ ...learned, id: `L-${n}`, title: `${nastyName} ${n}` })),
      { points: 'L-1,L-2' },
      { seen: '', problems: ['Kies hooguit 10 praktijkvoorbeelden.'] },
    ),
    'profile-points-none': nothingShared(role),
    'profile-file': fileCard('https://kompas.example/bestand/x'),
  };
}

const team = { key: 'objecten-west', name: 'Objecten West', schedule: defaultSchedule };
const nastyTeam = { ...team, key: 'west', name: nastyName };
const handover: Handover = {
  id: 'O-0000000a',
  what: 'Melding van een nieuw gebouw',
  from: 'Afdeling Vergunningen',
  to: 'Objectregistrator',
  trouble: ['long', 'faults'],
  note: 'Blijft een week liggen.',
  day: '2026-11-20',
};
const cut = (most: number) => [...nastyText].slice(0, most).join('');
const nasty: Handover = {
  ...handover,
  what: cut(longest.what),
  from: cut(longest.from),
  to: cut(longest.to),
  note: cut(longest.note),
};
const listed = { filter: 'all', count: 3, others: [] } as const;

/** Who hands over what to whom, as a team keeps it. */
export function handoverSamples(): Record<string, Message> {
  const list = [handover, { ...handover, id: 'O-0000000b', what: 'Meetgegevens', trouble: [], note: '' }];
  return {
    'handover-none': listCard(team, pageOf([], 0, 6), { ...listed, count: 0 }),
    'handover-list': listCard(team, pageOf(list, 0, 6), { ...listed, note: 'Bewaard.' }),
    'handover-list-none': listCard(team, pageOf([], 0, 6), { ...listed, filter: 'faults' }),
    'handover-list-settled': listCard(team, pageOf([{ ...handover, settled: '2026-11-20' }], 0, 6), {
      ...listed,
      filter: 'settled',
    }),
    'handover-list-nasty': listCard(
      nastyTeam,
      pageOf(
        Array.from({ length: 20 }, () => nasty),
        1,
        6,
      ),
      {
        ...listed,
        filter: 'long',
        others: [nastyTeam, team],
      },
    ),
    'handover-one': handoverCard(team, handover),
    'handover-settled': handoverCard(
      team,
      { ...handover, trouble: [], note: '', settled: '2026-11-20' },
      'Deze overdracht staat nu bij wat goed gaat.',
    ),
    'handover-removed': handoverCard(nastyTeam, { ...nasty, removed: '2026-11-20' }),
    'handover-add': addForm(team, 'O-0000000a'),
    'handover-add-wrong': addForm(nastyTeam, 'O-0000000a', {
      typed: { what: cut(longest.what), from: '', to: cut(longest.to), trouble: 'long' },
      problems: ['Schrijf op van welke rol of afdeling het komt.'],
    }),
    'handover-edit': editForm(team, handover),
    'handover-late': editForm(nastyTeam, nasty, { isLate: true }),
    'handover-other-team': otherTeam([nastyText.slice(0, 300)]),
    'handover-no-team': noTeam,
    'handover-elsewhere': elsewhereCard,
    'handover-gone': gone(nastyTeam),
  };
}
