import { readFileSync } from 'node:fs';
import { z } from 'zod';

const packageSchema = z.object({ version: z.string() });

/** The version of this Kompas, as package.json says it. */
export function kompasVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return packageSchema.parse(JSON.parse(text)).version;
}

const numbersOf = (version: string) => (/^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? []).slice(1).map(Number);

/** True when one version is newer than another; what is no version is taken for a newer one. */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [numbersOf(version), numbersOf(than)];
  if (one.length === 0) return true;
  const at = one.findIndex((number, n) => number !== other[n]);
  return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
}
