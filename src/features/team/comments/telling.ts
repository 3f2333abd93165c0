import { worksOn } from '../../../calendar/availability.ts';
import { today } from '../../../calendar/clock.ts';
import type { Message } from '../../../conversation/message.ts';
import { mayHaveArrived } from '../../../conversation/send-outcome.ts';
import type { Job, JobContext } from '../../../delivery/jobs.ts';
import type { Occurrence } from '../../../delivery/round.ts';
import { forEach } from '../../../lib/for-each.ts';
import { lazily } from '../../../lib/lazily.ts';
import type { Team } from '../../../people/municipality.ts';
import { chatWith, type Person } from '../../../people/person.ts';
import type { Tools } from '../../module.ts';
import { answeredNews, repliedNews } from './cards.ts';
import { leadsTeam, newsOn, type Reply, type Side } from './rules.ts';
import type { Conversation, ReplyStore } from './store.ts';

/** Who was told is kept under the pseudonym for rounds. */
export interface ReplyTelling extends Pick<Tools, 'delivered' | 'pseudonymise'> {
  replies: ReplyStore;
}

/** Local times between which people are told. */
const HOURS = ['09:00', '16:00'] as const;
/**
 * A message is sent at most this many times on one day when sending fails: it may have arrived after all. When Teams
 * asks to wait it did not arrive, and it is tried until it does.
 */
const TRIES = 3;
/**
 * The round under which it is kept who was told, by who said something: the team hears of the lead, the lead of a
 * writer.
 */
const ROUNDS = { lead: 'replies', writer: 'replies-lead' } as const;

/**
 * Tells teams that there is an answer to something shared without name. Everybody in the team gets the same words, on a
 * day they work after it: a message to the writer alone would stay in their chat beside their name (trust:no-trace,
 * trust:answers-not-in-messages). Who leads the team is told that a writer said something, no sooner than the day
 * after. Who is not reached is told later.
 */
export function repliesJob(tools: ReplyTelling): Job {
  return {
    name: 'replies',
    when: { hours: HOURS, workdays: true },
    run: async (context) => {
      const { now, once } = context;
      const { teams } = await context.settings();
      const conversations = lazily(() => tools.replies.all());
      const period = today(now).toString();
      await forEach(teams, (team) =>
        once({ what: 'replies', about: team.key, period }, async () =>
          tellTeam(tools, context, team, await conversations()),
        ),
      );
    },
  };
}

async function tellTeam(
  tools: ReplyTelling,
  context: JobContext,
  { key: team, name }: Team,
  conversations: readonly Conversation[],
): Promise<void> {
  const { now, everybody } = context;
  const settings = await context.settings();
  const date = today(now);
  const day = date.toString();
  const own = conversations.filter((one) => one.team === team);
  const newsOf = (side: Side) => newsOn(day, daysOf(own, side));
  if (!newsOf('lead') && !newsOf('writer')) return;
  const closures = new Set(settings.municipality.closures);
  const atWork = (await everybody()).filter(
    (person) => isReachable(person) && worksOn(person, date, closures),
  );
  const leads = atWork.filter((person) => leadsTeam(person, settings, team));
  const members = atWork.filter((person) => person.team === team && !leads.includes(person));
  const news = [
    { side: 'lead', to: members, message: repliedNews },
    { side: 'writer', to: leads, message: answeredNews(team, name) },
  ] as const;
  await forEach(news, async ({ side, to, message }) => {
    const period = newsOf(side);
    if (period)
      await tellAll(tools, context, { round: ROUNDS[side], team, period, day, until: now }, to, message);
  });
}

/** The days on which one side said something. Closing a conversation is no news. */
function daysOf(conversations: readonly Conversation[], side: Side): string[] {
  const said = conversations.flatMap((one): Reply[] => one.said);
  return [
    ...new Set(said.flatMap(({ from, day, text }) => (from === side && text !== undefined ? [day] : []))),
  ];
}

const isReachable = (person: Person) => chatWith(person) !== undefined && person.directoryId !== undefined;

/**
 * Tells everybody who was not told yet, and keeps that of each at once, so that it may stop anywhere and begin again.
 * Throws when Teams asked to wait: the work is then left unfinished and done again. Who is not reached today is tried
 * on a later day.
 */
async function tellAll(
  { delivered, pseudonymise }: ReplyTelling,
  { send, markBlocked }: JobContext,
  occurrence: Occurrence,
  people: readonly Person[],
  message: Message,
): Promise<void> {
  const nameOf = ({ directoryId = '' }: Person) => pseudonymise(occurrence.team, directoryId, 'round');
  const told = await delivered.sentIn(occurrence);
  let left = people.filter((person) => !told.has(nameOf(person)));
  let mustWait = false;
  for (let tries = 0; tries < TRIES && left.length > 0; tries += 1) {
    const again: Person[] = [];
    for (const person of left) {
      if (!person.address) continue;
      const outcome = await send(person.address, message);
      const { kind } = outcome;
      // After the last try a message that may have arrived counts as arrived: trying more would help nobody.
      if (kind === 'sent' || (tries === TRIES - 1 && mayHaveArrived(outcome)))
        await delivered.record({ occurrence, n: 0, recipients: [], run: 0 }, [
          { recipient: nameOf(person), result: 'sent' },
        ]);
      if (kind === 'gone') await markBlocked(person);
      if (kind === 'again') again.push(person);
      mustWait ||= kind === 'throttled' || kind === 'barred';
    }
    left = again;
  }
  if (mustWait) throw new Error('not everybody could be told of a reply yet');
}
