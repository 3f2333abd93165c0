import type { FileOffer } from '../conversation/offer.ts';
import type { Links } from '../files/links.ts';
import { escapeHtml } from '../lib/escape-html.ts';
import { foundIn } from '../lib/found-in.ts';
import { isAmong } from '../people/access.ts';
import type { Person } from '../people/person.ts';

/** A page or file to send. */
export interface HttpPage {
  status: number;
  headers: Record<string, string>;
  /** Text is sent as UTF-8, bytes as they are. */
  body: string | Uint8Array;
}

const style =
  'body{font:18px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#1b2a33;background:#fff;overflow-wrap:break-word}' +
  'a{color:#0b6470}h2{margin-top:2.5rem}code{padding:.1em .3em;border-radius:.25em;background:#eef3f5;font-size:.9em}pre{overflow-x:auto}' +
  'img{display:block;max-width:100%;height:auto;margin:1rem 0;border-radius:.5rem}.wide{overflow-x:auto}' +
  'dt{margin-top:.8rem;font-weight:600}dd{margin:0}summary{cursor:pointer}' +
  'table{border-collapse:collapse}th,td{padding:.4rem .8rem .4rem 0;border-bottom:1px solid #c9d5db;text-align:left;vertical-align:top}' +
  'button,input{font:inherit;max-width:100%}button{padding:.6rem 1.2rem;border:0;border-radius:.4rem;background:#0b6470;color:#fff;cursor:pointer}' +
  '@media(prefers-color-scheme:dark){body{background:#14202a;color:#eef3f5}a{color:#7fd3df}code{background:#22323e}th,td{border-color:#3a4d5a}}';

/** A page of our own: nothing on it is loaded from elsewhere, and no search engine or cache keeps it. */
export function page(title: string, html: string, status = 200): HttpPage {
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    },
    body:
      `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${escapeHtml(title)}</title><style>${style}</style></head><body><main><h1>${escapeHtml(title)}</h1>${html}</main></body></html>`,
  };
}

const again = '<p>Vraag in de chat met Kompas een nieuwe link.</p>';
/** Why a link does not work. */
export const refusedLinks = {
  invalid: () =>
    page('Deze link klopt niet', `<p>Misschien is hij niet helemaal gekopieerd.</p>${again}`, 404),
  expired: () => page('Deze link is verlopen', `<p>Een link werkt 15 minuten.</p>${again}`, 410),
  used: () => page('Deze link is al gebruikt', `<p>Een link werkt één keer.</p>${again}`, 410),
  forbidden: () => page('Dit bestand is niet meer voor jou', '<p>Je rechten zijn veranderd.</p>', 403),
};

/** Which file a ticket is for, and what about. */
export function askedOf(file: string): { name: string; about?: string } {
  const colon = file.indexOf(':');
  return colon < 0 ? { name: file } : { name: file.slice(0, colon), about: file.slice(colon + 1) };
}

/** Who fetches a file. */
export interface Fetchers {
  /** The person behind a directory id; undefined for somebody whom no administrator added, or who left. */
  find(directoryId: string): Promise<Person | undefined>;
  /** Directory ids of the first administrators. */
  administrators: readonly string[];
}

/**
 * The two steps of a signed link: a page that scanners may open, and the file on its button. Whoever lost the right since the
 * link was made, gets no file.
 */
export function createFilePages(
  links: Links,
  offers: Readonly<Record<string, FileOffer>>,
  { find, administrators }: Fetchers,
) {
  async function mayFetch({ needs: { who } }: FileOffer, directoryId: string): Promise<boolean> {
    const person = who === 'everybody' ? undefined : await find(directoryId);
    return isAmong(who, directoryId, person, administrators);
  }

  return {
    async show(token: string): Promise<HttpPage> {
      const ticket = await links.open(token);
      if (typeof ticket === 'string') return refusedLinks[ticket]();
      const offer = foundIn(offers, askedOf(ticket.file).name);
      if (!offer) return refusedLinks.invalid();
      return page(
        offer.title,
        '<p>Je bestand staat klaar. De link werkt één keer en hooguit 15 minuten.</p>' +
          '<form method="post"><button type="submit">Download het bestand</button></form>',
      );
    },
    async download(token: string): Promise<HttpPage> {
      // A link that is for something else is not used up by somebody who tries it here.
      const seen = links.look(token);
      if (typeof seen === 'string') return refusedLinks[seen]();
      const { name, about } = askedOf(seen.file);
      const offer = foundIn(offers, name);
      if (!offer) return refusedLinks.invalid();
      const ticket = await links.use(token);
      if (typeof ticket === 'string') return refusedLinks[ticket]();
      if (!(await mayFetch(offer, ticket.for)) || !(await offer.allowed(ticket.for, about)))
        return refusedLinks.forbidden();
      const file = await offer.make(ticket.for, about);
      return {
        status: 200,
        headers: {
          'content-type': file.type,
          'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]/g, '_')}"`,
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
        },
        body: file.body,
      };
    },
  };
}

export type FilePages = ReturnType<typeof createFilePages>;
