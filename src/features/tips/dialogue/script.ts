import { createHash } from 'node:crypto';

/** One card of the workshop: what it is about, what to do, and how long that may take. */
export interface Scene {
  title: string;
  minutes: number;
  lines: readonly string[];
}

/**
 * The team dialogue in five cards and 45 minutes (docs/method.md step 5.2). The last one takes the
 * agreements.
 */
export const scenes: readonly Scene[] = [
  {
    title: 'Wat past vandaag bij jou?',
    minutes: 8,
    lines: [
      'Kies een gespreksleider en iemand die de tijd bewaakt.',
      'Lees ieder voor zich de zes stijlen. Typ in je eigen chat met mij: mijn stijl.',
      'Vertel in één zin wat je vandaag herkent. Niets zeggen mag ook.',
    ],
  },
  {
    title: 'Wat geeft je energie?',
    minutes: 8,
    lines: [
      'Noem één moment van de laatste weken waarop je werk lekker liep.',
      'Vertel wat daaraan hielp: de taak, de tijd, een collega?',
      'Luister. Reageren komt later.',
    ],
  },
  {
    title: 'Wat maakt je onzeker?',
    minutes: 9,
    lines: [
      'Noem één ding in de verandering dat voor jou nog niet duidelijk is.',
      'Vraag door: wat zou je als eerste willen weten?',
      'Los het nog niet op. Leg hooguit vast wie het kan uitzoeken.',
    ],
  },
  {
    title: 'Hoe helpen we elkaar?',
    minutes: 10,
    lines: [
      'Maak tweetallen. Vraag: wat kan ik doen waar jij iets aan hebt?',
      'En ook: wat kan ik beter laten?',
      'Noem daarna per tweetal één ding dat voor het hele team werkt.',
    ],
  },
  {
    title: 'Wat spreken we af?',
    minutes: 10,
    lines: [
      'Kies samen hooguit vijf afspraken. Klein en zichtbaar werkt het best.',
      'Een afspraak gaat over wat jullie doen, niet over één persoon.',
      'Over vier weken vraag ik of de afspraken nog kloppen.',
    ],
  },
];

/** An agreement is cut at so many characters, and a team has at most so many. */
export const LONGEST_AGREEMENT = 300;
export const MOST_AGREEMENTS = 5;

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
const signs = (text: string) => [...tidy(text)];

/** Agreements as typed: trimmed, empty ones left out, each once whatever its capitals, cut at their longest. */
export function agreementsFrom(texts: readonly string[]): string[] {
  const cut = texts
    .map((text) => signs(text).slice(0, LONGEST_AGREEMENT).join('').trim())
    .filter((text) => text !== '');
  const lower = cut.map((text) => text.toLowerCase());
  return cut.filter((_, n) => lower.indexOf(lower[n] ?? '') === n).slice(0, MOST_AGREEMENTS);
}

/** What to say when something had to be cut (trust:text-is-data); empty when nothing was. */
export function tooLong(texts: readonly string[]): string {
  return texts.some((text) => signs(text).length > LONGEST_AGREEMENT)
    ? `Een afspraak was te lang: ik bewaarde de eerste ${LONGEST_AGREEMENT} tekens.`
    : '';
}

/** A short text that changes when the agreements do. */
export function versionOf(agreements: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(agreements)).digest('hex').slice(0, 16);
}
