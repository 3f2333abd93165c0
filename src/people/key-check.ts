import type { Settings } from './municipality.ts';
import type { SettingsStore } from './settings.ts';

interface KeyTools {
  settings: Pick<SettingsStore, 'read' | 'changeMunicipality'>;
  /** Derives a key for a purpose from the secret key of this installation. */
  secret(purpose: string): Buffer;
}

/** What is kept to know the key by: derived for this alone, so that it opens nothing and names nobody. */
const checkOf = ({ secret }: Pick<KeyTools, 'secret'>) => secret('key check').toString('base64url');

/** True when Kompas wrote with this key before, or never with any. */
export async function isSameKey(tools: KeyTools): Promise<boolean> {
  const { keyCheck } = (await tools.settings.read()).municipality;
  return keyCheck === undefined || keyCheck === checkOf(tools);
}

/** True when rows went to another key, and that broke off: some stand under the old one and some under the new one. */
export const isKeyMoving = ({ municipality }: Pick<Settings, 'municipality'>): boolean =>
  municipality.keyMoving === true;

/** Notes the key of this installation, and this ISO date, where none was noted yet. Two instances may do so at once. */
export async function noteKey(tools: KeyTools, day: string): Promise<void> {
  const { keyCheck, keyFrom } = (await tools.settings.read()).municipality;
  if (keyCheck !== undefined && keyFrom !== undefined) return;
  const mine = checkOf(tools);
  await tools.settings.changeMunicipality((now) => ({
    ...now,
    keyCheck: now.keyCheck ?? mine,
    keyFrom: now.keyFrom ?? day,
  }));
}

/** Notes the key of this installation, on this ISO date, in the place of the one before. */
export async function replaceKey(tools: KeyTools, day: string): Promise<void> {
  const mine = checkOf(tools);
  await tools.settings.changeMunicipality(({ keyMoving: _, keySince: __, ...now }) => ({
    ...now,
    keyCheck: mine,
    keyFrom: day,
  }));
}

/** Notes that rows begin to go to another key. Until `endMoving` Kompas does not start. */
export async function beginMoving({ settings }: Pick<KeyTools, 'settings'>): Promise<void> {
  await settings.changeMunicipality((now) => ({ ...now, keyMoving: true }));
}

/** Notes that they all went, on this ISO date, to the key that `keyCheck` is of. */
export async function endMoving(
  { settings }: Pick<KeyTools, 'settings'>,
  keyCheck: string,
  day: string,
): Promise<void> {
  await settings.changeMunicipality(({ keyMoving: _, ...now }) => ({
    ...now,
    keyCheck,
    keySince: day,
    keyFrom: day,
  }));
}
