import { z } from 'zod';
import { type Message, notice, type Turn } from '../../../bot/turn.ts';
import { dutchDay, isDate, today } from '../../../calendar/clock.ts';
import type { SendOutcome } from '../../../delivery/policy.ts';
import type { Address } from '../../../people/person.ts';
import type { ActionStore } from '../actions/store.ts';
import { fitted, formCard } from '../form.ts';
import { type Aspect, aspects, type Pilot, secondChange } from '../pilot.ts';
import { viewOf } from '../setup/rights.ts';
import { notYours } from '../setup/saving.ts';
import type { PilotStore } from '../store.ts';

export interface IterationTools {
  pilots: PilotStore;
  actions: ActionStore;
  send(address: Address, message: Message): Promise<SendOutcome>;
  newId(): string;
  show(turn: Turn, id: string, note?: string): Promise<Message>;
}

const ofPilot = z.object({ pilot: z.string().min(1).max(60) });
const text = z.string().max(20_000).default('');
export const iterationSchemas = {
  of: ofPilot,
  change: ofPilot.extend({
    aspect: z.enum(Object.keys(aspects) as [Aspect]),
    sure: z.boolean().default(false),
  }),
  demo: ofPilot.extend({ what: text, whom: text, date: text }),
};

const LONGEST = 200;
const onlyLead = notice(
  'Dit kan alleen wie de pilot leidt',
  'Er is niets veranderd. Vraag het aan wie de pilot leidt.',
);

function changeForm(
  { id, name, iteration }: Pilot,
  aspect: Aspect | '',
  problems: readonly string[],
  sure: boolean,
): Message {
  const { number, changed } = iteration;
  const soFar = changed.map((one) => aspects[one]).join(' en ');
  return formCard({
    title: `Ronde ${number}: wat verander je?`,
    about: name,
    lead:
      soFar === ''
        ? 'Eén ding per ronde. Dan zie je wat het doet.'
        : `In deze ronde veranderde al: ${soFar}.`,
    problems,
    fields: [
      {
        ...{ id: 'aspect', kind: 'one', label: 'Wat verandert er?', value: aspect },
        choices: Object.entries(aspects).map(([value, title]) => ({ value, title })),
      },
    ],
    submit: {
      ...{ verb: 'pilot.save-change', title: sure ? 'Toch veranderen' : 'Leg vast' },
      data: sure ? { pilot: id, sure } : { pilot: id },
    },
    actions: [
      { verb: 'pilot.next-round', title: 'Begin een nieuwe ronde', data: { pilot: id } },
      { verb: 'pilot.show', title: 'Annuleer', data: { pilot: id } },
    ],
  });
}

function demoForm(
  { id, name }: Pilot,
  typed: Partial<Record<'what' | 'whom' | 'date', string>>,
  problems: readonly string[],
): Message {
  return formCard({
    title: 'Een demo plannen',
    ...{ about: name, lead: 'Laat zien wat er al werkt, ook als het nog niet af is.', problems },
    fields: [
      { id: 'what', kind: 'text', label: 'Wat laten jullie zien?', value: typed.what },
      {
        id: 'whom',
        kind: 'text',
        label: 'Voor wie?',
        hint: 'Bijvoorbeeld: het team Belastingen',
        value: typed.whom,
      },
      { id: 'date', kind: 'date', label: 'Wanneer?', value: typed.date },
    ],
    submit: { verb: 'pilot.save-demo', title: 'Plan de demo', data: { pilot: id } },
    actions: [{ verb: 'pilot.show', title: 'Annuleer', data: { pilot: id } }],
  });
}

/** Rounds of a pilot, in which one thing changes at a time, and demos (seed step 7: don'ts, and 7.4). */
export function iterating({ pilots, actions, send, newId, show }: IterationTools) {
  type Of = z.infer<typeof ofPilot>;

  async function asLead(
    turn: Turn,
    { pilot: id }: Of,
    then: (pilot: Pilot) => Promise<Message>,
  ): Promise<Message> {
    const view = await viewOf(pilots, turn, id);
    if (!view) return notYours;
    return view.leads ? then(view.pilot) : onlyLead;
  }

  return {
    change: (turn: Turn, of: Of) => asLead(turn, of, async (pilot) => changeForm(pilot, '', [], false)),

    saveChange: (turn: Turn, { aspect, sure, ...of }: z.infer<typeof iterationSchemas.change>) =>
      asLead(turn, of, async (pilot) => {
        const warning = secondChange(pilot.iteration.changed, aspect);
        if (warning && !sure) return changeForm(pilot, aspect, [warning, 'Je mag toch doorgaan.'], true);
        await pilots.change(pilot.id, (now) =>
          now.iteration.changed.includes(aspect)
            ? now
            : { ...now, iteration: { ...now.iteration, changed: [...now.iteration.changed, aspect] } },
        );
        return show(turn, pilot.id, `Vastgelegd voor ronde ${pilot.iteration.number}: ${aspects[aspect]}.`);
      }),

    nextRound: (turn: Turn, of: Of) =>
      asLead(turn, of, async (pilot) => {
        const day = today(turn.now).toString();
        const number = pilot.iteration.number + 1;
        // Tapped twice on one card it is still one round further.
        await pilots.change(pilot.id, (now) =>
          now.iteration.number >= number ? now : { ...now, iteration: { number, day, changed: [] } },
        );
        return show(turn, pilot.id, `Ronde ${number} is begonnen.`);
      }),

    demo: (turn: Turn, { pilot: id }: Of) =>
      viewOf(pilots, turn, id).then((view) => (view ? demoForm(view.pilot, {}, []) : notYours)),

    saveDemo: async (
      turn: Turn,
      { pilot: id, ...typed }: z.infer<typeof iterationSchemas.demo>,
    ): Promise<Message> => {
      const view = await viewOf(pilots, turn, id);
      if (!view) return notYours;
      const day = today(turn.now).toString();
      const [what, whom] = [fitted(typed.what, LONGEST), fitted(typed.whom, LONGEST)];
      const problems = [
        ...(what === '' ? ['Schrijf op wat jullie laten zien.'] : []),
        ...(isDate(typed.date) && typed.date >= day ? [] : ['Kies een dag vanaf vandaag.']),
      ];
      if (problems.length > 0) return demoForm(view.pilot, typed, problems);
      const said = `Demo${whom ? ` voor ${whom}` : ''}: ${what}`;
      await actions.add(id, {
        id: newId(),
        text: said,
        source: 'demo',
        day,
        due: typed.date,
        owner: turn.directoryId,
      });
      const { channel } = view.pilot;
      if (channel)
        await send(
          { ...channel, user: '' },
          {
            text: 'Er is een demo gepland.',
            card: {
              template: 'notice',
              data: {
                title: 'Er is een demo gepland',
                lines: [said, `Op ${dutchDay(typed.date)}.`],
                actions: [],
              },
            },
          },
        );
      return show(turn, id, 'De demo staat bij de acties.');
    },
  };
}
