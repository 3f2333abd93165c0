import { createHmac, createSecretKey } from 'node:crypto';

/**
 * What a pseudonym is for. Answers and the outcomes of rounds have different ones: which rounds somebody is
 * in follows from their working days, so a shared pseudonym would lead from working days to answers. Comments
 * that were shared without name have one of their own too: whoever recognises a writer by their style finds
 * no score with it. The pseudonyms for tips and for whoever wants to be left alone are the same in every team (their team is ''),
 * so that somebody who moves keeps their tips. Those for evaluations are of one pilot and those for votes of one board (in the
 * place of the team): who is in which pilots stands there by name, so one code in two pilots would tell whose it is.
 */
export const purposes = ['answer', 'round', 'comment', 'tip', 'vote', 'evaluation', 'silence'] as const;
export type Purpose = (typeof purposes)[number];

/** Turns a person in a team, or in the pilot or board that stands in its place, into a name that only the holder of the key can compute. */
export type Pseudonymise = (team: string, directoryId: string, purpose: Purpose) => string;

/**
 * HMAC-SHA256 over tenant, team and directory id, cut to 128 bits (trust:no-trace). The directory id is used
 * and not the id of the people table, so that whoever rebinds a row to another account does not inherit its
 * answers.
 */
export function pseudonymiser(secret: Buffer, tenant: string): Pseudonymise {
  // Made once: Node takes six times as long for an HMAC when it has to make the key out of bytes each time.
  const hmacKey = createSecretKey(secret);
  return (team, directoryId, purpose) =>
    createHmac('sha256', hmacKey)
      .update(JSON.stringify([tenant, team, directoryId, purpose]))
      .digest('base64url')
      .slice(0, 22);
}
