import { detailCard } from '../../../conversation/cards/detail.ts';
import { choosingForm } from '../../../conversation/choosing.ts';
import type { Choosable } from '../../../conversation/finding.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { ibroRoles } from '../../../people/person.ts';
import type { Names } from '../pilot/names.ts';
import type { PilotView } from '../pilot/rights.ts';
import { shortened } from '../pilot/sizes.ts';
import { byRole, type OwnValidator, ownValidators } from './rules.ts';
import type { TriedRoles } from './store.ts';

const LONGEST_NAME = 60;
const MOST_NAMES = 12;

const nameOf = (names: Names, id: string) =>
  shortened(names.get(id) ?? 'iemand die hier niet meer werkt', LONGEST_NAME);

function namesOf(names: Names, ids: readonly string[]): string {
  const all = ids.map((id) => nameOf(names, id)).sort((a, b) => a.localeCompare(b, 'nl'));
  const more = all.length - MOST_NAMES;
  return more > 0 ? `${all.slice(0, MOST_NAMES).join(', ')} en nog ${more}` : all.join(', ');
}

const warningOf = (names: Names, { id, hasOther }: OwnValidator) => ({
  text: `${nameOf(names, id)} verwerkt en valideert in deze pilot.`,
  detail: hasOther
    ? 'Dat mag. Maar niemand valideert eigen werk. Laat een ander valideren wat deze collega verwerkt.'
    : 'Dat mag. Maar niemand valideert eigen werk, en hier valideert nu niemand anders. Zoek iemand in een ander team of daarbuiten.',
});

/** Who tries which role in a pilot, for who is in it. `tried` holds members only. */
export function rolesCard(
  { pilot, members, leads }: PilotView,
  tried: TriedRoles,
  names: Names,
  note = '',
): Message {
  const of = { pilot: pilot.id };
  const without = members.filter(({ directoryId }) => !tried.has(directoryId));
  const isOpen = pilot.closedOn === undefined;
  return detailCard({
    kind: 'pilot',
    text: 'Wie probeert welke rol in de pilot?',
    title: 'Wie probeert welke rol?',
    place: pilot.name,
    note:
      note ||
      'Een rol is wat je doet, geen functie. Meer rollen per persoon mag, en meer mensen per rol ook.',
    facts: [
      ...byRole(tried).map(({ role, ids }) => ({ title: role, value: namesOf(names, ids) || 'nog niemand' })),
      ...(without.length > 0
        ? [
            {
              title: 'Nog geen rol',
              value: namesOf(
                names,
                without.map(({ directoryId }) => directoryId),
              ),
            },
          ]
        : []),
    ],
    sections: [{ title: 'Let op', lines: ownValidators(tried).map((one) => warningOf(names, one)) }].filter(
      ({ lines }) => lines.length > 0,
    ),
    actions: [
      ...(isOpen ? [{ verb: 'pilot.my-roles', title: 'Mijn rollen', data: of }] : []),
      ...(isOpen && leads ? [{ verb: 'pilot.roles-of', title: 'Rollen van een collega', data: of }] : []),
      { verb: 'pilot.show', title: 'Naar de pilot', data: of },
    ],
  });
}

const rolesField = (label: string, value: string | undefined) => ({
  id: 'roles',
  kind: 'many' as const,
  label,
  value,
  choices: ibroRoles.map((role) => ({ value: role, title: role })),
});

const seenBy =
  'Wie meedoet aan de pilot, tot 30 dagen na het afronden. Welke rollen je probeert, zegt niets over je functie. Niemand krijgt hierdoor een rol.';

/** Somebody says for themselves which roles they try. */
export function myRolesForm({ pilot }: Pick<PilotView, 'pilot'>, value: string): Message {
  return formCard({
    kind: 'pilot',
    title: 'Welke rollen probeer jij?',
    place: pilot.name,
    lead: 'Meer dan één mag. Vink alles uit als je er geen meer probeert.',
    fields: [rolesField('Rollen die jij probeert', value)],
    submit: { verb: 'pilot.save-my-roles', title: 'Bewaar', data: { pilot: pilot.id } },
    seenBy,
    back: { verb: 'pilot.roles', data: { pilot: pilot.id } },
  });
}

/** Of which member the roles are written down. */
export const memberChoosing = (members: readonly Choosable[]) => ({
  id: 'member',
  label: 'Welke collega?',
  required: true,
  choices: members.toSorted((a, b) => a.title.localeCompare(b.title, 'nl')),
});

/** Who leads the pilot says which roles somebody tries. */
export function rolesOfForm(
  { pilot }: Pick<PilotView, 'pilot'>,
  members: readonly Choosable[],
  typed: FormValues,
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'pilot',
    title: 'Welke rollen probeert je collega?',
    place: pilot.name,
    lead: 'Spreek het eerst samen af. Je collega kan het zelf wijzigen.',
    problems,
    fields: [
      ...choosingForm(memberChoosing(members), typed),
      rolesField('Rollen die deze collega probeert', typed.roles),
    ],
    submit: { verb: 'pilot.save-roles-of', title: 'Bewaar', data: { pilot: pilot.id } },
    seenBy,
    back: { verb: 'pilot.roles', data: { pilot: pilot.id } },
  });
}
