import { dutchDay } from '../../calendar/clock.ts';
import type { IntakeAnswers, IntakeKind } from '../../conversation/intake.ts';
import type { Address } from '../../people/person.ts';
import { below, defineTable, key } from '../../storage/index.ts';

/**
 * How far a file is. `open`: nobody agreed yet. `asked`: it was put before a second person. `applying`: somebody agreed, and it is
 * being carried out. `applied`: done. `replaced`: who sent it put a newer one of the same kind before others, and its bytes are gone.
 */
export type UploadState = 'open' | 'asked' | 'applying' | 'applied' | 'replaced';

/** What is kept of a file beside its bytes. */
export interface UploadDetails {
  /** As it was sent: user text. */
  name: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  hash: string;
  answers: IntakeAnswers;
}

/** One row: a file, that it was put before a second person, a part of its bytes, the chat of who asked for an upload page, or how often a kind of list was applied. */
export interface IntakeRow {
  /** ISO date on which it came. */
  day: string;
  /** Of a file: the instant from which it counts as gone. */
  until?: string;
  state?: UploadState;
  /** Of a file that is being applied: the instant from which somebody may try again. */
  retry?: string;
  kind?: IntakeKind;
  /** Of a file: how many rows hold its bytes. */
  parts?: number;
  /** Of a file that was put before a second person: what that person has to agree to. */
  seen?: string;
  /** Of a file that was put before a second person: the ISO date on which those who may be it were told. */
  told?: string;
  /** Of a file that shows people: the mark of what who sent it saw last, which is in the log. */
  noted?: string;
  details?: UploadDetails;
  /** A part of the bytes, in base64. */
  bytes?: string;
  chat?: Address;
  /** Of a kind of list: a number that nothing else has, another one each time. */
  turn?: string;
}

/** So many bytes of a file stand in a row. */
export const PART_BYTES = 45_000;

export const intakeTable = defineTable<IntakeRow>({
  name: 'intakes',
  namesPeople: true,
  owner: 'intake',
  holds: 'bestanden die je stuurde om in te lezen',
  seenBy: 'jij; een lijst van mandaten ook wie daar als tweede over beslist',
  retention: { days: 1, from: 'day' },
  coded: true,
  sealed: { fields: ['details', 'bytes', 'chat'], bytes: 48_000, beside: 'day' },
  person: {
    kind: 'personal',
    rows: ({ tenant, directoryId }) => [
      { partition: key(tenant), ...below(directoryId) },
      { partition: key(tenant), ...below('asked', directoryId) },
    ],
    describe: ({ day }) => `${dutchDay(day)}: een bestand, of de chat waarin de uitkomst komt.`,
  },
});
