import { notice, withTyped } from '../../../conversation/cards/notice.ts';
import { sectionsCard } from '../../../conversation/cards/sections.ts';
import { formCard } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Team } from '../../../people/municipality.ts';
import { type CompassWords, isEmpty, LONGEST_WORDS, wordsVersion } from './rules.ts';

/** The fields of the form: the id of each, how it is called, and how many characters it may have. */
export const compassFields = [
  ['brings', 'Wat brengen jullie mee?', LONGEST_WORDS],
  ['needs', 'Wat hebben jullie nodig?', LONGEST_WORDS],
] as const;

const hints = {
  brings: 'Bijvoorbeeld: we kennen elke wijk, en we helpen elkaar als het druk is.',
  needs: 'Bijvoorbeeld: eerst weten waarom, en één ding tegelijk.',
};

const kept = 'Kompas bewaart het tot 1 jaar na de laatste wijziging. Wie het opschreef, staat er niet bij.';
const readersOf = (isTold: boolean): string =>
  isTold
    ? `Iedereen in je team, wie het team leidt, en iedereen in het kanaal van je team: daar zet ik het.\n${kept}`
    : `Iedereen in je team en wie het team leidt. Je team heeft nog geen kanaal gekozen, dus vertel het je team zelf.\n${kept}`;

const write = (team: string, title: string) => ({ verb: 'compass.write', title, data: { team } });
const styles = { verb: 'compass.list', title: 'De zes stijlen', data: {} };

const linesOf = (text: string) => text.split('\n').map((line) => ({ text: line }));

/** What a team wrote, for who asks and for its channel. Words of the team stand in text runs. */
export function ownCompassCard({ key, name }: Team, words: CompassWords, note = ''): Message {
  if (isEmpty(words))
    return notice(
      'team',
      'Jullie team heeft nog geen teamkompas',
      'Schrijf samen op wat jullie meebrengen en wat jullie nodig hebben, in jullie eigen woorden.',
      [write(key, 'Schrijf het op'), styles],
    );
  const sections = [
    { title: 'Wat wij meebrengen', lines: linesOf(words.brings) },
    { title: 'Wat wij nodig hebben', lines: linesOf(words.needs) },
  ].filter(({ lines }) => lines.some(({ text }) => text !== ''));
  return sectionsCard({
    kind: 'team',
    place: name,
    text: 'Het teamkompas van jullie team.',
    title: 'Ons teamkompas',
    note,
    sections,
    actions: [write(key, 'Wijzig het'), styles],
  });
}

/**
 * The form. `isTold`: whether what is written goes to a channel of the team. `now`: what holds when somebody else wrote
 * something since it was opened.
 */
export function ownCompassForm(
  { key, name }: Team,
  words: CompassWords,
  {
    seen,
    isTold,
    problems = [],
    now,
  }: { seen: CompassWords; isTold: boolean; problems?: readonly string[]; now?: CompassWords },
): Message {
  return formCard({
    kind: 'team',
    place: name,
    title: now ? 'Iemand anders was net eerder' : 'Ons teamkompas',
    lead: now
      ? 'Jouw tekst is nog niet bewaard, maar staat in de velden. Onder de velden staat wat nu geldt. Vul aan en tik op “Bewaar”.'
      : 'Schrijf het samen op, over het team. Noem geen namen en geen stijl van iemand.',
    problems,
    notes: now ? [`Dit geldt nu. Wij brengen mee: ${now.brings}`, `Wij hebben nodig: ${now.needs}`] : [],
    fields: compassFields.map(([id, label, longest]) => ({
      id,
      kind: 'long' as const,
      label,
      longest,
      hint: hints[id],
      value: words[id],
    })),
    submit: { verb: 'compass.save', title: 'Bewaar', data: { team: key, seen: wordsVersion(seen) } },
    seenBy: readersOf(isTold),
    back: { verb: 'compass.own', data: { team: key } },
  });
}

/** For who leads several teams. */
export const whichTeam = (teams: readonly Team[]): Message =>
  notice(
    'team',
    'Van welk team?',
    'Elk team heeft een eigen teamkompas.',
    teams.map(({ key, name }) => ({ verb: 'compass.own', title: name, data: { team: key } })),
  );

export const otherTeam = (typed: readonly string[]): Message =>
  withTyped(
    notice(
      'team',
      'Dit is van een ander team',
      'Er is niets veranderd. Alleen het team zelf en wie het leidt, kunnen dit lezen en wijzigen.',
    ),
    typed,
  );

/** Where others may read along. */
export const elsewhere: Message = notice(
  'team',
  'Ik laat jullie teamkompas hier niet zien',
  'Hier lezen misschien anderen mee. Typ “teamkompas” in je eigen chat met mij, of in het kanaal van je team.',
);

/** The team took all of it away: for its channel. */
export const emptiedNews: Message = notice(
  'team',
  'Jullie teamkompas is leeggemaakt',
  'Iemand van jullie team haalde de tekst weg. Typ “@Kompas teamkompas”, dan schrijven jullie een nieuwe tekst.',
);
