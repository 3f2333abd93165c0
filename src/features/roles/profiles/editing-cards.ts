import { dutchDay } from '../../../calendar/clock.ts';
import { linksCard } from '../../../conversation/cards/links.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { inRow, rowsCard } from '../../../conversation/cards/rows.ts';
import { sectionsCard } from '../../../conversation/cards/sections.ts';
import { type Choosing, choosingForm } from '../../../conversation/choosing.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { type Page, pageButtons, partWords } from '../../../conversation/paging.ts';
import { LINK_MINUTES } from '../../../files/links.ts';
import type { IbroRole } from '../../../people/person.ts';
import type { SharedLearning } from '../../pilots/contract.ts';
import { type ProfilePart, profileParts } from '../content/profiles.ts';
import { type CurrentPart, LONGEST_PART, linesOf, MOST_LINES, MOST_POINTS } from './profile.ts';

const readers =
  'Iedereen bij de gemeente leest het rolprofiel. Beheerders en afdelingshoofden zien 2 jaar lang wie iets wijzigde. Met “vergeet mij” gaat je naam daar weg. In het logboek van beheer blijft staan dat je iets wijzigde.';

const toProfile = (role: IbroRole): NoticeAction => ({
  verb: 'profile.show',
  title: 'Naar het profiel',
  data: { role },
});
const toEdit = (role: IbroRole) => ({ verb: 'profile.edit', data: { role } });
const onOneLine = (text: string) => inRow(linesOf(text).join(' · '));
const dayWords = ({ isOurs, day }: CurrentPart) => {
  if (isOurs) return day ? `tekst van Kompas, teruggezet op ${dutchDay(day)}` : 'tekst van Kompas';
  return `gewijzigd op ${dutchDay(day ?? '')}`;
};

/** The parts of a profile, each with a way to change it. */
export function editCard(role: IbroRole, parts: readonly CurrentPart[], note = ''): Message {
  return rowsCard({
    kind: 'roles',
    place: 'Rolprofiel',
    text: `${note ? `${note} ` : ''}Wat wil je wijzigen in het rolprofiel ${role}?`,
    note,
    title: role,
    lead: 'Tik op wat je wilt wijzigen. Mandaat wijzig je in het mandatenregister.',
    groups: [
      {
        rows: parts.map((current) => ({
          name: profileParts[current.part],
          value: onOneLine(current.text),
          detail: dayWords(current),
          action: { verb: 'profile.part', title: 'Wijzig', data: { role, part: current.part } },
        })),
      },
    ],
    actions: [
      toProfile(role),
      { verb: 'profile.history', title: 'Bekijk oudere teksten', data: { role, page: 0 } },
      { verb: 'profile.points', title: 'Kies praktijkvoorbeelden', data: { role } },
      { verb: 'profile.file', title: 'Download alle profielen', data: {} },
    ],
  });
}

/** `now`: what holds where somebody else changed it since the form was opened. */
export function partForm(
  role: IbroRole,
  current: CurrentPart,
  {
    typed = current.text,
    problems = [],
    isLate = false,
  }: { typed?: string; problems?: readonly string[]; isLate?: boolean } = {},
): Message {
  const { part, text, version, isOurs } = current;
  return formCard({
    kind: 'roles',
    place: role,
    title: isLate ? 'Iemand anders was net eerder' : profileParts[part],
    lead: isLate
      ? 'Jouw tekst is nog niet bewaard, maar staat in het veld. Onder het veld staat wat nu geldt. Pas je tekst aan en tik op “Bewaar”.'
      : `Schrijf elke zin op een eigen regel, hooguit ${MOST_LINES}. Noem geen namen.`,
    problems,
    notes: isLate ? ['Dit geldt nu:', ...linesOf(text)] : [],
    fields: [
      {
        id: 'text',
        kind: 'long',
        label: profileParts[part],
        value: typed,
        longest: LONGEST_PART,
        required: true,
      },
    ],
    submit: { verb: 'profile.save', title: 'Bewaar', data: { role, part, seen: version } },
    actions: isOurs
      ? []
      : [
          {
            verb: 'profile.restore',
            title: 'Terug naar de tekst van Kompas',
            data: { role, part, version: 0, seen: version },
          },
        ],
    seenBy: readers,
    back: toEdit(role),
  });
}

/** A version as it is told in the history. */
export interface ToldVersion {
  part: ProfilePart;
  version: number;
  text: string;
  isOurs: boolean;
  /** None of the text that every municipality begins with. */
  day?: string;
  /** None of who is not known any more. */
  author?: string;
  /** Whether it holds now. */
  holds: boolean;
  /** The version of this part that holds now. */
  seen: number;
}

function toldBy({ day, author, isOurs }: ToldVersion): string {
  if (day === undefined) return 'De tekst van Kompas';
  const who = author ?? 'iemand van wie Kompas de naam niet meer heeft';
  return `${dutchDay(day)}, door ${who}${isOurs ? ': terug naar de tekst van Kompas' : ''}`;
}

/** What stood in a profile, the newest first. */
export function historyCard(role: IbroRole, page: Page<ToldVersion>, note = ''): Message {
  return sectionsCard({
    kind: 'roles',
    place: [role, partWords(page)].filter(Boolean).join(' · '),
    text: 'Wat er eerder in dit rolprofiel stond.',
    title: 'Wat er eerder stond',
    note:
      note ||
      (page.items.length > 0
        ? 'Zet je iets terug? Dan blijft ook bewaard wat er nu staat.'
        : 'In dit profiel is nog niets gewijzigd.'),
    sections: page.items.map((one) => ({
      title: `${profileParts[one.part]}${one.holds ? ': dit geldt nu' : ''}`,
      lines: [
        {
          text: one.text,
          details: [toldBy(one)],
          actions: one.holds
            ? []
            : [
                {
                  verb: 'profile.restore',
                  title: 'Zet terug',
                  data: { role, part: one.part, version: one.version, seen: one.seen },
                },
              ],
        },
      ],
    })),
    actions: [
      ...pageButtons(page, 'profile.history', (to) => ({ role, page: to })),
      { ...toEdit(role), title: 'Naar wijzigen' },
    ],
  });
}

/** What was shared by pilots and teams, to choose from. */
export const pointsChoosing = (shared: readonly SharedLearning[]): Choosing => ({
  id: 'points',
  label: 'Wat hoort bij deze rol?',
  many: true,
  choices: shared.map(({ id, title, teamName, role }) => ({
    value: id,
    title,
    about: [role, teamName].filter(Boolean).join(', '),
  })),
});

/** `seen`: what stood beside the profile when the form was opened. */
export function pointsForm(
  role: IbroRole,
  shared: readonly SharedLearning[],
  typed: FormValues,
  { seen, problems = [] }: { seen: string; problems?: readonly string[] },
): Message {
  return formCard({
    kind: 'roles',
    place: role,
    title: 'Praktijkvoorbeelden',
    lead: `Kies hooguit ${MOST_POINTS} praktijkvoorbeelden. Vink uit wat er niet meer bij hoort.`,
    problems,
    fields: choosingForm(pointsChoosing(shared), typed),
    submit: { verb: 'profile.save-points', title: 'Bewaar', data: { role, seen } },
    seenBy:
      'Iedereen bij de gemeente ziet de voorbeelden bij het rolprofiel. Trekt een team een voorbeeld in, dan is het ook hier weg.',
    back: toEdit(role),
  });
}

export const nothingShared = (role: IbroRole): Message =>
  notice(
    'roles',
    'Er is nog geen praktijkvoorbeeld gedeeld',
    'Met “leerpunten” deelt een pilot een praktijkvoorbeeld. Daarna kun je het hier bij een rol zetten.',
    [{ ...toEdit(role), title: 'Naar wijzigen' }],
  );

/** The file with all profiles, and how it comes back. */
export const fileCard = (url: string): Message =>
  linksCard({
    kind: 'roles',
    text: 'Het bestand met de rolprofielen staat klaar.',
    title: 'Je bestand staat klaar',
    body: 'Wijzig de kolom “tekst”. Een beheerder stuurt het bestand daarna naar mij in de chat. Ik laat eerst zien wat er verandert.',
    small: `De link werkt één keer en hooguit ${LINK_MINUTES} minuten. Wie de link heeft, kan het bestand openen.`,
    links: [{ title: 'CSV voor Excel', url }],
  });
