import { hkdfSync } from 'node:crypto';
import type { Pseudonymise } from './pseudonym.ts';

/** Thirty-two bytes from a secret key of this tenant, different for each purpose. */
export const derivedKey = (secret: Buffer, tenant: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, tenant, purpose, 32));

/** What is kept to know a key by: derived for this alone, so that it opens nothing and names nobody. */
export const checkOfKey = (secret: Buffer, tenant: string): string =>
  derivedKey(secret, tenant, 'key check').toString('base64url');

/** The secret keys beside the one that Kompas writes with. Without any it is empty, and all is as with one key. */
export interface KeyRing {
  /**
   * There while KOMPAS_SECRET is a key that Kompas does not write with yet: that begins with `sleutel roteer`. Gives what it derives
   * for a purpose.
   */
  next?(purpose: string): Buffer;
  /** What those keys give for a purpose. */
  others(purpose: string): readonly Buffer[];
  /** Makes pseudonyms with each of those keys. */
  pseudonymisers(): readonly Pseudonymise[];
}
