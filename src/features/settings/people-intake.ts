import { createHash } from 'node:crypto';
import { today } from '../../calendar/clock.ts';
import type { FileProblem, Intake } from '../../conversation/intake.ts';
import type { Needs } from '../../conversation/needs.ts';
import { apart } from '../../files/apart.ts';
import type { HeadingScore } from '../../files/csv.ts';
import { hasAccess } from '../../people/access.ts';
import { losesAdministrators, staysByInstallation } from '../../people/administrators.ts';
import { missingFor } from '../../people/changing/missing.ts';
import { chatsAreDue } from '../../people/chats-due.ts';
import { dutiesOf, releasedUpns } from '../../people/duties.ts';
import {
  applyPeople,
  type PlannedPeople,
  peopleInShort,
  stateBefore,
  touchedBy,
} from '../../people/import.ts';
import type { PeopleFile, ReadPeopleFile } from '../../people/import-apart.ts';
import { peopleHeading } from '../../people/import-file.ts';
import { earlier, peopleAfter } from '../../people/import-plan.ts';
import { requiredColumns } from '../../people/import-rules.ts';
import { peopleListHeading } from '../../people/list-columns.ts';
import type { Settings } from '../../people/municipality.ts';
import { isPresent, type Person, placeOf } from '../../people/person.ts';
import type { Tools } from '../module.ts';
import { toOverview } from './chat/needs.ts';
import { goOn } from './chat/overview.ts';
import { tellRebound } from './chat/rebound.ts';
import { newTeamsInWords, openInWords } from './import-words.ts';
import { chosenIn, columnQuestions } from './people-columns.ts';
import { changedInWords, personInWords, teamNames } from './people-words.ts';

/** Whether whoever is not in the file goes. Asked each time, since another file may be of a part of the people. */
const COMPLETE = 'iedereen';
/** So many known columns make a list of a personnel department surely one. */
const SURE = 5;

/** What a file says of somebody, field by field, as it stands in a file. */
const fieldsOf = ({ name, upn, team, role, secondRole, access, workdays, ownWorkdays }: Person) => ({
  naam: name,
  email: upn,
  team,
  ibro_rol: role ?? '',
  tweede_rol: secondRole ?? '',
  toegang: access.join(', '),
  // Who set them in the chat keeps them: of those the file changes nothing.
  werkdagen: ownWorkdays ? '' : workdays.join(' '),
});

/** What an import would do to the rows that it touches: what people set themselves plays no part. */
function stateOf(planned: PlannedPeople, before: readonly Person[]): string {
  const was = earlier(planned.plan, before);
  const { added, changed, left, dropped, moves, unchanged } = planned.plan;
  const both = (one: Person) => {
    const old = was(one);
    return [
      placeOf(one),
      fieldsOf(one),
      one.directoryId,
      old && fieldsOf(old),
      old?.removed,
      old?.directoryId,
    ];
  };
  return createHash('sha256')
    .update(
      JSON.stringify([
        added.map(both),
        changed.map(both),
        left.map((one) => [placeOf(one), one.directoryId]),
        dropped.map(placeOf),
        moves,
        unchanged,
        planned.newTeams,
      ]),
    )
    .digest('hex');
}

export interface PeopleIntakeTools
  extends Pick<Tools, 'people' | 'settings' | 'silence' | 'audit' | 'now' | 'administrators' | 'send'> {}

/** What is wrong with a file that would leave nobody to administer Kompas. */
const NO_ADMINISTRATOR: FileProblem = {
  line: 0,
  reason:
    'Na deze import is er geen beheerder meer. Zet “beheerder” in de kolom “toegang”, bij ten minste één persoon die Kompas al opende.',
};

/** New teams that nobody leads: nobody would read their signals. */
function withoutLeader({ newTeams }: PlannedPeople, after: readonly Person[], { teams }: Settings): string[] {
  const led = new Set([
    ...after.filter((one) => isPresent(one) && one.access.includes('manager')).map(({ team }) => team),
    ...teams.filter(({ managers = [] }) => managers.length > 0).map(({ key }) => key),
  ]);
  return newTeams
    .filter(({ key }) => !led.has(key))
    .map(
      ({ name }) =>
        `Bij ${name} is straks niemand leidinggevende. Geef iemand dat recht: bij “zoek collega”, of in het bestand.`,
    );
}

/** True for an administrator who has that right no more once there are these people. */
function losesRight(before: Person, after: readonly Person[]): boolean {
  const isAdministrator = (one: Person) => isPresent(one) && one.access.includes('beheerder');
  return (
    isAdministrator(before) &&
    !after.some((one) => one.directoryId === before.directoryId && isAdministrator(one))
  );
}

function doubtsOf(
  planned: PlannedPeople,
  before: readonly Person[],
  { settings, by, administrators }: { settings: Settings; by: string; administrators: readonly string[] },
): string[] {
  const after = peopleAfter(before, planned.plan);
  const mine = (people: readonly Person[]) => people.find((one) => one.directoryId === by && isPresent(one));
  const isMine = (people: readonly Person[]) => hasAccess('beheerder', by, mine(people), administrators);
  return [
    ...(isMine(before) && !isMine(after) ? ['Let op: na deze import ben jij geen beheerder meer.'] : []),
    ...before
      .filter((one) => losesRight(one, after))
      .flatMap((one) => {
        const words = staysByInstallation(one, administrators);
        return words ? [`${one.name}: ${words}`] : [];
      }),
    ...newTeamsInWords(planned).map((line) => `N${line.slice(1)}`),
    ...withoutLeader(planned, after, settings),
    ...(after.some((one) => isPresent(one) && one.access.includes('beheerder'))
      ? []
      : [
          'Niemand heeft straks het recht beheerder. Geef het aan wie Kompas beheert: bij “zoek collega”, of in het bestand.',
        ]),
    ...planned.emptied.map(({ name }) => `In ${name} zit straks niemand meer.`),
    ...dutiesOf(settings, releasedUpns(before, after))
      .flatMap((duty) => openInWords(duty, () => 'Wijs daarna iemand aan.'))
      .map((line) => `Let op: ${line}`),
  ];
}

const count = (people: number) => (people === 1 ? '1 persoon' : `${people} mensen`);

/** What is wrong, with what to do here instead of what to type on a command line. */
const inChat = ({ line, reason }: FileProblem): FileProblem => ({
  line,
  reason: reason
    .replace(
      /zet het team terug met “kompas instellingen heropenen --team "[^"]*"”/,
      'heropen het team via beheer',
    )
    // One word for one thing: nobody reads “manager” on any other card.
    .replace('medewerker, manager, ', 'medewerker, leidinggevende, ')
    .replace(
      /Gebruik dan eerst “mensen koppel \S+ \S+”\./,
      'Koppel die persoon dan eerst opnieuw, via beheer.',
    ),
});

/** How to put back what an import did. */
const UNDO =
  'Toch niet goed? Stuur het vorige mensenbestand opnieuw, en zeg dat iedereen erin staat. “Laatste wijziging terug” gaat alleen over instellingen.';

/** The list of people as somebody sends it in the chat. */
export function peopleIntake(tools: PeopleIntakeTools, needs: Needs & { where: 'own chat' }): Intake {
  const { administrators, settings, now } = tools;
  const onward = async () => (missingFor(await settings.read()).length > 0 ? goOn : toOverview);

  return {
    kind: 'people',
    what: 'een mensenbestand',
    head: 'settings',
    showsPeople: 'mensenbestand bekeken',
    needs,
    onward,
    example: { verb: 'setup.example', title: 'Bekijk een voorbeeld', data: {} },
    isAwaited: async () => (await settings.read()).teams.length === 0,
    // Whoever sends the list once more, may have made ready what kept chats from being opened: that is tried again.
    sentAgain: () => chatsAreDue(settings, now()),
    looksLike: ({ tables }) => {
      const best = (score: HeadingScore) =>
        Math.max(0, ...tables.flatMap(({ rows }) => rows.map((row) => score(row))));
      return Math.min(
        1,
        Math.max(best(peopleHeading) / requiredColumns.length, best(peopleListHeading) / SURE),
      );
    },
    plan: async ({ name, bytes }, answers, by) => {
      const [since, current] = await Promise.all([stateBefore(tools), settings.read()]);
      const { before } = since;
      const complete = answers[COMPLETE] === 'ja';
      const { teams, ended, municipality } = current;
      const given = chosenIn(answers);
      const chosen = { ...municipality.peopleColumns, ...given };
      const read = await apart<PeopleFile, ReadPeopleFile>(
        new URL('../../people/import-apart.ts', import.meta.url),
        {
          name,
          bytes,
          chosen,
          complete,
          today: today(now()).toString(),
          state: { people: before, settings: { teams, ended } },
        },
      );
      const asked = columnQuestions(read, chosen);
      const { notes, found, lines } = read;
      if (!found)
        return {
          read: lines === 1 ? '1 regel' : `${lines} regels`,
          counts: [],
          doubts: notes,
          changes: [],
          problems: read.problems.map(inChat),
          questions: asked,
          isUnchanged: true,
          summary: '',
          state: '',
          apply: async () => 'changed',
        };
      const { wanted, planned } = found;
      const { added, changed, left, dropped, unchanged } = planned.plan;
      const was = earlier(planned.plan, before);
      const teamName = teamNames(planned, current);
      const person = (one: Person) => personInWords(one, teamName);
      return {
        read: count(wanted.length),
        counts: [
          { title: 'Nieuw', value: `${added.length}` },
          { title: 'Gewijzigd', value: `${changed.length}` },
          { title: 'Uit Kompas', value: `${left.length}` },
          { title: 'Gelijk', value: `${unchanged}` },
        ],
        doubts: [
          ...doubtsOf(planned, before, { settings: current, by, administrators }),
          ...(dropped.length > 0 ? [`Oude regels die ik opruim: ${dropped.length}.`] : []),
          ...notes,
        ],
        changes: [
          { title: 'Gaat uit Kompas', lines: left.map(person) },
          { title: 'Wijzigt', lines: changed.map((next) => changedInWords(next, was(next), teamName)) },
          { title: 'Nieuw', lines: added.map(person) },
        ],
        problems: losesAdministrators(before, peopleAfter(before, planned.plan), { administrators, by })
          ? [NO_ADMINISTRATOR]
          : [],
        questions: [
          ...asked,
          {
            id: COMPLETE,
            label: 'Staat iedereen in dit bestand?',
            kind: 'one',
            choices: [
              { title: 'Nee, er gaat niemand weg', value: 'nee' },
              { title: 'Ja, wie er niet in staat, gaat uit Kompas', value: 'ja' },
            ],
            value: complete ? 'ja' : 'nee',
          },
        ],
        isUnchanged: touchedBy(planned.plan) === 0,
        summary: peopleInShort(planned.plan),
        state: stateOf(planned, before),
        apply: async (who) => {
          const { peopleSince } = municipality;
          const { fallen, rebound } = await applyPeople(tools, wanted, planned, {
            ...since,
            who,
            peopleSince,
          });
          await tellRebound(tools, rebound);
          if (Object.keys(given).length > 0)
            await settings.changeMunicipality((then) => ({
              ...then,
              peopleColumns: { ...then.peopleColumns, ...given },
            }));
          return {
            lines: [...fallen.flatMap((duty) => openInWords(duty, () => 'Wijs iemand aan.')), UNDO],
            next: await onward(),
          };
        },
      };
    },
  };
}
