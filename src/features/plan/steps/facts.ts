import { ibroRoles } from '../../../people/person.ts';
import type { ClosedPilot } from '../../pilots/contract.ts';
import type { RolesState } from '../../roles/contract.ts';
import type { DialogueState } from '../../tips/contract.ts';
import type { CriterionId, PlanForm } from '../content/step.ts';

/** How the course of the municipality stands. Days are ISO dates. */
export interface CourseState {
  adoptedOn?: string;
  /** It was changed since, and has to be adopted anew. */
  isChanged: boolean;
  /** The day on which Kompas told it in the channels of teams. */
  toldOn?: string;
}

/** How far what stays is written down and handed over. */
export interface SecuringState {
  /** What is not recorded yet, in a few words each. */
  missing: readonly string[];
  /** Of so many things to hand over so many were. */
  toHandOver: number;
  handedOver: number;
}

/** All that Kompas knows by itself about the criteria of the plan. */
export interface Facts {
  roles: RolesState;
  pilots: readonly ClosedPilot[];
  dialogue: DialogueState;
  learning: { adoptedLines: readonly string[]; firstActivityOn?: string };
  course: CourseState;
  securing: SecuringState;
}

/** What Kompas knows of a criterion, and by what: undefined where it cannot know. */
export interface Known {
  done: boolean | undefined;
  /** One sentence. */
  why: string;
  /** True where it has to be done anew, also where its step was closed. */
  again?: true;
}

const yes = (why: string): Known => ({ done: true, why });
const no = (why: string): Known => ({ done: false, why });
/** Of so many teams fewer than all. */
const inSome = (count: number, teams: number) =>
  count === 0 ? 'In nog geen team' : `In ${count} van de ${teams} teams`;

function pictures({ large, small, pictured }: RolesState): Known {
  if (large === 0) return { done: undefined, why: 'Van teams kleiner dan 6 mensen weet Kompas dit niet.' };
  if (pictured < large) return no(`${inSome(pictured, large)} is er een beeld van de taken.`);
  if (small > 0)
    return {
      done: undefined,
      why: 'In elk team van 6 of meer is er een beeld. Van kleinere teams weet Kompas het niet.',
    };
  return yes('In elk team is er een beeld uit minstens 6 bevestigde takenmatrices.');
}

function tried(pilots: readonly ClosedPilot[]): Known {
  const whole = pilots.find((one) => one.whole);
  if (whole) return yes(`Een ${whole.title.toLowerCase()} is afgerond.`);
  return no(
    pilots.length > 0
      ? 'Wat is afgerond, duurde geen hele week.'
      : 'Er is nog geen rolpilot of proefweek afgerond.',
  );
}

const learned = (pilots: readonly ClosedPilot[], which: 'learned' | 'shared', nothing: string): Known => {
  const count = pilots.reduce((sum, one) => sum + one[which], 0);
  const what = which === 'shared' ? 'gedeeld' : 'vastgelegd';
  return count > 0
    ? yes(`Er ${count === 1 ? 'is 1 leerpunt' : `zijn ${count} leerpunten`} ${what}.`)
    : no(nothing);
};

function through(pilots: readonly ClosedPilot[], form: PlanForm): Known {
  const fitting = pilots.filter((one) => form === 'light' || one.isProcess);
  if (fitting.some(({ whole }) => whole))
    return yes(form === 'light' ? 'Een pilot met één stroom is doorlopen.' : 'Een procespilot is doorlopen.');
  if (fitting.length > 0) return no('Wat is afgerond, is niet van begin tot eind doorlopen.');
  return no(
    form === 'light' ? 'Er is nog geen mini-pilot afgerond.' : 'Er is nog geen procespilot afgerond.',
  );
}

const inTeams = (count: number, teams: number, what: string): Known =>
  teams > 0 && count >= teams ? yes(`In elk team ${what}.`) : no(`${inSome(count, teams)} ${what}.`);

function lines({ adoptedLines }: Facts['learning']): Known {
  const missing = ibroRoles.filter((role) => !adoptedLines.includes(role));
  return missing.length === 0
    ? yes('Van elke rol is de leerlijn vastgesteld.')
    : no(`Nog geen leerlijn voor: ${missing.join(', ')}.`);
}

/**
 * What Kompas knows of a criterion, by facts alone; undefined for what people have to say themselves. It never calls something done
 * that it cannot know.
 */
export function knownOf(id: CriterionId, form: PlanForm, facts: Facts): Known | undefined {
  const { roles, pilots, dialogue, learning, course, securing } = facts;
  const [rolePilots, processPilots] = [3, 7].map((step) => pilots.filter((one) => one.step === step));
  switch (id) {
    case 'matrices':
    case 'indications':
      return pictures(roles);
    case 'adopted':
      if (course.adoptedOn === undefined) return no('De koers is nog niet vastgesteld.');
      return course.isChanged
        ? { ...no('De koers is gewijzigd na het vaststellen.'), again: true }
        : yes('De koers is vastgesteld.');
    case 'told':
      return course.toldOn === undefined
        ? {
            ...no('De koers staat nog niet in de kanalen.'),
            ...(course.adoptedOn ? { again: true as const } : {}),
          }
        : yes('De koers staat in de kanalen van de teams.');
    case 'tried':
      return tried(rolePilots ?? []);
    case 'learned':
      return learned(rolePilots ?? [], 'learned', 'Van een afgeronde rolpilot is nog niets vastgelegd.');
    case 'shared':
      return learned(rolePilots ?? [], 'shared', 'Van een afgeronde rolpilot is nog niets gedeeld.');
    case 'recorded':
      return roles.unheld.length === 0
        ? yes('Elke rol heeft iemand.')
        : no(`Nog niemand voor: ${roles.unheld.join(', ')}.`);
    case 'dialogue':
      return inTeams(dialogue.held, dialogue.teams, 'is de teamdialoog gehouden');
    case 'agreements':
      return inTeams(dialogue.agreed, dialogue.teams, 'staan afspraken uit de teamdialoog');
    case 'lines':
      return lines(learning);
    case 'started':
      return learning.firstActivityOn === undefined
        ? no('Er is nog geen leeractiviteit begonnen.')
        : yes('Er is een leeractiviteit begonnen.');
    case 'through':
      return through(processPilots ?? [], form);
    case 'lessons':
      return learned(
        processPilots ?? [],
        'learned',
        'Van een afgeronde pilot in deze stap is nog niets vastgelegd.',
      );
    case 'secured':
      return securing.missing.length === 0
        ? yes('Alles van de borging is ingevuld.')
        : no(`Nog in te vullen: ${securing.missing.join(', ')}.`);
    case 'handed-over':
      return securing.toHandOver > 0 && securing.handedOver === securing.toHandOver
        ? yes('Alles op de lijst is overgedragen.')
        : no(
            `${securing.handedOver} van de ${securing.toHandOver} punten ${securing.handedOver === 1 ? 'is' : 'zijn'} overgedragen.`,
          );
    case 'talked':
    case 'recognised':
    case 'discussed':
    case 'growing':
    case 'evaluated':
      return undefined;
  }
}
