import { readFileSync } from 'node:fs';
import { prepareTemplate } from './template.ts';

const template = prepareTemplate(
  JSON.parse(readFileSync(new URL('../../cards/parts/seen-by.json', import.meta.url), 'utf8')),
);

/** The row of buttons of a template that the question may stand in has this id. */
const BUTTONS = 'knoppen';
/** So many buttons stand before the question, so that it never goes behind "Meer" (`buttons.ts`). */
const BEFORE = 2;

interface Element {
  type?: string;
  id?: string;
  actions?: readonly object[];
  items?: readonly object[];
  [other: string]: unknown;
}

const question = {
  type: 'Action.ToggleVisibility',
  title: 'Wie ziet dit?',
  targetElements: ['wie-ziet-dit'],
};

/**
 * The same elements of a card with a button "Wie ziet dit?", which shows `seenBy` right under it and asks nothing of Kompas. It
 * stands beside the button that sends the form, or in a row of its own at the end. Lines of `seenBy` are paragraphs; without any
 * the elements stay as they are.
 */
export function withSeenBy(elements: readonly object[], seenBy: string): readonly object[] {
  if (seenBy === '') return elements;
  const answer = template({ lines: seenBy.split('\n') }) as object;
  const placed = besideButtons(elements, answer);
  return placed ?? [...elements, { type: 'ActionSet', spacing: 'Medium', actions: [question] }, answer];
}

/** Undefined where there is no row of buttons to stand in. */
function besideButtons(elements: readonly object[], answer: object): object[] | undefined {
  for (const [place, element] of elements.entries()) {
    const { id, actions = [], items } = element as Element;
    const instead =
      id === BUTTONS
        ? [{ ...element, actions: [...actions.slice(0, BEFORE), question, ...actions.slice(BEFORE)] }, answer]
        : inside(element, items, answer);
    if (instead) return [...elements.slice(0, place), ...instead, ...elements.slice(place + 1)];
  }
  return undefined;
}

function inside(element: object, items: readonly object[] | undefined, answer: object): object[] | undefined {
  const placed = items && besideButtons(items, answer);
  return placed && [{ ...element, items: placed }];
}
