import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { taskButtons } from '../../../conversation/task.ts';
import type { GroupPlace } from '../groups/place.ts';
import { placeData } from '../groups/place.ts';
import { isLate, waitedWords, waits } from './response-time.ts';
import { isOpen, type Signal, type SignalState } from './signal.ts';
import { cameIn, foundWords, questionWords, stateWords, stepTitles } from './words.ts';
import { isShort, nextOf, questions, type WorkflowQuestion } from './workflow.ts';

/** A signal and what is needed to show it. */
export interface Shown {
  place: GroupPlace;
  placeName: string;
  signal: Signal;
  /** ISO date. */
  day: string;
  closures: ReadonlySet<string>;
  /** Names by directory id. */
  names: ReadonlyMap<string, string>;
  /** Whether who looks still has to do what was decided. */
  isMine: boolean;
}

/** A text cut to so many characters, with … where it was cut; the whole can be opened. */
export const inShort = (text: string, longest: number): string => {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
};

/** What a signal says: what was raised, or what the rule found. */
export const signalText = (signal: Signal): string =>
  foundWords(signal) ?? signal.words.text ?? 'De tekst van dit signaal is niet meer bewaard.';

/** Where a signal stands, for everybody who sees it: one that waits too long says so. */
export const shownState = (signal: Signal, day: string, closures: ReadonlySet<string>): string =>
  waits(signal, day, closures) ? 'wacht op besluit' : stateWords[signal.state];

/** 'sinds vandaag open', 'al 12 werkdagen open', and in words when an answer is late. */
export function waitingWords(signal: Signal, day: string, closures: ReadonlySet<string>): string {
  if (!isOpen(signal)) return `beantwoord op ${dutchDay(signal.answered ?? signal.moved)}`;
  const late = isLate(signal, day, closures)
    ? ' · te laat: binnen tien werkdagen hoort er een antwoord te zijn'
    : '';
  return `${waitedWords(signal.day, day, closures)} open${late}`;
}

const decidedWords = ({ acts }: Signal) =>
  acts === undefined ? undefined : acts ? 'We doen er iets mee' : 'We doen dit bewust niet';

/** A signal as data of a button. */
export const ofSignal = ({ place, signal: { id } }: Shown) => ({ ...placeData(place), id });

function factsOf({ signal, names }: Shown, handles: boolean) {
  const { words, owner, by, due, done, acts } = signal;
  const about = (list: readonly WorkflowQuestion[]) =>
    list.map((question) => ({
      title: questionWords[question].split(/[?,]/)[0] ?? '',
      value: words[question],
    }));
  return [
    ...(handles
      ? [{ title: 'Gegeven door', value: by && (names.get(by) ?? 'iemand die hier niet meer werkt') }]
      : []),
    ...(handles ? about([...questions.seeing, ...questions.judging]) : []),
    { title: 'Besluit', value: decidedWords(signal) },
    { title: acts === false ? 'Wat we niet doen' : 'Wat we doen', value: words.decided },
    ...about(['reason', 'check']),
    { title: 'Opgepakt door', value: owner && (names.get(owner) ?? 'iemand die hier niet meer werkt') },
    { title: 'Moet klaar zijn op', value: due && dutchDay(due) },
    { title: 'Gedaan op', value: done && dutchDay(done) },
    { title: 'Antwoord', value: words.told },
  ].filter((fact): fact is { title: string; value: string } => Boolean(fact.value));
}

/** What can still change of what somebody took up: its day, and that it is done. */
function ofTask({ acts, owner, due, done }: Signal, data: object): NoticeAction[] {
  if (!acts || owner === undefined) return [];
  if (done !== undefined) return [{ verb: 'signal.undone', title: 'Toch niet gedaan', data }];
  return [{ verb: 'signal.later', title: due === undefined ? 'Kies een datum' : 'Andere datum', data }];
}

/**
 * One signal. Who takes care of it sees all that was written and what can be done now; others see what they may read.
 */
export function signalCard(shown: Shown, handles: boolean, note = ''): Message {
  const { signal, day, closures, placeName, isMine } = shown;
  const { state } = signal;
  const data = ofSignal(shown);
  const next = nextOf(state);
  const to = (step: SignalState, title: string): NoticeAction => ({
    verb: 'signal.step',
    title,
    data: { ...data, to: step },
  });
  const isSmall = isShort(state, 'answered') ? [to('answered', 'Kort afhandelen')] : [];
  // Most signals are small: that way comes first, until somebody chose the other.
  const onward =
    state === 'received'
      ? [...isSmall, to('seeing', 'Stap voor stap')]
      : [...(next ? [to(next, stepTitles[next])] : []), ...isSmall, to(state, 'Wijzig')];
  const actions = [
    ...(isMine ? [taskButtons('signal', data).done] : []),
    ...(isMine || handles ? ofTask(signal, data) : []),
    ...(handles
      ? [...onward, { verb: 'signal.list', title: 'Alle signalen', data: {} }]
      : [{ verb: 'signal.all', title: 'Terug naar de signalen', data: placeData(shown.place) }]),
  ];
  return detailCard({
    kind: 'signal',
    text: 'Dit is het signaal, en hoe het ermee staat.',
    title: `Signaal: ${shownState(signal, day, closures)}`,
    place: placeName,
    note,
    facts: [
      {
        title: signal.source === 'raised' ? 'Het signaal' : 'Kompas zag in het teambeeld',
        value: signalText(signal),
      },
      {
        title: 'Binnengekomen',
        value: `${cameIn(signal)} · ${waitingWords(signal, day, closures)}`,
      },
      ...factsOf(shown, handles),
    ],
    actions,
  });
}
