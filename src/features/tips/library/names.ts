import type { Services } from '../../module.ts';

/** What is given of other features to look at tips. */
export interface CommandNeeds {
  /** Names and words of the mandate register: in a tip they are no slips. */
  registerWords(): Promise<string[]>;
}

/** What this municipality calls its places, functions and teams: no slips in a tip. */
export async function namesIn(
  { settings }: Pick<Services, 'settings'>,
  { registerWords }: CommandNeeds,
): Promise<string[]> {
  const [{ municipality, teams }, words] = await Promise.all([settings.read(), registerWords()]);
  return [municipality.name, ...teams.flatMap(({ name, department = '' }) => [name, department]), ...words];
}

/** "1 tip", "12 tips". */
export const tipCount = (count: number): string => (count === 1 ? '1 tip' : `${count} tips`);
