import { type Json, type JsonObject, ofType } from '../cards/walk.ts';

/** A kind of input on a card: what its value means, whatever a client makes of it. */
export type InputKind = 'text' | 'number' | 'date' | 'time' | 'choice' | 'choices' | 'toggle';

/** An input on a card. */
export interface CardInput {
  id: string;
  kind: InputKind;
  /** What a client sends that changes nothing and follows the documentation to the letter: '' for an empty input. */
  value: string;
  /** What can be chosen: of a toggle first what says yes and then what says no. */
  choices: string[];
}

/** What a client may send: other things than text too. */
type Sent = unknown;

const kinds: Record<string, InputKind> = {
  'Input.Text': 'text',
  'Input.Number': 'number',
  'Input.Date': 'date',
  'Input.Time': 'time',
  'Input.ChoiceSet': 'choice',
  'Input.Toggle': 'toggle',
};

/** Every input of a card, those behind a button that unfolds a card too. */
export function inputsOn(card: Json): CardInput[] {
  return ofType(card, 'Input.').map((input) => {
    const { id, type, value, isMultiSelect, choices = [], valueOn = 'true', valueOff = 'false' } = input;
    const kind = isMultiSelect === true ? 'choices' : kinds[`${type}`];
    if (!kind) throw new RangeError(`no kind for ${type}`);
    return {
      id: `${id}`,
      kind,
      value: `${value ?? ''}`,
      choices:
        kind === 'toggle'
          ? [`${valueOn}`, `${valueOff}`]
          : (choices as JsonObject[]).map((choice) => `${choice.value}`),
    };
  });
}

/** Something that a person may fill in, other than nothing. */
export function filled({ kind, value, choices }: CardInput): string {
  if (value !== '') return value;
  const [first = 'x', second = first] = choices;
  return {
    text: 'Eerst bellen 12 keer',
    number: '3.5',
    date: '2026-12-01',
    time: '13:05',
    choice: first,
    choices: first === second ? first : `${first},${second}`,
    toggle: first,
  }[kind];
}

/** What clients send for an input that was left empty. */
export const empties: Record<string, Sent> = {
  'is left out': undefined,
  'is null': null,
  'is empty text': '',
  'is a space': ' ',
  'is a hard space': '\u00A0',
  'is a mark without width': '\u200B',
  'is a joiner without width': '\u200D',
};

const isNumber = (value: string) => value !== '' && `${Number(value)}` === value;
const asNumber = (value: string): Sent => (isNumber(value) ? Number(value) : value);
const each = (list: string): string[] => list.split(',').filter(Boolean);

const isClock = (text: string) => /^\d{2}:\d{2}$/.test(text);

/** 13:05 is "1:05 PM", with whatever stands between. */
function halfDay(time: string, between: string, [am, pm]: readonly [string, string]): string {
  if (!isClock(time)) return time;
  const [hours = '', minutes = ''] = time.split(':');
  return `${Number(hours) % 12 || 12}:${minutes}${between}${Number(hours) < 12 ? am : pm}`;
}

/** Something behind a day or a time. What somebody typed in its place comes as it is. */
const withTail = (tail: string) => (text: string) =>
  /^(\d{4}-\d{2}-\d{2}|\d{2}:\d{2})$/.test(text) ? `${text}${tail}` : text;

/** The ways in which clients send a value, by the kind of input. Each takes the plain value and means the same. */
export const dialects: Record<InputKind, Record<string, (plain: string, input: CardInput) => Sent>> = {
  text: {
    'as a number where it looks like one': asNumber,
    'with hard spaces': (text) => text.replaceAll(' ', '\u00A0'),
    'with narrow hard spaces': (text) => text.replaceAll(' ', '\u202F'),
    'with marks without width': (text) => [...text].join('\u200B'),
    'with a mark in front': (text) => `\uFEFF${text}`,
    'with line ends of Windows': (text) => `${text.replaceAll('\n', '\r\n')}\r\n`,
    'with line ends of an old Mac': (text) => `${text.replaceAll('\n', '\r')}\r`,
    'with spaces around it': (text) => `  ${text} \n`,
    'in a list of one': (text) => [text],
    'with half an emoji behind it': (text) => `${text}\uD83D`,
  },
  number: {
    'as a number': asNumber,
    'with a comma': (text) => text.replace('.', ','),
    'with spaces around it': (text) => ` ${text} `,
    'with a nought behind it': (text) => (text.includes('.') ? `${text}0` : text),
    'in a list of one': (text) => [text],
  },
  date: {
    'as midnight in UTC': withTail('T00:00:00Z'),
    'as midnight in UTC to the millisecond': withTail('T00:00:00.000Z'),
    'as midnight in Amsterdam': withTail('T00:00:00.000+01:00'),
    'as midnight in America': withTail('T00:00:00-05:00'),
    'as midnight somewhere': withTail('T00:00:00'),
    'as late in the evening': withTail('T23:30:00Z'),
    'with a space before the time': withTail(' 00:00:00'),
    'as a day and a minute': withTail('T00:00'),
    'with spaces around it': (day) => ` ${day} `,
    'in a list of one': (day) => [day],
  },
  time: {
    'with seconds': withTail(':00'),
    'with milliseconds': withTail(':00.000'),
    'with a time zone': withTail(':00Z'),
    'without a leading nought': (time) => time.replace(/^0/, ''),
    'behind a day': (time) => (isClock(time) ? `2026-12-01T${time}:00Z` : time),
    'behind a day, to the millisecond': (time) => (isClock(time) ? `2026-12-01T${time}:00.000+01:00` : time),
    'in twelve hours': (time) => halfDay(time, ' ', ['AM', 'PM']),
    'in twelve hours with a narrow space': (time) => halfDay(time, '\u202F', ['AM', 'PM']),
    'in twelve hours, small': (time) => halfDay(time, '', ['am', 'pm']),
    'in twelve hours with dots': (time) => halfDay(time, ' ', ['a.m.', 'p.m.']),
    'with spaces around it': (time) => ` ${time} `,
  },
  choice: {
    'as a number where it looks like one': asNumber,
    'as yes or no where it says so': (value) => (/^(true|false)$/.test(value) ? value === 'true' : value),
    'in a list of one': (value) => [value],
    'with a comma in front': (value) => (value === '' ? '' : `,${value}`),
    'with a comma behind': (value) => (value === '' ? '' : `${value},`),
  },
  choices: {
    'with a comma in front': (list) => `,${list}`,
    'with a comma behind': (list) => `${list},`,
    'with spaces between': (list) => each(list).join(', '),
    'with semicolons': (list) => each(list).join(';'),
    'as a list': each,
    'as a list with nothing in it too': (list) => [null, ...each(list), ''],
    'as a list of one text': (list) => [list],
    'as a number where it is one': asNumber,
    'as a list of numbers where they are': (list) => each(list).map(asNumber),
    'with one chosen twice': (list) => (list === '' ? '' : `${list},${each(list)[0]}`),
  },
  toggle: {
    'as yes or no': (value, { choices: [on] }) => value === on,
    'as yes or no in words': (value, { choices: [on] }) => `${value === on}`,
    'as yes or no in words with a capital': (value, { choices: [on] }) => (value === on ? 'True' : 'False'),
    'as one or nought': (value, { choices: [on] }) => (value === on ? 1 : 0),
    'in capitals': (value) => value.toUpperCase(),
  },
};

/** What one client makes of each kind of field, and of one that was left empty. */
export interface Client {
  empty: Sent;
  ways: Record<InputKind, string>;
}

const way = <Kind extends InputKind>(kind: Kind, how: string) => {
  const say = dialects[kind][how];
  if (!say) throw new RangeError(`no client sends ${kind} ${how}`);
  return say;
};

/** Clients that together send each kind of field in many ways. Each says the same. */
export const clients: Record<string, Client> = {
  'a phone that sends what it holds': {
    empty: null,
    ways: {
      text: 'as a number where it looks like one',
      number: 'as a number',
      date: 'as midnight in UTC to the millisecond',
      time: 'with seconds',
      choice: 'as a number where it looks like one',
      choices: 'as a list',
      toggle: 'as yes or no',
    },
  },
  'a phone that counts in twelve hours': {
    empty: ' ',
    ways: {
      text: 'with line ends of Windows',
      number: 'with a comma',
      date: 'as midnight in Amsterdam',
      time: 'in twelve hours with a narrow space',
      choice: 'in a list of one',
      choices: 'with a comma in front',
      toggle: 'as yes or no in words with a capital',
    },
  },
  'an old client': {
    empty: '\u200B',
    ways: {
      text: 'with hard spaces',
      number: 'with spaces around it',
      date: 'as late in the evening',
      time: 'behind a day',
      choice: 'as yes or no where it says so',
      choices: 'with semicolons',
      toggle: 'as one or nought',
    },
  },
  'a client into which everything is pasted': {
    empty: '\r\n',
    ways: {
      text: 'with marks without width',
      number: 'in a list of one',
      date: 'with spaces around it',
      time: 'with spaces around it',
      choice: 'in a list of one',
      choices: 'as a list with nothing in it too',
      toggle: 'in capitals',
    },
  },
};

const inputKinds: Record<string, InputKind> = { long: 'text' };

/**
 * What a button carries and what was filled in, as a client sends it. `parts` says of each name what it is
 * (`schemaKinds`); what a test sends as something else than text stays so.
 */
export function sentBy(
  { empty, ways }: Client,
  data: Readonly<Record<string, Sent>>,
  parts: Readonly<Record<string, string>>,
): Record<string, Sent> {
  const fields = Object.entries(parts).filter(([, part]) => part !== 'carried');
  const sent = fields.map(([id, part]) => {
    const kind = inputKinds[part] ?? (part as InputKind);
    const plain = data[id] ?? '';
    if (typeof plain !== 'string') return [id, plain];
    const choices = ['ja', 'nee'].includes(plain) ? ['ja', 'nee'] : ['true', 'false'];
    return [id, plain === '' ? empty : way(kind, ways[kind])(plain, { id, kind, value: plain, choices })];
  });
  return { ...data, ...Object.fromEntries(sent) };
}
