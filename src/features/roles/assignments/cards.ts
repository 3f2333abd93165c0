import { dutchDay } from '../../../calendar/clock.ts';
import { cancelButton, type WayBack } from '../../../conversation/cancelling.ts';
import { type DetailSection, detailCard } from '../../../conversation/cards/detail.ts';
import { guideCard } from '../../../conversation/cards/guide.ts';
import type { State } from '../../../conversation/cards/head.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { rowsCard } from '../../../conversation/cards/rows.ts';
import { type Field, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import { capital } from '../../../language/capital.ts';
import { type Assigned, type Assignment, type Points, pointFields, roleInWords } from './assignment.ts';
import { periodsOf, sinceOf } from './history.ts';
import { areasInWords, type Places } from './places.ts';

/** So many colleagues stand on one card. */
const PAGE = 15;

/** What is said wherever a role stands. */
export const NO_MANDATE = 'Een rol is een groeipad: niemands functie verandert. Een rol geeft geen mandaat.';
export const toList: NoticeAction = { verb: 'assignments.list', title: 'Naar de lijst', data: { page: 0 } };
const backTo = (who: string): WayBack => ({ verb: 'assignments.open', data: { who }, straight: true });

/** How it stands with somebody, in a few words. */
export function stateWords({ held, asked, dropped }: Partial<Assignment>): string {
  if (asked?.refused) return 'zegt dat het niet klopt';
  if (asked) return 'wacht op antwoord';
  if (held) return held.roles.map(({ role }) => role).join(' en ');
  return dropped ? 'zegt dat het niet meer klopt' : 'nog geen rol';
}

/** A colleague, or a party outside the municipality, in the list of one who leads their team. */
export interface ListLine {
  name: string;
  state: string;
  /** The name of the team, where somebody leads more than one. */
  team: string;
  action: NoticeAction;
}

/** Those in the teams that somebody leads whose name fits `name`, or everybody, with how it stands. */
export function listCard(
  lines: readonly ListLine[],
  { page, name }: { page: number; name: string },
  teams: readonly { key: string }[],
): Message {
  const shown = pageOf(lines, page, PAGE);
  const part = partWords(shown);
  const [only] = teams;
  return rowsCard({
    kind: 'roles',
    text: 'Wie heeft welke rol? Tik op een collega.',
    title: 'Wie heeft welke rol?',
    lead: part
      ? `${capital(part)}. Zoek je iemand? Typ “toewijzing” met de naam erachter.`
      : 'Tik op een collega. Praat eerst samen, en leg dan de rollen vast.',
    groups: [
      {
        rows: shown.items.map(({ name: who, state, team, action }) => ({
          name: who,
          value: state,
          detail: team,
          action,
        })),
      },
    ],
    actions: [
      ...pageButtons(shown, 'assignments.list', (next) => ({ page: next, name })),
      ...(only && teams.length === 1
        ? [{ verb: 'assignments.party', title: 'Andere partij', data: { team: only.key } }]
        : [{ verb: 'assignments.party-team', title: 'Andere partij', data: {} }]),
      { verb: 'help.say', title: 'Rolkaart', data: { text: 'rolkaart' } },
    ],
  });
}

/** The talk before anything is written down: four questions (docs/method.md step 4.2). */
export function talkCard(who: string, name: string): Message {
  return guideCard({
    kind: 'roles',
    text: 'Praat eerst samen. Vier vragen helpen daarbij.',
    place: name,
    title: 'Praat eerst samen',
    lead: 'Leg de rollen daarna pas vast. Je collega zegt zelf of het klopt.',
    parts: [
      { title: 'Welke rollen passen?', lines: ['Bij wat je nu doet, en bij wat je wilt.'] },
      { title: 'Welke kansen zie je?', lines: ['Wat wordt leuker of beter?'] },
      { title: 'Waar twijfel je over?', lines: ['Wat past niet, of maakt je onrustig?'] },
      { title: 'Wat helpt je?', lines: ['Tijd, uitleg, iemand die meekijkt.'] },
    ],
    small: 'Dit gesprek is van jullie tweeën. Je hoeft er niets van op te schrijven.',
    actions: [
      { verb: 'assignments.form', title: 'Leg de rollen vast', style: 'positive', data: { who } },
      { verb: 'assignments.open', title: 'Terug', data: { who } },
    ],
  });
}

const seenBy =
  'Je collega leest alles wat je hier invult. Na “Klopt” ziet iedereen bij de gemeente de rollen. Tot die tijd ziet alleen wie het team leidt ze ook. Wat je hier over leren schrijft, zien alleen jullie tweeën. Schrijft je collega zelf iets over leren op? Dat leest alleen die collega. Alles blijft staan tot drie jaar na de laatste wijziging.';

/** The form in which roles are written down. */
export function rolesForm(
  { who, seen, name }: { who: string; seen: number; name: string },
  fields: readonly Field[],
  problems: readonly string[],
  notes: readonly string[] = [],
): Message {
  return formCard({
    kind: 'roles',
    place: name,
    title: 'Leg de rollen vast',
    lead: 'Vul in wat jullie bespraken. Daarna zie je waar je op moet letten. Dan pas leg je het vast.',
    problems,
    notes,
    fields,
    submit: { verb: 'assignments.review', title: 'Verder', data: { who, seen } },
    seenBy,
    back: backTo(who),
  });
}

/** Both roles, where and from when, as facts of a card: the day beside each role where one goes on since before. */
export function factsOf({ roles, areas, from }: Omit<Assigned, 'team'>, places: Places) {
  const titles = ['Eerste rol', 'Tweede rol'];
  const days = roles.map((one) => dutchDay(sinceOf(one, { from })));
  const [day] = days;
  const isOne = days.every((one) => one === day);
  return [
    ...roles.map((one, n) => ({
      title: titles[n] ?? 'Rol',
      value: [roleInWords(one), ...(isOne ? [] : [`vanaf ${days[n]}`])].join(', '),
    })),
    { title: 'Waar', value: areasInWords(areas, places) },
    ...(isOne && day ? [{ title: 'Vanaf', value: day }] : []),
  ];
}

/** What somebody wants to learn, as facts of a card. */
export const pointFacts = (points: Omit<Points, 'by'> | undefined) =>
  pointFields.flatMap(([field, title]) =>
    points?.[field] ? [{ title: `Leren over ${title.toLowerCase()}`, value: points[field] }] : [],
  );

interface Line {
  text: string;
  detail: string;
}
const warned = (warnings: readonly Line[]): DetailSection => ({ title: 'Let op', lines: warnings });

/** Below what to mind: none of it stands in the way. */
const allTheSame: DetailSection = {
  lines: [{ text: 'Je mag dit toch vastleggen.', detail: 'Spreek af wat je eraan doet.' }],
};

/** What is about to be recorded, with what to mind. Nothing of it is kept yet. */
export function reviewCard(
  name: string,
  facts: readonly { title: string; value: string }[],
  warnings: readonly Line[],
  { record, change, back }: { record: NoticeAction; change: NoticeAction; back?: WayBack },
): Message {
  return detailCard({
    kind: 'roles',
    text: 'Kijk dit na. Er is nog niets vastgelegd.',
    place: name,
    state: { words: 'nog niet vastgelegd', tone: 'quiet' },
    title: 'Kijk dit na',
    note: warnings.length === 0 ? 'Er is niets om op te letten.' : '',
    facts,
    sections: warnings.length > 0 ? [warned(warnings), allTheSame] : [],
    actions: [{ ...record, style: 'positive' }, change, cancelButton(back)],
  });
}

/** What somebody held, and what still holds until something else begins. `day`: today (ISO date). */
export function pastSections(past: Assignment['past'], day: string): DetailSection[] {
  const { over, still } = periodsOf(past, day);
  const sections = [
    { title: 'Tot het nieuwe ingaat', some: still },
    { title: 'Eerder', some: over },
  ];
  return sections.flatMap(({ title, some }) =>
    some.length > 0
      ? [
          {
            title,
            lines: some.map(({ roles, from, until }) => ({
              text: roles.map(roleInWords).join('; '),
              detail: `${dutchDay(from)} tot ${dutchDay(until)}`,
            })),
          },
        ]
      : [],
  );
}

const askedSection = (asked: NonNullable<Assignment['asked']>, places: Places): DetailSection => ({
  title: asked.refused ? 'Je collega zegt: dit klopt niet' : 'Wacht op antwoord',
  lines: asked.roles.map((one) => ({
    text: roleInWords(one),
    detail: `${areasInWords(asked.areas, places)} · vanaf ${dutchDay(asked.from)}`,
  })),
});

const badge: Record<'held' | 'asked' | 'refused', State> = {
  held: { words: 'klopt', tone: 'good' },
  asked: { words: 'wacht op antwoord', tone: 'quiet' },
  refused: { words: 'klopt niet', tone: 'warning' },
};
const badgeOf = ({ held, asked }: Partial<Assignment>): State | undefined =>
  asked ? badge[asked.refused ? 'refused' : 'asked'] : held && badge.held;

const besproken = (count = 0): string =>
  count === 0 ? 'Nog geen rol' : count === 1 ? 'Deze rol is besproken' : 'Deze rollen zijn besproken';

/** The roles of one colleague, for who leads their team. `points`: those that this reader wrote. */
export function personCard(
  { who, name, note, day }: { who: string; name: string; note: string; day: string },
  now: Partial<Assignment>,
  points: Omit<Points, 'by'> | undefined,
  places: Places,
): Message {
  const { held, asked, past = [], version = 0 } = now;
  const talk = {
    verb: 'assignments.talk',
    title: held || asked ? 'Wijzig na een gesprek' : 'Begin het gesprek',
  };
  return detailCard({
    kind: 'roles',
    text: 'De rollen van een collega.',
    place: name,
    state: badgeOf(now),
    title: besproken((asked ?? held)?.roles.length),
    note: note || (held || asked ? NO_MANDATE : 'Praat eerst samen. Leg de rollen daarna vast.'),
    facts: [...(held ? factsOf(held, places) : []), ...pointFacts(points)],
    sections: [...(asked ? [askedSection(asked, places)] : []), ...pastSections(past, day)],
    actions: [
      { ...talk, style: 'positive', data: { who } },
      ...(asked && !asked.refused
        ? [
            // Their answer may have come meanwhile.
            { verb: 'assignments.open', title: 'Kijk opnieuw', data: { who } },
            { verb: 'assignments.take-back', title: 'Trek in', data: { who, seen: version } },
          ]
        : []),
      ...(held
        ? [{ verb: 'assignments.ask-stop', title: 'Haal van de rolkaart', data: { who, seen: version } }]
        : []),
      toList,
    ],
  });
}

/** Before a colleague goes from the rolkaart. */
export function stopCard(who: string, seen: number, name: string): Message {
  return noticeCard({
    kind: 'roles',
    place: name,
    text: 'Haal je je collega van de rolkaart?',
    title: 'Haal je je collega van de rolkaart?',
    body: 'Wat nu geldt, komt bij “Eerder” te staan. Je collega krijgt bericht. Praat er eerst samen over.',
    actions: [
      { verb: 'assignments.stop', title: 'Haal weg', style: 'destructive', data: { who, seen } },
      cancelButton(backTo(who)),
    ],
  });
}
