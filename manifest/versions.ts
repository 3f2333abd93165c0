import { existsSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';

/** Three numbers and nothing else, without zeros in front, as `semver` in the schema of the manifest: its field takes any text. */
const version = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;
const packageSchema = z.object({ version: z.string() });
const madeSchema = z.object({ version: z.string().regex(version), id: z.string() });

/** The version of this Kompas, as package.json says it. */
export function kompasVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return packageSchema.parse(JSON.parse(text)).version;
}

/** Says in Dutch what is wrong with a version of the package; undefined when Teams takes it. */
export function versionProblem(given: string): string | undefined {
  if (version.test(given)) return undefined;
  return `--versie: '${given}' is geen versie. Geef drie getallen met punten ertussen, zoals 1.2.3.`;
}

const numbersOf = (given: string) => given.split('.').map(Number);

/** True when one version is higher than another, number by number; both as `versionProblem` takes them. */
export function isHigher(one: string, than: string): boolean {
  const [first, other] = [numbersOf(one), numbersOf(than)];
  const at = first.findIndex((number, n) => number !== other[n]);
  return at >= 0 && (first[at] ?? 0) > (other[at] ?? 0);
}

/** The lowest version that is higher: the last number goes up by one. */
export function nextAfter(given: string): string {
  const [major = 0, minor = 0, patch = 0] = numbersOf(given);
  return `${major}.${minor}.${patch + 1}`;
}

/** The app package of Kompas that stands in a file: its app id, version and bytes. Undefined when there is none. */
export function madeBefore(file: string): { id: string; version: string; zip: Uint8Array } | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const zip = readFileSync(file);
    const entry = unzipSync(zip, { filter: ({ name }) => name === 'manifest.json' })['manifest.json'];
    return { ...madeSchema.parse(JSON.parse(strFromU8(entry ?? new Uint8Array()))), zip };
  } catch {
    return undefined;
  }
}
