import { withTyped } from '../../../conversation/cards/notice.ts';
import { type Choosing, choosingForm } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import { type Field, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { GroupPlace } from '../groups/place.ts';
import { inShort, ofSignal, type Shown, signalText } from './handle-cards.ts';
import { LONGEST_ANSWER, type Signal, type SignalState, states } from './signal.ts';
import { questionWords, stateWords, stepTitles } from './words.ts';
import {
  type Answers,
  asked,
  isShort,
  questions,
  type WorkflowQuestion,
  type WorkflowStep,
} from './workflow.ts';

const hints: Partial<Record<WorkflowQuestion, string>> = {
  size: 'Hoe vaak gebeurt het, en bij welk werk?',
  table: 'Het team, de afdeling, de directie of iemand anders',
  told: 'Wat hoorde je, wat doe je ermee, en wanneer?',
};

const stepLeads: Record<WorkflowStep, string> = {
  seeing: 'Eerst kijken, nog geen mening. Kijk naar het werk. Zoek niet uit van wie het komt.',
  judging: 'Je weet nu wat er speelt. Wat vind je ervan?',
  deciding:
    'Doe je iets? Kies dan wie het oppakt en wanneer het klaar is. Doe je bewust niets? Vertel dan alleen waarom.',
  answered: 'Daarmee is het klaar.',
};

/** What a state cannot do without. */
const needed: ReadonlySet<WorkflowQuestion> = new Set(['size', 'judged', 'told']);

/** Who reads what stands in a form. */
const stepReaders = ({ kind }: GroupPlace): string =>
  `${
    kind === 'team'
      ? 'Je team en wie het teambeeld mag openen, lezen het besluit, de reden en het antwoord. Zij zien ook wie het oppakt, wanneer, en wie kijkt of het werkt. Het besluit, de reden en het antwoord komen ook in het teamkanaal, als dat er is. Alleen wie deze signalen oppakt, leest de rest.'
      : 'Alleen wie deze signalen oppakt.'
  } De tekst blijft bewaard tot 26 weken na het antwoord. Dat jij besloot of antwoordde, staat in het logboek van beheer.`;

/** Who reads what is told back. */
const readersOf = ({ kind }: GroupPlace): string =>
  kind === 'team'
    ? 'Je antwoord gaat naar je team, en naar het teamkanaal als dat er is.'
    : 'Je antwoord blijft bij wie deze signalen oppakt. Staat er een naam bij? Vertel het die persoon dan zelf.';

/** Somebody who may take a signal up. `value` is the id of their row; without an `account` nobody can write to them yet. */
export interface Taker extends Choosable {
  /** Directory id. */
  account?: string;
}

/** What stands there, in the shape of a form. */
function answersOf({ words, acts, due, owner }: Signal, takers: readonly Taker[]): Answers {
  const { text: _text, ...answers } = words;
  return {
    ...answers,
    acts: acts === undefined ? undefined : acts ? 'ja' : 'nee',
    due,
    // Who has no account that is known is not meant by a signal that nobody takes up.
    owner: owner === undefined ? undefined : takers.find(({ account }) => account === owner)?.value,
  };
}

/** What a form of a step is made of. */
export interface StepForm {
  to: SignalState;
  /** The version of the signal that the form shows: a later save compares it. */
  seen: string;
  owners: readonly Taker[];
  /** The id of the row of who fills it in. */
  me: string;
  typed?: Answers;
  problems?: readonly string[];
}

/** The choice by which nobody takes a signal up, since nothing is done. */
export const NOBODY = 'nobody';

/** A title that asks to choose, where nobody is chosen yet. */
const NOT_CHOSEN = { value: 'choose', title: 'Kies wie het oppakt' };

/**
 * Who takes a signal up: everybody whom it may be given to, so that the list tells nothing about who uses Kompas. Who fills it in
 * (`me`, the id of their row) stands first, whoever that is.
 */
export function ownerChoosing(owners: StepForm['owners'], isShort: boolean, me: string): Choosing {
  const mine = owners.filter(({ value }) => value === me);
  return {
    id: 'owner',
    label: isShort ? 'Wie pakt het op?' : 'Wie pakt het op? (nodig als je iets doet)',
    choices: [...mine, ...owners.filter(({ value }) => value !== me)],
    required: isShort,
    first: [NOT_CHOSEN, ...(isShort ? [{ value: NOBODY, title: 'Niemand: we doen hier niets mee' }] : [])],
  };
}

/** Who is chosen before anybody chose: who fills it in, if they may take it up, and otherwise nobody. */
const ownerAtFirst = ({ owners, me }: Pick<StepForm, 'owners' | 'me'>): string | undefined =>
  owners.find(({ value, account }) => value === me && account !== undefined)?.value;

/** The three questions of a small signal. */
function shortFields(typed: Answers, { owners, me }: Pick<StepForm, 'owners' | 'me'>): Field[] {
  return [
    {
      id: 'decided',
      kind: 'long',
      label: 'Wat doen we?',
      value: typed.decided ?? typed.reason,
      hint: 'Doen we niets? Schrijf waarom, en kies hieronder “Niemand”',
      longest: LONGEST_ANSWER,
      required: true,
    },
    ...choosingForm(ownerChoosing(owners, true, me), {
      ...typed,
      owner: typed.owner || (typed.acts === 'nee' ? NOBODY : ownerAtFirst({ owners, me })),
    }),
    { id: 'due', kind: 'date', label: 'Wanneer is het klaar? (niet nodig bij “Niemand”)', value: typed.due },
    {
      id: 'told',
      kind: 'long',
      label: questionWords.told,
      value: typed.told,
      hint: 'Wat hoorde je, en wat gebeurt er nu?',
      longest: LONGEST_ANSWER,
      required: true,
    },
  ];
}

function fieldsOf(
  step: WorkflowStep,
  typed: Answers,
  { owners, me }: Pick<StepForm, 'owners' | 'me'>,
): Field[] {
  const written = questions[step].map(
    (id): Field => ({
      id,
      kind: id === 'table' ? 'text' : 'long',
      label: questionWords[id],
      value: typed[id],
      hint: hints[id] ?? '',
      longest: LONGEST_ANSWER,
      required: needed.has(id),
    }),
  );
  if (step !== 'deciding') return written;
  return [
    {
      id: 'acts',
      kind: 'one',
      label: 'Doen we er iets mee?',
      value: typed.acts,
      required: true,
      choices: [
        { value: 'ja', title: 'Ja' },
        { value: 'nee', title: 'Nee, bewust niet' },
      ],
    },
    ...written,
    ...(owners.length > 0 ? choosingForm(ownerChoosing(owners, false, me), typed) : []),
    { id: 'due', kind: 'date', label: 'Klaar op (nodig als je iets doet)', value: typed.due },
  ];
}

/** The form with the questions of one state, or the three of a small signal. */
export function stepForm(shown: Shown, { to, seen, owners, me, typed, problems }: StepForm): Message {
  const { signal, place } = shown;
  const { state } = signal;
  const answers = typed ?? answersOf(signal, owners);
  const small = isShort(state, to);
  const [step = 'answered'] = asked(state, to);
  return formCard({
    kind: 'signal',
    title: small ? 'Kort afhandelen' : state === to ? `Wijzig: ${stateWords[to]}` : stepTitles[step],
    about: inShort(signalText(signal), 300),
    lead: small ? readersOf(place) : `${step === 'answered' ? `${readersOf(place)} ` : ''}${stepLeads[step]}`,
    problems,
    fields: small ? shortFields(answers, { owners, me }) : fieldsOf(step, answers, { owners, me }),
    submit: {
      verb: 'signal.save',
      title: small ? 'Handel af' : 'Bewaar',
      data: { ...ofSignal(shown), from: state, to, seen },
    },
    seenBy: stepReaders(place),
    back: { verb: 'signal.open', data: ofSignal(shown) },
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
        ? [`Nu staat er bij “${questionWords[question]}”: ${now}`]
        : [];
    }),
    ...Object.entries(questionWords).flatMap(([id, question]) => {
      const mine = typed[id as WorkflowQuestion]?.trim();
      const lost =
        mine && !inForm.has(id as WorkflowQuestion) && mine !== signal.words[id as WorkflowQuestion];
      return lost ? [`Jij typte bij “${question}”: ${inShort(mine, 2_000)}`] : [];
    }),
  ];
}
