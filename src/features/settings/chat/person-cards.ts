import { weekdayNames, weekdays } from '../../../calendar/weekdays.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { inRow, rowsCard } from '../../../conversation/cards/rows.ts';
import { type Choosing, choosingForm } from '../../../conversation/choosing.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import { personMark } from '../../../people/changing/by-hand.ts';
import type { Team } from '../../../people/municipality.ts';
import { type Access, accessRoles, ibroRoles, isCounted, type Person } from '../../../people/person.ts';
import { reachCount, reachInLines, reachOf, reachTodo, reachWords } from '../../../people/reach.ts';
import { toOverview } from './needs.ts';

/** So many people stand on one card. */
const PAGE = 15;
const LONGEST = { id: 60, name: 120, upn: 200, account: 36 } as const;
const NO_ROLE = 'geen';

/** A right as people call it; the file has another word for who leads a team. */
export function rightWords(right: Access): string {
  if (right === 'hr') return 'HR';
  return right === 'manager' ? 'leidinggevende' : right;
}

export const toPeople: NoticeAction = { verb: 'people.all', title: 'Zoek iemand', data: {} };
export const openPerson = ({ id }: Pick<Person, 'id'>): NoticeAction => ({
  verb: 'people.open',
  title: 'Open deze persoon',
  data: { id },
});

/** Looking somebody up, with how many people there are and how many can be reached. */
export function searchForm(people: readonly Person[], typed = '', problems: readonly string[] = []): Message {
  const { all, reached } = reachCount(people);
  return formCard({
    kind: 'settings',
    title: 'Mensen',
    lead: 'Zoek een collega op naam of e-mailadres.',
    problems,
    notes: reachInLines(people),
    fields: [
      { id: 'name', kind: 'text', label: 'Naam of e-mailadres', value: typed, longest: 200, required: true },
    ],
    submit: { verb: 'people.find', title: 'Zoek', data: {} },
    actions: [
      { verb: 'people.new', title: 'Voeg iemand toe', data: {} },
      ...(all === reached
        ? []
        : [{ verb: 'people.unreached', title: 'Wie is niet bereikbaar', data: { page: 0 } }]),
    ],
    seenBy:
      'Alleen jij. Je ziet nooit wat iemand antwoordde, en ook niet of iemand antwoordde. Dat je mensen bekijkt, staat in het logboek. Wat je typt niet.',
    back: { verb: 'settings.show', data: {} },
  });
}

/** People to choose from, a page at a time. `to` gives the data of a button to another page. */
export function peopleCard(
  title: string,
  people: readonly Person[],
  {
    page,
    verb,
    to,
    teams,
  }: { page: number; verb: string; to: (page: number) => object; teams: readonly Team[] },
): Message {
  const shown = pageOf(people, page, PAGE);
  const teamOf = ({ team }: Person) => teams.find(({ key }) => key === team)?.name ?? team;
  return rowsCard({
    kind: 'settings',
    text: 'Wie Kompas kent.',
    title: [title, partWords(shown)].filter(Boolean).join(', '),
    lead: people.length === 0 ? 'Hier is niemand.' : 'Tik op een naam.',
    groups:
      shown.items.length === 0
        ? []
        : [
            {
              rows: shown.items.map((person) => ({
                name: inRow(person.name),
                value: inRow(teamOf(person)),
                detail: reachOf(person) === 'reached' ? 'bereikbaar' : 'niet bereikbaar',
                action: openPerson(person),
              })),
            },
          ],
    actions: [...pageButtons(shown, verb, to), toPeople, toOverview],
  });
}

/** What an administrator may know of somebody: never what they answered or whether they did, and not when they are away. */
export function personCard(person: Person, teamName: string, note = ''): Message {
  const { id, upn, name, access, workdays, role, secondRole, directoryId } = person;
  const reach = reachOf(person);
  const roles = [role, secondRole].filter((one) => one !== undefined);
  return detailCard({
    kind: 'settings',
    text: note || 'Wat Kompas van een collega weet.',
    title: name,
    note,
    facts: [
      { title: 'E-mail', value: upn },
      { title: 'Team', value: teamName },
      { title: 'Rechten', value: access.map(rightWords).join(', ') },
      ...(roles.length > 0 ? [{ title: 'Rol', value: roles.join(', ') }] : []),
      { title: 'Werkdagen', value: workdays.map((day) => weekdayNames[day]).join(', ') },
      { title: 'Bereikbaar', value: reach === 'reached' ? 'ja' : `nee, ${reachWords[reach]}` },
      ...(reach === 'reached' ? [] : [{ title: 'Wat je kunt doen', value: reachTodo[reach] }]),
      { title: 'Account', value: directoryId ? 'gekoppeld' : 'nog niet gekoppeld' },
      ...(isCounted(person) ? [] : [{ title: 'Let op', value: 'alleen via Teams: telt nog niet mee' }]),
      { title: 'Id', value: id },
    ],
    actions: [
      { verb: 'people.edit', title: 'Wijzig rechten of team', data: { id }, style: 'positive' },
      { verb: 'people.bind', title: directoryId ? 'Koppel opnieuw' : 'Koppel aan een account', data: { id } },
      isCounted(person) ? toPeople : { verb: 'people.count', title: 'Laat meetellen', data: { id } },
      { verb: 'people.take-out', title: 'Haal uit Kompas', data: { id } },
    ],
  });
}

export const teamChoosing = (teams: readonly Team[], label = 'In welk team?'): Choosing => ({
  id: 'team',
  label,
  required: true,
  choices: teams.map(({ key, name }) => ({ value: key, title: name })),
});

const readers =
  'Alle beheerders, zolang deze persoon in Kompas staat. In het logboek staat dat jij dit wijzigde, 2 jaar lang.';

/** What stands in the form of somebody before anybody typed. */
export const typedOf = ({ name, upn, team, access, workdays, role, secondRole }: Person): FormValues => ({
  name,
  upn,
  team,
  access: access.join(','),
  workdays: workdays.join(','),
  role: role ?? NO_ROLE,
  secondRole: secondRole ?? NO_ROLE,
});

const roleChoices = [
  { value: NO_ROLE, title: 'Geen' },
  ...ibroRoles.map((role) => ({ value: role as string, title: role as string })),
];

/** The form of somebody who is there, or of somebody new. */
export function personForm(
  person: Person | undefined,
  teams: readonly Team[],
  { typed, problems = [] }: { typed?: FormValues; problems?: readonly string[] } = {},
): Message {
  const fresh: FormValues = {
    access: 'medewerker',
    workdays: 'ma,di,wo,do,vr',
    role: NO_ROLE,
    secondRole: NO_ROLE,
  };
  const now = typed ?? (person ? typedOf(person) : fresh);
  return formCard({
    kind: 'settings',
    title: person ? 'Wijzig rechten of team' : 'Voeg iemand toe',
    about: person?.name,
    lead: person
      ? 'Staat deze persoon ook in jullie mensenbestand? Wijzig het daar dan ook. Staat het er anders, dan zet de volgende import het terug.'
      : 'Zet deze persoon ook in jullie mensenbestand.',
    problems,
    fields: [
      ...(person
        ? []
        : [
            {
              id: 'id',
              kind: 'text',
              label: 'Nummer of id in het mensenbestand',
              value: now.id,
              longest: LONGEST.id,
              required: true,
            } as const,
          ]),
      { id: 'name', kind: 'text', label: 'Naam', value: now.name, longest: LONGEST.name, required: true },
      {
        id: 'upn',
        kind: 'text',
        label: 'E-mailadres waarmee deze persoon inlogt (UPN)',
        value: now.upn,
        longest: LONGEST.upn,
        required: true,
      },
      ...choosingForm(teamChoosing(teams), now),
      {
        id: 'access',
        kind: 'many',
        label: 'Wat mag deze persoon?',
        value: now.access,
        required: true,
        choices: accessRoles.map((right) => ({ value: right, title: rightWords(right) })),
      },
      {
        id: 'workdays',
        kind: 'many',
        label: person?.ownWorkdays ? 'Werkdagen: deze persoon koos ze zelf, en ze blijven zo' : 'Werkdagen',
        value: now.workdays,
        required: true,
        choices: weekdays.map((day) => ({ value: day, title: weekdayNames[day] })),
      },
      { id: 'role', kind: 'one', label: 'Rol', value: now.role, choices: roleChoices },
      { id: 'secondRole', kind: 'one', label: 'Tweede rol', value: now.secondRole, choices: roleChoices },
      ...(person
        ? []
        : [
            {
              id: 'account',
              kind: 'text',
              label: 'Object-id uit Entra (mag leeg blijven)',
              value: now.account,
              longest: LONGEST.account,
            } as const,
          ]),
    ],
    submit: {
      verb: person ? 'people.save' : 'people.add',
      title: 'Bewaar',
      data: person ? { id: person.id, seen: personMark(person) } : {},
    },
    seenBy: readers,
    back: person ? { verb: 'people.open', data: { id: person.id } } : { verb: 'people.all', data: {} },
  });
}

/** A role as it was chosen; undefined for none. */
export const roleChosen = (value: string): string | undefined =>
  value === NO_ROLE || value === '' ? undefined : value;

/** The form to bind somebody to an account: their first, or another. */
export function bindForm(person: Person, typed = '', problems: readonly string[] = []): Message {
  const { id, name, directoryId } = person;
  const words = directoryId
    ? {
        title: 'Koppel aan een ander account',
        lead: 'Alleen als deze persoon een nieuw account kreeg. Wat onder het oude account staat, gaat niet mee.',
        label: 'Object-id van het nieuwe account, uit Entra',
      }
    : {
        title: 'Koppel aan een account',
        lead: 'Kompas opent daarna een chat met deze persoon. Het object-id is het nummer van iemands account in Entra. ICT kan het opzoeken.',
        label: 'Object-id uit Entra',
      };
  return formCard({
    kind: 'settings',
    title: words.title,
    about: name,
    lead: words.lead,
    problems,
    fields: [
      {
        id: 'account',
        kind: 'text',
        label: words.label,
        hint: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
        value: typed,
        longest: LONGEST.account,
        required: true,
      },
    ],
    submit: { verb: 'people.save-bind', title: 'Koppel', data: { id, seen: personMark(person) } },
    seenBy: readers,
    back: { verb: 'people.open', data: { id } },
  });
}
