import { notice, unknownPerson } from '../conversation/cards/notice.ts';
import type { Message } from '../conversation/message.ts';
import { isThere, type Needs } from '../conversation/needs.ts';
import type { Feature, Handling, Phrase } from '../conversation/offer.ts';
import type { Turn } from '../conversation/turn.ts';
import { hasAccess, isAmong, rightsListed, type Who } from '../people/access.ts';
import { type Access, accessWords } from '../people/person.ts';

/** What everybody offers by name, with what it needs, for the check that nothing was left out. */
function declared({
  phrases,
  actions,
  files = {},
  hears = [],
  searches = {},
  intakes = [],
  exports = [],
  receives,
}: Feature): [string, unknown][] {
  return [
    ...phrases.map(({ say, needs }): [string, unknown] => [`the phrase ${say}`, needs]),
    ...Object.entries(actions).map(([verb, { needs }]): [string, unknown] => [`the action ${verb}`, needs]),
    ...Object.entries(files).map(([name, { needs }]): [string, unknown] => [`the file ${name}`, needs]),
    ...Object.entries(searches).map(([id, { needs }]): [string, unknown] => [`the search ${id}`, needs]),
    ...intakes.map(({ kind, needs }): [string, unknown] => [`the list of ${kind}`, needs]),
    ...exports.map(({ file, needs }): [string, unknown] => [`the export ${file}`, needs]),
    ...(receives ? [['what receives files', receives.needs] satisfies [string, unknown]] : []),
    ...hears.map(({ order, needs }): [string, unknown] => [`what hears ${order}`, needs]),
  ];
}

const isDeclared = (needs: unknown) => ((needs ?? {}) as Partial<Needs>).who !== undefined;

/** Throws, naming it, when something is offered without saying who may ask for it: then nobody may, and nothing starts. */
export function requireNeeds(features: readonly Feature[]): void {
  const missing = features.flatMap((feature) =>
    declared(feature).flatMap(([name, needs]) => (isDeclared(needs) ? [] : [`${feature.name}: ${name}`])),
  );
  if (missing.length > 0)
    throw new Error(`these do not say what they need (src/conversation/needs.ts): ${missing.join(', ')}`);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} en ${words.at(-1)}`;
}

/** For somebody who works here and has not the right: who has it. */
export function forOthers(who: Who): Message {
  const rights = typeof who === 'string' ? [] : who.filter((one) => one !== 'colleague');
  return notice(
    'kompas',
    `Dit is voor ${listed(rights.map((right) => accessWords[right]))}`,
    'Er is niets veranderd. Heb je dit nodig voor je werk? Vraag het een van hen.',
  );
}

/** For somebody who asks in the wrong place: where to go. `say` is the phrase, when that is what they tapped. */
export function elsewhere(where: Needs['where'], say?: string): Message {
  if (where === 'own chat')
    return notice(
      'kompas',
      'Dit doe je in je eigen chat met mij',
      `Er is niets veranderd. Open je eigen chat met mij en typ daar: ${say ?? 'help'}.`,
    );
  const place = where === 'channel' ? 'een kanaal' : 'een kanaal of groep';
  return notice(
    'kompas',
    `Dit doe je in ${place}`,
    `Er is niets veranderd. Ga naar het kanaal van je team en typ daar: @Kompas ${say ?? 'help'}.`,
  );
}

/** How something was asked. What is for the own chat may be typed anywhere, since the answer goes to the own chat. */
export interface Asked {
  typed: boolean;
  /** The phrase, if it is one. */
  say?: string;
}

/** For who did so much that they would bury in the log what others did (trust:managing-is-logged). */
export const tooMuchToday = notice(
  'kompas',
  'Je deed vandaag heel veel',
  'Wat je beheert, komt in het logboek. Daar kan er nu niets meer van jou bij. Er is niets veranderd. Probeer het over een uur weer.',
);

export interface GateTools {
  /** The directory ids from the configuration. */
  administrators: readonly string[];
  /** Whether an account did so much today that it begins nothing new for now. */
  isTooMuch(directoryId: string): boolean;
}

/** Decides who may ask for what, and where. */
export function createGate({ administrators, isTooMuch }: GateTools) {
  return {
    /**
     * What somebody reads who may not ask for this here; undefined when they may. Reads nothing for what is for everybody. Whoever
     * did too much today goes on with that, and with what leaves no trace.
     */
    async refusal(
      turn: Turn,
      { needs, readsTeam, traceless }: Pick<Handling, 'needs' | 'readsTeam' | 'traceless'>,
      asked: Asked,
    ): Promise<Message | undefined> {
      const { who, where, refusals = {} } = needs;
      const isAnsweredAlone = where === 'own chat' && asked.typed;
      if (!isAnsweredAlone && !isThere(where, turn.scope))
        return refusals.where ?? elsewhere(where, asked.say ?? needs.typed);
      if (who === 'everybody') return undefined;
      if (!traceless && isTooMuch(turn.directoryId)) return tooMuchToday;
      const person = readsTeam ? (await turn.workplace())?.me : await turn.person();
      if (isAmong(who, turn.directoryId, person, administrators)) return undefined;
      return refusals.who ?? (person ? forOthers(who) : unknownPerson);
    },

    /** What somebody reads who did too much today; undefined for anybody else. */
    tooMuch: ({ directoryId }: Turn): Message | undefined =>
      isTooMuch(directoryId) ? tooMuchToday : undefined,

    /** Those phrases that may be suggested to somebody here. A right is nobody else's business: it shows in the own chat alone. */
    async suggested(turn: Turn, phrases: readonly Phrase[]): Promise<Phrase[]> {
      const isAlone = turn.scope === 'personal';
      const isForSome = phrases.some(({ needs }) => rightsListed(needs) !== undefined);
      const person = isAlone && isForSome ? await turn.person() : undefined;
      const may = (right: Access) => isAlone && hasAccess(right, turn.directoryId, person, administrators);
      return phrases.filter(({ needs }) => rightsListed(needs)?.some(may) ?? true);
    },
  };
}
