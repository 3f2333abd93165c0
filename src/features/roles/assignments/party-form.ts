import { choosingForm } from '../../../conversation/choosing.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import { ibroRoles } from '../../../people/person.ts';
import { toList } from './cards.ts';
import { areaChoosing, registrationsField } from './form.ts';
import type { Standing } from './holders.ts';

/** The longest texts, in characters. */
export const LONGEST = { organisation: 80, contact: 120 };

/** Which party for which team: without an id it is a new one. */
export interface PartyTarget {
  team: string;
  id: string;
  seen: number;
}

const seenBy =
  'Iedereen bij de gemeente ziet de organisatie, de rol en het contact. Jouw naam staat er niet bij, wel in het logboek van beheer. De rol blijft staan tot drie jaar na de laatste wijziging.';

/** The form in which a role of a party is written down. */
export function partyForm(
  { team, id, seen }: PartyTarget,
  typed: FormValues,
  areas: Standing['areas'],
  place: string,
  problems: readonly string[] = [],
): Message {
  return formCard({
    kind: 'roles',
    place,
    title: 'Een andere partij met een rol',
    lead: 'De gemeente blijft verantwoordelijk. Na “Verder” zie je waar je op moet letten.',
    problems,
    fields: [
      {
        id: 'organisation',
        kind: 'text',
        label: 'Welke organisatie?',
        value: typed.organisation,
        longest: LONGEST.organisation,
        required: true,
      },
      {
        id: 'contact',
        kind: 'text',
        label: 'Hoe bereik je die organisatie?',
        value: typed.contact,
        longest: LONGEST.contact,
        hint: 'Bijvoorbeeld: servicedesk, 010 123 45 67',
      },
      {
        id: 'role',
        kind: 'one',
        label: 'Welke rol?',
        value: typed.role,
        required: true,
        choices: ibroRoles.map((role) => ({ value: role, title: role })),
      },
      registrationsField(
        'roleFor',
        'Voor welke registraties? Kies niets als het voor alle is',
        typed.roleFor,
      ),
      ...(areas.length > 0 ? choosingForm(areaChoosing(areas), typed) : []),
      { id: 'from', kind: 'date', label: 'Vanaf wanneer?', value: typed.from, required: true },
    ],
    submit: { verb: 'assignments.review-party', title: 'Verder', data: { team, id, seen } },
    seenBy,
    back: { verb: toList.verb, data: toList.data, straight: true },
  });
}
