import type { IbroRole } from '../../../people/person.ts';
import type { MethodStep } from '../../../people/steps.ts';
import type { Theme } from '../../../people/themes.ts';
import type { Fact } from './facts.ts';

/**
 * The six personas (docs/method.md step 5): what somebody may recognise in themselves today, never what they
 * are.
 */
export const personas = ['ellen', 'jasper', 'noor', 'bram', 'sanne', 'mila'] as const;
export type Persona = (typeof personas)[number];

/** What a tip rests on: a step of the method, or a fact from `facts.ts`. */
export type TipBasis = { step: MethodStep } | { fact: Fact };

/**
 * One thing to do this week. It names no persona and no feeling, and fits whoever reads it: `persona`, `role`, `step`
 * and `themes` only say whom and when it fits best. A tip without step fits every step.
 */
export interface Tip {
  /** Never used again for another tip: histories point at it. */
  id: string;
  for: 'employee' | 'manager';
  persona?: Persona;
  role?: IbroRole;
  step?: MethodStep;
  /** Only for who is in a pilot that runs: it says what to do there. */
  forPilot?: true;
  themes: readonly Theme[];
  /** What to do, the first sentence first: it stands out on the card. */
  act: string;
  /** Why it helps. */
  why: string;
  /** About how long it takes. */
  minutes: number;
  basis: TipBasis;
}

/** A tip as its file writes it: for whom it is holds for the whole file, and is added when the files come together. */
export type WrittenTip = Omit<Tip, 'for' | 'persona' | 'role'>;

/** All that is written about one persona. */
export interface PersonaContent {
  persona: Persona;
  /** "Ellen". */
  name: string;
  /** "de Behoedzame"; the only name where a municipality leaves first names out. */
  epithet: string;
  /**
   * The card that a person recognises themselves in, in the second person: the fields of the method (docs/method.md step 5). Ellen's are
   * in the method; those of the other five are ours, from the core, what a style brings and what it needs.
   */
  card: {
    core: string;
    says: string;
    about: string;
    character: readonly string[];
    goals: readonly string[];
    challenges: readonly string[];
    needs: readonly string[];
  };
  /** For managers: about the style, never about a person in the team (docs/method.md step 5.3). */
  compass: { brings: string; needs: string; difficult: string; opening: string };
  employee: readonly WrittenTip[];
  manager: readonly WrittenTip[];
}
