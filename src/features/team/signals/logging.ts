import { Temporal } from 'temporal-polyfill';
import type { Audit } from '../../../people/audit.ts';
import type { GroupPlace } from '../groups/place.ts';
import type { Signal, Unlogged } from './signal.ts';
import type { SignalStore } from './store.ts';
import type { WorkflowStep } from './workflow.ts';

/** The managing actions in these steps: which signal, and not a word of it (trust:managing-is-logged). */
export function actionsIn(steps: readonly WorkflowStep[], who: string, at: Temporal.Instant): Unlogged[] {
  const of = (what: string): Unlogged => ({ who, what, at: at.toString() });
  return [
    ...(steps.includes('deciding') ? [of('besluit over signaal')] : []),
    ...(steps.includes('answered') ? [of('signaal beantwoord')] : []),
  ];
}

/**
 * Puts the managing actions of a signal that are not in the audit log yet into it. They were stored with the signal
 * itself, so that a break in between loses none. Repeating this adds nothing.
 */
export async function logActions(
  { groups, audit }: { groups: SignalStore; audit: Audit },
  place: GroupPlace,
  { id, unlogged = [] }: Signal,
): Promise<void> {
  if (unlogged.length === 0) return;
  for (const { who, what, at } of unlogged)
    await audit.record(who, what, id, { at: Temporal.Instant.from(at), name: `${what} ${id}` });
  const isNew = ({ at, what }: Unlogged) => !unlogged.some((one) => one.at === at && one.what === what);
  await groups.changeSignal(place, id, (now) => ({ ...now, unlogged: now.unlogged?.filter(isNew) }));
}
