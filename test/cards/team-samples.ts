import type { Message } from '../../src/bot/turn.ts';
import type { Group } from '../../src/features/team/groups.ts';
import type { Signal } from '../../src/features/team/signals/signal.ts';
import type { Picture } from '../../src/features/team/snapshot/rules.ts';
import type { GroupContent } from '../../src/features/team/store.ts';
import { overviewCard, viewCard } from '../../src/features/team/view/cards.ts';
import { nastyName, nastyText } from './nasty.ts';

const group: Group = { kind: 'team', key: 'objecten-west', name: 'Objecten West' };
const nasty: Group = { kind: 'department', key: 'ruimte', name: nastyName };
const averages = [3, 3.5, 3.5, 3, undefined, 3, 3, 2.5, 2.5, 3, 3.5, 3] as const;
const picture: Picture = {
  ...{ count: '10-19', average: 3, themes: ['leren', 'werkdruk'] },
  bands: [
    { from: 1, to: 2, percent: 30 },
    { from: 3, to: 5, percent: 70 },
  ],
};

const raised: Signal = {
  ...{ id: 'S-1', source: 'raised', state: 'received', day: '2026-11-10', moved: '2026-11-10' },
  words: { text: 'De lijst met mutaties is te lang voor één ochtend.' },
};
const signals: Signal[] = [
  raised,
  {
    ...raised,
    id: 'S-2',
    source: 'theme',
    theme: 'werkdruk',
    state: 'deciding',
    acts: true,
    due: '2026-12-04',
  },
  {
    ...{ ...raised, id: 'S-3', state: 'answered', acts: false, answered: '2026-11-20', moved: '2026-11-20' },
    words: {
      text: 'Er is geen tweede scherm.',
      reason: 'Er is dit jaar geen geld voor.',
      told: 'Volgend jaar wel.',
    },
  },
];

const content: GroupContent = {
  snapshots: averages.map((average, n) => ({
    period: `2026-W${36 + n}`,
    ...(average ? { picture: { ...picture, average } } : {}),
  })),
  signals,
  points: [
    { id: 'P-1', kind: 'better', text: 'Elke ochtend één lijst', day: '2026-11-12', due: '2026-12-01' },
    { id: 'P-2', kind: 'proud', text: 'Alle vragen binnen een dag beantwoord', day: '2026-11-12' },
  ],
};

const day = '2026-11-23';
const actions = [{ verb: 'team.all', title: 'Alle teams', data: {} }];

/** The cards of the team view. */
export function teamSamples(): Record<string, Message> {
  const empty: GroupContent = { snapshots: [], signals: [], points: [] };
  const nastySignals = Array.from({ length: 8 }, (_, n) => ({
    ...{ ...raised, id: `N-${n}` },
    words: { text: nastyText },
  }));
  return {
    team: viewCard(content, { group, day, handles: true, actions }),
    'team-for-a-member': viewCard(content, { group, day, handles: false, actions: [] }),
    'team-without-anything': viewCard(empty, { group, day, handles: true, actions: [] }),
    'team-of-which-too-few-answered': viewCard(
      { ...empty, snapshots: [{ period: '2026-W47' }] },
      { group, day, handles: false, actions: [] },
    ),
    'team-long': viewCard(
      { ...content, signals: nastySignals },
      { group: nasty, day, handles: true, actions },
    ),
    'teams-beside-each-other': overviewCard(
      [
        { group, snapshot: { period: '2026-W47', picture } },
        { group: nasty, snapshot: { period: '2026-W47' } },
        { group: { ...group, name: 'Bedrijfsvoering' } },
      ],
      '2026-W47',
    ),
  };
}
