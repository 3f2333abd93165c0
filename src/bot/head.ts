import { readFileSync } from 'node:fs';
import { type Head, type Kind, kindWords, type State } from '../conversation/cards/head.ts';
import { prepareTemplate } from './template.ts';

const folder = new URL('../../cards/', import.meta.url);
const template = prepareTemplate(JSON.parse(readFileSync(new URL('parts/head.json', folder), 'utf8')));

interface Icon {
  /** What is drawn, for who cannot see it. */
  name: string;
  light: string;
  dark: string;
}

/** Sent along with the card: Teams then has nothing to fetch, and nobody can tell from a fetch that a card was opened. */
const picture = (file: string) =>
  `data:image/png;base64,${readFileSync(new URL(`icons/${file}.png`, folder)).toString('base64')}`;

/** What is drawn: the title of the drawing. */
const drawn = (kind: string) =>
  /<title>(.+)<\/title>/.exec(readFileSync(new URL(`icons/${kind}.svg`, folder), 'utf8'))?.[1] ?? '';

const icons = new Map<string, Icon>(
  Object.keys(kindWords).map((kind) => [
    kind,
    { name: drawn(kind), light: picture(`${kind}-light`), dark: picture(`${kind}-dark`) },
  ]),
);

/** How each tone looks: as a badge in Teams, and as text where there are no badges. */
const tones: Readonly<Record<State['tone'], { style: string; color: string }>> = {
  good: { style: 'Good', color: 'Good' },
  warning: { style: 'Warning', color: 'Warning' },
  attention: { style: 'Attention', color: 'Attention' },
  quiet: { style: 'Subtle', color: 'Default' },
};

/** The line at the top of a card: its icon, what kind it is, what it is about and how that stands. */
export function headOf({ kind, place = '', state }: Head): object {
  return template({
    icon: iconOf(kind),
    words: kindWords[kind],
    place,
    state: state && { words: state.words, ...tones[state.tone] },
  }) as object;
}

function iconOf(kind: Kind): Icon {
  const icon = icons.get(kind);
  if (!icon) throw new RangeError(`there is no icon of ${kind}`);
  return icon;
}
