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

/** Notes the key of this installation where none was noted yet. Two instances may do so at once. */
export async function noteKey(tools: KeyTools): Promise<void> {
  const { keyCheck } = (await tools.settings.read()).municipality;
  if (keyCheck !== undefined) return;
  const mine = checkOf(tools);
  await tools.settings.changeMunicipality((now) => ({ ...now, keyCheck: now.keyCheck ?? mine }));
}

/** Notes the key of this installation in the place of the one before. */
export async function replaceKey(tools: KeyTools): Promise<void> {
  const mine = checkOf(tools);
  await tools.settings.changeMunicipality((now) => ({ ...now, keyCheck: mine }));
}
