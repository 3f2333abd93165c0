import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words that are not used any more, what stands for them now, and wordings in which they mean something else. */
export interface Retired {
  words: readonly string[];
  now: string;
  except: readonly string[];
  /** Right in a tip, which is about the work itself. */
  inTips: boolean;
}

const page = () => readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'woorden.md'), 'utf8');

const quoted = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

/** The rows of the table under a heading, without its own headings. */
function rowsUnder(heading: string, text: string): string[][] {
  const [, part = ''] = text.split(`## ${heading}\n`);
  const [section = ''] = part.split(/^## /m);
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The words of docs/woorden.md, and what each is. */
export const terms = (): string[][] => rowsUnder('Wat elk woord betekent', page());

/** The words that docs/woorden.md says are gone. */
export const retired = (): Retired[] =>
  rowsUnder('Woorden die we niet meer gebruiken', page()).map(([gone = '', now = '', except = '']) => ({
    words: quoted(gone),
    now,
    except: quoted(except),
    inTips: /\btips\b/.test(except),
  }));

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const whole = (words: readonly string[]) =>
  new RegExp(`(?<![\\p{L}-])(?:${words.map(escaped).join('|')})(?![\\p{L}-])`, 'iu');

/** The retired words in a text, each with what it should be. */
export function retiredIn(text: string, list: readonly Retired[], isTip = false): string[] {
  return list.flatMap(({ words, now, except, inTips }) => {
    if (isTip && inTips) return [];
    const rest = except.reduce(
      (left, wording) => left.replace(new RegExp(escaped(wording), 'giu'), ''),
      text,
    );
    const found = whole(words).exec(rest);
    return found ? [`"${found[0]}" is nu ${now}`] : [];
  });
}
