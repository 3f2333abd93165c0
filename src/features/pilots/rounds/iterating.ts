import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dutchDay, isDate, today } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { carried, field } from '../../../conversation/field.ts';
import { formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { oneAtATime } from '../../../lib/one-at-a-time.ts';
import type { ActionStore } from '../actions/store.ts';
import { type Aspect, aspects, type Pilot, secondChange } from '../pilot/pilot.ts';
import { pilotReaders } from '../pilot/readers.ts';
import { alreadyClosed, asLead, changeOpen, inOpenPilot } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import { type OfPilot, ofPilot } from '../pilot/typed.ts';

export const iterationSchemas = {
  of: ofPilot,
  change: ofPilot.extend({
    aspect: field.choice,
    sure: carried(z.boolean(), false),
  }),
  /** `after`: the number of the round that ends. */
  next: ofPilot.extend({ after: z.number().int().min(1).max(10_000) }),
  demo: ofPilot.extend({ what: field.text, whom: field.text, date: field.date }),
};

const isAspect = (value: string): value is Aspect => Object.hasOwn(aspects, value);

/** So many a day of one pilot: each of them is told in its channel. */
export const MOST_DEMOS_A_DAY = 20;
const fullToday = 'Vandaag kwamen er al heel veel demo’s bij. Deze is niet bewaard. Morgen kan het weer.';
const LONGEST = 200;
const demoTexts = [
  ['what', 'Wat laten jullie zien?', LONGEST],
  ['whom', 'Voor wie?', LONGEST],
] as const;

function changeForm(
  { id, name, iteration }: Pilot,
  aspect: Aspect | '',
  problems: readonly string[],
  sure: boolean,
): Message {
  const { number, changed } = iteration;
  const soFar = changed.map((one) => aspects[one]).join(' en ');
  return formCard({
    kind: 'pilot',
    title: `Ronde ${number}: wat verander je?`,
    place: name,
    lead:
      soFar === ''
        ? 'Eén ding per ronde. Dan zie je wat het doet.'
        : `In deze ronde veranderde al: ${soFar}.`,
    problems,
    fields: [
      {
        id: 'aspect',
        kind: 'one',
        label: 'Wat verandert er?',
        value: aspect,
        required: true,
        choices: Object.entries(aspects).map(([value, title]) => ({ value, title })),
      },
    ],
    submit: {
      verb: 'pilot.save-change',
      title: sure ? 'Toch veranderen' : 'Leg vast',
      data: sure ? { pilot: id, sure } : { pilot: id },
    },
    seenBy: pilotReaders,
    actions: [
      { verb: 'pilot.next-round', title: 'Begin een nieuwe ronde', data: { pilot: id, after: number } },
    ],
    back: { verb: 'pilot.show', data: { pilot: id } },
  });
}

function demoForm(
  { id, name }: Pilot,
  typed: Partial<Record<'what' | 'whom' | 'date', string>>,
  problems: readonly string[],
): Message {
  return formCard({
    kind: 'pilot',
    title: 'Een demo plannen',
    place: name,
    lead: 'Laat zien wat er al werkt, ook als het nog niet af is.',
    problems,
    fields: [
      {
        id: 'what',
        kind: 'text',
        label: 'Wat laten jullie zien?',
        value: typed.what,
        longest: LONGEST,
        required: true,
      },
      {
        id: 'whom',
        kind: 'text',
        label: 'Voor wie?',
        hint: 'Bijvoorbeeld: het team Belastingen',
        value: typed.whom,
        longest: LONGEST,
      },
      { id: 'date', kind: 'date', label: 'Wanneer?', value: typed.date, required: true },
    ],
    submit: { verb: 'pilot.save-demo', title: 'Plan de demo', data: { pilot: id } },
    seenBy:
      'Wie meedoet in de pilot, 2 jaar lang, met jouw naam erbij. In het kanaal staat de demo zonder je naam.',
    back: { verb: 'pilot.show', data: { pilot: id } },
  });
}

/** The same demo on the same day (ISO date) has the same id: sent twice, also by two people, it is planned once. */
function demoId(pilot: string, day: string, text: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([pilot, day, text]))
    .digest('hex');
  return `d-${day}-${hash.slice(0, 16)}`;
}

/** Rounds of a pilot, in which one thing changes at a time, and demos (docs/method.md step 7: don'ts, and 7.4). */
export function iterating({ pilots, actions, audit, send, show }: PilotTools & { actions: ActionStore }) {
  const inTurn = oneAtATime();

  return {
    change: (turn: Turn, { pilot: id }: OfPilot) =>
      asLead(pilots, turn, id, async ({ pilot }) => changeForm(pilot, '', [], false)),

    saveChange: (turn: Turn, { pilot: id, aspect, sure }: z.infer<typeof iterationSchemas.change>) =>
      asLead(pilots, turn, id, async ({ pilot }) => {
        if (!isAspect(aspect)) return changeForm(pilot, '', ['Kies wat er verandert.'], false);
        const warning = secondChange(pilot.iteration.changed, aspect);
        if (warning && !sure) return changeForm(pilot, aspect, [warning, 'Je mag toch doorgaan.'], true);
        if (!pilot.iteration.changed.includes(aspect))
          await audit.record(turn.directoryId, 'pilot: verandering in ronde vastgelegd', id);
        const saved = await changeOpen(pilots, id, (now) =>
          now.iteration.changed.includes(aspect)
            ? now
            : { ...now, iteration: { ...now.iteration, changed: [...now.iteration.changed, aspect] } },
        );
        if (!saved) return alreadyClosed;
        return show(turn, id, `Vastgelegd voor ronde ${pilot.iteration.number}: ${aspects[aspect]}.`);
      }),

    nextRound: (turn: Turn, { pilot: id, after }: z.infer<typeof iterationSchemas.next>) =>
      asLead(pilots, turn, id, async ({ pilot }) => {
        const day = today(turn.now).toString();
        const number = after + 1;
        if (pilot.iteration.number === after)
          await audit.record(turn.directoryId, 'pilot: ronde begonnen', id);
        // The card says which round it ends: tapped twice it is still one round further.
        let isNew = false;
        const saved = await changeOpen(pilots, id, (now) => {
          isNew = now.iteration.number === after;
          return isNew ? { ...now, iteration: { number, day, changed: [] } } : now;
        });
        if (!saved) return alreadyClosed;
        return show(turn, id, isNew ? `Ronde ${number} is begonnen.` : `Ronde ${number} was al begonnen.`);
      }),

    demo: (turn: Turn, { pilot: id }: OfPilot) =>
      inOpenPilot(pilots, turn, id, async ({ pilot }) => demoForm(pilot, {}, [])),

    saveDemo: (turn: Turn, { pilot: id, ...typed }: z.infer<typeof iterationSchemas.demo>) =>
      inOpenPilot(pilots, turn, id, async ({ pilot }) => {
        const day = today(turn.now).toString();
        const [what, whom] = [typed.what.trim(), typed.whom.trim()];
        const problems = [
          ...(what === '' ? ['Schrijf op wat jullie laten zien.'] : []),
          ...(isDate(typed.date) && typed.date >= day ? [] : ['Kies een dag vanaf vandaag.']),
          ...lengthProblems(typed, demoTexts),
        ];
        if (problems.length > 0) return demoForm(pilot, typed, problems);
        const demo = `Demo${whom ? ` voor ${whom}` : ''}: ${what}`;
        const demoKey = demoId(id, typed.date, demo);
        const isNew = await inTurn(id, async () => {
          const there = (await actions.of(id)).filter((one) => one.source === 'demo' && one.day === day);
          if (there.length >= MOST_DEMOS_A_DAY && !there.some((one) => one.id === demoKey)) return undefined;
          return actions.add(id, {
            id: demoKey,
            text: demo,
            source: 'demo',
            day,
            due: typed.date,
            owner: turn.directoryId,
            told: day,
          });
        });
        if (isNew === undefined) return demoForm(pilot, typed, [fullToday]);
        if (!isNew) return show(turn, id, 'Deze demo stond er al.');
        const { channel } = pilot;
        if (channel)
          await send(
            { ...channel, user: '' },
            noticeCard({
              kind: 'pilot',
              text: 'Er is een demo gepland.',
              title: 'Er is een demo gepland',
              lines: [demo, `Op ${dutchDay(typed.date)}.`],
            }),
          );
        return show(turn, id, 'De demo staat bij de acties.');
      }),
  };
}
