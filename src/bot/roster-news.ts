import { noticeCard } from '../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../conversation/message.ts';
import { dutyWords } from '../people/duties.ts';
import { unreachedWords } from '../people/reach.ts';
import type { RosterNews } from '../people/roster-news.ts';

/** So many people are named; of more only how many there are. */
const MOST_NAMED = 10;

/** A line each, and how many more there are. */
function named(lines: readonly string[]): string[] {
  const more = lines.length - MOST_NAMED;
  return [...lines.slice(0, MOST_NAMED), ...(more > 0 ? [`En nog ${more}.`] : [])];
}

/** What was done, or not, and what may be done now; lines and names are data. */
const tellOf = (
  title: string,
  body: string,
  lines: readonly string[],
  actions: readonly NoticeAction[] = [],
): Message => noticeCard({ kind: 'kompas', text: `${title}. ${body}`, title, body, lines, actions });

type Came = Extract<RosterNews, { kind: 'came' }>;
type Linked = Extract<RosterNews, { kind: 'linked' }>;
type Lost = Extract<RosterNews, { kind: 'lost' }>;
type Elsewhere = Extract<RosterNews, { kind: 'elsewhere' }>;
type Taken = Extract<RosterNews, { kind: 'taken' }>;
type Last = Extract<RosterNews, { kind: 'last' }>;

/** For who leads a team and for administrators: who is in it by Teams alone, and what is needed before they count. */
function cameInWords(team: string, news: readonly Came[]): Message {
  const title = 'Nieuw in het team via Teams';
  const body =
    'Antwoorden van wie hieronder staat, tellen nog niet mee in het teambeeld. Ze tellen ook niet mee voor het aantal dat daarvoor nodig is. Dat verandert als een beheerder zo iemand in het mensenbestand zet, of laat meetellen.';
  return tellOf(title, body, [`Team: ${team}`, ...named(news.map(({ person }) => person.name))]);
}

/** For administrators: how many of a team have their account now. Who has none stands in the list behind the button. */
function linkedInWords(team: string, { linked, all }: Linked): Message {
  const left = all - linked;
  const of = left === 0 ? `alle ${all}` : `${linked} van de ${all}`;
  const title = 'Mensen zijn gekoppeld via Teams';
  const known =
    all === 1
      ? 'Kompas kent nu het account van de enige persoon in dit team.'
      : `Kompas kent nu het account van ${of} mensen in dit team.`;
  const body = `${known} Kompas opent zelf een chat met ${linked === 1 ? 'die persoon' : 'hen'}.${left === 0 ? '' : ` ${unreachedWords('unbound', left)}`}`;
  return tellOf(
    title,
    body,
    [`Team: ${team}`],
    left === 0 ? [] : [{ verb: 'people.unreached', title: 'Wie is niet bereikbaar', data: { page: 0 } }],
  );
}

/** For administrators: whose rights and duties ended because they were taken out of a team in Teams. */
function lostInWords(team: string, news: readonly Lost[]): Message {
  const title = 'Rechten of taken zijn vervallen';
  const body =
    'Wie hieronder staat, is niet meer in het team in Teams. Daarom zijn deze rechten en taken weg. Klopt dat niet? Stuur mij het mensenbestand met de juiste rechten, en geef de taken opnieuw.';
  const lines = news.map(
    ({ person, rights, duties }) =>
      `${person.name}: ${[...rights, ...duties.map(({ kind }) => dutyWords[kind])].join(', ')}`,
  );
  return tellOf(title, body, [`Team: ${team}`, ...named(lines)]);
}

/** For the last administrator: that they were taken out of their team in Teams, and stay all the same. */
function lastInWords(team: string, { person }: Last): Message {
  const title = 'De laatste beheerder blijft in Kompas';
  const body =
    'Deze beheerder staat niet meer in het team in Teams. Er is geen andere beheerder, dus het recht blijft. Geef eerst een collega het recht beheerder.';
  return tellOf(
    title,
    body,
    [`Team: ${team}`, person.name],
    [{ verb: 'settings.show', title: 'Naar beheer', data: {} }],
  );
}

/** For administrators: who was not added because of their address, and who has that in Kompas. */
function takenInWords(team: string, news: readonly Taken[]): Message {
  const title = 'E-mailadres hoort al bij iemand anders';
  const body =
    'Wie hieronder staat, is in het team in Teams. Toch voeg ik zo iemand niet toe: in Kompas hoort het e-mailadres bij een ander account. Typ “zoek collega” met de naam, en open die persoon. Is het dezelfde persoon? Tik op “Koppel opnieuw”. Is het iemand anders, die hier niet meer werkt? Tik op “Haal uit Kompas”, en haal die persoon ook uit het mensenbestand.';
  const lines = news.map(
    ({ name, holder }) => `${name}: ${holder.upn} is van ${holder.name} (id ${holder.id})`,
  );
  return tellOf(title, body, [`Team: ${team}`, ...named(lines)]);
}

/** For administrators: who is in the Teams team of another team than the people file says. */
function elsewhereInWords(
  team: string,
  news: readonly Elsewhere[],
  nameOf: (team: string) => string,
): Message {
  const title = 'Iemand staat bij een ander team in Teams';
  const body =
    'Hieronder staat wie met het mensenbestand in dit team kwam, en in Teams nu alleen bij een ander team staat. Ik verplaats niemand. Klopt dat andere team? Zet het dan in het mensenbestand, en stuur mij dat bestand. Klopt het niet? Haal die persoon dan in Teams uit dat andere team.';
  const lines = news.map(({ person, shown }) => `${person.name}: staat bij ${nameOf(shown)}`);
  return tellOf(title, body, [`Team: ${team}`, ...named(lines)]);
}

/** What to tell of what rosters changed, with the key of our team that it is about. */
export function rosterNewsInWords(
  news: readonly RosterNews[],
  nameOf: (team: string) => string,
): { team: string; message: Message; forLeads: boolean }[] {
  return [...Map.groupBy(news, ({ team }) => team)].flatMap(([team, all]) => {
    const came = all.filter((one) => one.kind === 'came');
    const linked = all.findLast((one) => one.kind === 'linked');
    const lost = all.filter((one) => one.kind === 'lost');
    const elsewhere = all.filter((one) => one.kind === 'elsewhere');
    const taken = all.filter((one) => one.kind === 'taken');
    const name = nameOf(team);
    return [
      ...(linked ? [{ team, message: linkedInWords(name, linked), forLeads: false }] : []),
      ...(came.length > 0 ? [{ team, message: cameInWords(name, came), forLeads: true }] : []),
      ...(lost.length > 0 ? [{ team, message: lostInWords(name, lost), forLeads: false }] : []),
      ...(elsewhere.length > 0
        ? [{ team, message: elsewhereInWords(name, elsewhere, nameOf), forLeads: false }]
        : []),
      ...all.flatMap((one) =>
        one.kind === 'last' ? [{ team, message: lastInWords(name, one), forLeads: false }] : [],
      ),
      ...(taken.length > 0 ? [{ team, message: takenInWords(name, taken), forLeads: false }] : []),
    ];
  });
}
