import { createHash } from 'node:crypto';

/** A key that looks as if it was drawn at random, the same in every run. In base64, as KOMPAS_SECRET. */
export const secret = createHash('sha512').update('a key for tests').digest('base64');
