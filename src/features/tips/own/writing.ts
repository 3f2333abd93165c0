import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { unknownPerson, withTyped } from '../../../conversation/cards/notice.ts';
import { carried, field } from '../../../conversation/field.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAnywhere, type Needs } from '../../../conversation/needs.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { remembered } from '../../../lib/remember.ts';
import type { Team } from '../../../people/municipality.ts';
import { channelFor, isChannelOf, type TeamsChannel } from '../../../people/team-channel.ts';
import type { Tools } from '../../module.ts';
import type { TipsStores } from '../open.ts';
import {
  compassFields,
  elsewhere,
  emptiedNews,
  otherTeam,
  ownCompassCard,
  ownCompassForm,
  whichTeam,
} from './cards.ts';
import { type CompassWords, compassTeams, isEmpty, nameProblems, wordsVersion } from './rules.ts';

type OwnTools = Pick<TipsStores, 'compasses' | 'dialogues'> &
  Pick<Tools, 'everybody' | 'send' | 'now' | 'teamLinks'>;

/** Names of colleagues are read again after so long at the earliest. */
const REMEMBERED_MS = 15_000;

const ofTeam = z.object({ team: carried(z.string().max(80), '') });
const saveSchema = z.object({
  team: z.string().min(1).max(80),
  /** The version of the words in the form when it was opened. */
  seen: carried<string | undefined>(z.string().max(64), undefined),
  brings: field.long,
  needs: field.long,
});

const inTeam: Needs = { ...colleagueAnywhere, checked: 'zit in het team of leidt het' };
const nothing: CompassWords = { brings: '', needs: '' };

/**
 * The change compass that a team writes about itself: what it brings and what it needs (docs/method.md step 5.3). Free words of the
 * team, without names of people or styles, so that nobody's style follows from it (trust:persona-is-private). No author is kept.
 */
export function ownCompass({
  compasses,
  dialogues,
  teamLinks,
  everybody,
  send,
  now,
}: OwnTools): Pick<Feature, 'phrases' | 'actions'> {
  const people = remembered(everybody, REMEMBERED_MS, now);

  /** The teams of who asks; undefined for somebody who is not known. */
  async function teamsOf(turn: Turn): Promise<Team[] | undefined> {
    const [me, { teams }] = await Promise.all([turn.person(), turn.settings()]);
    return me && compassTeams(me, teams);
  }

  const wordsOf = async ({ key }: Team): Promise<CompassWords> => (await compasses.of(key))?.value ?? nothing;

  /** Where the team reads along: the channel that was chosen for it, or that of its last dialogue if that is the team's too. */
  const placeOf = async (team: Team): Promise<TeamsChannel | undefined> =>
    team.channel ?? (await channelFor(teamLinks, team, (await dialogues.of(team.key))?.value.channel));

  async function open(turn: Turn, { team }: z.infer<typeof ofTeam>): Promise<Message> {
    const mine = await teamsOf(turn);
    if (!mine) return unknownPerson;
    const [only, ...others] = team === '' ? mine : mine.filter(({ key }) => key === team);
    if (!only) return otherTeam([]);
    return others.length > 0 ? whichTeam([only, ...others]) : ownCompassCard(only, await wordsOf(only));
  }

  /** What is typed in a channel is answered there: of the team whose channel it is, and in no other. */
  async function openWhereTyped(turn: Turn): Promise<Message> {
    if (turn.scope === 'personal') return open(turn, { team: '' });
    const mine = await teamsOf(turn);
    if (!mine) return unknownPerson;
    const spot = { conversation: turn.address.conversation, teamsTeam: turn.teamsTeam };
    const here = await Promise.all(mine.map((team) => isChannelOf(teamLinks, team, spot)));
    const team = mine.find((_, n) => here[n]);
    return team ? ownCompassCard(team, await wordsOf(team)) : elsewhere;
  }

  async function form(turn: Turn, { team: key }: z.infer<typeof ofTeam>): Promise<Message> {
    const mine = await teamsOf(turn);
    if (!mine) return unknownPerson;
    const team = mine.find((one) => one.key === key);
    if (!team) return otherTeam([]);
    const words = await wordsOf(team);
    return ownCompassForm(team, words, { seen: words, isTold: (await placeOf(team)) !== undefined });
  }

  async function problemsIn(sent: CompassWords): Promise<string[]> {
    const problems = lengthProblems(sent, compassFields);
    if (problems.length > 0) return problems;
    // Names are looked for in a text of a normal length only.
    const { namesIn } = nameFinder((await people()).map(({ name }) => name));
    const texts = [sent.brings, sent.needs];
    return nameProblems(texts.flatMap(namesIn), texts);
  }

  /** Tells the channel of the team what holds now, and this person whether that worked. */
  async function post(team: Team, words: CompassWords, place: TeamsChannel | undefined): Promise<string> {
    if (!place)
      return 'Bewaard. Je team heeft nog geen kanaal gekozen, dus vertel het je team zelf. Wie het team leidt, kiest er een en typt daar: @Kompas teamkanaal.';
    const { serviceUrl, conversation, bot } = place;
    const news = isEmpty(words) ? emptiedNews : ownCompassCard(team, words);
    const outcome = await send({ serviceUrl, conversation, bot, user: '' }, news);
    return outcome.kind === 'sent'
      ? 'Bewaard, en in het kanaal van je team gezet.'
      : 'Bewaard. In het kanaal zetten lukte niet: vertel het je team zelf.';
  }

  async function save(turn: Turn, sent: z.infer<typeof saveSchema>): Promise<Message> {
    const words = { brings: sent.brings, needs: sent.needs };
    const typed = [words.brings, words.needs].filter(Boolean);
    const mine = await teamsOf(turn);
    if (!mine) return withTyped(unknownPerson, typed);
    const team = mine.find(({ key }) => key === sent.team);
    if (!team) return otherTeam(typed);
    const before = await compasses.of(team.key);
    const held = before?.value ?? nothing;
    const place = await placeOf(team);
    const isTold = place !== undefined;
    const problems = await problemsIn(words);
    if (problems.length > 0) return ownCompassForm(team, words, { seen: held, isTold, problems });
    if (isEmpty(words) && isEmpty(held))
      return ownCompassForm(team, words, {
        seen: held,
        isTold,
        problems: ['Schrijf in minstens één veld iets op.'],
      });
    if (wordsVersion(words) === wordsVersion(held)) return ownCompassCard(team, words, 'Bewaard.');
    const again = (others: CompassWords) =>
      ownCompassForm(team, words, { seen: others, isTold, now: others });
    if (sent.seen !== undefined && sent.seen !== wordsVersion(held)) return again(held);
    const row = { ...words, day: today(turn.now).toString() };
    if (!(await compasses.write(team.key, row, before))) return again(await wordsOf(team));
    return ownCompassCard(team, words, await post(team, words, place));
  }

  return {
    phrases: [
      {
        say: 'teamkompas',
        also: [
          'ons teamkompas',
          'ons veranderkompas',
          'veranderkompas van ons team',
          'veranderkompas team',
          'eigen veranderkompas',
        ],
        title: 'Schrijf op wat jullie team meebrengt en nodig heeft',
        needs: {
          ...inTeam,
          checked: 'zit in het team of leidt het; in een kanaal alleen dat van het team',
        },
        run: openWhereTyped,
      },
    ],
    actions: {
      'compass.own': action(ofTeam, open, { needs: inTeam }),
      'compass.write': action(ofTeam, form, { needs: inTeam }),
      'compass.save': action(saveSchema, save, { needs: inTeam }),
    },
  };
}
