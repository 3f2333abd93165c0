import type { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { hasChannel, isChannelOf, isSameChannel, type TeamsChannel } from '../../../people/team-channel.ts';
import { checkDay, type DialogueTools, inDialogue } from './access.ts';
import { movedOn, sceneCard } from './cards.ts';
import { teamOf } from './places.ts';
import type { DialogueRow } from './store.ts';
import type { nextSchema } from './typed.ts';

const elsewhere = notice(
  'style',
  'Deze teamdialoog loopt in een ander kanaal',
  'Er is niets veranderd. Ga naar het kanaal waar je team hem begon.',
);
export const inChannel = notice(
  'style',
  'De teamdialoog houd je in het kanaal',
  'Ga naar het kanaal van je team en typ daar: @Kompas teamdialoog. Plan er 45 minuten voor.',
);

const agreedElsewhere = notice(
  'style',
  'Jullie afspraken horen bij een ander kanaal',
  'Er is niets veranderd. Begin de teamdialoog in dat kanaal, of in het kanaal van je team. Bestaat dat niet meer? Dan kan je leidinggevende hier typen: @Kompas teamkanaal.',
);

const inTeamChannel = notice(
  'style',
  'De teamdialoog houd je in het kanaal van je team',
  'Hier lezen misschien anderen mee. Ga naar het kanaal van je team en typ daar: @Kompas teamdialoog. Moet het een ander kanaal zijn? Dan kan wie je team leidt daar typen: @Kompas teamkanaal.',
);

/** The workshop itself: its cards in the channel, one after the other. */
export function workshop(tools: DialogueTools) {
  const { dialogues, settings, send, newId, teamLinks } = tools;

  async function teamName(key: string): Promise<string> {
    return (await settings.recent()).teams.find((team) => team.key === key)?.name ?? key;
  }

  /**
   * Why a team holds its dialogue elsewhere; undefined where it may. What the team agreed goes along to that place, so one member
   * may not choose another: it is a channel of the team. Only a team that has none holds it anywhere, and once it agreed something,
   * in the place where it did.
   */
  async function whyElsewhere(
    turn: Turn,
    key: string,
    before: DialogueRow | undefined,
    here: TeamsChannel,
  ): Promise<Message | undefined> {
    const team = await teamOf(turn, key);
    if (await isChannelOf(teamLinks, team, here)) return undefined;
    if (await hasChannel(teamLinks, team)) return inTeamChannel;
    const isFree = !before || before.agreements.length === 0 || isSameChannel(before.channel, here);
    return isFree ? undefined : agreedElsewhere;
  }

  /** Begins a dialogue with its first card, where the team may hold it. */
  async function start(turn: Turn): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const before = await dialogues.of(me.team);
    const { serviceUrl, conversation, bot } = turn.address;
    const here = { serviceUrl, conversation, bot, teamsTeam: turn.teamsTeam };
    const refusal = await whyElsewhere(turn, me.team, before?.value, here);
    if (refusal) return refusal;
    const id = newId('T');
    // What was agreed earlier holds until there is something new. The team looks back now, so not again for a while.
    const agreements = before?.value.agreements ?? [];
    const row: DialogueRow = {
      id,
      day: today(turn.now).toString(),
      scene: 1,
      channel: here,
      agreements,
      writtenHere: before && isSameChannel(before.value.channel, here) ? before.value.writtenHere : undefined,
      checkFrom: agreements.length > 0 ? checkDay(turn.now) : undefined,
    };
    // Somebody else was first: then what they wrote is read again, so that it is not lost.
    if (!(await dialogues.begin(me.team, row, before))) return start(turn);
    return sceneCard(id, 1, await teamName(me.team));
  }

  /** Posts the next card: once, also when two people tap at once or somebody taps an old card. */
  const next = (turn: Turn, { id, scene }: z.infer<typeof nextSchema>): Promise<Message> =>
    inDialogue(tools, turn, id, async (read, me) => {
      if (!isSameChannel(read.value.channel, turn.address)) return elsewhere;
      const name = await teamName(me.team);
      const moved = (now: number) => movedOn(scene - 1, now, name);
      if (read.value.scene >= scene) return moved(read.value.scene);
      if (!(await dialogues.replace(read, { ...read.value, scene }))) return next(turn, { id, scene });
      const card = sceneCard(id, scene, name);
      const outcome = await send(turn.address, card);
      if (outcome.kind === 'sent') return moved(scene);
      // It did not arrive: this person sees it here, and the others can still have it posted.
      const now = await dialogues.of(me.team);
      if (now?.value.id === id && now.value.scene === scene)
        await dialogues.replace(now, { ...now.value, scene: read.value.scene });
      return card;
    });

  return { start, next };
}
