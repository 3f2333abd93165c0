import { pino } from 'pino';
import { createDispatcher } from '../../../src/bot/dispatcher.ts';
import { createRender } from '../../../src/bot/render.ts';
import { sizeOf } from '../../../src/bot/size.ts';
import type { Message } from '../../../src/conversation/message.ts';
import type { Feature } from '../../../src/conversation/offer.ts';
import type { Turn } from '../../../src/conversation/turn.ts';
import type { Address } from '../../../src/people/person.ts';
import { type Json, type JsonObject, ofType } from '../walk.ts';
import { textOf } from './words.ts';

/** A card as somebody met it. */
export interface Met {
  /** Who, and what they said or tapped. */
  how: string;
  /** Bytes of the whole activity. */
  size: number;
  /** How many there are to choose from in its longest list. */
  choices: number;
  /** Whether it lets choose from what a typed name fits. */
  isSearched: boolean;
}

/** A button, with what Teams sends when it is tapped. */
export interface Tap {
  verb: string;
  data: JsonObject;
  /** Of a form that is sent as it stands: its fields. */
  asItStands?: readonly FormField[];
}

/** What a form says of one of its fields. */
interface FormField {
  id: string;
  value: unknown;
  required: boolean;
}

/** Somebody taps a button with one verb so often: the first ones found, and each form once as it is and once filled to the brim. */
const TAPS_OF_ONE_VERB = 3;
/** What one input takes when it does not say so. */
const LONGEST_INPUT = 2_000;

/** Where everything goes; ids are as long as those of Teams. */
const to: Address = {
  serviceUrl: 'https://smba.trafficmanager.net/emea/00000000-0000-4000-8000-000000000000/',
  conversation: `a:${'x'.repeat(200)}`,
  user: `29:${'x'.repeat(100)}`,
  bot: '28:00000000-0000-4000-8000-000000000000',
};

const render = createRender({ refresh: true });

/** The activity as it leaves, with all that the SDK adds to it. */
export function activityOf(message: Message): object {
  const account = { id: to.user, name: 'Kompas' };
  return {
    ...render.activity(message, to),
    channelId: 'msteams',
    serviceUrl: to.serviceUrl,
    conversation: { id: to.conversation, tenantId: to.bot, conversationType: 'personal' },
    from: account,
    recipient: { ...account, aadObjectId: to.bot },
    replyToId: `1:${'x'.repeat(60)}`,
  };
}

const cardIn = (activity: object): Json =>
  ((activity as { attachments?: { content: Json }[] }).attachments?.[0]?.content ?? {}) as Json;

const choicesIn = (input: JsonObject): JsonObject[] => (input.choices ?? []) as JsonObject[];

/** What an input holds when somebody fills it to the brim: the longest text, every box, the last of a list. */
function brimful(input: JsonObject): Json {
  const values = choicesIn(input).map(({ value }) => value);
  // What is typed to be found: all names of the town have a word that begins so.
  if (/Name$/.test(String(input.id))) return 'e';
  if (input.type === 'Input.Text') return textOf('Zz', Number(input.maxLength ?? LONGEST_INPUT));
  if (input.type === 'Input.ChoiceSet') return input.isMultiSelect ? values.join(',') : (values.at(-1) ?? '');
  if (input.type === 'Input.Toggle') return input.valueOn;
  return input.value ?? '';
}

/** The buttons of a card; one that sends the inputs along also with all of them filled. */
function tapsOn(card: Json): Tap[] {
  const inputs = ofType(card, 'Input.');
  const filled = (fill: (input: JsonObject) => Json) =>
    Object.fromEntries(inputs.map((input) => [String(input.id), fill(input)]));
  return ofType(card, 'Action.Execute').flatMap(({ verb, data, associatedInputs }): Tap[] => {
    const own = (data ?? {}) as JsonObject;
    if (associatedInputs === 'none' || inputs.length === 0) return [{ verb: String(verb), data: own }];
    return [(input: JsonObject) => `${input.value ?? ''}`, brimful].map((fill) => ({
      verb: String(verb),
      data: { ...own, ...filled(fill) },
    }));
  });
}

interface FormData {
  fields: readonly FormField[];
  problems: readonly string[];
  submit: { verb: string };
}

const formIn = ({ card }: Message) => (card?.template === 'form' ? (card.data as FormData) : undefined);
const fieldsOf = (message: Message) => formIn(message)?.fields;
const problemsOf = (message: Message) => formIn(message)?.problems ?? [];
const submitOf = (message: Message) => formIn(message)?.submit.verb;

export interface Visitor {
  /** As the results call them. */
  name: string;
  turn(text: string): Turn;
}

/** Goes over everything that a bot with these features shows. */
export function visits(features: readonly Feature[]) {
  const troubles: string[] = [];
  const dispatcher = createDispatcher({
    features,
    // What went wrong stands in the results: without it nobody could tell a fault from a machine that was too busy.
    log: pino({ level: 'error' }, { write: (line) => troubles.push(line) }),
    administrators: [],
    isTooMuch: () => false,
    everybody: async () => [],
    onReturn: async () => {},
    onWritten: async () => {},
  });
  const met: Met[] = [];
  const tapped = new Set<string>();
  const failed: string[] = [];
  const unmarked = new Set<string>();
  const needless = new Set<string>();

  /** Two people often meet the same card: each is drawn once. */
  const drawn = new Map<string, { met: Omit<Met, 'how'>; taps: Tap[] }>();
  function draw(message: Message) {
    const print = JSON.stringify([message.text, message.card]);
    const before = drawn.get(print);
    if (before) return before;
    const activity = activityOf(message);
    const card = cardIn(activity);
    const lists = ofType(card, 'Input.ChoiceSet');
    const found = {
      met: {
        size: sizeOf(activity),
        choices: Math.max(0, ...lists.map((input) => choicesIn(input).length)),
        isSearched: lists.some(({ id }) => /Found$/.test(String(id))),
      },
      taps: tapsOn(card).map((tap, n) => (n === 0 ? { ...tap, asItStands: fieldsOf(message) } : tap)),
    };
    drawn.set(print, found);
    return found;
  }

  /** Whether a form that was sent as it stood said beforehand what it then missed. */
  function compareMarks({ verb, asItStands: fields }: Tap, answer: Message): void {
    if (!fields) return;
    const isEmpty = ({ value }: FormField) => value === '';
    const again = fieldsOf(answer);
    const missed = again && submitOf(answer) === verb && problemsOf(answer).length > 0;
    const marked = fields.filter((field) => field.required && isEmpty(field));
    if (missed && marked.length === 0 && fields.some(isEmpty)) unmarked.add(verb);
    if (!missed && marked.length > 0 && again !== undefined) needless.add(verb);
  }

  function meet(how: string, message: Message): Tap[] {
    const { met: card, taps } = draw(message);
    met.push({ how, ...card });
    if (message.text.startsWith('Dit lukte niet')) failed.push(`${how}: ${troubles.at(-1)}`);
    return taps;
  }

  /** Says all of it, and taps every button that comes of it, and of that. */
  async function visit(
    { name, turn }: Visitor,
    says: readonly string[],
    knows: readonly Tap[] = [],
  ): Promise<void> {
    const counts = new Map<string, number>();
    const seen = new Set<string>();
    const found: Tap[] = [...knows];
    for (const text of says)
      found.push(...meet(`${name} zegt: ${text.slice(0, 60)}`, (await dispatcher.typed(turn(text))).message));
    for (let tap = found.shift(); tap; tap = found.shift()) {
      const { verb, data } = tap;
      const print = JSON.stringify(tap);
      const count = counts.get(verb) ?? 0;
      if (seen.has(print) || count >= TAPS_OF_ONE_VERB) continue;
      seen.add(print);
      counts.set(verb, count + 1);
      tapped.add(verb);
      const answer = await dispatcher.tapped(turn(''), verb, data);
      compareMarks(tap, answer);
      found.push(...meet(`${name} tikt: ${verb} ${print.slice(0, 80)}`, answer));
    }
  }

  /** Of many messages those with most in them, a few of each template: drawing all would take minutes. */
  function meetLongest(how: string, messages: readonly Message[]): void {
    const weight = ({ card }: Message) => JSON.stringify(card?.data ?? {}).length;
    const byTemplate = Map.groupBy(new Set(messages), ({ card }) => card?.template ?? 'text');
    for (const [template, some] of byTemplate)
      for (const message of some.toSorted((a, b) => weight(b) - weight(a)).slice(0, 5))
        meet(`${how}: ${template}`, message);
  }

  return { visit, meetLongest, met, tapped, failed, unmarked, needless };
}
