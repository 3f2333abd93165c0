import type { KeyRange } from './keys.ts';

/** What a table may be asked about one person: every way in which a row can point at them. */
export interface DataSubject {
  tenant: string;
  /** Id of the account in the municipality's directory (Entra object id). */
  directoryId: string;
  /** Ids of their rows in the people table: more than one after an import that broke off, none for who is unknown. */
  personIds: readonly string[];
  /** The UPNs in those rows, in lower case, but not those that somebody else has by now. */
  upns: readonly string[];
  /**
   * The person's pseudonyms in every team that exists, under each secret key that is known: people change teams, answers stay
   * behind.
   */
  pseudonyms: readonly { team: string; purpose: string; pseudonym: string }[];
  /** Their pseudonyms, under each secret key that is known, in a place that only a row can name, such as a pilot. */
  pseudonymsIn(place: string, purpose: string): readonly string[];
  /** The keys of all teams. */
  teams: readonly string[];
  /** How teams are called, by key. */
  teamNames: ReadonlyMap<string, string>;
}

/**
 * Rows of one person: a range of keys, or those with a text in a field; in one partition, or in all when none is named. Where
 * rows of others stand among them, `isTheirs` tells which are theirs.
 */
export type PersonRange = {
  partition?: string;
  isTheirs?(place: { partition: string; row: string }): boolean;
} & (
  | KeyRange
  | { fieldIs: { field: string; value: string } }
  | { isTheirs(place: { partition: string; row: string }): boolean }
);

/** How a table deals with "what do you hold about me?" and "erase it" (trust:see-and-erase). */
export type PersonData<T> =
  | {
      kind: 'personal';
      rows(who: DataSubject): readonly PersonRange[];
      /** A write fails, or its feature takes it back, when its person was erased meanwhile: nobody need look after it. */
      guardsItself?: true;
      /** Rows go from one key to another as their person does: that one goes away does not mean that it was taken back. */
      moves?: true;
      /**
       * The fields that a backup does not bring back where nobody knows what their person did with them since, as when storage was
       * lost: what would still be shared.
       */
      undecided?(value: T): readonly string[];
      /** Keys of rows in the same partition that say the same; they are erased along, in one transaction. */
      twins?(row: string): readonly string[];
      /**
       * What of a row its reader may have in the file of "mijn gegevens", where two people share the row and one may not know all of
       * it. Without it they get the whole row.
       */
      exported?(value: T, directoryId: string): object;
      /** One Dutch sentence about a row, for "mijn gegevens". */
      describe(value: T, who: Pick<DataSubject, 'teamNames'>): string;
    }
  | {
      /** A record that outlives an erasure; `why` is the Dutch reason that the person reads. */
      kind: 'record';
      why: string;
      rows(who: DataSubject): readonly PersonRange[];
      describe(value: T, who: Pick<DataSubject, 'teamNames'>): string;
    }
  | {
      kind: 'none';
      why: string;
      /**
       * True for an official register, which is not kept by person but may name people. The person is told of
       * it all the same.
       */
      official?: true;
      /** True where a row that goes was taken back, though it is about nobody who is known: as of `personal`, a backup leaves it away. */
      takenBack?: true;
    };

/** Days a row lives, counted from the ISO date in the field `from`; rows without that date are kept. */
export interface Retention<T> {
  days: number;
  from: keyof T & string;
  /** What lives shorter than the row: these fields and `from` itself go when the date in it is more than so many days ago. */
  sooner?: {
    days: number;
    from: keyof T & string;
    fields: readonly (keyof T & string)[];
    /** What goes then, in plain Dutch with its verb, before the time: "een toelichting blijft". */
    what: string;
  };
}

/** Fields that only the holder of the key can read: see `sealedStorage`. */
export interface Sealing<T> {
  fields: readonly (keyof T & string)[];
  /**
   * How many bytes are sealed, always as many: what the fields take at most as packed JSON. A thousand characters fit in
   * 4,096 bytes, whatever they are.
   */
  bytes: number;
  /** A plain field: where it stands there is something sealed, and a row without it has none of these fields. */
  beside: keyof T & string;
}

/** The code of a person as one part of a key: which part, and what it is a code of (`Pseudonymise`). */
export interface CodeInKey {
  of: 'partition' | 'row';
  part: number;
  place: string;
  purpose: string;
}

/** One table: its name, who owns it, how long rows live and how it answers for one person. */
export interface TableDefinition<T extends object = object> {
  /** Azure table name: letters and digits. */
  name: string;
  /** The feature or room that alone writes it. */
  owner: string;
  /** What is in it and who may see it, in plain Dutch: shown in "mijn gegevens". */
  holds: string;
  seenBy: string;
  retention: Retention<T> | { forever: string };
  person: PersonData<T>;
  /**
   * Whether rows stand under somebody's name, account or address: all of them, none, or those with such a key. A turn that
   * may leave no trace writes none of these. A name that somebody put there by their own choice does not count.
   */
  namesPeople: boolean | ((row: string) => boolean);
  /**
   * True where rows stand under pseudonyms or hold what is sealed. With another secret key nobody finds or opens them any
   * more, not even the person whose they are: `sleutel vernieuwd` empties these tables.
   */
  coded?: true;
  /** Where codes of people stand in the keys of a row, so that rows can go over to another secret key with them. */
  codes?(at: { partition: string; row: string; value: T }): readonly CodeInKey[];
  /** True where rows only hold together: a backup brings them back as they were, also over one that was written since. */
  whole?: true;
  /** True of a row that says that something was made or sent: it stays, since that is not done a second time after a restore. */
  isDone?(at: { partition: string; row: string }): boolean;
  /** True of a row with marks that only the secret key they were made with can tell: they cannot go over to another one. */
  isMarked?(value: T): boolean;
  /** Fields that hold lists or objects; stored as JSON text, packed when it is very long. */
  json?: readonly (keyof T & string)[];
  /** Fields that stand in no row as they are. None of them may be one of `json`. */
  sealed?: Sealing<T>;
}

// biome-ignore lint/suspicious/noExplicitAny: tables of all row types stand in one list; each is typed where it is used.
export type AnyTable = TableDefinition<any>;

/** Keeps the row type of a definition without writing it twice. */
export function defineTable<T extends object>(definition: TableDefinition<T>): TableDefinition<T> {
  return definition;
}
