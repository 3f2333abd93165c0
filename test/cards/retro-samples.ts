import type { Message } from '../../src/conversation/message.ts';
import type { Todo } from '../../src/features/pilots/actions/store.ts';
import { agreedCard, overCard } from '../../src/features/pilots/retro/agreed-card.ts';
import { allCard, boardCard, postedCard } from '../../src/features/pilots/retro/board-cards.ts';
import {
  ballotForm,
  closeForm,
  editForm,
  groupForm,
  startForm,
} from '../../src/features/pilots/retro/forms.ts';
import { lastTimeCard } from '../../src/features/pilots/retro/last-time.ts';
import type { Phase } from '../../src/features/pilots/retro/phases.ts';
import type { Retro } from '../../src/features/pilots/retro/reading.ts';
import type { RetroPoint } from '../../src/features/pilots/retro/rules.ts';
import { talkForm } from '../../src/features/pilots/retro/talk-cards.ts';
import { somebody } from '../support/bot.ts';
import { nastyName, nastyText } from './nasty.ts';

const member = somebody(71, nastyName);
const place = { id: 'P-9', name: nastyText.slice(0, 80) };
const points: RetroPoint[] = Array.from({ length: 26 }, (_, n) => ({
  id: `x${n}`,
  text: n % 9 === 0 ? nastyText.slice(0, 290) : `Punt ${n}: de overdracht ging beter`,
  column: (['good', 'better', 'question'] as const)[n % 3] ?? 'good',
  ...(n % 4 === 0 ? { group: n === 4 ? nastyText.slice(0, 60) : 'Overdracht' } : {}),
  ...(n === 5 ? { author: member.account } : {}),
}));
const inPhase = (phase: Phase): Retro => ({
  board: { id: 'R-1', pilot: 'P-9', opened: '2026-11-23', phase },
  points,
  ballots: [
    { voter: 'a', points: ['x3', 'x4', 'x0'] },
    { voter: 'b', points: ['x0'] },
  ],
});
const whole = inPhase('open');
const empty = { ...whole, points: [], ballots: [] };
const names = new Map([[member.account, nastyName]]);
const people = [{ value: member.account, title: nastyName }];
const agreed = {
  learnings: [nastyText.slice(0, 290), 'Eerst bellen, dan terugsturen.'],
  actions: [
    { text: 'Lijst maken', owner: member.account, due: '2026-12-01' },
    { text: nastyText.slice(0, 290) },
  ],
};
const todos: Todo[] = [
  {
    id: 'R-0-1',
    text: nastyText,
    source: 'retro',
    day: '2026-11-09',
    due: '2026-11-20',
    owner: member.account,
  },
  { id: 'R-0-2', text: 'Lijst maken', source: 'retro', day: '2026-11-09', doneOn: '2026-11-16' },
  { id: 'A-1', text: 'Sleutel halen', source: 'standup', day: '2026-11-16' },
];
const onDay = { names, day: '2026-11-23', aloud: false };
const own = points.slice(0, 2);
const talk = (retro: Retro) => {
  const form = talkForm(retro, place, people, { learning: nastyText.slice(0, 290) }, [
    'Schrijf op wat de actie is.',
  ]);
  if (!form) throw new Error('nothing is talked about');
  return form;
};

/** What people meet in a retro, from how it is held to what was agreed. */
export const retroSamples: Record<string, Message> = {
  'retro-start': startForm(place),
  'retro-last-time': lastTimeCard(place, 'R-1', todos, onDay),
  'retro-last-time-none': lastTimeCard(place, 'R-1', [], { ...onDay, note: 'Die actie is gedaan.' }),
  'retro-writing': boardCard(inPhase('writing'), place, names, {
    note: 'Je punt staat op het bord.',
    own,
    held: 'x0.a,x1.b',
    leads: true,
    openActions: 2,
  }),
  'retro-writing-posted': postedCard(inPhase('writing'), place, names, todos, '2026-11-23'),
  'retro-edit': editForm(
    inPhase('writing'),
    place,
    { point: 'x0', held: '', lists: ['good', 'better', 'question'] },
    { column: 'good', text: nastyText.slice(0, 290) },
    ['Typ eerst een punt.'],
  ),
  'retro-revealing': boardCard(inPhase('revealing'), place, names, { leads: true }),
  'retro-revealing-late': boardCard(inPhase('revealing'), place, names, {
    note: 'Er wordt niet meer geschreven. Je punt is niet bewaard.',
    typed: nastyText.slice(0, 290),
  }),
  'retro-revealing-posted': postedCard(inPhase('revealing'), place, names),
  'retro-voting': boardCard(inPhase('voting'), place, names, { leads: true }),
  'retro-voting-posted': postedCard(inPhase('voting'), place, names),
  'retro-talking': talk(inPhase('talking')),
  'retro-talking-posted': postedCard(inPhase('talking'), place, names),
  'retro-agreeing': boardCard(inPhase('agreeing'), place, names, { leads: true }),
  'retro-board': boardCard(whole, place, names, {
    note: 'Je punt staat op het bord.',
    typed: nastyText.slice(0, 290),
    lost: [nastyText.slice(0, 60)],
    own,
    leads: true,
    openActions: 3,
  }),
  'retro-board-empty': boardCard(empty, place, names),
  'retro-board-posted': postedCard(whole, place, names),
  'retro-board-over': overCard(place),
  'retro-all': allCard(whole, place, names, 0),
  'retro-ballot': ballotForm(whole, place, { groups: 'x0' }),
  'retro-ballot-hidden': ballotForm(inPhase('voting'), place, {}),
  'retro-groups': groupForm(whole, place, {}, ['Vink eerst punten aan.']),
  'retro-close': closeForm(whole, place, people, {}),
  'retro-agreed': agreedCard(agreed, place, names, { day: '2026-11-25', aloud: true }),
  'retro-agreed-past': agreedCard(agreed, place, names, { day: '2027-11-25', aloud: true }),
  'retro-agreed-late': agreedCard(
    agreed,
    place,
    names,
    { day: '2026-11-25', aloud: false },
    {
      note: 'De retro was net afgerond. Je punt is niet bewaard.',
      typed: [nastyText.slice(0, 290)],
    },
  ),
};
