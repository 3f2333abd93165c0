import type { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import type { Team } from '../../../people/municipality.ts';
import { channelOf } from '../../../people/person.ts';
import { checkDay, type DialogueTools, inDialogue } from './access.ts';
import { movedOn, sceneCard } from './cards.ts';
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

/**
 * True where a team may hold its dialogue. What the team agreed goes along to that place and is shown there four weeks later, so
 * one member may not choose another: it is the channel in which the agreements were made, or the one that who leads the team
 * chose for it (`teamkanaal`), which is also the way out when the first is gone. Without agreements it is any place.
 */
function isPlaceOf(team: Team | undefined, before: DialogueRow | undefined, conversation: string): boolean {
  if (!before || before.agreements.length === 0) return true;
  return [before.channel, team?.channel].some(
    (place) => place !== undefined && channelOf(place.conversation) === channelOf(conversation),
  );
}

/** The workshop itself: its cards in the channel, one after the other. */
export function workshop(tools: DialogueTools) {
  const { dialogues, settings, send, newId } = tools;

  async function teamName(key: string): Promise<string> {
    return (await settings.recent()).teams.find((team) => team.key === key)?.name ?? key;
  }

  /** Begins a dialogue with its first card, in a place of the team. */
  async function start(turn: Turn): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const [before, { teams }] = await Promise.all([dialogues.of(me.team), turn.settings()]);
    const team = teams.find(({ key }) => key === me.team);
    const { serviceUrl, conversation, bot } = turn.address;
    if (!isPlaceOf(team, before?.value, conversation)) return agreedElsewhere;
    const id = newId('T');
    // What was agreed earlier holds until there is something new. The team looks back now, so not again for a while.
    const agreements = before?.value.agreements ?? [];
    const row: DialogueRow = {
      id,
      day: today(turn.now).toString(),
      scene: 1,
      channel: { serviceUrl, conversation, bot },
      agreements,
      checkFrom: agreements.length > 0 ? checkDay(turn.now) : undefined,
    };
    // Somebody else was first: then what they wrote is read again, so that it is not lost.
    if (!(await dialogues.begin(me.team, row, before))) return start(turn);
    return sceneCard(id, 1, team?.name ?? me.team);
  }

  /** Posts the next card: once, also when two people tap at once or somebody taps an old card. */
  const next = (turn: Turn, { id, scene }: z.infer<typeof nextSchema>): Promise<Message> =>
    inDialogue(tools, turn, id, async (read, me) => {
      if (channelOf(read.value.channel.conversation) !== channelOf(turn.address.conversation))
        return elsewhere;
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
