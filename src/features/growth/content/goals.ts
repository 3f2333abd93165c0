import { type IbroRole, ibroRoles } from '../../../people/person.ts';

/** Something that somebody may want to learn for a role. */
export interface LearningGoal {
  id: string;
  role: IbroRole;
  /** In our words (aanpasbaar): whoever writes a plan may add a goal of their own. */
  title: string;
}

/** What each role asks somebody to learn, by an id that plans keep (docs/method.md step 6). */
const byRole: Record<IbroRole, Readonly<Record<string, string>>> = {
  Objectregistrator: {
    processen: 'Weten hoe de BAG, de BGT en de BRO werken',
    mutaties: 'Mutaties verwerken, van melding tot klaar',
    portaal: 'Vlot werken in het portaal',
  },
  Kwaliteitscoördinator: {
    analyse: 'De kwaliteit van gegevens onderzoeken',
    regels: 'Regels maken waarmee je gegevens controleert',
    bewaken: 'Bewaken of een proces loopt zoals afgesproken',
  },
  Objectregisseur: {
    keten: 'De hele keten overzien en bijsturen',
    overleggen: 'Mensen bij elkaar brengen en duidelijk vertellen',
    leiden: 'Richting geven, ook zonder de baas te zijn',
    meten: 'Afspreken wat je meet, en een proces beschrijven',
  },
  'Geodata-engineer': {
    vanzelf: 'Handwerk vanzelf laten gaan',
    scripts: 'Scripts maken, zoals met FME of Python',
    koppelen: 'Gegevens uit verschillende bronnen koppelen',
  },
};

export const learningGoals: readonly LearningGoal[] = ibroRoles.flatMap((role) =>
  Object.entries(byRole[role]).map(([id, title]) => ({ id, role, title })),
);
