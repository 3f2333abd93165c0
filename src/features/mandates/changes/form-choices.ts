import { z } from 'zod';
import { isDate } from '../../../calendar/clock.ts';
import { type Choosing, chosenIn } from '../../../conversation/choosing.ts';
import { perhaps } from '../../../conversation/field.ts';
import { areasOf, everything, named, registrationsOf } from '../register/choices.ts';
import type { Lookup } from '../register/lookup.ts';
import { entryKinds } from '../register/register.ts';
import { activityWords } from '../vocabulary/activities.ts';
import { formFrom, type ProposalForm, reportRef } from './proposal-form.ts';

/** Activities to choose from: those of the register and the common ones. */
function knownActivities(lookup: Lookup): string[] {
  const own = lookup.register.entries.map(({ activity }) => activity);
  return [...new Set([...own, ...activityWords.map(({ activity }) => activity)])].sort();
}

/** The short lists of the form. */
export const formChoices = {
  kinds: [...entryKinds],
  roles: ['Objectregistrator', 'Kwaliteitscoördinator', 'Objectregisseur', 'Geodata-engineer'],
};

/** What the form lets somebody choose from the register. */
export function formChoosings(form: Pick<ProposalForm, 'registratie'>, lookup: Lookup) {
  // A registration that people looked for may not be in the register yet.
  const wished = [form.registratie].filter((name) => name !== '' && name !== everything);
  const registrations = [...new Set([...registrationsOf(lookup), ...wished])];
  return {
    activity: {
      id: 'activiteit',
      // A field beside it will do as well, so Teams cannot mark it.
      label: 'Activiteit (nodig)',
      part: 'Activiteit',
      choices: named(knownActivities(lookup)),
    },
    registration: {
      id: 'registratie',
      label: 'Registratie',
      part: 'Registratie',
      first: [{ title: 'Alle registraties', value: everything }],
      choices: named(registrations),
    },
    area: { id: 'gebied', label: 'Gebied', part: 'Gebied', required: true, choices: areasOf(lookup) },
  } satisfies Record<string, Choosing>;
}

/** What was sent, with the names that were typed looked up, and what is wrong with those in Dutch. */
export function formRead(sent: ProposalForm, lookup: Lookup): { form: ProposalForm; problems: string[] } {
  if (sent.kind === 'end') return { form: sent, problems: [] };
  const read = chosenIn(Object.values(formChoosings(sent, lookup)), sent);
  return { form: { ...sent, ...read.sent }, problems: read.problems };
}

/** What is known of an entry that is missing, and who is to hold it; `area` is a code, or empty for the whole municipality. */
export const beginningSchema = z.object({
  activity: z.string().max(200),
  registration: z.string().max(200),
  area: z.string().max(200),
  holder: z.string().max(200).optional(),
  /** The first day (ISO date), where it is known. */
  from: z.string().max(10).optional(),
  /** The report from which the form is opened. */
  report: perhaps(reportRef),
});

/** The form of a new entry with what is known filled in. */
export function formBegunWith(
  { activity, registration, area, holder = '', from = '', report }: z.infer<typeof beginningSchema>,
  lookup: Lookup,
): ProposalForm {
  const [root, ...otherRoots] = lookup.roots;
  return {
    ...formFrom('new', undefined, lookup),
    ...(knownActivities(lookup).includes(activity)
      ? { activiteit: activity }
      : { andere_activiteit: activity }),
    registratie: registration,
    houder: holder,
    geldig_van: isDate(from) ? from : '',
    report,
    gebied: lookup.area(area)?.code ?? (area === '' && root && otherRoots.length === 0 ? root : ''),
  };
}
