import { dutchDay } from '../../../calendar/clock.ts';
import { card } from '../../../conversation/cards/card.ts';
import type { State } from '../../../conversation/cards/head.ts';
import { listCard } from '../../../conversation/cards/list.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { inRow } from '../../../conversation/cards/rows.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { capital } from '../../../language/capital.ts';
import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import type { RecordedActivity } from '../../mandates/contract.ts';
import type { SharedLearning } from '../../pilots/contract.ts';
import { profileParts } from '../content/profiles.ts';
import { type CurrentPart, linesOf } from './profile.ts';

/** A role as everybody reads it. */
export interface Profile {
  role: IbroRole;
  parts: readonly CurrentPart[];
  /** What the register records for it; undefined while there is no register. */
  recorded: readonly RecordedActivity[] | undefined;
  /** The shared learning points that stand beside it. */
  points: readonly SharedLearning[];
}

interface ProfileLine {
  /** May be user text, as `detail` may. */
  text: string;
  detail: string;
}

interface DrawnPart {
  id: string;
  title: string;
  isOpen: boolean;
  lines: readonly ProfileLine[];
  /** Our words, under the lines. */
  small: string;
}

interface DrawnProfile {
  note: string;
  title: string;
  lead: string;
  parts: readonly DrawnPart[];
  actions: readonly NoticeAction[];
}

const line = (text: string, detail = ''): ProfileLine => ({ text, detail });

const times = (count: number) => (count === 1 ? '1 keer vastgelegd' : `${count} keer vastgelegd`);
function recordedLine({ activity, count, registrations, isForAll }: RecordedActivity): ProfileLine {
  const where = isForAll ? 'alle registraties' : inRow(registrations.join(', '));
  return line(capital(activity), `${times(count)}, voor ${where}`);
}

/** So many activities of the register stand on a profile. */
const MOST_ACTIVITIES = 6;

function recordedLines(recorded: Profile['recorded']): ProfileLine[] {
  if (recorded === undefined) return [line('Niet vastgelegd. Er is nog geen mandatenregister in Kompas.')];
  if (recorded.length === 0)
    return [line('Niet vastgelegd. Het mandatenregister noemt deze rol nu nergens.')];
  const more = recorded.length - MOST_ACTIVITIES;
  return [
    ...recorded.slice(0, MOST_ACTIVITIES).map(recordedLine),
    ...(more > 0 ? [line(`En nog ${more} andere ${more === 1 ? 'activiteit' : 'activiteiten'}.`)] : []),
  ];
}

/** Of several parts one stands open: what somebody does. What may be decided stands beside it. */
function drawnParts({ parts, recorded, points }: Profile): DrawnPart[] {
  const [tasks, ...others] = parts.map(
    ({ part, text }): DrawnPart => ({
      id: `deel-${part}`,
      title: profileParts[part],
      isOpen: part === 'taken',
      lines: linesOf(text).map((one) => line(one)),
      small: '',
    }),
  );
  const mandate: DrawnPart = {
    id: 'deel-mandaat',
    title: 'Mandaat',
    isOpen: true,
    lines: recordedLines(recorded),
    small: 'Mandaat staat in het mandatenregister. Een rol of een profiel geeft geen mandaat.',
  };
  const learned: DrawnPart = {
    id: 'deel-geleerd',
    title: `Praktijkvoorbeelden (${points.length})`,
    isOpen: false,
    lines: points.map(({ title, result, teamName }) =>
      line(title, [inRow(result), teamName && `Team ${teamName}`].filter(Boolean).join(' · ')),
    ),
    small: '',
  };
  return [...(tasks ? [tasks] : []), mandate, ...others, ...(points.length > 0 ? [learned] : [])];
}

/** Whose text it is, as a badge. */
function stateOf(parts: readonly CurrentPart[]): State {
  return parts.every(({ isOurs }) => isOurs)
    ? { words: 'Van Kompas', tone: 'quiet' }
    : { words: 'Van je gemeente', tone: 'good' };
}

/** Who keeps the register, for what it does not record. */
const whoKeepsIt: NoticeAction = {
  verb: 'help.say',
  title: 'Wie is mandaatbeheerder?',
  data: { text: 'wie is mandaatbeheerder' },
};

/** A role profile, for everybody. `mayChange`: who asks may change it, and does not read along with others. */
export function profileCard(profile: Profile, { note = '', mayChange = false } = {}): Message {
  const { role, parts, recorded } = profile;
  return {
    text: `Het rolprofiel ${role}.`,
    card: card<DrawnProfile>(
      'role-profile',
      { kind: 'roles', place: 'Rolprofiel', state: stateOf(parts) },
      {
        note,
        title: role,
        lead: 'Een rol is wat je doet, geen functie.',
        parts: drawnParts(profile),
        actions: [
          recorded?.[0]?.ask ?? whoKeepsIt,
          ...(mayChange ? [{ verb: 'profile.edit', title: 'Wijzig', data: { role } }] : []),
          { verb: 'profile.all', title: 'Alle rolprofielen', data: {} },
        ],
      },
    ),
  };
}

const core: Record<IbroRole, string> = {
  Objectregistrator: 'Zet gegevens goed en op tijd in de registraties.',
  Kwaliteitscoördinator: 'Bewaakt of de gegevens kloppen, en controleert mutaties.',
  Objectregisseur: 'Overziet de hele keten en hakt knopen door.',
  'Geodata-engineer': 'Automatiseert werk en koppelt systemen.',
};

/** The four roles, each with a way to its profile. `note`: what was typed that is none of them, in our words. */
export function allProfilesCard(changedOn: ReadonlyMap<IbroRole, string>, note = ''): Message {
  return listCard({
    kind: 'roles',
    text: `${note ? `${note} ` : ''}Dit zijn de vier rolprofielen.`,
    title: 'De vier rolprofielen',
    lead: note || 'Een rol is wat je doet, geen functie. Je kunt er meer dan één hebben.',
    sections: [
      {
        title: 'Rollen',
        lines: ibroRoles.map((role) => {
          const day = changedOn.get(role);
          return {
            text: role,
            detail: `${core[role]} ${day ? `Gewijzigd op ${dutchDay(day)}.` : ''}`.trim(),
            action: { verb: 'profile.show', title: 'Bekijk', data: { role } },
          };
        }),
      },
    ],
  });
}

/** For a word that may mean several roles. */
export const whichRoleCard = (roles: readonly IbroRole[]): Message =>
  notice(
    'roles',
    'Welke rol bedoel je?',
    'Kies de rol waarvan je het profiel wilt lezen.',
    roles.map((role) => ({ verb: 'profile.show', title: role, data: { role } })),
  );
