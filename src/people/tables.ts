import { dutchDay } from '../calendar/clock.ts';
import { below, defineTable, exactly, key } from '../storage/index.ts';
import type { Municipality, Team } from './municipality.ts';
import type { Person } from './person.ts';

/** When somebody is away, in a few words; empty for who is not. */
function absenceOf({ absentFrom, absentUntil }: Person): string {
  const [first, last] = [absentFrom, absentUntil].map((day) => day && dutchDay(day));
  if (!first && !last) return '';
  if (first && last) return first === last ? `, afwezig ${first}` : `, afwezig ${first} tot en met ${last}`;
  return first ? `, afwezig vanaf ${first}` : `, afwezig tot en met ${last}`;
}

/** One row a person; partition: tenant and team, so that a round reads a team in one range. Row: the person's id. */
export const peopleTable = defineTable<Person>({
  name: 'people',
  namesPeople: true,
  owner: 'people',
  holds:
    'je naam, e-mailadres, team, rol, werkdagen en afwezigheid; wanneer je een check-in en een tip wilt; het adres van onze chat',
  seenBy:
    'jij en wie Kompas inricht; beheerders ook, maar niet je afwezigheid, en niet of en wanneer je check-ins en een tip wilt; collega’s zien je naam en je team, en soms je e-mailadres, zoals in een link naar een chat met jou; bij een mandaat zien zij ook of je er vandaag bent; met “bezetting” ziet een mandaatbeheerder of leidinggevende twee weken vooruit wanneer niemand werkt die een bepaald mandaat heeft; wie jouw pilot leidt, ziet of je daarin berichten krijgt',
  // Whoever was away counts from their first day back in that week, as for the weekly tip: so it stays until that week is over.
  retention: {
    days: 30,
    from: 'removed',
    sooner: {
      days: 7,
      from: 'absentUntil',
      fields: ['absentFrom'],
      what: 'een afwezigheid blijft na de laatste dag nog',
    },
  },
  json: ['access', 'workdays', 'address', 'formerAccounts', 'seenIn'],
  person: {
    kind: 'personal',
    guardsItself: true,
    moves: true,
    rows: ({ tenant, personIds, teams }) =>
      personIds.flatMap((id) => teams.map((team) => ({ partition: key(tenant, team), ...exactly(id) }))),
    describe: (who) => {
      const { name, upn, role, workdays, checkins, tipDay, checkinDay, checkinTime } = who;
      const own = [checkinDay, checkinTime].filter(Boolean).join(' ');
      return (
        `Naam ${name}, e-mailadres ${upn}${role ? `, rol ${role}` : ''}, werkdagen ${workdays.join(' ')}, ` +
        `check-ins ${checkins ? 'aan' : 'uit'}${own ? `, check-in op eigen moment ${own}` : ''}${tipDay ? `, wekelijkse tip ${tipDay}` : ''}${absenceOf(who)}.`
      );
    },
  },
});

/** Points from what Teams tells us (directory id, UPN) to a person. */
export interface DirectoryEntry {
  team: string;
  /** Missing in rows of before links of teams had a table of their own: those lead nowhere, and go. */
  person?: string;
}

export const directoryTable = defineTable<DirectoryEntry>({
  name: 'directory',
  namesPeople: true,
  owner: 'people',
  holds: 'de koppeling tussen je account en je team',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  // An entry goes in the night after its person's row went: see `mendDirectory` in the people store.
  retention: { forever: 'zolang je in Kompas staat' },
  person: {
    kind: 'personal',
    guardsItself: true,
    moves: true,
    rows: ({ tenant, directoryId, upns }) => [
      { partition: key(tenant), ...exactly('d', directoryId) },
      ...upns.map((upn) => ({ partition: key(tenant), ...exactly('u', upn) })),
    ],
    describe: ({ team }, { teamNames }) => `Je account hoort bij team ${teamNames.get(team) ?? team}.`,
  },
});

/** A team in Teams that is linked to one of ours. Partition: tenant. Row: the id of the team in Teams. */
export interface TeamLink {
  /** The key of our team. */
  team: string;
  teamsTeamId: string;
  /** What it is called in Teams. */
  name: string;
  /** Where its roster is read, and what the bot is called there. */
  serviceUrl: string;
  bot: string;
  /** When it was linked, as Teams tells: news from before that is old. */
  since: string;
  /**
   * Why its roster has to be read, until that is done: ids within Teams of who may have joined or left, or `whole` when
   * everybody in it joins, as when more joined than can be told. `by` is the directory id of who did that last in Teams, where it tells.
   */
  look?: { at: string; joined: readonly string[]; left: readonly string[]; whole: boolean; by?: string };
  /** ISO date on which it was deleted in Teams, which can be undone there for a month. */
  deleted?: string;
  archived?: boolean;
}

export const teamLinkTable = defineTable<TeamLink>({
  name: 'teamlinks',
  namesPeople: true,
  owner: 'people',
  holds: 'welk team in Teams bij welk team in Kompas hoort',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  retention: { days: 31, from: 'deleted' },
  json: ['look'],
  person: {
    kind: 'none',
    // A link that ended does not come back: by it people join a team.
    takenBack: true,
    why: 'Het gaat over teams. Wie erbij komt of weggaat, en wie dat deed, staat er hooguit tot de ledenlijst is gelezen.',
  },
});

/** Somebody who erased themselves. Partition: tenant. Row: their pseudonym for this. */
export interface SilenceRow {
  day: string;
}

export const silenceTable = defineTable<SilenceRow>({
  name: 'silences',
  namesPeople: false,
  coded: true,
  owner: 'people',
  holds: 'een code waarmee Kompas weet dat je jezelf hebt gewist',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  retention: { days: 731, from: 'day' },
  codes: () => [{ of: 'row', part: 0, place: '', purpose: 'silence' }],
  person: {
    kind: 'record',
    why: 'Zo stuurt Kompas je niet uit zichzelf een bericht als je opnieuw in een bestand staat. Sta je weer in het bestand en gebruik je Kompas zelf? Dan gaat de code weg.',
    rows: ({ tenant, pseudonyms }) =>
      pseudonyms.flatMap(({ team, purpose, pseudonym }) =>
        team === '' && purpose === 'silence' ? [{ partition: key(tenant), ...exactly(pseudonym) }] : [],
      ),
    describe: ({ day }) => `Je hebt jezelf gewist op ${dutchDay(day)}.`,
  },
});

/** What is kept of the municipality: its lists of UPNs as text, with spaces in between. */
export type MunicipalityRow = Partial<Omit<Municipality, 'worksCouncil'>> & { worksCouncil?: string };

export const settingsTable = defineTable<Partial<Team> & MunicipalityRow>({
  name: 'settings',
  namesPeople: true,
  owner: 'people',
  holds: 'instellingen van de gemeente en van teams',
  seenBy: 'alle beheerders',
  retention: {
    forever:
      'tot een beheerder ze wijzigt, en daarna nog 7 dagen; jouw e-mailadres tot je weggaat of “vergeet mij” typt',
  },
  json: [
    'schedule',
    'closures',
    'consent',
    'dpia',
    'partners',
    'counsellor',
    'companyDoctor',
    'socialWork',
    'procedure',
    'teamsForDirection',
    'managers',
    'channel',
    'peopleColumns',
    'changes',
  ],
  // The rows are of teams and name people by their UPN. `duties.ts` shows what somebody is named for, and
  // takes them out.
  person: {
    kind: 'none',
    why: 'Instellingen gaan over teams en de gemeente. Het e-mailadres van wie een taak heeft, gaat eruit.',
  },
});

/** One managing action (trust:managing-is-logged). */
export interface AuditEntry {
  /** Directory id, `cli` for the command line, or `kompas` for what follows by itself. */
  who: string;
  what: string;
  /** What it was about: never the content of an answer. */
  about: string;
  at: string;
  day: string;
}

export const auditTable = defineTable<AuditEntry>({
  name: 'audit',
  namesPeople: true,
  owner: 'people',
  holds: 'het logboek van beheer: wie wat wijzigde, en wanneer',
  seenBy: 'beheerders, wie Kompas inricht, en wie om een overzicht mag vragen, zoals de OR en de FG',
  retention: { days: 731, from: 'day' },
  person: {
    kind: 'record',
    why: 'Het logboek laat zien wat beheerders deden. Het blijft 2 jaar bewaard.',
    // What somebody did, and what was done about them: that names the id of their row.
    rows: ({ directoryId, personIds }) => [
      below(directoryId),
      ...personIds.map((id) => ({ fieldIs: { field: 'about', value: id } })),
    ],
    describe: ({ at, what, about }, { teamNames }) =>
      `${dutchDay(at)}: ${what} (${teamNames.get(about) ?? about}).`,
  },
});
