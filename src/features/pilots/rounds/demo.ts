import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { dutchDay, isDate, today } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { field } from '../../../conversation/field.ts';
import { formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { oneAtATime } from '../../../lib/one-at-a-time.ts';
import type { ActionStore } from '../actions/store.ts';
import type { Pilot } from '../pilot/pilot.ts';
import { inOpenPilot } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import { type OfPilot, ofPilot } from '../pilot/typed.ts';

export const demoSchema = ofPilot.extend({ what: field.text, whom: field.text, date: field.date });

/** So many a day of one pilot: each of them is told in its channel. */
export const MOST_DEMOS_A_DAY = 20;
const fullToday = 'Vandaag kwamen er al heel veel demo’s bij. Deze is niet bewaard. Morgen kan het weer.';
const LONGEST = 200;
const demoTexts = [
  ['what', 'Wat laten jullie zien?', LONGEST],
  ['whom', 'Voor wie?', LONGEST],
] as const;

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
      'Wie meedoet aan de pilot, 2 jaar lang, met jouw naam erbij. In het kanaal staat de demo zonder je naam.',
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

interface DemoTools extends Pick<PilotTools, 'pilots' | 'send' | 'show'> {
  actions: ActionStore;
}

/** Planning a demo of what works already (docs/method.md step 7.4). */
export function demos({ pilots, actions, send, show }: DemoTools) {
  const inTurn = oneAtATime();

  return {
    demo: (turn: Turn, { pilot: id }: OfPilot) =>
      inOpenPilot(pilots, turn, id, async ({ pilot }) => demoForm(pilot, {}, [])),

    saveDemo: (turn: Turn, { pilot: id, ...typed }: z.infer<typeof demoSchema>) =>
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
