import type { Message } from '../../src/conversation/message.ts';
import { laterForm, taskButtons } from '../../src/conversation/task.ts';
import type { Waiting } from '../../src/conversation/waiting.ts';
import { mineCard } from '../../src/features/mine/cards.ts';
import { type Assigned, assignedCard } from '../../src/people/assigned.ts';
import { nastyName, nastyText } from './nasty.ts';

const day = '2026-11-25';
const buttons = taskButtons('action', { pilot: 'P-1', action: 'a-1' });
const action: Waiting = {
  kind: 'Acties uit pilots',
  text: 'De handleiding voor mutaties bijwerken',
  about: 'Mutaties in Delfshaven',
  due: '2026-11-23',
  actions: [buttons.done, { ...buttons.later, title: 'Andere datum' }],
};
const point: Waiting = {
  kind: 'Teampunten',
  text: 'Elke ochtend samen de lijst verdelen',
  about: 'Objecten West',
  due: day,
  actions: [buttons.done],
};
const signal: Waiting = {
  kind: 'Signalen om te beantwoorden',
  text: 'Een signaal uit week 47',
  about: 'Objecten West',
  note: 'ontvangen · al 3 werkdagen open',
  actions: [
    { verb: 'signal.open', title: 'Open', data: { kind: 'team', group: 'objecten-west', id: 'S-1' } },
  ],
};
const task: Assigned = {
  owner: 'amira',
  text: 'De handleiding bijwerken',
  about: 'Actie · Mutaties in Delfshaven',
  due: '2026-12-04',
  buttons,
  keep: async () => {},
};
const nasty = Array.from({ length: 23 }, (_, n) => ({
  ...(n < 12 ? action : point),
  text: nastyText,
  about: nastyName,
}));

/** What waits for somebody, and what they are told of it. */
export function mineSamples(): Record<string, Message> {
  const late = { ...task, told: '2026-11-20', due: '2026-11-24' };
  return {
    mine: mineCard([point, action, signal], day, 0),
    'mine-given-alone': mineCard([{ ...signal, kind: 'Signalen die je zelf gaf', forOther: true }], day, 0),
    'mine-nothing': mineCard([], day, 0),
    'mine-long': mineCard(nasty, day, 1),
    'assigned-one': assignedCard([task], [], day),
    'assigned-and-late': assignedCard([task, { ...task, text: nastyText }], [late], day),
    'assigned-late': assignedCard([], [late], day),
    'assigned-today': assignedCard([], [late], day, [{ ...task, due: day }]),
    'task-later': laterForm('action', { pilot: 'P-1', action: 'a-1' }, action),
    'task-later-point': laterForm('point', { team: 'objecten-west', id: 'b-1' }, { text: nastyText }),
    'task-later-signal': laterForm('signal', { kind: 'team', group: 'objecten-west', id: 'S-1' }, action, [
      'Kies een dag vanaf vandaag.',
    ]),
  };
}
