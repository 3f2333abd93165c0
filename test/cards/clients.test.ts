import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRender } from '../../src/bot/render.ts';
import { schemaKinds } from '../../src/conversation/field.ts';
import type { Action, Feature } from '../../src/conversation/offer.ts';
import { demoRegister } from '../features/mandates/registers.ts';
import { imported, somebody, startTestBot, type TestBot, tapped } from '../support/bot.ts';
import {
  type CardInput,
  clients,
  dialects,
  empties,
  filled,
  type InputKind,
  inputsOn,
} from '../support/clients.ts';
import { collectSamples } from './samples.ts';
import { type Json, type JsonObject, ofType } from './walk.ts';

/** A button of a card that sends what is filled in. */
interface Submit {
  card: string;
  verb: string;
  data: object;
  inputs: CardInput[];
}

const schemasOf = ({ actions }: Feature) =>
  Object.entries(actions).map(([verb, { schema }]) => [verb, schema] as const);

let submits: Submit[];
let schemas: Map<string, Action<unknown>['schema']>;

beforeAll(async () => {
  const { samples, features } = await collectSamples();
  const render = createRender({ refresh: false });
  schemas = new Map(features.flatMap(schemasOf));
  submits = samples.flatMap(({ name, message }) => {
    const card = render.card(message) as unknown as Json;
    const inputs = inputsOn(card);
    if (inputs.length === 0) return [];
    return ofType(card, 'Action.Execute')
      .filter(({ associatedInputs, verb }) => associatedInputs !== 'none' && verb !== 'help.say')
      .map(({ verb, data }: JsonObject) => ({ card: name, verb: `${verb}`, data: data as object, inputs }));
  });
});

const plainOf = (inputs: readonly CardInput[], value: (input: CardInput) => unknown) =>
  Object.fromEntries(inputs.map((input) => [input.id, value(input)]));

/** What the feature gets of a payload; 'refused' for one of which everything typed would be lost. */
function read(verb: string, payload: object): unknown {
  const parsed = schemas.get(verb)?.safeParse(JSON.parse(JSON.stringify(payload)));
  return parsed?.success ? parsed.data : 'refused';
}

/** Each way in which an input of a card may come back, with how the same comes back to the letter. */
function eachWay(run: (submit: Submit, input: CardInput, how: string, sent: unknown, plain: string) => void) {
  for (const submit of submits)
    for (const input of submit.inputs) {
      for (const [how, sent] of Object.entries(empties)) run(submit, input, how, sent, '');
      const plain = filled(input);
      for (const [how, say] of Object.entries(dialects[input.kind]))
        run(submit, input, how, say(plain, input), plain);
    }
}

/** Things that no form expects, and that a client or somebody with one may send all the same. */
const odd: Record<string, unknown> = {
  'something in words': 'zoiets als morgen, of drie',
  'a text that is longer than its field': 'Nog langer. '.repeat(500),
  'a large number': 1e21,
  'a yes': true,
  'a list of lists': [['a'], ['b', null]],
  'a thing with names': { value: 'a', title: 'A' },
};

/** By which kinds of field an input may be read: where a list became too long to choose from, its field is typed in. */
const readBy: Record<InputKind, readonly string[]> = {
  text: ['text', 'long'],
  number: ['number'],
  date: ['date'],
  time: ['time'],
  choice: ['choice', 'text'],
  choices: ['choices'],
  toggle: ['toggle'],
};

describe('what is filled in on a card', () => {
  test('is read alike however the client of somebody sends it', () => {
    const wrong = new Set<string>();
    eachWay(({ verb, data, inputs }, { id, kind }, how, sent, plain) => {
      const rest = { ...data, ...plainOf(inputs, filled) };
      const expected = read(verb, { ...rest, [id]: plain });
      const got = read(verb, { ...rest, [id]: sent });
      if (got === 'refused') wrong.add(`${verb}: ${kind} ${id} ${how} is refused`);
      else if (JSON.stringify(got) !== JSON.stringify(expected))
        wrong.add(`${verb}: ${kind} ${id} ${how} is read otherwise`);
    });
    expect([...wrong]).toEqual([]);
  });

  test('is read as the kind of field that it is', () => {
    const wrong = submits.flatMap(({ verb, inputs }) => {
      const kinds = schemaKinds(schemas.get(verb));
      return inputs
        .filter(({ id, kind }) => kinds[id] !== undefined && !readBy[kind].includes(kinds[id]))
        .map(({ id, kind }) => `${verb} reads the ${kind} ${id} as ${kinds[id]}`);
    });
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('is of a form that is tried here, for each action that reads any field', () => {
    const tried = new Set(submits.map(({ verb }) => verb));
    const reading = [...schemas].filter(([, schema]) =>
      Object.values(schemaKinds(schema)).some((part) => part !== 'carried'),
    );
    expect(reading.map(([verb]) => verb).filter((verb) => !tried.has(verb))).toEqual([]);
    expect(reading.length).toBeGreaterThan(30);
  });

  test('is never refused, whatever stands in a field', () => {
    const refused = submits.flatMap(({ verb, data, inputs }) =>
      inputs.flatMap(({ id }) =>
        Object.entries(odd)
          .filter(([, sent]) => read(verb, { ...data, ...plainOf(inputs, filled), [id]: sent }) === 'refused')
          .map(([what]) => `${verb}: ${id} with ${what}`),
      ),
    );
    expect([...new Set(refused)]).toEqual([]);
  });

  test('can be sent again as it was read, when the tap failed', () => {
    const refused = submits.filter(({ verb, data, inputs }) => {
      const once = read(verb, { ...data, ...plainOf(inputs, filled) });
      return JSON.stringify(read(verb, once as object)) !== JSON.stringify(once);
    });
    expect(refused.map(({ verb }) => verb)).toEqual([]);
  });
});

describe('a form that is sent', () => {
  const keeper = somebody(60, 'Petra Gracht');
  let bot: TestBot;
  beforeAll(async () => {
    const access = ['manager', 'projectleider', 'mandaatbeheerder', 'beheerder'] as const;
    bot = await startTestBot({
      now: '2026-11-25T11:00:00Z',
      // One person sends thousands of forms while the clock stands still.
      env: { TURNS_PER_MINUTE: '1000000' },
      seed: async ({ people, register }) => {
        await register.replace(await register.current(), demoRegister(), '2026-11-20T09:00:00.000Z');
        await people.save([imported(keeper, { access: [...access] })]);
      },
    });
  });
  afterAll(() => bot.stop());

  /** What somebody reads who sends the forms so that each input has what `send` makes of it. */
  async function answers(send: (input: CardInput) => unknown): Promise<string[]> {
    const lost: string[] = [];
    for (const { card, verb, data, inputs } of submits) {
      const { status, body } = await bot.post(tapped(keeper, verb, { ...data, ...plainOf(inputs, send) }));
      const words = JSON.stringify(body);
      if (status !== 200 || /Deze kaart werkt niet meer|Dit lukte niet/.test(words))
        lost.push(`${card}: ${verb}`);
    }
    return lost;
  }

  test.each(Object.entries(clients))('by %s always gets an answer of its own', async (_, { empty, ways }) => {
    expect(await answers((input) => dialects[input.kind][ways[input.kind]]?.(filled(input), input))).toEqual(
      [],
    );
    expect(await answers(() => empty)).toEqual([]);
  });

  test.each(Object.entries(odd))('with %s gets one too', async (_, sent) => {
    expect(await answers(() => sent)).toEqual([]);
  });
});
