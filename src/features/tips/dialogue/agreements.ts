import { today } from '../../../calendar/clock.ts';
import { notice, unknownPerson, withTyped } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { isSameChannel } from '../../../people/team-channel.ts';
import type { Stored } from '../../../storage/index.ts';
import { checkDay, type DialogueTools, earlierDialogue } from './access.ts';
import { agreementsCard, agreementsForm, emptiedCard, emptiedNews, formAgain } from './cards.ts';
import { mayReadHere, tellingOf } from './places.ts';
import { agreementsFrom, scenes, tooLong, versionOf } from './script.ts';
import type { DialogueRow } from './store.ts';

const elsewhere = notice(
  'style',
  'Ik laat jullie afspraken hier niet zien',
  'Hier lezen misschien anderen mee. Typ “afspraken” in je eigen chat met mij, of in het kanaal van je team.',
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

type Telling = Awaited<ReturnType<typeof tellingOf>>;

/** The agreements of a team: reading, writing and keeping them. No author is kept. */
export function agreementsOf({
  dialogues,
  send,
  teamLinks,
}: Pick<DialogueTools, 'dialogues' | 'send' | 'teamLinks'>) {
  /** The agreements of this person's team. */
  const open = async (turn: Turn): Promise<Message> => {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const read = await dialogues.of(me.team);
    return read && read.value.agreements.length > 0
      ? agreementsCard(read.value, today(turn.now).toString(), '')
      : noAgreements;
  };

  /** What is typed in a channel is answered there, if the agreements may be read there. */
  const openWhereTyped = async (turn: Turn): Promise<Message> => {
    const me = turn.scope === 'personal' ? undefined : await turn.person();
    const made = me && (await dialogues.of(me.team))?.value;
    if (!made || made.agreements.length === 0) return open(turn);
    return (await mayReadHere(teamLinks, turn, me.team, made)) ? open(turn) : elsewhere;
  };

  /** Tells the others what holds now, and this person whether that worked. */
  async function post({ to, told }: Telling, message: Message): Promise<string> {
    if (!to) return 'Bewaard. Vertel het je team zelf.';
    const { serviceUrl, conversation, bot } = to;
    const outcome = await send({ serviceUrl, conversation, bot, user: '' }, message);
    if (outcome.kind !== 'sent') return 'Bewaard. In het kanaal zetten lukte niet: vertel het je team zelf.';
    return told === 'here' ? 'Bewaard, en hier gezet.' : 'Bewaard, en in het kanaal van je team gezet.';
  }

  /** Writes the agreements and posts them; nothing is posted when nothing changed, and nothing typed is lost. */
  async function save(
    turn: Turn,
    read: Stored<DialogueRow>,
    team: string,
    typed: readonly string[],
    seen: string | undefined,
  ): Promise<Message> {
    const day = today(turn.now).toString();
    const agreements = agreementsFrom(typed);
    const before = read.value.agreements;
    const same = JSON.stringify(agreements) === JSON.stringify(before);
    const telling = await tellingOf(teamLinks, turn, team, read.value);
    if (agreements.length === 0 && before.length === 0)
      return agreementsForm(
        read.value,
        telling.told,
        'Er staat nog niets. Schrijf ten minste één afspraak op.',
      );
    if (!same && seen !== undefined && seen !== versionOf(before))
      return formAgain(read.value, typed, telling.told);
    const { writtenHere } = same
      ? read.value
      : { writtenHere: isSameChannel(read.value.channel, turn.address) };
    const row = { ...agreed(turn, read, agreements), writtenHere };
    if (!(await dialogues.replace(read, row))) {
      const now = await dialogues.of(read.row);
      return now ? formAgain(now.value, typed, telling.told) : withTyped(earlierDialogue, typed);
    }
    if (agreements.length === 0) return emptiedCard(await post(telling, emptiedNews));
    const note = same ? 'Bewaard.' : await post(telling, agreementsCard(row, day, ''));
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
