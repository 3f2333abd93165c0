import { dutchDay } from '../../../calendar/clock.ts';
import { weekLabel, weekOf } from '../../../calendar/weeks.ts';
import { card } from '../../../conversation/cards/card.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { capital } from '../../../language/capital.ts';
import { ageWords, dueWords, themeWords } from '../cards/words.ts';
import type { Group } from '../groups/group.ts';
import { placeData } from '../groups/place.ts';
import { inShort, shownState, signalText } from '../signals/handle-cards.ts';
import { responseTimeOf, responseTimeWords, waitedWords } from '../signals/response-time.ts';
import { isOpen, type Signal } from '../signals/signal.ts';
import { signalFrom } from '../signals/words.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { averageWords, bandWords, participation } from '../snapshot/words.ts';
import { isOpenPoint, type TalkPoint } from '../talk/point.ts';
import type { ViewContent } from './content.ts';
import { lineData, shownWeeks } from './line.ts';
import { suggestionFor } from './suggestion.ts';

/** What was told back stays on the card for so many days. */
const TOLD_DAYS = 42;
const MOST_LINES = 6;
/** So many characters of a text; a signal's whole text is behind its button. */
const LONGEST_SHOWN = 240;
const noClosures: ReadonlySet<string> = new Set();

/** Where a signal stands, in one line. */
function signalDetail(signal: Signal, day: string, closures: ReadonlySet<string>): string {
  const { moved, answered, acts, due } = signal;
  const open = isOpen(signal);
  const decided = acts === undefined ? '' : acts ? 'we doen er iets mee' : 'we doen dit bewust niet';
  const state = `${shownState(signal, day, closures)}${open ? '' : ` op ${dutchDay(answered ?? moved)}`}`;
  return [
    decided === '' ? state : `${state}: ${decided}`,
    acts && open ? dueWords(due, day) : '',
    open ? `${waitedWords(signal.day, day, closures)} open` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

const linesOf = ({ words }: Signal): string[] =>
  [words.decided, words.reason && `Waarom: ${words.reason}`, words.told && `Antwoord: ${words.told}`].filter(
    (line) => line !== undefined && line !== '',
  ) as string[];

interface ViewOptions {
  group: Group;
  /** ISO date. */
  day: string;
  /** Whether this person takes care of the signals here. */
  handles: boolean;
  /** Days on which the municipality is closed. */
  closures?: ReadonlySet<string>;
  /**
   * True in answer to typed text: what people raised stays behind a button then
   * (trust:answers-not-in-messages).
   */
  stored?: boolean;
  /** Further buttons, of other parts of the team view. */
  actions: readonly NoticeAction[];
}

interface ViewSection {
  title: string;
  note: string;
  /** May be user text. */
  lines: readonly { text: string; details: readonly string[]; actions: readonly NoticeAction[] }[];
}

interface TeamViewData {
  /** The name of the group, which is user text. */
  title: string;
  lead: string;
  facts: readonly { title: string; value: string }[];
  bands: readonly { name: string; percent: number }[];
  /** The line: what stands above the columns, and a dot for each week in one of them. */
  scale: readonly string[];
  rows: readonly { week: string; marks: readonly string[] }[];
  /** True when some of these weeks have no dot. */
  hidden: boolean;
  grown: string;
  sections: readonly ViewSection[];
  suggestion: string;
  actions: readonly NoticeAction[];
}

/** The view of one group: the same for everybody who may open it, but for the buttons of who takes care of signals. */
export function viewCard({ snapshots, signals, points }: ViewContent, options: ViewOptions): Message {
  const { group, handles, actions } = options;
  const isTeam = group.kind === 'team';
  const latest = snapshots.at(-1);
  // What was given past a manager is for who takes care of it alone.
  const visible = isTeam || handles ? signals : [];
  const shown = shownOf(visible, options.day);
  const isLong = visible.length > shown.length;
  return {
    text: `Het teambeeld van ${isTeam ? 'je team' : 'een groep teams'}.`,
    card: card<TeamViewData>(
      'team-view',
      { kind: 'team', place: latest && capital(weekLabel(latest.period)) },
      {
        title: group.name,
        ...pictureData(latest, isTeam, shownWeeks(snapshots) > 1),
        ...lineData(snapshots),
        sections: [signalSection(visible, shown, options), pointSection(points, options.day)].filter(
          ({ lines, note }) => lines.length > 0 || note !== '',
        ),
        suggestion: isTeam
          ? suggestionFor(latest?.picture, signals, {
              week: latest ? weekOf(latest.period) : 0,
              day: options.day,
            })
          : '',
        actions: [
          ...(isLong ? [{ verb: 'signal.all', title: 'Alle signalen', data: placeData(group) }] : []),
          ...actions,
        ],
      },
    ),
  };
}

/** The signals that stand on the card: open ones first, then what was told back lately, newest first. */
function shownOf(visible: readonly Signal[], day: string): Signal[] {
  const answered = visible.filter(
    (signal) => !isOpen(signal) && Date.parse(day) - Date.parse(signal.moved) <= TOLD_DAYS * 86_400_000,
  );
  return [...visible.filter(isOpen), ...answered.reverse()].slice(0, MOST_LINES);
}

function signalSection(
  visible: readonly Signal[],
  shown: readonly Signal[],
  { group, day, handles, closures = noClosures, stored = false }: ViewOptions,
): ViewSection {
  const opens = (signal: Signal) =>
    !handles || !isOpen(signal) ? 'Bekijk' : signal.state === 'received' ? 'Open' : 'Ga verder';
  return {
    title: visible.length > shown.length ? `Signalen (${visible.length})` : 'Signalen',
    note: [
      responseTimeWords(responseTimeOf(visible, day, closures)),
      stored && shown.some(({ source }) => source === 'raised')
        ? 'Wat mensen schreven, lees je na een tik op de knop.'
        : '',
    ]
      .filter(Boolean)
      .join(' '),
    lines: shown.map((signal) => ({
      text:
        stored && signal.source === 'raised'
          ? capital(signalFrom(signal))
          : inShort(signalText(signal), LONGEST_SHOWN),
      details: [
        signalDetail(signal, day, closures),
        ...linesOf(signal).map((line) => inShort(line, LONGEST_SHOWN)),
      ],
      actions: [{ verb: 'signal.open', title: opens(signal), data: { ...placeData(group), id: signal.id } }],
    })),
  };
}

function pointSection(points: readonly TalkPoint[], day: string): ViewSection {
  return {
    title: 'Dit pakt het team op',
    note: '',
    lines: points
      .filter(isOpenPoint)
      .slice(0, MOST_LINES)
      .map((point) => ({
        text: point.text,
        details: [[ageWords(point.day, day), dueWords(point.due, day)].filter(Boolean).join(' · ')],
        actions: [],
      })),
  };
}

function pictureData(latest: Snapshot | undefined, isTeam: boolean, before: boolean) {
  const picture = latest?.picture;
  if (!picture)
    return {
      lead: latest
        ? `${isTeam ? 'Minder dan 6 collega’s deden mee.' : 'Er zijn te weinig antwoorden, of het beeld zou over één team gaan.'} Van deze week laat ik niets zien, zodat niemand te herkennen is.${before ? ' Hieronder staan de weken ervoor.' : ''}`
        : 'Er is nog geen beeld. Na de eerste check-in die sluit, zie je hier hoe de groep erbij zit.',
      facts: [],
      bands: [],
    };
  return {
    lead: participation(picture, isTeam),
    facts: [
      { title: 'Gemiddeld', value: averageWords(picture.average) },
      ...(picture.themes.length > 0
        ? [
            {
              title: isTeam ? 'Genoemd door 3 mensen of meer' : 'Speelt in een of meer teams',
              value: themeWords(picture.themes),
            },
          ]
        : []),
    ],
    bands: (picture.bands ?? []).map((band) => ({ name: capital(bandWords(band)), percent: band.percent })),
  };
}
