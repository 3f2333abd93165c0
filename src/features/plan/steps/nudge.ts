import { Temporal } from 'temporal-polyfill';
import { worksOn } from '../../../calendar/availability.ts';
import { dutchDay, today } from '../../../calendar/clock.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Job } from '../../../delivery/jobs.ts';
import { forEach } from '../../../lib/for-each.ts';
import { chatWith, isPresent, oncePerAccount } from '../../../people/person.ts';
import type { PlanPerson } from './plan.ts';
import { nextThing, type StepView, viewOf } from './rules.ts';
import type { StepsTools } from './tools.ts';

/** Local times between which somebody is asked. */
const HOURS = ['10:00', '16:00'] as const;
/** So many days after somebody began to see to a step, or was last asked. */
const EVERY_DAYS = 30;

/** Asks an action holder how their steps are going: about the work, once a month, until they want it no more. */
export function nudgeCard(steps: readonly Pick<StepView, 'step' | 'title'>[]): Message {
  const [first] = steps;
  return noticeCard({
    kind: 'plan',
    text: 'Hoe staat je stap ervoor?',
    title: steps.length === 1 ? 'Hoe staat je stap ervoor?' : 'Hoe staan je stappen ervoor?',
    body: 'Jij bent actiehouder. Kijk wat er nog te doen is. Deze vraag komt hooguit één keer per maand.',
    lines: steps.map(({ step, title }) => `Stap ${step}: ${title}`),
    actions: [
      { verb: 'plan.step', title: 'Bekijk de stap', data: { step: first?.step ?? 1 }, style: 'positive' },
      { verb: 'plan.mute', title: 'Niet meer vragen', data: {} },
    ],
  });
}

/** Tells somebody that they see to a step since another chose them: without who that was, since the log keeps that. */
export function chosenCard(steps: readonly Pick<StepView, 'step' | 'title' | 'until'>[]): Message {
  const [first] = steps;
  return noticeCard({
    kind: 'plan',
    text: 'Je bent nu actiehouder.',
    title: 'Je bent nu actiehouder',
    body:
      steps.length === 1
        ? 'Iemand die het stappenplan bijhoudt, koos jou. Je zorgt dat de stap verder komt. Klopt het niet? Haal jezelf weg op de kaart van de stap.'
        : 'Iemand die het stappenplan bijhoudt, koos jou. Je zorgt dat deze stappen verder komen. Klopt het niet? Haal jezelf weg op de kaart van die stap.',
    lines: steps.map(
      ({ step, title, until }) => `Stap ${step}: ${title}${until ? `, klaar op ${dutchDay(until)}` : ''}`,
    ),
    actions: [
      { verb: 'plan.step', title: 'Bekijk de stap', data: { step: first?.step ?? 1 }, style: 'positive' },
    ],
  });
}

/** Whether an action holder has something to hear on this day, as far as time goes. That they were chosen they hear once a day at most. */
export function isDue({ day, untold, nudged, muted }: PlanPerson, date: Temporal.PlainDate): boolean {
  if (untold) return nudged !== date.toString();
  if (muted) return false;
  const last = Temporal.PlainDate.from(nudged ?? day);
  return Temporal.PlainDate.compare(last.add({ days: EVERY_DAYS }), date) <= 0;
}

/**
 * Tells who was made action holder by another, and asks each action holder of a step that is busy, or next, once a month; on a day on
 * which they work.
 */
export function planNudge({ plan, facts }: Pick<StepsTools, 'plan' | 'facts'>): Job {
  return {
    name: 'plan-nudge',
    when: { hours: HOURS, workdays: true },
    run: async ({ now, settings, everybody, send, markBlocked }) => {
      const date = today(now);
      const kept = await plan.read();
      // Whoever chooses somebody, lets them go and chooses them again makes one message of it.
      const written = new Set(
        [...kept.people, ...kept.earlier]
          .filter(({ nudged }) => nudged === date.toString())
          .map(({ directoryId }) => directoryId),
      );
      const due = kept.people.filter(
        (one) => one.part === 'holder' && isDue(one, date) && !(one.untold && written.has(one.directoryId)),
      );
      if (due.length === 0) return;
      const [known, people] = await Promise.all([facts(), everybody()]);
      const view = viewOf(kept, known, people, date.toString());
      const next = nextThing(view)?.step.step;
      const asked = view.steps.filter(
        ({ step, status }) => status === 'busy' || (status === 'new' && step === next),
      );
      const closures = new Set((await settings()).municipality.closures);
      const here = oncePerAccount(people.filter(isPresent));
      await forEach([...Map.groupBy(due, ({ directoryId }) => directoryId)], async ([id, rows]) => {
        const person = here.find(({ directoryId }) => directoryId === id);
        const address = person && chatWith(person);
        const theirs = rows.flatMap((row) => {
          const step = (row.untold ? view.steps : asked).find((one) => one.step === row.step);
          return step ? [{ row, step }] : [];
        });
        if (!person || !address || theirs.length === 0 || !worksOn(person, date, closures)) return;
        // Of several instances the one that writes the day is the one that sends.
        const mine: typeof theirs = [];
        for (const one of theirs) {
          const isMine = await plan.changeHolder(one.row, (holder) =>
            isDue(holder, date) && holder.untold === one.row.untold
              ? { ...holder, untold: undefined, day: date.toString(), nudged: date.toString() }
              : undefined,
          );
          if (isMine) mine.push(one);
        }
        if (mine.length === 0) return;
        for (const [isNew, group] of Map.groupBy(mine, ({ row }) => row.untold === true)) {
          const cardOf = isNew ? chosenCard : nudgeCard;
          const outcome = await send(address, cardOf(group.map(({ step }) => step)));
          if (outcome.kind === 'gone') await markBlocked(person);
          if (mayWorkLater(outcome)) for (const { row } of group) await plan.changeHolder(row, () => row);
        }
      });
    },
  };
}
