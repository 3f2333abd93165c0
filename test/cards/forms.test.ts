import { beforeAll, expect, test } from 'vitest';
import { createRender } from '../../src/bot/render.ts';
import { CANCEL } from '../../src/conversation/cancelling.ts';
import { collectSamples } from './samples.ts';
import { type Json, type JsonObject, ofType } from './walk.ts';

/** Cards with fields that are no form somebody opened: what they are instead. */
const noForms: Record<string, string> = {
  'mandate-answer': 'an answer; its fields open one by one under it and close with the same tap',
  retro: 'the board of the team, with a field to add to it',
  learnings: 'a question to the team with a yes and a no; the field goes with the no',
};

const render = createRender({ refresh: true });
let cards: { name: string; template: string; card: JsonObject }[];

beforeAll(async () => {
  const { samples } = await collectSamples();
  cards = samples.map(({ name, message }) => ({
    name,
    template: message.card?.template ?? '',
    card: render.card(message) as unknown as JsonObject,
  }));
});

const cancelsOf = (card: Json) => ofType(card, 'Action.Execute').filter(({ verb }) => verb === CANCEL);

test('every form has one "Annuleer" that sends nothing of what was filled in', () => {
  const forms = cards.filter(
    ({ template, card }) => ofType(card, 'Input.').length > 0 && noForms[template] === undefined,
  );
  expect(forms.length).toBeGreaterThan(20);
  const wrong = forms.flatMap(({ name, card }) => {
    const cancels = cancelsOf(card);
    const isRight =
      cancels.length > 0 &&
      cancels.every(({ title, associatedInputs }) => title === 'Annuleer' && associatedInputs === 'none');
    return isRight ? [] : [name];
  });
  expect(wrong).toEqual([]);
});

test('no form leaves in another way that is called so', () => {
  const others = cards.flatMap(({ name, card }) =>
    ofType(card, 'Action.').some(({ title, verb }) => title === 'Annuleer' && verb !== CANCEL) ? [name] : [],
  );
  expect(others).toEqual([]);
});

test('each card that is said to be no form has fields', () => {
  const withFields = new Set(
    cards.flatMap(({ template, card }) => (ofType(card, 'Input.').length > 0 ? [template] : [])),
  );
  expect(Object.keys(noForms).filter((template) => !withFields.has(template))).toEqual([]);
});
