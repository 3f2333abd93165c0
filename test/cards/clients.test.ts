import { beforeAll, describe, expect, test } from 'vitest';
import { createRender } from '../../src/bot/render.ts';
import { type CardInput, dialects, empties, filled, inputsOn } from '../support/clients.ts';
import { collectSamples } from './samples.ts';
import { type Json, type JsonObject, ofType } from './walk.ts';

/** A button of a card that sends what is filled in. */
interface Submit {
  card: string;
  verb: string;
  data: object;
  inputs: CardInput[];
}

let submits: Submit[];
let schemas: Map<string, { safeParse(sent: unknown): { success: boolean; data?: unknown } }>;

beforeAll(async () => {
  const { samples, features } = await collectSamples();
  const render = createRender({ refresh: false });
  schemas = new Map(
    features.flatMap(({ actions }) => Object.entries(actions).map(([verb, { schema }]) => [verb, schema])),
  );
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
});
