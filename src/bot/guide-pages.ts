import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Marked } from 'marked';
import { GUIDES, guides, pathOf } from '../conversation/guides.ts';
import { escapeHtml } from '../lib/escape-html.ts';
import { lazily } from '../lib/lazily.ts';
import { type HttpPage, page } from './pages.ts';

/** Nothing in a page is about a person, so a browser may keep it for an hour. */
const KEPT = 'max-age=3600';

const docs = new URL('../../docs/', import.meta.url);
const pictures = new URL('pictures/', docs);

const isServed = (file: string) => guides.some(({ name }) => `${name}.md` === file);

/** The name of a heading for links within a page, as GitHub makes it, so that the same links work in both. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');

/** Where a link of a page leads here: to a page that is served, or to nowhere (undefined) for what only developers have. */
function served(href: string): string | undefined {
  if (href.startsWith('#') || href.startsWith('https://')) return href;
  const [file = '', anchor] = href.split('#');
  if (!isServed(file)) return undefined;
  return `${pathOf(basename(file, '.md'))}${anchor === undefined ? '' : `#${anchor}`}`;
}

const markdown = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${escapeHtml(anchorOf(text))}">${this.parser.parseInline(tokens)}</h${depth}>`;
    },
    link({ href, tokens }) {
      const to = served(href);
      const words = this.parser.parseInline(tokens);
      return to === undefined ? words : `<a href="${escapeHtml(to)}">${words}</a>`;
    },
    image: ({ href, text }) =>
      `<img src="${GUIDES}/${escapeHtml(href)}" alt="${escapeHtml(text)}" loading="lazy">`,
    html: ({ text }) => escapeHtml(text),
    table(token) {
      const row = (cells: string, as: string) => `<${as}><tr>${cells}</tr></${as}>`;
      const cells = (list: typeof token.header, as: string) =>
        list.map(({ tokens }) => `<${as}>${this.parser.parseInline(tokens)}</${as}>`).join('');
      const rows = token.rows.map((one) => `<tr>${cells(one, 'td')}</tr>`).join('');
      // A phone scrolls the table and not the page.
      return `<div class="wide"><table>${row(cells(token.header, 'th'), 'thead')}<tbody>${rows}</tbody></table></div>`;
    },
  },
});

/** A guide as a web page: its first heading is the title. */
function guidePage(source: string): HttpPage {
  const [, title = '', rest = ''] = /^# (.+)\n([\s\S]*)$/.exec(source) ?? [];
  const more = `<p><a href="${GUIDES}">Alle uitleg</a></p>`;
  const made = page(title, `${markdown.parse(rest, { async: false })}${more}`);
  return { ...made, headers: { ...made.headers, 'cache-control': KEPT } };
}

/**
 * What the bot serves for people to read: the list, each page of `docs/` that is for them, and their pictures, by path. Made
 * when somebody first asks for one.
 */
export const guidePages = lazily((): Readonly<Record<string, HttpPage>> => {
  const list = guides
    .map(({ name, title }) => `<li><a href="${pathOf(name)}">${escapeHtml(title)}</a></li>`)
    .join('');
  return {
    [GUIDES]: page('Uitleg over Kompas', `<ul>${list}</ul>`),
    ...Object.fromEntries(
      guides.map(({ name }) => [pathOf(name), guidePage(readFileSync(new URL(`${name}.md`, docs), 'utf8'))]),
    ),
    ...Object.fromEntries(
      readdirSync(pictures)
        .filter((file) => file.endsWith('.png'))
        .map((file) => [
          `${GUIDES}/pictures/${file}`,
          {
            status: 200,
            headers: {
              'content-type': 'image/png',
              'cache-control': KEPT,
              'x-content-type-options': 'nosniff',
            },
            body: readFileSync(new URL(file, pictures)),
          },
        ]),
    ),
  };
});
