import { today } from '../calendar/clock.ts';
import { isBetween } from '../calendar/hours.ts';
import type { Message } from '../conversation/message.ts';
import type { Job, JobContext } from '../delivery/jobs.ts';
import { forEach } from '../lib/for-each.ts';
import type { Lifecycle } from '../people/lifecycle.ts';
import { type Address, chatWith, isGroupConversation, isPresent, type Person } from '../people/person.ts';
import type { Silence } from '../people/silence.ts';
import type { PeopleStore } from '../people/store.ts';
import { areWelcomesDue, isWelcomeTime } from './first-message.ts';
import { outcomeOf } from './refusal.ts';
import { attemptIn, type Wire } from './wire.ts';

/** Where Teams is reached for what we start ourselves, and what the bot is called there. */
export type Service = Pick<Address, 'serviceUrl' | 'bot'>;

export interface ChatsTools {
  wire: Pick<Wire, 'openChat'>;
  people: PeopleStore;
  lifecycle: Lifecycle;
  silence: Silence;
  /** Where Teams was last heard from; undefined when it never was and no place is known beforehand. */
  service(): Service | undefined;
  welcome(person: Person): Promise<Message>;
  /** After the welcome: somebody who comes during a window gets their card now. */
  welcomed(person: Person): Promise<void>;
}

/** From when on the night's turn may begin. */
const NIGHT = ['02:00', '24:00'] as const;
/** After so many calls that came to nothing the rest is left for later. */
const MOST_FAULTS = 5;
/** So many people at a time: one after another, a large municipality would take longer than a tick of the clock may. */
const AT_A_TIME = 8;
/** What Teams says of an account that it does not know, among what it says of one person. */
const noAccount = ['UserNotFound', 'MemberNotFound', 'InvalidUserId'];

/**
 * Opens a chat with whoever is in the people file with an account and has none: the event of an install may have been
 * missed, or have come before the import. After each import and whatever else gave people an account (`chatsAreDue`), and once a
 * night. Who can be reached by then is welcomed on a
 * day they work and gets this week's card, once check-ins may go out at all (trust:consent-first).
 */
export function chatsJob(tools: ChatsTools): Job {
  return {
    name: 'chats',
    when: 'always',
    everyMinutes: 1,
    run: async (context) => {
      const { now, settings, once } = context;
      if (!tools.service()) return;
      const { municipality } = await settings();
      const nights = isBetween(now, NIGHT) ? [today(now).toString()] : [];
      const periods = municipality.peopleSince === undefined ? nights : [municipality.peopleSince, ...nights];
      for (const period of periods) {
        await once({ what: 'chats', about: 'all', period }, () => openChats(tools));
        if (areWelcomesDue(municipality, now))
          await once({ what: 'welcomes', about: 'all', period }, () => welcomeAll(tools, context));
      }
    },
  };
}

async function openChats(tools: ChatsTools): Promise<void> {
  const { silence, people, lifecycle, wire } = tools;
  const service = tools.service();
  const isSilent = await silence.read();
  // Read anew: after an import in the night both turns come in one tick.
  const without = (await people.everybody()).filter(
    (person) => isPresent(person) && person.reach === 'none' && !person.moved,
  );
  const faults: unknown[] = [];
  let isBarred = false;

  async function noted(
    { team, id }: Pick<Person, 'team' | 'id'>,
    unreached: Person['unreached'],
  ): Promise<void> {
    await people.change(team, id, (now) => (now.unreached === unreached ? now : { ...now, unreached }));
  }

  async function openFor({ team, id, directoryId, teamsId }: Person): Promise<void> {
    // Whoever comes after a refusal of everybody would hear the same.
    if (isBarred || faults.length > MOST_FAULTS) return;
    if (!service || directoryId === undefined) return;
    // Reads as somebody without the app: else who erased themselves would be the only ones for whom there is never a chat.
    if (isSilent(directoryId)) return noted({ team, id }, 'no app');
    try {
      const conversation = await wire.openChat(service, directoryId, attemptIn('round'));
      if (isGroupConversation(conversation)) return;
      await lifecycle.reachable({ team, id }, { ...service, conversation, user: teamsId ?? directoryId });
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.kind === 'gone' || outcome.kind === 'refused') {
        const unreached =
          outcome.kind === 'refused' || noAccount.includes(outcome.reason) ? 'no account' : 'no app';
        return noted({ team, id }, unreached);
      }
      faults.push(error);
      isBarred ||= outcome.kind === 'barred' && outcome.tenant;
    }
  }

  await forEach(without, openFor, AT_A_TIME);
  if (faults.length > 0) throw faults[0];
}

async function welcomeAll(
  { people, lifecycle, silence, welcome, welcomed }: ChatsTools,
  { now, settings, send, markBlocked }: JobContext,
): Promise<void> {
  const { municipality } = await settings();
  const isSilent = await silence.read();

  async function greet(person: Person): Promise<void> {
    const { directoryId = '', welcomed: isWelcomed } = person;
    if (isWelcomed || isSilent(directoryId) || !isWelcomeTime(person, municipality, now)) return;
    const chat = chatWith(person);
    const claimed = chat && (await lifecycle.installed(directoryId, chat, async () => undefined));
    if (!chat || claimed?.kind !== 'welcome') return;
    const { kind } = await send(chat, await welcome(claimed.person));
    await lifecycle.greeted(claimed.person, kind === 'sent');
    if (kind === 'sent') await welcomed(claimed.person);
    if (kind === 'gone') await markBlocked(person);
  }

  // Read anew: those whose chat was opened just now are among them.
  await forEach(await people.everybody(), greet, AT_A_TIME);
}
