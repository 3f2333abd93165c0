import type { Temporal } from 'temporal-polyfill';
import { today } from '../../../calendar/clock.ts';
import type { Messenger } from '../../../conversation/messenger.ts';
import { mayWorkLater } from '../../../conversation/send-outcome.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Waiting } from '../../../conversation/waiting.ts';
import type { Job } from '../../../delivery/jobs.ts';
import { forEach } from '../../../lib/for-each.ts';
import { channelOf } from '../../../people/person.ts';
import { channelFor } from '../../../people/team-channel.ts';
import type { TeamLinks } from '../../../people/team-links.ts';
import type { TipsStores } from '../open.ts';
import { checkCard, checkElsewhereCard } from './cards.ts';
import type { DialogueRow } from './store.ts';

/** After so many days a check that could not be sent is let go. */
const STILL_ASKED_DAYS = 14;

/** Local times between which a team is asked. */
const HOURS = ['10:00', '16:00'] as const;

/** Asks teams whether their agreements of four weeks ago still hold: in the channel, on a working day, once. */
export function agreementsCheck({
  dialogues,
  teamLinks,
}: Pick<TipsStores, 'dialogues'> & { teamLinks: Pick<TeamLinks, 'of'> }): Job {
  return {
    name: 'agreements-check',
    when: { hours: HOURS, workdays: true },
    run: async ({ now, settings, once, send }) => {
      const { teams } = await settings();
      const day = today(now);
      await forEach(await dialogues.all(), async ({ row, value }) => {
        // Of a team that is no more nobody could answer.
        const team = teams.find(({ key }) => key === row);
        if (!isDue(value, day) || !team) return;
        const name = { what: 'agreements-check', about: row, period: `${value.id} ${value.checkFrom}` };
        await once(name, async () => ask(send, value, await channelFor(teamLinks, team, value.channel)));
      });
    },
  };
}

/** The agreements of somebody's team, while the team is asked whether they still hold. One point read. */
export function agreementsToCheck({ dialogues }: Pick<TipsStores, 'dialogues'>) {
  return async (turn: Turn): Promise<Waiting[]> => {
    const me = await turn.person();
    const made = me && (await dialogues.of(me.team))?.value;
    if (!made || made.agreements.length === 0 || !isDue(made, today(turn.now))) return [];
    return [
      {
        kind: 'Afspraken van je team',
        text: 'Kloppen jullie afspraken nog?',
        note: `${made.agreements.length === 1 ? '1 afspraak' : `${made.agreements.length} afspraken`} uit de teamdialoog`,
        actions: [{ verb: 'dialogue.open', title: 'Bekijk', data: {} }],
      },
    ];
  };
}

function isDue({ checkFrom }: DialogueRow, day: Temporal.PlainDate): boolean {
  const first = day.subtract({ days: STILL_ASKED_DAYS }).toString();
  return checkFrom !== undefined && first <= checkFrom && checkFrom <= day.toString();
}

/** `own` is a channel of the team. Elsewhere the words are told only where they were written. */
async function ask(
  send: Messenger['send'],
  row: DialogueRow,
  own: DialogueRow['channel'] | undefined,
): Promise<void> {
  const { serviceUrl, conversation, bot } = own ?? row.channel;
  const to = { serviceUrl, conversation: channelOf(conversation), bot, user: '' };
  const { kind } = await send(to, own || row.writtenHere ? checkCard(row) : checkElsewhereCard);
  // After a throw it is tried again. In a channel that the bot was taken out of, that would fail for ever.
  if (mayWorkLater({ kind })) throw new Error('no check could be sent');
}
