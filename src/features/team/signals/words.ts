import { Temporal } from 'temporal-polyfill';
import { dutchDay } from '../../../calendar/clock.ts';
import { periodOf, weekLabel } from '../../../calendar/weeks.ts';
import { themes } from '../../../people/themes.ts';
import { isNameless, type Signal, type SignalState } from './signal.ts';
import type { WorkflowQuestion, WorkflowStep } from './workflow.ts';

/** How a signal stands, in plain words. */
export const stateWords: Record<SignalState, string> = {
  received: 'ontvangen',
  seeing: 'bekeken',
  judging: 'afgewogen',
  deciding: 'besloten',
  answered: 'beantwoord',
};

/** What a signal is about, for signals that were found by rule; undefined for one that somebody raised. */
export function foundWords({ source, theme }: Pick<Signal, 'source' | 'theme'>): string | undefined {
  if (source === 'drop') return 'Het gemiddelde was een punt of meer lager dan bij de vier check-ins ervoor.';
  if (source === 'low') return '30 % of meer koos zwaar of heel zwaar.';
  if (source === 'theme' && theme) return `Drie keer op rij genoemd: ${themes[theme]}.`;
  return undefined;
}

/** When a signal came in: the day, or the week of one that was given without name. */
export const cameIn = (signal: Signal): string =>
  isNameless(signal) ? weekLabel(periodOf(Temporal.PlainDate.from(signal.day))) : dutchDay(signal.day);

/** 'een signaal van 24 november 2026', 'een signaal uit week 48 (…)': where its text may not stand. */
export const signalFrom = (signal: Signal): string =>
  `een signaal ${isNameless(signal) ? 'uit' : 'van'} ${cameIn(signal)}`;

/** The questions about a signal, each beside its answer. */
export const questionWords: Record<WorkflowQuestion, string> = {
  size: 'Wat is er aan de hand?',
  cause: 'Waar komt het vandaan?',
  complete: 'Wat weten we nog niet?',
  others: 'Wie kan hierover meedenken?',
  judged: 'Doen we hier iets mee, en waarom?',
  table: 'Wie beslist hierover?',
  decided: 'Wat doen we, of bewust niet?',
  reason: 'Waarom? Vul dit in als je niets doet.',
  check: 'Wie kijkt of het werkt?',
  told: 'Wat is je antwoord?',
};

/** What somebody does to bring a signal into a state. */
export const stepTitles: Record<WorkflowStep, string> = {
  seeing: 'Kijk eerst wat er speelt',
  judging: 'Wat vind je ervan?',
  deciding: 'Beslis',
  answered: 'Geef antwoord',
};
