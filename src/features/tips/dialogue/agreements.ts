import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson, withTyped } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { channelOf } from '../../../people/person.ts';
import type { Stored } from '../../../storage/index.ts';
import { checkDay, type DialogueTools, earlierDialogue } from './access.ts';
import { agreementsCard, agreementsForm, emptiedCard, emptiedNews, formAgain } from './cards.ts';
import { agreementsFrom, scenes, tooLong, versionOf } from './script.ts';
import type { DialogueRow } from './store.ts';

const elsewhere = notice(
  'style',
  'Jullie afspraken staan in jullie eigen kanaal',
  'Hier lezen misschien anderen mee. Typ “afspraken” in dat kanaal, of in je eigen chat met mij.',
);
const noAgreements = notice(
  'style',
  'Jullie team heeft nog geen afspraken',
  'Ze ontstaan in een teamdialoog. Typ in het kanaal van je team: @Kompas teamdialoog.',
);

/** The row with these agreements, to be looked at again in four weeks. */
const agreed = (turn: Turn, { value }: Stored<DialogueRow>, agreements: string[]): DialogueRow => ({
  ...value,
  day: today(turn.now).toString(),
  agreements,
  checkFrom: agreements.length > 0 ? checkDay(turn.now) : undefined,
  scene: scenes.length,
});

/** The agreements of a team: reading, writing and keeping them. No author is kept. */
export function agreementsOf({ dialogues, send }: Pick<DialogueTools, 'dialogues' | 'send'>) {
  /** The agreements of this person's team. */
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

  /** Tells the channel what holds now, and this person whether that worked. */
  async function post(row: DialogueRow, message: Message): Promise<string> {
    const outcome = await send({ ...row.channel, user: '' }, message);
    return outcome.kind === 'sent'
      ? 'Bewaard, en in het kanaal gezet.'
      : 'Bewaard. In het kanaal zetten lukte niet: vertel het je team zelf.';
  }

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
      return now ? formAgain(now.value, typed) : withTyped(earlierDialogue, typed);
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

  return { open, openWhereTyped, save, keep };
}
