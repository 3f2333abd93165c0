import { notice } from '../../../conversation/cards/notice.ts';
import type { FormValues } from '../../../conversation/form.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { nameFinder } from '../../../language/colleagues.ts';
import { fitted } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { hasAccess } from '../../../people/access.ts';
import { type PilotView, viewOf } from '../pilot/rights.ts';
import { postIn } from '../posts/posting.ts';
import { askCard, outcomeCard, type SharingDecision, withdrawCard } from './cards.ts';
import { roleIn, shareFields, shareForm } from './forms.ts';
import { agreers, type Learning, longest, mayAgree, newestFirst } from './learning.ts';
import { nameProblems } from './names.ts';
import type { LearningTools } from './tools.ts';

const back = [{ verb: 'learning.list', title: 'Leerpunten', data: { query: '', skip: 0 } }];
const unknownLearning = notice(
  'Dit leerpunt ken ik niet, of het is niet van jouw pilot',
  'Er is niets veranderd. Typ leerpunten, dan zie je die van jouw pilots.',
);
const decided = notice('Hierover is al beslist', 'Er is niets veranderd.', back);
const alreadyAsked = notice('Er ligt al een voorstel', 'Een collega uit het pilotteam zegt ja of nee.', back);
const notByAsker = notice(
  'Hierover beslist iemand anders',
  'Er is niets veranderd. Een ander van het pilotteam zegt ja of nee. Zo weet je zeker dat het team het wil.',
  back,
);
const lapsed = notice(
  'Dit voorstel is verlopen',
  'Er is niets gedeeld. Typ leerpunten: daar zie je hoe het ervoor staat.',
  back,
);
const nobodyElse = notice(
  'Er is niemand anders in het pilotteam',
  'Een ander moet ja zeggen voordat we delen. Vraag eerst een collega om mee te doen.',
  back,
);

/** Sharing learning points with other teams, once the pilot team says yes. */
export function sharing(tools: LearningTools) {
  const { pilots, learnings, audit, everybody, settings } = tools;

  /** A learning point of a pilot that this person is in. */
  async function ofMine(
    turn: Turn,
    id: string,
  ): Promise<{ learning: Learning; view: PilotView } | undefined> {
    const learning = await learnings.get(id);
    const view = learning && (await viewOf(pilots, turn, learning.pilot));
    return learning && view ? { learning, view } : undefined;
  }

  async function teamName(key: string | undefined): Promise<string | undefined> {
    return key && (await settings.recent()).teams.find((team) => team.key === key)?.name;
  }

  /** Everybody who saw the question sees what became of it. */
  async function showOutcome(learning: Learning, message: Message): Promise<void> {
    if (learning.post) await tools.rewrite({ ...learning.post.channel, user: '' }, learning.post.id, message);
  }

  /** Puts the question to the team: in the channel, or in the chats of those who may say yes. */
  async function ask(turn: Turn, learning: Learning, { pilot, members }: PilotView): Promise<Message> {
    const card = askCard(learning, pilot.name, await teamName(learning.team));
    const { channel } = pilot;
    const id = channel && (await postIn(tools, channel, card));
    if (channel && id) {
      await learnings.change(learning.id, (now) => ({ ...now, post: { channel, id } }));
      return notice('Het staat in het kanaal', 'Zegt een collega ja, dan delen we het.', back);
    }
    const wanted = agreers(turn.directoryId, members, channel !== undefined);
    const people = (await everybody()).filter(
      ({ directoryId, reach }) => reach === 'open' && directoryId && wanted.includes(directoryId),
    );
    for (const { address } of people) if (address) await tools.send(address, card);
    return notice(
      'Je voorstel staat klaar',
      people.length > 0
        ? 'Wie mag beslissen, krijgt het in de eigen chat. Zegt iemand ja, dan delen we het.'
        : 'Ik kon niemand een bericht sturen. Vraag een collega om leerpunten te typen: daar staat het voorstel.',
      back,
    );
  }

  async function problemsOf(sent: FormValues): Promise<string[]> {
    const problems = [
      ...(sent.title?.trim() ? [] : ['Geef het een titel.']),
      ...(sent.why?.trim() ? [] : ['Schrijf op waarom het werkt.']),
      ...lengthProblems(sent, shareFields),
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

  async function mayWithdraw(turn: Turn, learning: Learning): Promise<boolean> {
    if ((await viewOf(pilots, turn, learning.pilot))?.leads) return true;
    return hasAccess('beheerder', turn.directoryId, await turn.person(), tools.administrators);
  }

  return {
    form: async (turn: Turn, id: string): Promise<Message> => {
      const mine = await ofMine(turn, id);
      if (!mine) return unknownLearning;
      return mine.learning.state === 'shared' ? decided : shareForm(mine.learning);
    },

    propose: async (turn: Turn, sent: FormValues & { id: string }): Promise<Message> => {
      const mine = await ofMine(turn, sent.id);
      if (!mine) return unknownLearning;
      const { learning, view } = mine;
      if (learning.state === 'shared') return decided;
      const isOpen = learning.state === 'asked' && (await learnings.asker(learning.id)) !== undefined;
      if (isOpen) return alreadyAsked;
      const problems = await problemsOf(sent);
      if (problems.length > 0) return shareForm(learning, sent, problems);
      if (view.members.length < 2) return nobodyElse;
      const cut = (field: keyof typeof longest) => fitted(sent[field] ?? '', longest[field]);
      const practice = {
        title: cut('title'),
        why: cut('why'),
        result: cut('result'),
        process: cut('process'),
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
      await learnings.setAsker(learning.id, turn.directoryId);
      return ask(turn, asked, view);
    },

    /** The proposal as it stands, for whoever opens it from the list. */
    show: async (turn: Turn, id: string): Promise<Message> => {
      const mine = await ofMine(turn, id);
      if (!mine) return unknownLearning;
      const { learning, view } = mine;
      if (learning.state !== 'asked') return decided;
      const asker = await learnings.asker(id);
      if (!asker) return shareForm(learning);
      const may = mayAgree(turn.directoryId, asker, view.members, view.pilot.channel !== undefined);
      return askCard(learning, view.pilot.name, await teamName(learning.team), may);
    },

    agree: async (turn: Turn, { id, proposal }: { id: string; proposal: number }): Promise<Message> => {
      const mine = await ofMine(turn, id);
      if (!mine) return unknownLearning;
      const { pilot, members } = mine.view;
      if (mine.learning.state !== 'asked') return decided;
      const asker = await learnings.asker(id);
      if (!asker || mine.learning.proposal !== proposal) return lapsed;
      if (!mayAgree(turn.directoryId, asker, members, pilot.channel !== undefined)) return notByAsker;
      let isFirst = false;
      const shared = await learnings.change(id, (now) => {
        isFirst = now.state === 'asked' && now.proposal === proposal;
        return isFirst ? { ...now, state: 'shared' } : now;
      });
      if (!shared || !isFirst) return decided;
      await audit.record(turn.directoryId, 'praktijk gedeeld', id);
      await learnings.setAsker(id, undefined);
      const card = outcomeCard(shared, 'shared', pilot.name, { teamName: await teamName(shared.team) });
      await showOutcome(shared, card);
      return card;
    },

    /** Any member may say no, with a reason or without; who proposed it too. The reason is shown and not kept. */
    refuse: async (turn: Turn, { id, reason }: { id: string; reason: string }): Promise<Message> => {
      const mine = await ofMine(turn, id);
      if (!mine) return unknownLearning;
      let isFirst = false;
      const refused = await learnings.change(id, (now) => {
        isFirst = now.state === 'asked';
        return isFirst ? { ...now, state: 'own' } : now;
      });
      if (!refused || !isFirst) return decided;
      await learnings.setAsker(id, undefined);
      const card = outcomeCard(refused, 'refused', mine.view.pilot.name, {
        reason: fitted(reason, longest.text),
        teamName: await teamName(refused.team),
      });
      await showOutcome(refused, card);
      return card;
    },

    /**
     * What this person may take back: a lead what was shared by the own pilots, an administrator everything.
     */
    withdrawable: async (turn: Turn, skip: number): Promise<Message> => {
      const me = await turn.person();
      const [all, list, mine] = await Promise.all([
        learnings.all(),
        pilots.all(),
        pilots.of(turn.directoryId),
      ]);
      const isBeheerder = hasAccess('beheerder', turn.directoryId, me, tools.administrators);
      const shared = newestFirst(all).filter(
        ({ state, pilot }) => state === 'shared' && (isBeheerder || (me && mine.get(pilot) === 'lead')),
      );
      if (shared.length === 0)
        return notice(
          'Er is niets om terug te trekken',
          'Terugtrekken kan wie de pilot leidt, als er iets van die pilot gedeeld is.',
        );
      const names = new Map(list.map(({ id, name }) => [id, name]));
      return withdrawCard({ list: shared, pilotName: (id) => names.get(id), skip });
    },

    withdraw: async (turn: Turn, id: string): Promise<Message> => {
      const learning = await learnings.get(id);
      if (!learning || !(await mayWithdraw(turn, learning)))
        return notice('Dit kan alleen wie de pilot leidt', 'Er is niets veranderd.');
      let isFirst = false;
      const withdrawn = await learnings.change(id, (now) => {
        isFirst = now.state === 'shared';
        return isFirst ? { ...now, state: 'own' } : now;
      });
      if (!withdrawn || !isFirst) return decided;
      await audit.record(turn.directoryId, 'praktijk teruggetrokken', id);
      const pilot = await pilots.get(learning.pilot);
      const card = outcomeCard(withdrawn, 'withdrawn' satisfies SharingDecision, pilot?.name ?? '');
      await showOutcome(withdrawn, card);
      return card;
    },
  };
}
