import { dutchDay } from '../../../calendar/clock.ts';
import { sectionsCard } from '../../../conversation/cards/sections.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { capital } from '../../../language/capital.ts';
import { asSentence } from '../../../language/sentences.ts';
import type { Settings } from '../../../people/municipality.ts';
import { inRow } from '../cards/words.ts';
import { type CalendarChange, impacts, type When } from './change.ts';
import { type Calendar, scopesOf, scopeValue } from './rules.ts';

/** So many changes stand on a card. */
const PAGE = 6;

/** When something is, in words; within a sentence. */
export function whenWords(when: When): string {
  if ('date' in when) return dutchDay(when.date);
  return /niet bekend/i.test(when.around) ? 'nog niet bekend' : `de dag is nog niet bekend (${when.around})`;
}

function scopeWords({ scope }: CalendarChange, settings: Settings): string {
  const value = scopeValue(scope);
  return scopesOf(settings).find((one) => one.value === value)?.title ?? 'Een team dat er niet meer is';
}

function lineOf(change: CalendarChange, settings: Settings, actions: readonly NoticeAction[] = []) {
  const { title, roles, impact, effect, unknown, when, moved, withdrawn } = change;
  const who = roles.length === 0 ? 'alle rollen' : inRow(roles);
  return {
    text: title,
    details: [
      withdrawn && `Gaat niet door. Waarom: ${withdrawn.reason}`,
      `${capital(whenWords(when))} · ${scopeWords(change, settings)}, ${who}`,
      `${impacts[impact]}: ${effect}`,
      unknown && `Weten we nog niet: ${unknown}`,
      moved && `Andere datum: ${whenWords(moved.from)} → ${whenWords(when)}. Waarom: ${moved.reason}`,
    ].filter((line): line is string => Boolean(line)),
    actions,
  };
}

const newAction: NoticeAction = { verb: 'changes.new', title: 'Zet iets op de kalender', data: {} };

/** The calendar of one person, a page at a time. Who may change something gets a button with it. */
export function calendarCard(
  { mine, others, past }: Calendar,
  settings: Settings,
  { page, mayAdd, mayChange }: { page: number; mayAdd: boolean; mayChange(change: CalendarChange): boolean },
): Message {
  const titles = ['Voor jou', 'Voor anderen', 'Voorbij, of gaat niet door'];
  const all = [mine, others, past].flatMap((list, n) => list.map((change) => ({ change, title: titles[n] })));
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const at = Math.min(page, pages - 1);
  const shown = all.slice(at * PAGE, (at + 1) * PAGE);
  const turnTo = (to: number, title: string) => ({ verb: 'changes.list', title, data: { page: to } });
  const todo = mayAdd
    ? 'Zet erop wat je al weet, ook als de datum nog niet bekend is.'
    : 'Weet je iets wat gaat veranderen? Vraag je leidinggevende om het erop te zetten.';
  const none = mine.length + others.length === 0;
  const note = none ? `Op de kalender staat nu niets wat nog komt. ${todo}` : '';
  return sectionsCard({
    kind: 'change',
    text: 'De kalender: wat verandert er, wanneer en voor wie.',
    title: 'Wat verandert er wanneer?',
    place: pages > 1 ? `Bladzijde ${at + 1} van ${pages}` : '',
    note,
    sections: titles
      .map((title) => ({
        title,
        lines: shown
          .filter((one) => one.title === title)
          .map(({ change }) =>
            lineOf(
              change,
              settings,
              !change.withdrawn && mayChange(change)
                ? [{ verb: 'changes.open', title: 'Werk bij', data: { id: change.id } }]
                : [],
            ),
          ),
      }))
      .filter(({ lines }) => lines.length > 0),
    actions: [
      ...(at > 0 ? [turnTo(at - 1, 'Vorige')] : []),
      ...(at < pages - 1 ? [turnTo(at + 1, 'Volgende')] : []),
      ...(mayAdd ? [newAction] : []),
    ],
  });
}

const back: NoticeAction = { verb: 'changes.list', title: 'Bekijk de kalender', data: { page: 0 } };

function oneCard(
  change: CalendarChange,
  settings: Settings,
  words: { title: string; note: string },
  actions: readonly NoticeAction[],
): Message {
  return sectionsCard({
    kind: 'change',
    ...words,
    text: `${asSentence(words.title)} ${words.note}`.trim(),
    sections: [{ lines: [lineOf(change, settings)] }],
    actions,
  });
}

/** One change, for who keeps the calendar: what they can do with it. */
export function changeCard(change: CalendarChange, settings: Settings, note = ''): Message {
  const { id, withdrawn } = change;
  const can = [
    { verb: 'changes.move', title: 'Andere datum', data: { id } },
    { verb: 'changes.edit', title: 'Wijzig', data: { id } },
    { verb: 'changes.stop', title: 'Gaat niet door', data: { id } },
  ];
  return oneCard(
    change,
    settings,
    { title: withdrawn ? 'Deze verandering gaat niet door' : 'Deze verandering', note },
    [...(withdrawn ? [] : can), back],
  );
}

/** What happened to a change that its teams read of. */
export type News = 'added' | 'moved' | 'withdrawn';
const newsTitles: Record<News, string> = {
  added: 'Nieuw op de kalender',
  moved: 'Iets krijgt een andere datum',
  withdrawn: 'Er gaat iets niet door',
};

/** What the teams read in their channels. */
export function newsCard(change: CalendarChange, settings: Settings, news: News): Message {
  return oneCard(change, settings, { title: newsTitles[news], note: '' }, [back]);
}
