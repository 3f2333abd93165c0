import type { Settings } from '../../../people/municipality.ts';
import { channelOf } from '../../../people/person.ts';
import { type PostTools, postOnce } from '../groups/channel-posts.ts';
import { type News, newsCard } from './cards.ts';
import type { CalendarChange } from './change.ts';
import { teamsIn, versionOf } from './rules.ts';

const channelsIn = (count: number) => (count === 1 ? 'één kanaal' : `${count} kanalen`);

/** Which teams of so many have no channel yet; of one alone it is "je team". */
function withoutWords(without: number, all: number): string {
  if (without === 0) return '';
  if (all === 1) return 'Je team heeft nog geen kanaal.';
  return `${without === 1 ? 'Eén team heeft' : `${without} teams hebben`} nog geen kanaal.`;
}

/**
 * Posts a change in the channels of the teams that it is for, once a channel, however often it is called. Gives a Dutch
 * sentence on what is known of that by now, for who made the change: teams that were not reached they have to tell
 * themselves. `isNew` is true when there was something left to post.
 */
export async function tell(
  tools: PostTools,
  change: CalendarChange,
  settings: Settings,
  { news, at }: { news: News; at: string },
): Promise<{ words: string; isNew: boolean }> {
  const teams = teamsIn(change.scope, settings);
  const channels = new Map(
    teams.flatMap(({ channel }) => (channel ? [[channelOf(channel.conversation), channel]] : [])),
  );
  const message = newsCard(change, settings, news);
  const version = versionOf(change);
  const posted = await Promise.all(
    [...channels].map(([conversation, channel]) =>
      postOnce(
        tools,
        { what: 'change-news', about: `${change.id} ${conversation}`, period: `${news} ${at} ${version}` },
        { to: { ...channel, conversation, user: '' }, message },
      ),
    ),
  );
  const count = (wanted: (typeof posted)[number]) => posted.filter((posting) => posting === wanted).length;
  const [sent, failed, unsure] = [count('sent'), count('failed'), count('unsure')];
  const without = teams.filter(({ channel }) => !channel).length;
  const words = [
    sent > 0 ? `Bewaard, en in ${sent === 1 ? 'het kanaal' : `${sent} kanalen`} gezet.` : 'Bewaard.',
    failed > 0 ? `In ${channelsIn(failed)} lukte het niet.` : '',
    unsure > 0 ? `Van ${channelsIn(unsure)} weet ik nog niet of het daar staat. Kijk daar zo even.` : '',
    withoutWords(without, teams.length),
    failed > 0 || without > 0 ? 'Vertel het daar zelf.' : '',
    without > 0 ? 'Een kanaal kiezen? Wie het team leidt, typt daar: @Kompas teamkanaal.' : '',
  ];
  return { words: words.filter(Boolean).join(' '), isNew: sent + failed + unsure > 0 };
}
