import { isPresent } from '../../../people/person.ts';
import type { SecuringShown } from './cards.ts';
import type { SecuringTools } from './tools.ts';

/** Reads what stays, with the names of who works here. */
export async function shownSecuring({
  plan,
  securing,
  everybody,
}: Pick<SecuringTools, 'plan' | 'securing' | 'everybody'>): Promise<SecuringShown> {
  const [kept, { form }, people] = await Promise.all([securing.read(), plan.read(), everybody()]);
  const names = people
    .filter(isPresent)
    .flatMap(({ directoryId, name }) => (directoryId ? [[directoryId, name] as const] : []));
  return { securing: kept, form, names: new Map(names) };
}
