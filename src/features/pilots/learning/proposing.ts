import { worksOn } from '../../../calendar/availability.ts';
import { today } from '../../../calendar/clock.ts';
import { isBetween } from '../../../calendar/hours.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { fitted } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { TELLING_HOURS } from '../../../people/assigned.ts';
import { chatWith, isPresent, type Person } from '../../../people/person.ts';
import type { PilotView } from '../pilot/rights.ts';
import { postIn } from '../posts/posting.ts';
import { calledOf } from './called.ts';
import { askCard } from './cards.ts';
import { roleIn, shareFields, shareForm } from './forms.ts';
import { agreers, type Learning, longest } from './learning.ts';
import { linkProblem } from './link.ts';
import { nameProblems } from './names.ts';
import { back, decided, ownLearning, unknownLearning } from './proposal.ts';
import type { LearningTools } from './tools.ts';

const alreadyAsked = notice(
  'learning',
  'Er ligt al een voorstel',
  'Een collega uit het pilotteam zegt ja of nee.',
  back,
);
const nobodyElse = notice(
  'learning',
  'Er is niemand anders in het pilotteam',
  'Een ander moet ja zeggen voordat we delen. Vraag eerst een collega om mee te doen.',
  back,
);

const notNamed = notice('learning', 'Jouw naam staat hier niet bij', 'Er is niets veranderd.', back);
const unnamed = notice(
  'learning',
  'Je naam is weg',
  'Het praktijkvoorbeeld blijft. Anderen zien niet meer dat ze jou kunnen bellen.',
  back,
);

/** Proposing to the pilot team to share a learning point with other teams. */
export function proposing(tools: LearningTools) {
  const { learnings, everybody } = tools;

  /** Puts the question to the team: in the channel, or in the chats of those who may say yes. */
  async function ask(turn: Turn, learning: Learning, { pilot, members }: PilotView): Promise<Message> {
    const card = askCard(learning, pilot.name, await calledOf(tools, learning));
    const { channel } = pilot;
    const id = channel && (await postIn(tools, channel, card));
    if (channel && id) {
      await learnings.change(learning.id, (now) => ({ ...now, post: { channel, id } }));
      return notice('learning', 'Het staat in het kanaal', 'Zegt een collega ja, dan delen we het.', back);
    }
    // Who does not work now finds it in their own list (`waitingIn`).
    const { municipality } = await turn.settings();
    const closures = new Set(municipality.closures);
    const isThere = (person: Person) =>
      isPresent(person) && isBetween(turn.now, TELLING_HOURS) && worksOn(person, today(turn.now), closures);
    const wanted = agreers(turn.directoryId, members, channel !== undefined);
    const chats = (await everybody()).flatMap((person) =>
      person.directoryId && wanted.includes(person.directoryId) && isThere(person)
        ? (chatWith(person) ?? [])
        : [],
    );
    for (const chat of chats) await tools.send(chat, card);
    // The same words whether or not anybody got it: in a pilot of two they would tell who is away.
    return notice(
      'learning',
      'Je voorstel staat klaar',
      'Wie mag beslissen en nu werkt, krijgt een bericht. Anderen zien het met “leerpunten”. Zegt iemand ja, dan delen we het.',
      back,
    );
  }

  async function problemsOf(sent: FormValues): Promise<string[]> {
    const problems = [
      ...(sent.title?.trim() ? [] : ['Geef het een titel.']),
      ...(sent.why?.trim() ? [] : ['Schrijf op waarom het werkt.']),
      ...lengthProblems(sent, shareFields),
      ...[linkProblem(sent.link ?? '')].filter((problem) => problem !== undefined),
    ];
    if (problems.length > 0) return problems;
    const { namesIn } = nameFinder((await everybody()).map(({ name }) => name));
    return nameProblems(shareFields.flatMap(([field]) => namesIn(sent[field] ?? '')));
  }

  /** The team of who leads the pilot: the one that others would call. */
  async function teamOf({ members }: PilotView): Promise<string | undefined> {
    const lead = members.find(({ role }) => role === 'lead')?.directoryId;
    return (await everybody()).find(({ directoryId }) => directoryId === lead)?.team;
  }

  return {
    form: async (turn: Turn, id: string): Promise<Message> => {
      const mine = await ownLearning(tools, turn, id);
      if (!mine) return unknownLearning;
      return mine.learning.state === 'shared' ? decided : shareForm(mine.learning);
    },

    /** Whoever named themselves takes their name away; what is shared stays. */
    unname: async (turn: Turn, id: string): Promise<Message> => {
      if ((await learnings.contacts()).get(id) !== turn.directoryId) return notNamed;
      await learnings.setContact(id, undefined);
      return unnamed;
    },

    propose: async (turn: Turn, sent: FormValues & { id: string }): Promise<Message> => {
      const mine = await ownLearning(tools, turn, sent.id);
      if (!mine) return unknownLearning;
      const { learning, view } = mine;
      if (learning.state === 'shared') return decided;
      const isOpen = learning.state === 'asked' && (await learnings.asker(learning)) !== undefined;
      if (isOpen) return alreadyAsked;
      const problems = await problemsOf(sent);
      if (problems.length > 0) return shareForm(learning, sent, problems);
      if (view.members.length < 2) return nobodyElse;
      const cut = (field: keyof typeof longest) => fitted(sent[field] ?? '', longest[field]);
      const practice = {
        title: cut('title'),
        reason: cut('reason'),
        process: cut('process'),
        why: cut('why'),
        result: cut('result'),
        figures: cut('figures'),
        link: cut('link'),
        team: sent.named === 'yes' ? await teamOf(view) : undefined,
        role: roleIn(sent.role),
      };
      let isMine = false;
      const asked = await learnings.change(learning.id, (now) => {
        isMine = now.state === learning.state && now.proposal === learning.proposal;
        return isMine
          ? { ...now, ...practice, state: 'asked', proposal: (now.proposal ?? 0) + 1, post: undefined }
          : now;
      });
      if (!asked || !isMine) return alreadyAsked;
      const { proposal = 0 } = asked;
      if (!(await learnings.setAsker(learning.id, { directoryId: turn.directoryId, proposal })))
        return alreadyAsked;
      await learnings.setContact(learning.id, sent.named === 'me' ? turn.directoryId : undefined);
      return ask(turn, asked, view);
    },
  };
}
