import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { inRow, rowsCard } from '../../../conversation/cards/rows.ts';
import { carried, field } from '../../../conversation/field.ts';
import { formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { FileOffer } from '../../../conversation/offer.ts';
import { pageButtons, pageOf, partWords } from '../../../conversation/paging.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { writeCsv } from '../../../files/write-csv.ts';
import type { Tools } from '../../module.ts';
import { filesCard } from './files.ts';
import {
  ALL_KINDS,
  daysOf,
  filtered,
  kindChoices,
  type LogFilter,
  logWords,
  MOST_LINES,
  MOST_LINES_OF_FILE,
} from './log-reading.ts';
import { administering, toOverview } from './needs.ts';

export type LogTools = Pick<Tools, 'audit' | 'everybody' | 'links' | 'settings' | 'now'>;

/** So many lines stand on one card. */
const PAGE = 10;
export const LOG_FILE = 'beheerlog';
/** Somebody goes through the pages of what they opened for so long; then it is opened anew. */
const OPEN_MINUTES = 30;

/** `opened`: the moment at which the first page was made, so that the next ones go on from there. */
export const logSchema = z.object({
  page: carried(z.number().int().min(0).max(10_000), 0),
  opened: carried(z.string().max(40), ''),
  kind: field.choice,
  from: field.date,
  until: field.date,
});
/** The same as a button carries it. */
export const logButtonSchema = logSchema.extend({
  kind: carried(z.string().max(40), ''),
  from: carried(z.string().max(40), ''),
  until: carried(z.string().max(40), ''),
});
type Asked = z.infer<typeof logSchema>;

const filterOf = ({ kind, from, until }: LogFilter): LogFilter => ({ kind: kind || ALL_KINDS, from, until });

function filterForm(filter: LogFilter, problems: readonly string[] = []): Message {
  return formCard({
    kind: 'settings',
    title: 'Wat wil je zien?',
    lead: 'Zonder dagen zie je de laatste 30 dagen. Het logboek gaat 2 jaar terug.',
    problems,
    fields: [
      { id: 'kind', kind: 'one', label: 'Waarover?', value: filter.kind, choices: kindChoices },
      { id: 'from', kind: 'date', label: 'Eerste dag', value: filter.from },
      { id: 'until', kind: 'date', label: 'Laatste dag', value: filter.until },
    ],
    submit: { verb: 'log.show', title: 'Laat zien', data: {} },
    seenBy: 'Beheerders. Dat jij het logboek bekijkt, komt er ook in te staan.',
    back: { verb: 'settings.show', data: {} },
  });
}

const moreWords = (most: number) =>
  `Er staat meer in het logboek: ik keek in ${most.toLocaleString('nl-NL')} regels. Kies minder of andere dagen voor de rest.`;

/** The moment at which somebody opened the log; now, when that was too long ago or is none of ours. */
function openedAt(opened: string, now: Temporal.Instant): Temporal.Instant | undefined {
  try {
    const moment = Temporal.Instant.from(opened);
    const isRecent = Temporal.Instant.compare(moment.add({ minutes: OPEN_MINUTES }), now) > 0;
    return isRecent && Temporal.Instant.compare(moment, now) <= 0 ? moment : undefined;
  } catch {
    return undefined;
  }
}

/** The audit log in the chat, newest first, and as a file. That somebody looks is in it too. */
export function log({ audit, everybody, links, settings, now }: LogTools) {
  /** The lines of a filter, or what is wrong with it. */
  async function read(filter: LogFilter, moment: Temporal.Instant, most: number) {
    const days = daysOf(filter, moment);
    if ('problem' in days) return days;
    const { lines, isMore } = await audit.newest(days.first, days.last, most);
    return { lines: filtered(lines, filter), isMore, days };
  }
  const daysInWords = ({ first, last }: { first: Temporal.PlainDate; last: Temporal.PlainDate }) => {
    const count = first.until(last).days + 1;
    return count === 1 ? '1 dag' : `${count} dagen`;
  };

  async function show(turn: Turn, { page, opened, ...asked }: Asked): Promise<Message> {
    const filter = filterOf(asked);
    // Of one kind more is read, so that it is found behind whatever else somebody did that day.
    const most = filter.kind === ALL_KINDS ? MOST_LINES : MOST_LINES_OF_FILE;
    const found = await read(filter, turn.now, most);
    if ('problem' in found) return filterForm(filter, [found.problem]);
    const first = openedAt(opened, turn.now);
    const moment = first ?? turn.now;
    // One line for all pages of what somebody opened at that moment.
    await audit.record(turn.directoryId, 'beheerlog bekeken', daysInWords(found.days), {
      at: moment,
      name: `beheerlog ${JSON.stringify(filter)}`,
    });
    const [people, current] = await Promise.all([everybody(), turn.settings()]);
    const words = logWords(people, current);
    const before = found.lines.filter((line) => Temporal.Instant.compare(line.at, moment) < 0);
    const shown = pageOf(before, first ? page : 0, PAGE);
    const kind = kindChoices.find(({ value }) => value === filter.kind)?.title ?? 'Alles';
    return rowsCard({
      kind: 'settings',
      text: 'Het logboek van beheer.',
      title: ['Logboek', partWords(shown)].filter(Boolean).join(', '),
      lead: before.length === 0 ? 'Van deze dagen staat hierover niets in het logboek.' : '',
      groups:
        shown.items.length === 0
          ? []
          : [
              {
                rows: shown.items.map((line) => ({
                  name: inRow(`${line.what}: ${words.about(line)}`),
                  value: inRow(words.who(line)),
                  detail: words.at(line),
                })),
              },
            ],
      small: `${kind}, ${daysInWords(found.days)}. ${found.isMore ? `${moreWords(most)} ` : ''}Dat jij dit bekijkt, staat ook in het logboek.`,
      actions: [
        ...pageButtons(shown, 'log.show', (next) => ({ ...filter, page: next, opened: moment.toString() })),
        { verb: 'log.filter', title: 'Kies wat je ziet', data: { ...filter } },
        { verb: 'log.export', title: 'Als bestand', data: { ...filter } },
        toOverview,
      ],
    });
  }

  const aboutOf = ({ kind, from, until }: LogFilter) => [kind, from, until].join('|');
  const file: FileOffer = {
    title: 'Logboek van beheer',
    needs: { who: administering.who },
    allowed: async () => true,
    make: async (directoryId, about = '') => {
      const [kind = '', from = '', until = ''] = about.split('|');
      const filter = filterOf({ kind, from, until });
      const found = await read(filter, now(), MOST_LINES_OF_FILE);
      if ('problem' in found) throw new Error('the link names days that do not exist');
      await audit.record(directoryId, 'beheerlog geëxporteerd', daysInWords(found.days));
      const [people, current] = await Promise.all([everybody(), settings.read()]);
      const words = logWords(people, current);
      return {
        name: 'kompas-logboek.csv',
        type: 'text/csv; charset=utf-8',
        body: writeCsv(
          ['moment', 'wie', 'account', 'wat', 'waarover', 'waarover_id'],
          // A name is what somebody gave it: beside it stands what the line has.
          [
            ...found.lines.map((line) => [
              line.at,
              words.who(line),
              line.who,
              line.what,
              words.about(line),
              line.about,
            ]),
            ...(found.isMore ? [['', '', '', moreWords(MOST_LINES_OF_FILE), '', '']] : []),
          ],
        ),
      };
    },
  };

  return {
    show,
    filter: async (_turn: Turn, asked: Asked): Promise<Message> => filterForm(filterOf(asked)),
    export: async (turn: Turn, asked: Asked): Promise<Message> => {
      const filter = filterOf(asked);
      const days = daysOf(filter, turn.now);
      if ('problem' in days) return filterForm(filter, [days.problem]);
      return filesCard([
        { title: 'Logboek', url: links.create(`${LOG_FILE}:${aboutOf(filter)}`, turn.directoryId) },
      ]);
    },
    file,
  };
}
