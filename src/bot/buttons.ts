/** So many buttons of a set are in sight: one thing to do, and a few others (docs/cards.md). */
const MOST_IN_SIGHT = 4;
/** A client draws no more buttons than these in one set, and leaves out the rest. */
const MOST_IN_A_SET = 6;

interface Element {
  type?: string;
  id?: string;
  actions?: readonly object[];
  [other: string]: unknown;
}

/**
 * The same elements of a card, in which no set shows more than four buttons: the first three stay, and "Meer" shows the others.
 * Nothing is asked of Kompas for that. `within` keeps the ids of one card apart.
 */
export function withFewButtons(elements: readonly object[], within = 'meer'): object[] {
  return elements.flatMap((element, place) => split(element as Element, `${within}-${place}`));
}

function split(element: Element, id: string): object[] {
  const { type, actions = [], items, columns } = element;
  if (type === 'ActionSet' && actions.length > MOST_IN_SIGHT) {
    const others = actions.slice(MOST_IN_SIGHT - 1);
    const sets = Array.from({ length: Math.ceil(others.length / MOST_IN_A_SET) }, (_, n) => ({
      type: 'ActionSet',
      id: n === 0 ? id : `${id}-${n + 1}`,
      isVisible: false,
      spacing: 'Small',
      actions: others.slice(n * MOST_IN_A_SET, (n + 1) * MOST_IN_A_SET),
    }));
    const more = {
      type: 'Action.ToggleVisibility',
      title: 'Meer',
      targetElements: sets.map((set) => set.id),
    };
    return [{ ...element, actions: [...actions.slice(0, MOST_IN_SIGHT - 1), more] }, ...sets];
  }
  if (Array.isArray(items)) return [{ ...element, items: withFewButtons(items, id) }];
  if (Array.isArray(columns)) return [{ ...element, columns: withFewButtons(columns, id) }];
  return [element];
}
