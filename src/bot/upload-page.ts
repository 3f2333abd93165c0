import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Message } from '../conversation/message.ts';
import type { Receiving } from '../conversation/offer.ts';
import { LARGEST_FILE, notAcceptable } from '../files/acceptable.ts';
import type { Links } from '../files/links.ts';
import { errorFacts } from '../lib/error-facts.ts';
import { escapeHtml } from '../lib/escape-html.ts';
import type { Address } from '../people/person.ts';
import type { Background } from './background.ts';
import { readFormFile } from './multipart.ts';
import { askedOf, type HttpPage, page, refusedLinks } from './pages.ts';

/** What the links to this page are for; a link to a file is none, and the other way round. */
const UPLOAD = 'upload';
const FIELD = 'bestand';

export interface UploadTools {
  receives: Pick<Receiving, 'mayUpload' | 'uploaded'> | undefined;
  /** Says something in somebody's own chat; rejects when it does not come through. */
  say(chat: Address, message: Message): Promise<void>;
  background: Background;
  log: Logger;
}

const form = (problem = '', status = 200): HttpPage =>
  page(
    'Stuur een bestand naar Kompas',
    `${problem ? `<p role="alert"><strong>${escapeHtml(problem)}</strong></p>` : ''}` +
      '<form method="post" enctype="multipart/form-data">' +
      '<p><label for="bestand">Kies je lijst: Excel (.xlsx) of CSV (.csv), hooguit 10 MB.</label></p>' +
      `<p><input id="bestand" name="${FIELD}" type="file" accept=".xlsx,.csv" required></p>` +
      '<p><button type="submit">Stuur het bestand</button></p></form>' +
      '<p>De uitkomst lees je in je chat met Kompas. Er verandert pas iets als je dat daar zegt.</p>' +
      // No name: whoever got the link from somebody else would learn whose it is.
      '<p>Kreeg je deze link van iemand anders? Sluit de bladzijde. Wat je hier stuurt, komt in de chat van die ander.</p>',
    status,
  );

const received = page(
  'Je bestand is binnen',
  '<p>Kompas leest het nu. Ga terug naar je chat in Teams: daar zie je wat het zou veranderen. Er is nog niets veranderd.</p>' +
    '<p>Je kunt deze bladzijde sluiten.</p>',
);
const forbidden = page(
  'Dit is niet meer voor jou',
  '<p>Je rechten zijn veranderd. Er is niets bewaard.</p>',
  403,
);
const notFromHere = page(
  'Dit kwam niet van deze bladzijde',
  '<p>Er is niets bewaard. Open de link in je chat met Kompas opnieuw.</p>',
  403,
);

/**
 * True for a form that was sent from our own page: another site cannot have somebody's browser send one in their name. A page that
 * tells no referrer sends the origin "null".
 */
export function isFromHere({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  return origin === 'null' ? site === 'same-origin' : origin === new URL(publicUrl).origin;
}

/** A page for who cannot attach a file in their chat: one field, without script, behind a link of their own. */
export function createUploadPage(
  { links, publicUrl }: { links: Links; publicUrl: string },
  { receives, say, background, log }: UploadTools,
) {
  /** Whose link it is, as long as it works and they may still send lists; or the page that says why not. */
  async function owner(token: string): Promise<{ directoryId: string; about?: string } | HttpPage> {
    const ticket = await links.open(token);
    if (typeof ticket === 'string') return refusedLinks[ticket]();
    const { name, about } = askedOf(ticket.file);
    if (name !== UPLOAD || !receives) return refusedLinks.invalid();
    return (await receives.mayUpload(ticket.for, about)) ? { directoryId: ticket.for, about } : forbidden;
  }

  /** Who is sending a file: one at a time each, whatever links they have, as a whole file is held in memory. */
  const receiving = new Set<string>();

  async function fileFrom(directoryId: string, request: IncomingMessage) {
    if (receiving.has(directoryId)) return undefined;
    receiving.add(directoryId);
    try {
      return await readFormFile(request, FIELD);
    } finally {
      receiving.delete(directoryId);
    }
  }

  return {
    async show(token: string): Promise<HttpPage> {
      const found = await owner(token);
      return 'directoryId' in found ? form() : found;
    },

    async send(token: string, request: IncomingMessage): Promise<HttpPage> {
      const found = await owner(token);
      if (!('directoryId' in found) || !receives) return 'status' in found ? found : refusedLinks.invalid();
      if (!isFromHere(request, publicUrl)) return notFromHere;
      const file = await fileFrom(found.directoryId, request);
      if (!file) return form('Er komt al een bestand binnen. Wacht even, en stuur het dan opnieuw.', 429);
      if ('status' in file) {
        const isLarge = file.status === 413;
        const problem = isLarge
          ? `Dit bestand is groter dan ${LARGEST_FILE / 1024 / 1024} MB. Kies een kleiner bestand.`
          : 'Er kwam geen bestand mee. Kies een bestand en stuur het opnieuw.';
        return form(problem, file.status);
      }
      const wrong = notAcceptable(file.bytes, file.name);
      if (wrong !== undefined) return form(wrong, 400);
      // Used up by the first file that came whole: one that was refused can be chosen anew.
      const ticket = await links.use(token);
      if (typeof ticket === 'string') return refusedLinks[ticket]();
      const { chat, work } = await receives.uploaded(found.directoryId, file, found.about);
      background.run(async () => {
        try {
          const message = await work();
          if (chat) await say(chat, message);
        } catch (error) {
          log.error({ kind: 'upload', error: errorFacts(error) }, 'not answered');
        }
      });
      return received;
    },
  };
}

export type UploadPage = ReturnType<typeof createUploadPage>;
