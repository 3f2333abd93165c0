import { today } from '../../../calendar/clock.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { FileOffer } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { writeDocx } from '../../../files/write-docx.ts';
import { writeMarkdown } from '../../../files/write-markdown.ts';
import { hasAccess } from '../../../people/access.ts';
import { type Access, isPresent, type Person } from '../../../people/person.ts';
import { roundsOf } from '../rounds/story.ts';
import { allCalled } from './called.ts';
import { filesCard } from './cards.ts';
import { csvOf, documentOf, type LearningExport } from './document.ts';
import { newestFirst } from './learning.ts';
import type { LearningTools } from './tools.ts';

const title = 'Leerpunten en praktijkvoorbeelden';
const formats = {
  'leerpunten-md': {
    button: 'Markdown',
    name: 'leerpunten.md',
    type: 'text/markdown; charset=utf-8',
    write: async (data: LearningExport) => writeMarkdown(documentOf(data)),
  },
  'leerpunten-csv': {
    button: 'CSV voor Excel',
    name: 'leerpunten.csv',
    type: 'text/csv; charset=utf-8',
    write: async (data: LearningExport) => csvOf(data),
  },
  'leerpunten-docx': {
    button: 'Word',
    name: 'leerpunten.docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: (data: LearningExport) => writeDocx(documentOf(data), data.day),
  },
};

/** Who may have the files; which of them leads a pilot, or was in one, is checked below. */
export const mayExport: FileOffer['needs'] = {
  who: ['colleague', 'beheerder'],
  checked: 'leidt een pilot of deed mee aan een afgeronde, of is leidinggevende, projectleider of beheerder',
};

const notAllowed = notice(
  'learning',
  'Niet iedereen kan leerpunten exporteren',
  'Vraag het iemand die een pilot leidt, een leidinggevende, een projectleider of een beheerder. Is jouw pilot afgerond? Dan kun je het zelf.',
);
const nothingYet = notice(
  'learning',
  'Er is nog niets om te exporteren',
  'Er zijn geen leerpunten in jouw pilots en er is nog geen praktijkvoorbeeld gedeeld.',
);

/**
 * The learning points for the programme and the line organisation. In it stands what the reader may see: learning points
 * of the pilots that they are or were in, for a project lead and an administrator those of all closed pilots, and what all
 * teams share.
 */
export function exporting(tools: LearningTools) {
  const { pilots, learnings, audit } = tools;

  const isOneOf = (rights: readonly Access[], directoryId: string, me: Person | undefined) =>
    rights.some((right) => hasAccess(right, directoryId, me, tools.administrators));

  async function allowed(directoryId: string): Promise<boolean> {
    const [me, mine, all] = await Promise.all([
      tools.people.find(directoryId),
      pilots.of(directoryId),
      pilots.all(),
    ]);
    if (isOneOf(['manager', 'projectleider', 'beheerder'], directoryId, me)) return true;
    const wasIn = all.some(({ id, closedOn }) => closedOn !== undefined && mine.has(id));
    return me !== undefined && isPresent(me) && (wasIn || [...mine.values()].includes('lead'));
  }

  async function collect(directoryId: string): Promise<LearningExport> {
    const [me, all, list, mine, people, { municipality }, calledOf] = await Promise.all([
      tools.people.find(directoryId),
      learnings.all(),
      pilots.all(),
      pilots.of(directoryId),
      tools.everybody(),
      tools.settings.read(),
      allCalled(tools),
    ]);
    const names = new Map(list.map(({ id, name }) => [id, name]));
    const ended = isOneOf(['projectleider', 'beheerder'], directoryId, me)
      ? list.filter(({ closedOn }) => closedOn !== undefined)
      : [];
    const readable = new Set([...mine.keys(), ...ended.map(({ id }) => id)]);
    return {
      municipality: municipality.name,
      day: today(tools.now()).toString(),
      own: all.filter(({ pilot }) => readable.has(pilot)),
      shared: newestFirst(all).filter(({ state }) => state === 'shared'),
      pilots: list.filter(({ id }) => readable.has(id)),
      pilotName: (id) => names.get(id),
      calledOf,
      names: people.map(({ name }) => name),
    };
  }

  const files = Object.fromEntries(
    Object.entries(formats).map(([key, { name, type, write }]): [string, FileOffer] => [
      key,
      {
        title,
        needs: mayExport,
        allowed,
        make: async (directoryId) => {
          const body = await write(await collect(directoryId));
          await audit.recordDownload(directoryId, 'leerpunten geëxporteerd', name);
          return { name, type, body };
        },
      },
    ]),
  );

  return {
    files,
    /** Typed: the answer is a stored message, so it holds no link. */
    offer: async (turn: Turn): Promise<Message> =>
      (await allowed(turn.directoryId))
        ? notice(
            'learning',
            'Leerpunten exporteren',
            'Je krijgt alle praktijkvoorbeelden, en de leerpunten van elke pilot waaraan je meedoet of meedeed. Er staan geen namen in.',
            [{ verb: 'learning.links', title: 'Maak de links', data: {} }],
          )
        : notAllowed,
    links: async (turn: Turn): Promise<Message> => {
      if (!(await allowed(turn.directoryId))) return notAllowed;
      const { own, shared, pilots: readable } = await collect(turn.directoryId);
      const hasRounds = readable.some((pilot) => roundsOf(pilot).length > 0);
      if (own.length + shared.length === 0 && !hasRounds) return nothingYet;
      const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
      return filesCard(
        Object.entries(formats).map(([key, { button }]) => ({
          title: button,
          url: tools.links.create(key, turn.directoryId),
        })),
        `Erin: ${count(own.length, 'leerpunt', 'leerpunten')} en ${count(shared.length, 'praktijkvoorbeeld', 'praktijkvoorbeelden')}.`,
      );
    },
  };
}
