import { noticeCard, unknownPerson } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { colleagueAlone } from '../../conversation/needs.ts';
import type { Hearing, Phrase } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { normalise } from '../../language/normalise.ts';
import { chatLink } from '../../people/chat-link.ts';
import { inNeed } from '../../people/in-need.ts';
import { isPresent, type Person } from '../../people/person.ts';
import type { Tools } from '../module.ts';

type LeadTools = Pick<Tools, 'people' | 'everybody'>;

/** Who leads the team of who asks: the managers who are in it, and those whom its settings name. */
async function leadsOf(turn: Turn, people: Pick<Tools['people'], 'byUpn'>): Promise<Person[]> {
  const place = await turn.workplace();
  const inTeam = (place?.members ?? []).filter(({ access }) => access.includes('manager'));
  const named = await Promise.all((place?.team?.managers ?? []).map((upn) => people.byUpn(upn)));
  const all = [...inTeam, ...named].flatMap((person) => (person && isPresent(person) ? [person] : []));
  return [...new Map(all.map((person) => [person.upn, person])).values()];
}

/** Who leads the department of somebody's team, as their rights have it (`seatOf`). */
async function headsOf(turn: Turn, { everybody }: LeadTools): Promise<Person[]> {
  const [me, { teams }] = await Promise.all([turn.person(), turn.settings()]);
  const department = teams.find(({ key }) => key === me?.team)?.department;
  if (department === undefined) return [];
  const within = new Set(teams.flatMap((team) => (team.department === department ? [team.key] : [])));
  return (await everybody()).filter(
    (one) => isPresent(one) && one.access.includes('afdelingshoofd') && within.has(one.team),
  );
}

/** Those with these names, and a way to the chat of the first. */
function named(title: string, leads: readonly Person[], body = ''): Message {
  const [first] = leads;
  return noticeCard({
    kind: 'team',
    text: `${title}.`,
    title,
    body,
    lines: leads.map(({ name, upn }) => `${name}, ${upn}`),
    link: first && { title: 'Open de chat', url: chatLink(first.upn) },
  });
}

const unknownLead = (title: string, body: string): Message =>
  noticeCard({ kind: 'team', text: `${title}. ${body}`, title, body });

/** Who is above somebody who leads: another who leads the same team, the department, or the direction. */
async function above(turn: Turn, me: Person, leads: readonly Person[], tools: LeadTools): Promise<Message> {
  const others = (list: readonly Person[]) => list.filter(({ id }) => id !== me.id);
  const heads = await headsOf(turn, tools);
  const isHead = heads.some(({ id }) => id === me.id);
  const direction = isHead
    ? others((await tools.everybody()).filter((one) => isPresent(one) && one.access.includes('directie')))
    : [];
  const body = isHead ? 'Jij leidt de afdeling zelf.' : 'Jij leidt je team zelf.';
  const shown = isHead ? direction : heads.length > 0 ? heads : others(leads);
  if (shown.length > 0) return named('Wie er boven jou staat', shown, body);
  return unknownLead(
    'Wie er boven jou staat, weet ik niet',
    `${body} Bij je team staat geen afdelingshoofd in Kompas. Vraag het in je eigen organisatie. De beheerder van Kompas kan dat aanvullen.`,
  );
}

async function answered(turn: Turn, tools: LeadTools): Promise<Message> {
  const me = await turn.person();
  if (!me) return unknownPerson;
  const leads = await leadsOf(turn, tools.people);
  if (me.access.includes('afdelingshoofd') || leads.some(({ id }) => id === me.id))
    return above(turn, me, leads, tools);
  return leads.length > 0
    ? named('Wie jouw team leidt', leads)
    : unknownLead(
        'Wie jouw team leidt, staat nog niet in Kompas',
        'De beheerder van Kompas kan dat aanvullen.',
      );
}

async function head(turn: Turn, tools: LeadTools): Promise<Message> {
  const me = await turn.person();
  if (!me) return unknownPerson;
  if (me.access.includes('afdelingshoofd')) return answered(turn, tools);
  const heads = await headsOf(turn, tools);
  return heads.length > 0
    ? named('Wie jouw afdeling leidt', heads)
    : unknownLead(
        'Wie jouw afdeling leidt, staat nog niet in Kompas',
        'De beheerder van Kompas kan dat aanvullen.',
      );
}

/** "Wie is mijn leidinggevende": as the team is recorded, with a way to the chat. */
export const leadsPhrases = (tools: LeadTools): Phrase[] => [
  {
    say: 'wie is mijn leidinggevende',
    also: [
      'mijn leidinggevende',
      'leidinggevende',
      'mijn manager',
      'mijn chef',
      'mijn baas',
      'mijn teamleider',
      'wie leidt mijn team',
      'wie is de leidinggevende van mijn team',
      'bij wie hoor ik',
      'my manager',
      'who leads my team',
    ],
    title: 'Bekijk wie jouw team leidt',
    needs: colleagueAlone,
    readsTeam: true,
    unlisted: true,
    run: (turn) => answered(turn, tools),
  },
  {
    say: 'wie is mijn afdelingshoofd',
    also: ['mijn afdelingshoofd', 'afdelingshoofd', 'wie leidt mijn afdeling', 'wie leidt de afdeling'],
    title: 'Bekijk wie jouw afdeling leidt',
    needs: colleagueAlone,
    readsTeam: true,
    unlisted: true,
    run: (turn) => head(turn, tools),
  },
];

const asksWho =
  /^(?:(?:en|weet jij|weet je|zeg|vertel|kun je zeggen|kan je zeggen|ik zoek|ik weet niet|wie weet) )*(?:(?:wie is|wie zijn|wie s) (?:(?:nu|dan|eigenlijk|ook|alweer|nou|precies) )*(?:mijn|m n|onze) (?:(?:eigen|directe?|nieuwe) )?(?:leidinggevenden?|manager|chef|baas|teamleider|teammanager)(?: (?:nu|dan|eigenlijk|ook|alweer|hier|van mij))*|wie (?:mijn|m n|onze) (?:(?:eigen|directe?|nieuwe) )?(?:leidinggevende|manager|chef|baas|teamleider) (?:is|zijn)|(?:wie is )?(?:de )?(?:baas|chef|leidinggevende|manager) van mij|(?:onder|aan) wie (?:val|rapporteer|leg) ik(?: \w+){0,2}|wie (?:staat|zit) (?:er )?boven (?:mij|me)|wie geeft (?:mij|me) leiding|wie stuurt (?:mij|me) aan|mijn directe? (?:leidinggevende|chef|baas|manager))$|^(?:who is|who s) my (?:direct )?(?:manager|boss|supervisor|team lead)$|^who do i report to$/;

/** The same in words of one's own. */
export const leadsHearing = (tools: LeadTools): Hearing => ({
  order: 'first',
  needs: colleagueAlone,
  readsTeam: true,
  answer: async (turn) =>
    asksWho.test(normalise(turn.text)) && !(await inNeed(turn)) ? answered(turn, tools) : undefined,
});
