import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { SearchResult } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { fitted } from '../../../language/fitted.ts';
import { teamPlace, teamsOf } from '../pilot/place.ts';
import { allCalled } from './called.ts';
import { ownCard, practiceCard } from './cards.ts';
import { searchForm } from './forms.ts';
import { ownResult, practiceResult } from './found-cards.ts';
import { type Learning, newestFirst } from './learning.ts';
import { ownMatches, queryOf, sharedMatches } from './search.ts';
import type { LearningTools } from './tools.ts';
import { LONGEST_QUERY } from './typed.ts';

/** What was looked for, and from which on it is shown. */
export interface SearchPosition {
  query: string;
  skip: number;
}

const nothing = (title: string, verb: string) =>
  notice(
    'learning',
    title,
    'Alle woorden moeten erin staan. Probeer minder woorden, een ander woord, of zoek op stap, bijvoorbeeld: stap 3.',
    [{ verb, title: 'Bekijk alles', data: { query: '', skip: 0 } }],
  );

/** So many of a kind stand in a search from the message box. */
const MOST_RESULTS = 8;

/** Finding learning points: those of the own pilots for who is in them, shared practice for everybody here. */
export function finding(tools: LearningTools) {
  const { pilots, learnings } = tools;

  /** The learning points of the pilots that somebody is in and of the retros of their teams, newest first. */
  async function ownOf(turn: Turn) {
    const [all, mine, me, settings] = await Promise.all([
      learnings.all(),
      pilots.of(turn.directoryId),
      turn.person(),
      turn.settings(),
    ]);
    const teams = new Set(me ? teamsOf(me, settings).map(({ key }) => teamPlace(key)) : []);
    return newestFirst(all).filter(({ pilot }) => mine.has(pilot) || teams.has(pilot));
  }

  async function own(turn: Turn, { query: typed, skip }: SearchPosition): Promise<Message> {
    if (!(await turn.person())) return unknownPerson;
    const query = fitted(typed, LONGEST_QUERY);
    const [list, all, contacts] = await Promise.all([ownOf(turn), pilots.all(), learnings.contacts()]);
    if (list.length === 0)
      return notice(
        'learning',
        'Er zijn nog geen leerpunten',
        'Wat leerde je in de pilot? Schrijf het op, of typ “terugblik” na een stuk werk.',
        [{ verb: 'learning.new', title: 'Nieuw leerpunt', data: {} }],
      );
    const wanted = queryOf(query);
    const found = wanted ? ownMatches(list, wanted) : list;
    if (found.length === 0) return nothing('Geen leerpunt gevonden', 'learning.list');
    const { teams } = await turn.settings();
    const names = new Map([
      ...all.map(({ id, name }) => [id, name] as const),
      ...teams.map(({ key, name }) => [teamPlace(key), name] as const),
    ]);
    return ownCard({
      list: found,
      pilotName: (id: string) => names.get(id),
      query,
      skip: skip < found.length ? skip : 0,
      called: new Set([...contacts].flatMap(([id, who]) => (who === turn.directoryId ? [id] : []))),
    });
  }

  async function practice(turn: Turn, { query: typed, skip }: SearchPosition): Promise<Message> {
    if (!(await turn.person())) return unknownPerson;
    const query = fitted(typed, LONGEST_QUERY);
    const [all, calledOf] = await Promise.all([learnings.all(), allCalled(tools)]);
    const shared = newestFirst(all).filter(({ state }) => state === 'shared');
    if (shared.length === 0)
      return notice(
        'learning',
        'Er is nog geen praktijkvoorbeeld gedeeld',
        'Doe je mee aan een pilot? Typ “leerpunten” en tik op “Deel met andere teams”.',
      );
    const wanted = queryOf(query);
    const found = wanted ? sharedMatches(shared, wanted, (learning) => calledOf(learning).teamName) : shared;
    if (found.length === 0) return nothing('Geen praktijkvoorbeeld gevonden', 'practice.list');
    return practiceCard({ list: found, calledOf, query, skip: skip < found.length ? skip : 0 });
  }

  return {
    own,
    practice,
    /** Typed: without a word there is nothing to look for. */
    searchOwn: async (turn: Turn, query: string): Promise<Message> =>
      query.trim() === '' && (await turn.person())
        ? searchForm('learning.list', 'Zoek in leerpunten')
        : own(turn, { query, skip: 0 }),
    searchPractice: async (turn: Turn, query: string): Promise<Message> =>
      query.trim() === '' && (await turn.person())
        ? searchForm('practice.list', 'Zoek in praktijkvoorbeelden')
        : practice(turn, { query, skip: 0 }),

    /** For the message box. What stands in the results can be put in a conversation, so no card holds more than practice. */
    search: async (turn: Turn): Promise<SearchResult[]> => {
      const wanted = queryOf(fitted(turn.text, LONGEST_QUERY));
      if (!wanted || !(await turn.person())) return [];
      const [all, list, calledOf] = await Promise.all([learnings.all(), ownOf(turn), allCalled(tools)]);
      const teamName = (learning: Learning) => calledOf(learning).teamName;
      const shared = sharedMatches(newestFirst(all), wanted, teamName);
      const notShared = ownMatches(list, wanted).filter(({ state }) => state !== 'shared');
      return [
        ...shared.slice(0, MOST_RESULTS).map((learning) => practiceResult(learning, teamName(learning))),
        ...notShared.slice(0, MOST_RESULTS).map(ownResult),
      ];
    },
  };
}
