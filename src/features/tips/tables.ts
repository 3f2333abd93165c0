import { dutchDay } from '../../calendar/clock.ts';
import { below, type DataSubject, defineTable, exactly, key, partsOf } from '../../storage/index.ts';
import { builtInTips } from './content/index.ts';
import type { Persona, Tip } from './content/types.ts';
import { PERSONA_DAYS } from './personas/rules.ts';

const ownPseudonyms = ({ pseudonyms }: DataSubject) =>
  pseudonyms
    .filter(({ team, purpose }) => team === '' && purpose === 'tip')
    .map(({ pseudonym }) => pseudonym);

/** A persona that somebody recognised. Partition: tenant. Row: the person's pseudonym for tips. */
export interface PersonaRow {
  /** Sealed. */
  persona: Persona;
  /** The day of the choice, from which it expires (trust:persona-is-private). */
  day: string;
}

export const personasTable = defineTable<PersonaRow>({
  name: 'personas',
  namesPeople: false,
  coded: true,
  owner: 'tips',
  holds: 'de stijl die je vandaag herkende, onder een code in plaats van je naam',
  seenBy: 'alleen jij',
  retention: { days: PERSONA_DAYS, from: 'day' },
  codes: () => [{ of: 'row', part: 0, place: '', purpose: 'tip' }],
  sealed: { fields: ['persona'], bytes: 64, beside: 'day' },
  person: {
    kind: 'personal',
    rows: (who) =>
      ownPseudonyms(who).map((pseudonym) => ({ partition: key(who.tenant), ...exactly(pseudonym) })),
    // Which one is not known of a row that does not open.
    describe: ({ persona, day }) =>
      `Op ${dutchDay(day)} koos je ${persona ? persona.charAt(0).toUpperCase() + persona.slice(1) : 'een stijl'}.`,
  },
});

/** The first sentence of a tip, to know it by: an own one, or one that does not come with Kompas any more, is not at hand here. */
function firstOf(id: string): string {
  const act = builtInTips.find((tip) => tip.id === id)?.act;
  return act?.match(/^.*?[.?!](?=\s|$)/s)?.[0] ?? 'een tip van je gemeente, of een die er niet meer is.';
}

/**
 * A tip that somebody saw. Partition: tenant and the person's pseudonym for tips. Row: `t|code of person and tip`. All but
 * the week is sealed: a tip may tell the style of who saw it.
 */
export interface SeenRow {
  /** The Monday of the week in which it was shown, from which retention counts. */
  day: string;
  tip: string;
  /** The day on which it was shown; again only after twelve weeks. */
  shown?: string;
  /** The person said that it helps or is done, or went on to another tip. */
  done?: boolean;
  /** "Niet voor mij". */
  never?: boolean;
  /** "Later": in the list of kept tips. */
  kept?: boolean;
}

export const seenTipsTable = defineTable<SeenRow>({
  name: 'seentips',
  namesPeople: false,
  coded: true,
  owner: 'tips',
  holds: 'welke tips je zag, onder een code in plaats van je naam',
  seenBy: 'alleen jij',
  retention: { days: 26 * 7, from: 'day' },
  codes: ({ row, value: { tip } }) => [
    { of: 'partition', part: 1, place: '', purpose: 'tip' },
    // In a row from before they were sealed stands the tip itself.
    ...(tip === undefined || partsOf(row)[1] === tip
      ? []
      : [{ of: 'row' as const, part: 1, place: tip, purpose: 'tip' }]),
  ],
  sealed: { fields: ['tip', 'shown', 'done', 'never', 'kept'], bytes: 256, beside: 'day' },
  person: {
    kind: 'personal',
    rows: (who) =>
      ownPseudonyms(who).map((pseudonym) => ({ partition: key(who.tenant, pseudonym), ...below('t') })),
    describe: ({ tip, day, shown = day, never, kept }) =>
      `Op ${dutchDay(shown)} zag je de tip: ${firstOf(tip)}${never ? ' Je koos: niet voor mij.' : ''}${kept ? ' Die bewaarde je voor later.' : ''}`,
  },
});

/** How often a tip helped, once for each time that somebody was shown it, and nothing about who. Partition: tenant. Row: id of the tip. */
export interface HelpfulRow {
  helpful: number;
  /** How many of those count in choosing; none in a row from before they waited for each other. */
  counted?: number;
}

export const helpfulTipsTable = defineTable<HelpfulRow>({
  name: 'helpfultips',
  namesPeople: false,
  owner: 'tips',
  holds: 'hoe vaak een tip hielp, zonder wie',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit om tips te kiezen',
  retention: { forever: 'zolang de tip bestaat' },
  person: { kind: 'none', why: 'Er staat alleen een aantal per tip.' },
});

/** What a municipality changed in the built-in tips. Partition: tenant. Row: id of the tip. */
export interface LibraryRow {
  /** The municipality's own tip or its version of a built-in one; none when the tip is only switched off. */
  tip?: Tip;
  off?: boolean;
}

export const tipLibraryTable = defineTable<LibraryRow>({
  name: 'tiplibrary',
  namesPeople: false,
  owner: 'tips',
  holds: 'tips die jouw gemeente toevoegde, wijzigde of uitzette',
  seenBy: 'iedereen, als tip',
  retention: { forever: 'tot een beheerder ze wijzigt' },
  json: ['tip'],
  person: { kind: 'none', why: 'Een tip gaat over niemand.' },
});
