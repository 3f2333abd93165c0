import { unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { plainText } from '../../../language/words.ts';
import { hasAccess, isAmong } from '../../../people/access.ts';
import type { Tools } from '../../module.ts';
import { notForYou } from '../changes/replies.ts';
import { covering } from '../review/oversight.ts';
import { asksOfKeepers, keepersCard, keepersWays } from './about-keepers.ts';
import { commandIn } from './statements.ts';

export interface KeepersTools extends Pick<Tools, 'everybody'> {
  /** What the commands of who keeps the register answer. */
  export(): Promise<Message>;
  check(turn: Turn): Promise<Message>;
  cover(turn: Turn): Promise<Message>;
  reports(): Promise<Message>;
}

/** Who keeps the register, what they can do, and their commands in words of their own. */
export function hearingOfKeepers(tools: KeepersTools) {
  async function who(turn: Turn): Promise<Message> {
    // Addresses of colleagues are for whoever works here.
    if (!(await turn.person())) return unknownPerson;
    const [people, { municipality }] = await Promise.all([tools.everybody(), turn.settings()]);
    return keepersCard(people, municipality.secondRegistrar, turn.scope === 'personal');
  }

  const isKeeper = async (turn: Turn) =>
    hasAccess('mandaatbeheerder', turn.directoryId, await turn.person(), []);

  /** "Mag ik mandaten exporteren": the command that is named. */
  async function commanded(turn: Turn): Promise<Message | undefined> {
    const command = turn.scope === 'personal' ? commandIn(plainText(turn.text)) : undefined;
    if (command === undefined || !(await turn.person())) return undefined;
    // A manager sees it of the own team.
    if (command === 'cover')
      return isAmong(covering.who, turn.directoryId, await turn.person(), []) ? tools.cover(turn) : undefined;
    // Whoever asks what is wrong in the register may want to report something.
    if (!(await isKeeper(turn))) return command === 'check' ? undefined : notForYou;
    if (command === 'export') return tools.export();
    return command === 'check' ? tools.check(turn) : tools.reports();
  }

  return {
    who,

    /** Free text about who keeps the register, or that names one of their commands; undefined when it does neither. */
    hears: async (turn: Turn): Promise<Message | undefined> => {
      const asked = asksOfKeepers(plainText(turn.text));
      if (asked === undefined) return commanded(turn);
      if (asked === 'who') return who(turn);
      return (await isKeeper(turn)) ? keepersWays : notForYou;
    },
  };
}
