import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { withTyped } from '../../../conversation/cards/notice.ts';
import { type Choosing, choosingForm } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import { type Field, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { upper } from '../cards/words.ts';
import type { GroupPlace } from '../groups/place.ts';
import { placeData } from '../groups/place.ts';
import { isLate, waitedWords, waits } from './response-time.ts';
import { isOpen, LONGEST_ANSWER, type Signal, type SignalState, states } from './signal.ts';
import { cameIn, foundWords, stateWords } from './words.ts';
import {
  type Answers,
  asked,
  nextOf,
  questions,
  type WorkflowQuestion,
  type WorkflowStep,
} from './workflow.ts';

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
}

const questionWords: Record<WorkflowQuestion, string> = {
  size: 'Hoe groot is het?',
  cause: 'Waar komt het vandaan?',
  complete: 'Is het beeld compleet?',
  others: 'Wie hoort er nog bij?',
  judged: 'Doen we hier iets mee, en waarom?',
  table: 'Aan welke tafel hoort dit?',
  decided: 'Wat doen we, of bewust niet?',
  reason: 'Waarom? Dit moet als je niets doet.',
  check: 'Wie kijkt of het werkt?',
  told: 'Wat is je antwoord?',
};

const hints: Partial<Record<WorkflowQuestion, string>> = {
  size: 'Hoe vaak, bij wie, sinds wanneer?',
  table: 'Het team, de afdeling, de directie of iemand anders',
  told: 'Wat hoorde je, wat doe je ermee, en wanneer?',
};

const stepTitles: Record<WorkflowStep, string> = {
  seeing: 'Vorm een beeld',
  judging: 'Vorm een oordeel',
  deciding: 'Neem een besluit',
  answered: 'Koppel terug',
};

const stepLeads: Record<WorkflowStep, string> = {
  seeing: 'Eerst kijken, nog niets vinden. Vraag het ook na bij wie erbij was.',
  judging: 'Wat vind je hiervan, nu je het beeld hebt?',
  deciding:
    'Doe je iets? Kies dan wie het oppakt en wanneer het klaar is. Doe je bewust niets? Vertel dan alleen waarom.',
  answered: 'Daarmee is het klaar.',
};

/** Who reads what is told back. */
const readersOf = ({ kind }: GroupPlace): string =>
  kind === 'team'
    ? 'Dit leest je team, ook in het teamkanaal als dat er is.'
    : 'Dit leest alleen wie deze signalen oppakt. Ken je de gever? Vertel het dan zelf.';

const stepReaders = ({ kind }: GroupPlace): string =>
  `${
    kind === 'team'
      ? 'Je team en wie het teambeeld mag openen, lezen het besluit, het antwoord en wie het oppakt. De rest leest alleen wie deze signalen oppakt.'
      : 'Alleen wie deze signalen oppakt.'
  } De tekst blijft tot 26 weken na het antwoord. Dat jij besloot of antwoordde, staat in het logboek van beheer.`;

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
  waits(signal, day, closures) ? 'wacht op antwoord' : stateWords[signal.state];

/** 'sinds vandaag', 'al 12 werkdagen', and in words when an answer is late. */
export function waitingWords(signal: Signal, day: string, closures: ReadonlySet<string>): string {
  if (!isOpen(signal)) return `antwoord op ${dutchDay(signal.answered ?? signal.moved)}`;
  const late = isLate(signal, day, closures)
    ? ' · te laat: binnen tien werkdagen hoort er een antwoord te zijn'
    : '';
  return `${waitedWords(signal.day, day, closures)}${late}`;
}

const decidedWords = ({ acts }: Signal) =>
  acts === undefined ? undefined : acts ? 'We doen er iets mee' : 'We doen dit bewust niet';

const ofSignal = ({ place, signal: { id } }: Shown) => ({ ...placeData(place), id });

function factsOf({ signal, names }: Shown, handles: boolean) {
  const { words, owner, by, due, acts } = signal;
  const about = (list: readonly WorkflowQuestion[]) =>
    list.map((question) => ({
      title: questionWords[question].split(/[?,]/)[0] ?? '',
      value: words[question],
    }));
  return [
    ...(handles ? [{ title: 'Gegeven door', value: by && (names.get(by) ?? 'iemand die weg is') }] : []),
    ...(handles ? about([...questions.seeing, ...questions.judging]) : []),
    { title: 'Besluit', value: decidedWords(signal) },
    { title: acts === false ? 'Wat we niet doen' : 'Wat we doen', value: words.decided },
    ...about(['reason', 'check']),
    { title: 'Pakt dit op', value: owner && (names.get(owner) ?? 'iemand die weg is') },
    { title: 'Klaar op', value: due && dutchDay(due) },
    { title: 'Antwoord', value: words.told },
  ].filter((fact): fact is { title: string; value: string } => Boolean(fact.value));
}

/**
 * One signal. Who takes care of it sees all that was written and what can be done now; others see what they may read.
 */
export function signalCard(shown: Shown, handles: boolean, note = ''): Message {
  const { signal, day, closures, placeName } = shown;
  const { state } = signal;
  const data = ofSignal(shown);
  const next = nextOf(state);
  const to = (step: SignalState, title: string): NoticeAction => ({
    verb: 'signal.step',
    title,
    data: { ...data, to: step },
  });
  const actions = handles
    ? [
        ...(next ? [to(next, stepTitles[next])] : []),
        ...(next && next !== 'answered' ? [to('answered', 'Alle stappen in één keer')] : []),
        ...(state === 'received' ? [] : [to(state, 'Wijzig deze stap')]),
        { verb: 'signal.list', title: 'Alle signalen', data: {} },
      ]
    : [];
  return detailCard({
    kind: 'signal',
    text: 'Dit is het signaal, en hoe het ermee staat.',
    title: `Stap ${states.indexOf(state) + 1} van 5: ${stateWords[state]}`,
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

/** What stands there, in the shape of a form. */
function answersOf({ words, acts, due, owner }: Signal): Answers {
  const { text: _text, ...answers } = words;
  return { ...answers, acts: acts === undefined ? undefined : acts ? 'ja' : 'nee', due, owner };
}

/** What a form of a step is made of. */
export interface StepForm {
  to: SignalState;
  /** The version of the signal that the form shows: a later save compares it. */
  seen: string;
  owners: readonly Choosable[];
  typed?: Answers;
  problems?: readonly string[];
}

/** Who takes a signal up. */
export const ownerChoosing = (owners: StepForm['owners']): Choosing => ({
  id: 'owner',
  label: 'Wie pakt het op? Je kiest uit wie Kompas al opende',
  choices: owners,
});

function fieldsOf(step: WorkflowStep, typed: Answers, owners: StepForm['owners']): Field[] {
  const written = questions[step].map(
    (id): Field => ({
      id,
      kind: id === 'table' ? 'text' : 'long',
      label: questionWords[id],
      value: typed[id],
      hint: hints[id] ?? '',
      longest: LONGEST_ANSWER,
    }),
  );
  if (step !== 'deciding') return written;
  return [
    {
      id: 'acts',
      kind: 'one',
      label: 'Doen we er iets mee?',
      value: typed.acts,
      choices: [
        { value: 'ja', title: 'Ja' },
        { value: 'nee', title: 'Nee, bewust niet' },
      ],
    },
    ...written,
    ...(owners.length > 0 ? choosingForm(ownerChoosing(owners), typed) : []),
    { id: 'due', kind: 'date', label: 'Klaar op', value: typed.due },
  ];
}

/** The form with the questions of one state, or of all that are left for a small signal. */
export function stepForm(shown: Shown, { to, seen, owners, typed, problems }: StepForm): Message {
  const { signal } = shown;
  const steps = asked(signal.state, to);
  const [step] = steps;
  const answers = typed ?? answersOf(signal);
  const single = steps.length === 1 && step;
  return formCard({
    kind: 'signal',
    title: single
      ? signal.state === to
        ? `Wijzig: ${stateWords[to]}`
        : upper(stateWords[single])
      : 'Alle stappen in één keer',
    about: inShort(signalText(signal), 300),
    lead: single
      ? `${single === 'answered' ? `${readersOf(shown.place)} ` : ''}${stepLeads[single]}`
      : 'Voor een klein signaal. Je loopt alle stappen langs en slaat er geen over.',
    problems,
    fields: steps.flatMap((state) => fieldsOf(state, answers, owners)),
    submit: {
      verb: 'signal.save',
      title: 'Bewaar',
      data: { ...ofSignal(shown), from: signal.state, to, seen },
    },
    seenBy: stepReaders(shown.place),
    actions: [{ verb: 'signal.open', title: 'Annuleer', data: ofSignal(shown) }],
  });
}

/** A message to somebody whose words could not be saved, with those words below it. */
export function withTypedAnswers(message: Message, typed: Answers): Message {
  const lines = Object.entries(questionWords).flatMap(([id, question]) => {
    const text = typed[id as WorkflowQuestion]?.trim();
    return text ? [`${question} ${inShort(text, 2_000)}`] : [];
  });
  return withTyped(message, lines);
}

/**
 * What somebody reads when another was first: what holds now, and what they typed that has no field in the form any
 * more.
 */
export function overtaken(signal: Signal, to: SignalState, typed: Answers, from: SignalState): string[] {
  const inForm = new Set(asked(signal.state, to).flatMap((step) => [...questions[step]]));
  const since = states.slice(states.indexOf(from), states.indexOf(signal.state) + 1);
  const changed = since.flatMap((state) => (state === 'received' ? [] : [...questions[state]]));
  return [
    `Iemand anders was je voor. Nu geldt: ${stateWords[signal.state]}. Wat jij typte, is nog niet bewaard.`,
    ...changed.flatMap((question) => {
      const now = signal.words[question];
      return now && now !== typed[question]?.trim()
        ? [`Nu staat er bij "${questionWords[question]}" ${now}`]
        : [];
    }),
    ...Object.entries(questionWords).flatMap(([id, question]) => {
      const mine = typed[id as WorkflowQuestion]?.trim();
      const lost =
        mine && !inForm.has(id as WorkflowQuestion) && mine !== signal.words[id as WorkflowQuestion];
      return lost ? [`Jij typte bij "${question}" ${inShort(mine, 2_000)}`] : [];
    }),
  ];
}
