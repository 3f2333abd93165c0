import { Temporal } from 'temporal-polyfill';
import { dutchDay } from '../../../calendar/clock.ts';
import { card } from '../../../conversation/cards/card.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { PlanView, StepView } from './rules.ts';
import { statusWords, toPlan } from './words.ts';

/** So many cells a bar is wide: as many as fit on a phone. */
const CELLS = 20;

interface TimelineData {
  title: string;
  lead: string;
  rows: readonly { name: string; bar: string; words: string }[];
  actions: readonly NoticeAction[];
}

const days = (from: string, until: string) => Temporal.PlainDate.from(from).until(until).days;

/** First and last day of a step as far as somebody chose them; one day alone is both. */
function spanOf({ from, until }: StepView): { from: string; until: string } | undefined {
  const first = from || until;
  return first === '' ? undefined : { from: first, until: until || from };
}

/** A bar in which the days of a step are filled, between the first and the last day of the plan. */
export function barOf(span: { from: string; until: string }, all: { from: string; until: string }): string {
  const whole = Math.max(1, days(all.from, all.until) + 1);
  const start = Math.min(CELLS - 1, Math.floor((days(all.from, span.from) / whole) * CELLS));
  const end = Math.max(start + 1, Math.round(((days(all.from, span.until) + 1) / whole) * CELLS));
  return '░'.repeat(start) + '█'.repeat(end - start) + '░'.repeat(CELLS - end);
}

function datesOf({ from, until, closed }: StepView): string {
  const words = [from && `van ${dutchDay(from)}`, until && `tot en met ${dutchDay(until)}`]
    .filter(Boolean)
    .join(' ');
  return [words || 'nog geen dagen gekozen', closed && `afgerond op ${dutchDay(closed)}`]
    .filter(Boolean)
    .join(' · ');
}

/** All steps with their days below each other, as a picture and in words. */
export function timelineCard({ steps }: PlanView): Message {
  const spans = steps.flatMap((step) => spanOf(step) ?? []);
  const all = {
    from: spans.map(({ from }) => from).sort()[0] ?? '',
    until:
      spans
        .map(({ until }) => until)
        .sort()
        .at(-1) ?? '',
  };
  return {
    text: 'De tijdlijn van het stappenplan.',
    card: card<TimelineData>(
      'timeline',
      { kind: 'plan' },
      {
        title: 'Tijdlijn',
        lead:
          spans.length > 0
            ? `Van ${dutchDay(all.from)} tot en met ${dutchDay(all.until)}.`
            : 'Nog geen enkele stap heeft dagen. Die kies je bij de stap.',
        rows: steps.map((step) => {
          const span = spanOf(step);
          return {
            name: `${step.step}. ${step.title}`,
            bar: span ? barOf(span, all) : '',
            words: `${statusWords[step.status]} · ${datesOf(step)}`,
          };
        }),
        actions: [toPlan],
      },
    ),
  };
}
