import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { today } from '../calendar/clock.ts';
import { defineTable, key, type Storage } from '../storage/index.ts';

/** A link that was used. It names nobody: the number is random. */
export interface UsedLink {
  day: string;
}

export const usedLinksTable = defineTable<UsedLink>({
  name: 'usedlinks',
  namesPeople: false,
  owner: 'files',
  holds: 'de nummers van downloadlinks die al gebruikt zijn',
  seenBy: 'niemand; alleen Kompas zelf gebruikt dit',
  retention: { days: 2, from: 'day' },
  person: { kind: 'none', why: 'Een nummer is willekeurig en hoort bij geen persoon.' },
});

/** A link works for so many minutes. */
export const LINK_MINUTES = 15;

const ticketSchema = z.object({ file: z.string(), for: z.string(), id: z.string(), until: z.number() });

/** What a link stands for: which file, for which directory id. */
export interface Ticket {
  file: string;
  for: string;
}

export interface Links {
  /** A URL that whoever holds it can use once, within 15 minutes; `place` is the part of the address before the token. */
  create(file: string, directoryId: string, place?: string): string;
  /** Reads a link without using it up: link scanners open every link they see. Does not tell whether it was used. */
  look(token: string): Ticket | 'expired' | 'invalid';
  /** The same, and says when the link was used before. A point read. */
  open(token: string): Promise<Ticket | 'expired' | 'invalid' | 'used'>;
  /** Uses the link up; `used` when somebody was first. */
  use(token: string): Promise<Ticket | 'expired' | 'invalid' | 'used'>;
}

/** Signed bearer links. `secret` signs, `publicUrl` is where the server is reached, without a slash at the end. */
export function createLinks(
  storage: Storage,
  secret: Buffer,
  publicUrl: string,
  now: () => Temporal.Instant,
): Links {
  const used = storage.table(usedLinksTable);
  const sign = (body: string) => createHmac('sha256', secret).update(`link:${body}`).digest('base64url');

  function read(token: string): z.infer<typeof ticketSchema> | 'expired' | 'invalid' {
    const [body = '', signature = '', ...more] = token.split('.');
    const expected = Buffer.from(sign(body));
    const given = Buffer.from(signature);
    const isSigned = expected.length === given.length && timingSafeEqual(expected, given);
    if (!isSigned || more.length > 0) return 'invalid';
    const ticket = ticketSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
    return now().epochMilliseconds >= ticket.until ? 'expired' : ticket;
  }

  return {
    create: (file, directoryId, place = 'bestand') => {
      const until = now().add({ minutes: LINK_MINUTES }).epochMilliseconds;
      const ticket = { file, for: directoryId, id: randomBytes(16).toString('base64url'), until };
      const body = Buffer.from(JSON.stringify(ticket)).toString('base64url');
      return `${publicUrl}/${place}/${body}.${sign(body)}`;
    },
    look: read,
    open: async (token) => {
      const ticket = read(token);
      if (typeof ticket === 'string') return ticket;
      return (await used.get(key('link'), key(ticket.id))) ? 'used' : ticket;
    },
    use: async (token) => {
      const ticket = read(token);
      if (typeof ticket === 'string') return ticket;
      const first = await used.insert(key('link'), key(ticket.id), { day: today(now()).toString() });
      return first ? ticket : 'used';
    },
  };
}
