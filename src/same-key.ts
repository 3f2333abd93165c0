import { today } from './calendar/clock.ts';
import { ConfigError } from './config.ts';
import type { Services } from './features/module.ts';
import { isKeyMoving, isSameKey, noteKey } from './people/key-check.ts';

/** What whoever starts Kompas reads when KOMPAS_SECRET is not the key that it wrote with. */
const OTHER_KEY = [
  'De geheime sleutel is een andere dan die waarmee Kompas tot nu toe schreef. Kompas start niet.',
  'Met deze sleutel kan niemand zijn oude antwoorden zien of wissen.',
  'Is het een vergissing? Zet de oude sleutel terug in KOMPAS_SECRET.',
  'Heb je de oude sleutel nog, en wil je een nieuwe? Zet de oude in KOMPAS_SECRET_OUD, en doe “sleutel roteer”.',
  'Is de oude sleutel kwijt? Lees in docs/beheer.md wat je eerst doet. Wis dan wat onder de oude codes staat:',
  'npm run kompas -- sleutel vernieuwd --akkoord',
].join('\n');

/** What whoever gives a command reads then. */
const OTHER_KEY_GIVEN = [
  'De geheime sleutel is een andere dan die waarmee Kompas tot nu toe schreef. Er is niets gewijzigd.',
  'Is het een vergissing? Zet de goede sleutel in KOMPAS_SECRET.',
  'Is het een nieuwe sleutel? Zet de oude in KOMPAS_SECRET_OUD. Wat je dan doet, staat in docs/beheer.md.',
].join('\n');

/** What they read when rows went to a new key and that broke off. */
const HALFWAY = [
  'Het overzetten naar een nieuwe geheime sleutel is niet afgemaakt. Kompas start niet.',
  'Doe het nog eens, met dezelfde sleutels: npm run kompas -- sleutel roteer --akkoord',
].join('\n');

/**
 * Before anything is served: throws `ConfigError` when Kompas wrote with another secret key until now. Under this one nobody
 * would find, or could erase, what they answered (trust:see-and-erase). Also while rows stand under two keys because their move to
 * another one broke off. The first key is noted.
 */
export async function requireKey(services: Pick<Services, 'settings' | 'secret' | 'now'>): Promise<void> {
  if (!(await isSameKey(services))) throw new ConfigError(OTHER_KEY);
  if (isKeyMoving(await services.settings.read())) throw new ConfigError(HALFWAY);
  await noteKey(services, today(services.now()).toString());
}

/**
 * Before a command does anything: throws `ConfigError` when the secret key that it was given is not the one that Kompas writes with.
 * What it wrote would be under codes that nobody finds, and what it erases would stay (trust:see-and-erase). A command without a key
 * goes on: what needs one throws `KeyNeeded`.
 */
export async function refuseOtherKey(
  services: Pick<Services, 'settings' | 'secret' | 'hasKey'>,
): Promise<void> {
  if (services.hasKey && !(await isSameKey(services))) throw new ConfigError(OTHER_KEY_GIVEN);
}
