import { createHmac } from 'node:crypto';
import type { Counted } from './rules.ts';

/** Somebody whose matrix counts now, by directory id, and what both confirmed. */
export interface Counting {
  id: string;
  one: Counted;
}

/** What one person knows of the matrices of others, also of those that do not count: directory ids. */
export interface Reader {
  id: string;
  /** The accounts that their row was bound to before. */
  former: readonly string[];
  /** Whose matrix they know as it stands now: they read it along, or did when it was confirmed. */
  reads: readonly string[];
  /** Whose they may know: those, whose they read along before it was confirmed anew, and whose an account of before read. */
  mayKnow: readonly string[];
}

/** Of whom a picture was made, and who read them along then: it can be asked about somebody who is known, and never lists anybody. */
export interface MadeOf {
  holds(id: string): boolean;
  /** True where it was made of what this person says now. */
  holdsAs(person: Counting): boolean;
  /** True where the picture was made of what one of these accounts had read. */
  wasReadBy(accounts: readonly string[], id: string): boolean;
  /** How many in it one of these accounts had not read then, and are not themselves; undefined where none had read anybody in it. */
  unreadBy(accounts: readonly string[]): number | undefined;
}

/** A picture as its marks belong to it. */
interface Place {
  team: string;
  /** The day on which it was made: a team has one a day at most. */
  day: string;
}

/**
 * The marks of whom a picture was made. They follow from the secret key, and from the picture, so that without the key nobody tells by
 * trying who is in it, and the same person has other marks in the next picture and in every other table (trust:fewest-six).
 */
export interface PictureMarks {
  /** `before`: of whom the last picture was made. Who had read somebody then, and reads another now, still knows what did not change. */
  make(
    place: Place,
    people: readonly Counting[],
    readers: readonly Reader[],
    before: MadeOf | undefined,
  ): string[];
  /** Undefined where the marks were made with a key that is gone, or where there are none. */
  open(place: Place, picture: { people: number; marks?: readonly string[] }): MadeOf | undefined;
}

/** What a picture is made of in one matrix, for comparing: two that say the same give the same text. */
function contentOf({ answers, alone, shares, tasks }: Counted): string {
  const sorted = (record: object) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  const read = tasks?.flatMap(({ id, title, explained }) =>
    answers[id] === undefined ? [] : [[id, [title, explained]] as const],
  );
  return JSON.stringify([
    sorted(answers),
    [...alone].sort(),
    sorted(shares),
    read && sorted(Object.fromEntries(read)),
  ]);
}

/** Makes marks with a secret key; `older` keys tell marks that were made with them. */
export function pictureMarks(secret: Buffer, older: readonly Buffer[] = []): PictureMarks {
  const making = (key: Buffer, { team, day }: Place) => {
    const mark = (...parts: (string | number)[]) =>
      createHmac('sha256', key)
        .update(JSON.stringify(['picture', team, day, ...parts]))
        .digest('base64url')
        .slice(0, 22);
    return {
      /** Tells with which key the others were made. */
      key: () => mark('key'),
      in: (id: string) => mark('in', id),
      as: ({ id, one }: Counting) => mark('as', id, contentOf(one)),
      read: (reader: string, id: string) => mark('read', reader, id),
      unread: (reader: string, count: number) => mark('unread', reader, count),
    };
  };

  return {
    make(place, people, readers, before) {
      const mark = making(secret, place);
      const ofReaders = readers.flatMap(({ id: reader, reads }) => {
        const isRead = (person: Counting) =>
          reads.includes(person.id) || (before?.wasReadBy([reader], person.id) && before.holdsAs(person));
        const others = people.filter(({ id }) => id !== reader);
        const read = others.filter(isRead);
        if (read.length === 0) return [];
        return [
          ...read.map(({ id }) => mark.read(reader, id)),
          mark.unread(reader, others.length - read.length),
        ];
      });
      const ofPeople = people.flatMap((person) => [mark.in(person.id), mark.as(person)]);
      return [mark.key(), ...ofPeople, ...ofReaders].sort();
    },
    open(place, { people, marks }) {
      const stored = new Set(marks);
      const mark = [secret, ...older].map((key) => making(key, place)).find((made) => stored.has(made.key()));
      if (!mark) return undefined;
      const counts = Array.from({ length: people + 1 }, (_, count) => count);
      return {
        holds: (id) => stored.has(mark.in(id)),
        holdsAs: (person) => stored.has(mark.as(person)),
        wasReadBy: (accounts, id) => accounts.some((reader) => stored.has(mark.read(reader, id))),
        unreadBy: (accounts) =>
          counts.find((count) => accounts.some((reader) => stored.has(mark.unread(reader, count)))),
      };
    },
  };
}
