import { defineTable, exactly } from '../../../storage/index.ts';
import { type Assignment, type Points, pointFields, rolesInWords } from './assignment.ts';

/** The roles of one person. Partition: tenant. Row: directory id. So all of a municipality are one range. */
export interface AssignmentRow extends Assignment {
  /** Of the last change, from which retention counts. */
  day: string;
}

const pointsInWords = (points: Omit<Points, 'by'> | undefined) => {
  const written = pointFields.flatMap(([field, label]) =>
    points?.[field] ? [`${label.toLowerCase()}: ${points[field]}`] : [],
  );
  return written.length > 0 ? ` Om te leren: ${written.join('; ')}.` : '';
};

export const assignmentsTable = defineTable<AssignmentRow>({
  name: 'roleassignments',
  namesPeople: true,
  owner: 'roles',
  holds: 'welke rollen je hebt, wat je erbij wilt leren en welke rollen je had',
  seenBy:
    'waarbij je op “Klopt” tikte: iedereen bij de gemeente; de rest jij en wie je team leidt; wat je wilt leren alleen jij en wie het opschreef',
  retention: { days: 1_095, from: 'day' },
  json: ['held', 'asked', 'past', 'learning'],
  person: {
    kind: 'personal',
    rows: ({ directoryId }) => [exactly(directoryId)],
    describe: ({ held, asked, past, learning }) =>
      [
        held
          ? `Je hebt deze ${held.roles.length === 1 ? 'rol' : 'rollen'}: ${rolesInWords(held.roles)}.${pointsInWords(held.points)}`
          : '',
        asked
          ? `${asked.refused ? 'Je zei dat dit niet klopt' : 'Dit wacht op jouw antwoord'}: ${rolesInWords(asked.roles)}.${pointsInWords(asked.points)}`
          : '',
        learning ? `Zelf schreef je dit.${pointsInWords(learning)}` : '',
        past.length > 0 ? `Eerder had je: ${past.map(({ roles }) => rolesInWords(roles)).join('; ')}.` : '',
      ]
        .filter(Boolean)
        .join(' ') || 'Je had hier een rol.',
  },
});

/** A role that a party outside the municipality holds for a team. Partition: tenant. Row: id. */
export interface PartyRow {
  team: string;
  role: Assignment['past'][number]['roles'][number];
  areas: readonly string[];
  organisation: string;
  /** How to reach it; '' when nobody wrote that down. */
  contact: string;
  /** ISO date from which it holds. */
  from: string;
  /** Of the last change, from which retention counts. */
  day: string;
  version: number;
}

export const partiesTable = defineTable<PartyRow>({
  name: 'roleparties',
  namesPeople: false,
  owner: 'roles',
  holds: 'welke rollen een andere organisatie heeft voor een team',
  seenBy: 'iedereen bij de gemeente',
  retention: { days: 1_095, from: 'day' },
  json: ['role', 'areas'],
  person: {
    kind: 'none',
    // What was taken from the rolkaart does not come back by a backup.
    takenBack: true,
    why: 'Er staat een organisatie in, en hoe je die bereikt. Het gaat niet over een collega.',
  },
});
