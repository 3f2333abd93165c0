import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson, withTyped } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { action, type Offer } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { channelOf, type Person } from '../../../people/person.ts';
import type { Stored } from '../../../storage/index.ts';
import type { Tools } from '../../module.ts';
import type { TipsStores } from '../open.ts';
import {
  agreementsCard,
  agreementsForm,
  emptiedCard,
  emptiedNews,
  fields,
  formAgain,
  movedOn,
  sceneCard,
} from './cards.ts';
import { agreementsFrom, scenes, tooLong, versionOf } from './script.ts';
import type { DialogueRow } from './store.ts';

/**
 * After so many days the agreements come back: a team goes on learning from each other (docs/method.md step
 * 5).
 */
const CHECK_AFTER_DAYS = 28;

const ofDialogue = z.object({ id: z.string().min(1).max(40) });
const nextSchema = ofDialogue.extend({ scene: z.number().int().min(2).max(scenes.length) });
const saveSchema = ofDialogue.extend({
  /** Which agreements stood in the form when it was opened; a form that does not tell is judged by its ETag alone. */
  seen: z.string().max(64).optional(),
  ...Object.fromEntries(fields.map((field) => [field, z.string().max(20_000).default('')])),
});

const inChannel = notice(
  'De teamdialoog houd je in het kanaal',
  'Ga naar het kanaal van je team en typ daar: @Kompas teamdialoog. Plan er 45 minuten voor.',
);
const otherTeam = notice('Dit is van een ander team', 'Alleen wie in dat team werkt, kan dit wijzigen.');
const older = notice(
  'Deze kaart hoort bij een eerdere teamdialoog',
  'Er is niets veranderd. Typ afspraken, dan zie je wat nu geldt.',
);
const elsewhere = notice(
  'Jullie afspraken staan in jullie eigen kanaal',
  'Hier lezen misschien anderen mee. Typ afspraken in dat kanaal, of in je eigen chat met mij.',
);
const noAgreements = notice(
  'Jullie team heeft nog geen afspraken',
  'Ze ontstaan in een teamdialoog. Typ in het kanaal van je team: @Kompas teamdialoog.',
);

/** The day of the check for agreements of this day. */
const checkDay = (now: Temporal.Instant) => today(now).add({ days: CHECK_AFTER_DAYS }).toString();

/** The workshop in a channel. Only agreements are stored, and no author: a talk is no survey. */
export function dialogue({
  dialogues,
  settings,
  send,
  newId,
}: Pick<TipsStores, 'dialogues'> & Pick<Tools, 'settings' | 'send' | 'newId'>): Pick<
  Offer,
  'phrases' | 'actions'
> {
  async function teamName(key: string): Promise<string> {
    return (await settings.recent()).teams.find((team) => team.key === key)?.name ?? key;
  }

  async function start(turn: Turn): Promise<Message> {
    if (turn.scope === 'personal') return inChannel;
    const me = await turn.person();
    if (!me) return unknownPerson;
    const before = await dialogues.of(me.team);
    const { serviceUrl, conversation, bot } = turn.address;
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
    return sceneCard(id, 1, await teamName(me.team));
  }

  /**
   * Runs `then` on the team's dialogue, if this card is of that one and this person of that team. `typed` is what the
   * person would lose otherwise: they get it back.
   */
  async function inDialogue(
    turn: Turn,
    id: string,
    then: (read: Stored<DialogueRow>, me: Person) => Promise<Message>,
    typed: readonly string[] = [],
  ): Promise<Message> {
    const me = await turn.person();
    if (!me) return withTyped(unknownPerson, typed);
    const read = await dialogues.of(me.team);
    if (read?.value.id === id) return then(read, me);
    const others = await dialogues.all();
    if (others.some(({ value }) => value.id === id)) return withTyped(otherTeam, typed);
    return read && typed.length > 0 ? formAgain(read.value, typed) : withTyped(older, typed);
  }

  const open = async (turn: Turn): Promise<Message> => {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const read = await dialogues.of(me.team);
    return read && read.value.agreements.length > 0
      ? agreementsCard(read.value, today(turn.now).toString(), '')
      : noAgreements;
  };

  /** What is typed in a channel is answered there: agreements only in the one in which they were made. */
  const openWhereTyped = async (turn: Turn): Promise<Message> => {
    const me = turn.scope === 'personal' ? undefined : await turn.person();
    const made = me && (await dialogues.of(me.team))?.value;
    return made && channelOf(made.channel.conversation) !== channelOf(turn.address.conversation)
      ? elsewhere
      : open(turn);
  };

  /** Posts the next card: once, also when two people tap at once or somebody taps an old card. */
  const next = (turn: Turn, { id, scene }: z.infer<typeof nextSchema>): Promise<Message> =>
    inDialogue(turn, id, async (read, me) => {
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

  /** Tells the channel what holds now, and this person whether that worked. */
  async function post(row: DialogueRow, message: Message): Promise<string> {
    const outcome = await send({ ...row.channel, user: '' }, message);
    return outcome.kind === 'sent'
      ? 'Bewaard, en in het kanaal gezet.'
      : 'Bewaard. In het kanaal zetten lukte niet: vertel het je team zelf.';
  }

  /** The row with these agreements, to be looked at again in four weeks. */
  const agreed = (turn: Turn, { value }: Stored<DialogueRow>, agreements: string[]): DialogueRow => ({
    ...value,
    day: today(turn.now).toString(),
    agreements,
    checkFrom: agreements.length > 0 ? checkDay(turn.now) : undefined,
    scene: scenes.length,
  });

  /** Writes the agreements and posts them; nothing is posted when nothing changed, and nothing typed is lost. */
  async function save(
    turn: Turn,
    read: Stored<DialogueRow>,
    typed: readonly string[],
    seen: string | undefined,
  ): Promise<Message> {
    const day = today(turn.now).toString();
    const agreements = agreementsFrom(typed);
    const before = read.value.agreements;
    const same = JSON.stringify(agreements) === JSON.stringify(before);
    if (agreements.length === 0 && before.length === 0)
      return agreementsForm(read.value, 'Er staat nog niets. Schrijf ten minste één afspraak op.');
    if (!same && seen !== undefined && seen !== versionOf(before)) return formAgain(read.value, typed);
    const row = agreed(turn, read, agreements);
    if (!(await dialogues.replace(read, row))) {
      const now = await dialogues.of(read.row);
      return now ? formAgain(now.value, typed) : withTyped(older, typed);
    }
    if (agreements.length === 0) return emptiedCard(await post(row, emptiedNews));
    const note = same ? 'Bewaard.' : await post(row, agreementsCard(row, day, ''));
    return agreementsCard(row, day, [note, tooLong(typed)].filter(Boolean).join(' '));
  }

  /** The agreements still hold: the next check is four weeks from now. */
  async function keep(turn: Turn, read: Stored<DialogueRow>): Promise<Message> {
    if (read.value.agreements.length === 0) return noAgreements;
    const row = agreed(turn, read, read.value.agreements);
    if (!(await dialogues.replace(read, row))) return open(turn);
    return agreementsCard(row, today(turn.now).toString(), 'Bewaard.');
  }

  return {
    phrases: [
      {
        say: 'teamdialoog',
        also: ['start teamdialoog', 'team dialoog', 'teamgesprek stijlen'],
        title: 'Een gesprek van 45 minuten met je team, in het kanaal',
        run: start,
      },
      {
        say: 'afspraken',
        also: ['onze afspraken', 'teamafspraken', 'afspraken van ons team'],
        title: 'Bekijk de afspraken uit de teamdialoog',
        run: openWhereTyped,
      },
    ],
    actions: {
      'dialogue.open': action(z.object({}), open),
      'dialogue.next': action(nextSchema, next),
      'dialogue.write': action(ofDialogue, (turn, { id }) =>
        inDialogue(turn, id, async (read) => agreementsForm(read.value)),
      ),
      'dialogue.keep': action(ofDialogue, (turn, { id }) => inDialogue(turn, id, (read) => keep(turn, read))),
      'dialogue.save': action(saveSchema, (turn, { id, seen, ...data }) => {
        const typed = fields.map((field) => (data as Record<string, string>)[field] ?? '');
        const some = typed.filter((text) => text.trim() !== '');
        return inDialogue(turn, id, (read) => save(turn, read, typed, seen), some);
      }),
    },
  };
}
