import { notice } from '../../src/conversation/cards/notice.ts';
import type { Message } from '../../src/conversation/message.ts';
import type { Group } from '../../src/features/team/groups/group.ts';
import { teamCard, teamsCard } from '../../src/features/team/monday/cards.ts';
import { announcementCard, doneCard, taskCard } from '../../src/features/team/signals/announcing.ts';
import { type Shown, signalCard } from '../../src/features/team/signals/handle-cards.ts';
import { ownSignalsCard } from '../../src/features/team/signals/own.ts';
import { nobodyThere, raisedCard, raiseForm } from '../../src/features/team/signals/raise-cards.ts';
import { reminderCard } from '../../src/features/team/signals/reminding.ts';
import type { Door } from '../../src/features/team/signals/routing.ts';
import type { Signal } from '../../src/features/team/signals/signal.ts';
import { overtaken, stepForm, withTypedAnswers } from '../../src/features/team/signals/step-forms.ts';
import { askWithdraw, withdrawn } from '../../src/features/team/signals/withdrawing.ts';
import type { Picture } from '../../src/features/team/snapshot/rules.ts';
import type { GroupContent } from '../../src/features/team/store.ts';
import { viewCard } from '../../src/features/team/view/cards.ts';
import { overviewCard } from '../../src/features/team/view/overview.ts';
import { emptyMunicipality } from '../../src/people/municipality.ts';
import { imported, somebody } from '../support/bot.ts';
import { nastyName, nastyText } from './nasty.ts';

export const group: Group = { kind: 'team', key: 'objecten-west', name: 'Objecten West' };
const nasty: Group = { kind: 'department', key: 'ruimte', name: nastyName };
const averages = [3, 3.5, 3.5, 3, undefined, 3, 3, 2.5, 2.5, 3, 3.5, 3] as const;
const picture: Picture = {
  count: '10-19',
  average: 3,
  themes: ['leren', 'werkdruk'],
  bands: [
    { from: 1, to: 2, percent: 30 },
    { from: 3, to: 5, percent: 70 },
  ],
};

export const raised: Signal = {
  id: 'S-1',
  source: 'raised',
  state: 'received',
  day: '2026-11-10',
  moved: '2026-11-10',
  words: { text: 'De lijst met mutaties is te lang voor één ochtend.' },
};
export const signals: Signal[] = [
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
    ...raised,
    id: 'S-3',
    state: 'answered',
    acts: false,
    answered: '2026-11-20',
    moved: '2026-11-20',
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

export const day = '2026-11-23';
const actions = [{ verb: 'team.all', title: 'Alle teams', data: {} }];

const keepers = [imported(somebody(1, nastyName)), imported(somebody(2, 'Gijs Toren'))];
const place = { kind: 'team', key: group.key } as const;
const doors: Door[] = [
  { kind: 'team', place, keepers, readers: keepers },
  {
    kind: 'department',
    place: { kind: 'department', key: 'ruimte' },
    keepers: keepers.slice(1),
    readers: keepers.slice(1),
  },
  {
    kind: 'council',
    place: { kind: 'council', key: '' },
    keepers: keepers.slice(1),
    readers: keepers,
  },
];
const municipality = {
  ...emptyMunicipality,
  counsellor: { name: nastyName, contact: '010 000 00 00' },
  procedure: 'https://gemeente.example/melden',
};
const shown: Shown = {
  place,
  placeName: group.name,
  signal: raised,
  day,
  closures: new Set<string>(),
  names: new Map([['amira', 'Amira Sol']]),
  isMine: false,
};
const longest = nastyText.slice(0, 500);
const told: Signal = {
  ...raised,
  state: 'answered',
  acts: true,
  due: '2026-12-04',
  answered: '2026-11-20',
  owner: 'amira',
  by: 'amira',
  moved: '2026-11-20',
  words: {
    text: nastyText,
    size: longest,
    cause: longest,
    complete: longest,
    others: longest,
    judged: longest,
    table: longest,
    decided: longest,
    reason: longest,
    check: longest,
    told: longest,
  },
};
const form = { seen: '0', owners: [{ value: 'p1', title: nastyName, account: 'amira' }], me: 'p1' };

/** The cards on which somebody gives a signal, and takes care of it. */
function signalSamples(): Record<string, Message> {
  const deciding: Signal = { ...told, state: 'deciding', answered: undefined };
  const { text: _text, ...typed } = told.words;
  return {
    'signal-form': raiseForm(doors, [], municipality),
    'signal-form-one-way': raiseForm(
      doors.slice(0, 1),
      ['Er is geen contact van de ondernemingsraad in Kompas.'],
      emptyMunicipality,
    ),
    'signal-form-again': raiseForm(doors, [], municipality, {
      typed: { text: nastyText, named: 'ja', to: 'council' },
      problems: ['Kies voor wie het is.'],
    }),
    'signal-nobody': nobodyThere(['Je leidt je team zelf.'], municipality, nastyText),
    'signal-raised': raisedCard(doors[0] as Door, { id: 'S-1', named: false }, true),
    'signal-raised-council': raisedCard(doors[2] as Door, { id: 'S-1', named: true }, false),
    'signal-raised-council-unnamed': raisedCard(doors[2] as Door, { id: 'S-1', named: false }, false),
    'signal-news': announcementCard(nastyName, place, [{ id: 'S-1' }]),
    'signal-task': taskCard(nastyName, place, { id: 'S-1', due: '2026-12-04' }),
    'signal-asked-after': doneCard(nastyName, place, { id: 'S-1', due: '2026-12-04' }),
    'signal-news-more': announcementCard(nastyName, place, [{ id: 'S-1' }, { id: 'S-2' }]),
    'signal-reminder': reminderCard('Objecten West', place, 'S-1'),
    'signal-ask-withdraw': askWithdraw(raised, { kind: 'team', group: 'objecten-west', id: raised.id }),
    'signal-withdrawn': withdrawn(raised, '2026-11-24'),
    'signal-mine': ownSignalsCard(
      [
        { place, signal: told, opens: true },
        { place: { kind: 'council', key: '' }, signal: raised, opens: false },
      ],
      { municipality, teams: [], ended: [] },
      day,
    ),
    'signal-mine-part': ownSignalsCard(
      Array.from({ length: 11 }, () => ({ place, signal: told, opens: true })),
      { municipality, teams: [], ended: [] },
      day,
      1,
    ),
    'signal-received': signalCard(shown, true),
    'signal-deciding': signalCard(
      {
        ...shown,
        signal: {
          ...deciding,
          words: {
            text: 'De lijst is te lang.',
            size: 'Elke ochtend, bij iedereen.',
            judged: 'Ja, dit kost een uur per dag.',
            decided: 'We splitsen de lijst.',
            check: 'Het team, in het overleg',
          },
        },
      },
      true,
      'Bewaard.',
    ),
    'signal-answered-long': signalCard({ ...shown, signal: told }, true),
    'signal-for-a-member': signalCard({ ...shown, signal: told }, false),
    'signal-of-mine': signalCard({ ...shown, signal: deciding, isMine: true }, true),
    'signal-seeing-form': stepForm(shown, { ...form, to: 'seeing' }),
    'signal-deciding-form': stepForm(
      { ...shown, signal: { ...raised, state: 'judging' } },
      { ...form, to: 'deciding', typed: { acts: 'nee' }, problems: ['Doe je niets? Schrijf dan waarom.'] },
    ),
    'signal-short-form': stepForm(shown, { ...form, to: 'answered' }),
    'signal-short-form-long': stepForm(shown, { ...form, to: 'answered', typed }),
    'signal-overtaken-form': stepForm(
      { ...shown, signal: deciding },
      {
        ...form,
        to: 'answered',
        typed,
        problems: overtaken(deciding, 'answered', { ...typed, size: 'Anders' }, 'received'),
      },
    ),
    'signal-lost': withTypedAnswers(
      notice('signal', 'Dit signaal is er niet meer', 'Er is niets veranderd.'),
      typed,
    ),
  };
}

/** The cards of the team view. */
export function teamSamples(): Record<string, Message> {
  const empty: GroupContent = { snapshots: [], signals: [], points: [] };
  const nastySignals = Array.from({ length: 8 }, (_, n) => ({
    ...raised,
    id: `N-${n}`,
    words: { text: nastyText },
  }));
  return {
    ...signalSamples(),
    'team-typed': viewCard(content, { group, day, handles: false, stored: true, actions: [] }),
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
    'team-monday': teamCard({ group, picture }, false),
    'team-monday-lead': teamCard({ group, picture }, true),
    'team-monday-several': teamsCard([
      { group: { ...group, name: nastyName }, picture: { ...picture, themes: [] } },
      { group, picture },
    ]),
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
