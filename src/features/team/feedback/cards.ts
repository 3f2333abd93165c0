import { dutchDay } from '../../../calendar/clock.ts';
import { weeksInWords } from '../../../calendar/weeks.ts';
import { card, type Filled } from '../../../conversation/cards/card.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { fitted } from '../../../language/fitted.ts';
import { dueWords } from '../cards/words.ts';
import { placeData } from '../groups/place.ts';
import { waitedWords } from '../signals/response-time.ts';
import type { Signal, SignalState } from '../signals/signal.ts';
import { type Heard, isSettled, type Report } from './rules.ts';

/** At most this many characters of each text stand on the card. */
const LONGEST_WORDS = 300;
/** At most this many signals with words stand under each heading: with three texts each the card stays far below what Teams takes. */
const MOST_LINES = 3;

interface FeedbackCard {
  text: string;
  title: string;
  /** The team's name. */
  place: string;
  lead: string;
  sections?: readonly ReportSection[];
  small?: string;
  actions?: readonly NoticeAction[];
}

interface ReportSection {
  title: string;
  lines: readonly { text: string; details: readonly string[] }[];
  more: string;
}

/**
 * A card about a team. In a channel the message is kept by Microsoft 365 and read by whoever is in that channel. What a colleague raised
 * was meant for the team view: it is not repeated. What the manager wrote back was meant for the team. Only `place` and the lines may hold what
 * somebody wrote.
 */
export function feedbackCard({
  text,
  title,
  place,
  lead,
  sections = [],
  small = '',
  actions = [],
}: FeedbackCard): Message {
  return {
    text,
    card: card<Filled<FeedbackCard>>(
      'feedback',
      { kind: 'team', place },
      { title, lead, sections, small, actions },
    ),
  };
}

const heardStates: Record<SignalState, string> = {
  received: 'Ontvangen. Het is nog niet opgepakt.',
  seeing: 'Bekeken: we weten wat er speelt.',
  judging: 'Afgewogen: we weten wat we ervan vinden.',
  deciding: 'Besloten: we weten wat we doen.',
  answered: 'Beantwoord.',
};

const heardText = ({ count }: Heard): string =>
  count === 1 ? 'Een signaal van een collega' : `${count} signalen van collega’s`;

/** What somebody wrote, cut to what fits; where it was cut it says so. */
function shown(text: string | undefined): string {
  const words = text?.trim() ?? '';
  const cut = fitted(words, LONGEST_WORDS);
  return cut === words ? words : `${cut}… (ingekort; typ “team” voor de hele tekst)`;
}

const details = (...parts: string[]): string[] => parts.filter((part) => part !== '');
const inLine = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ');

const decidedLine = (signal: Signal, day: string) => ({
  text: shown(signal.words.decided) || 'We doen hier iets mee.',
  details: [inLine(`besloten op ${dutchDay(signal.moved)}`, dueWords(signal.due, day))],
});

function declinedLine({ words, answered, moved }: Signal) {
  const reason = shown(words.reason);
  const since = answered ? `beantwoord op ${dutchDay(answered)}` : `besloten op ${dutchDay(moved)}`;
  return {
    text: shown(words.decided) || 'We doen hier bewust niets mee.',
    details: details(reason && `Waarom: ${reason}`, shown(words.told), since),
  };
}

const doneLine = (signal: Signal) => ({
  text: shown(signal.words.told) || shown(signal.words.decided) || 'Dit is klaar.',
  details: [`beantwoord op ${dutchDay(signal.answered ?? signal.moved)}`],
});

/** A heading with its lines, if there are any. */
function sectionOf(title: string, lines: ReportSection['lines'], rest = 0): ReportSection[] {
  const more = rest > 0 ? `En nog ${rest}. Typ “team”, dan zie je meer.` : '';
  return lines.length > 0 ? [{ title, lines, more }] : [];
}

/** A heading with the newest of these signals; older ones were in an earlier report. */
function newest(
  title: string,
  signals: readonly Signal[],
  lineOf: (signal: Signal) => ReportSection['lines'][number],
) {
  return sectionOf(title, signals.slice(-MOST_LINES).map(lineOf), signals.length - MOST_LINES);
}

function leadOf(report: Report, { weeks, day, closures }: ReportOptions): string {
  const { came, open, oldest } = report;
  const age = oldest ? waitedWords(oldest, day, closures) : '';
  return [
    `In de afgelopen ${weeksInWords(weeks)} ${
      came === 0
        ? 'kwam er van collega’s geen signaal binnen.'
        : came === 1
          ? 'kwam er 1 signaal van een collega binnen.'
          : `kwamen er ${came} signalen van collega’s binnen.`
    }`,
    isSettled(report) ? '' : 'Er is niets besloten of beantwoord.',
    open === 0
      ? 'Er staat niets open.'
      : open === 1
        ? `Er staat 1 signaal open, ${age}.`
        : `Er staan ${open} signalen open, het oudste ${age}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

interface ReportOptions {
  team: { key: string; name: string };
  /** The report is about so many weeks. */
  weeks: number;
  /** ISO date. */
  day: string;
  /** Days on which the municipality is closed. */
  closures: ReadonlySet<string>;
  /** Something for this reader alone. */
  small?: string;
}

/** "Wat is ermee gedaan?": heard, decided, deliberately not, told back. The same for everybody who reads it. */
export function reportCard(report: Report, options: ReportOptions): Message {
  const { team, day, small = '' } = options;
  return feedbackCard({
    text: 'Wat is er gedaan met de signalen van het team?',
    title: 'Wat is ermee gedaan?',
    place: team.name,
    lead: leadOf(report, options),
    small,
    sections: [
      ...sectionOf(
        'Gehoord',
        report.heard.map((heard) => ({ text: heardText(heard), details: [heardStates[heard.state]] })),
      ),
      ...newest('Besloten', report.decided, (signal) => decidedLine(signal, day)),
      ...newest('Bewust niet', report.declined, declinedLine),
      ...newest('Beantwoord', report.done, doneLine),
    ],
    actions: [
      { verb: 'team.open', title: 'Bekijk het teambeeld', data: placeData({ kind: 'team', key: team.key }) },
    ],
  });
}
