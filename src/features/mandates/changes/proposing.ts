import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { plainText } from '../../../language/words.ts';
import { oneAtATime } from '../../../lib/one-at-a-time.ts';
import { hasAccess } from '../../../people/access.ts';
import type { Tools } from '../../module.ts';
import type { Lookup } from '../register/lookup.ts';
import { isValidOn, type RegisterEntry } from '../register/register.ts';
import type { MandateStore } from '../register/store.ts';
import { changesDeputy, takesBack, takesBackIt, wordsIn } from './asked-in-words.ts';
import {
  type DeputyForm,
  type DeputyFormAround,
  deputiesFrom,
  deputiesRead,
  deputyChoices,
  deputyForm,
  deputyFormOf,
  wayBackTo,
  withDeputies,
} from './deputy-form.ts';
import { type beginningSchema, formBegunWith, formRead } from './form-choices.ts';
import {
  isOfDeputies,
  isProposer,
  type MandateProposal,
  type ProposalKind,
  sameEntry,
  waits,
} from './proposal.ts';
import { type BackButton, backTo, seenKey } from './proposal-cards.ts';
import { entryFrom, fitting, formFrom, type ProposalForm, tooLongIn } from './proposal-form.ts';
import { formCard } from './proposal-form-card.ts';
import type { ProposalStore } from './proposal-store.ts';
import { proposalsCard } from './proposals-card.ts';
import { emptyForKeeper, gone, NOT_FINISHED, notForYou } from './replies.ts';
import { type RightsTools, rightsOf } from './rights.ts';
import { type proposalRef, showing, whoIs } from './shown.ts';
import { type TellingTools, telling } from './telling.ts';
import { entriesNamed, entryNamed, noSuchEntry, whichEntry } from './which-entry.ts';

export interface ProposingTools extends RightsTools, TellingTools, Pick<Tools, 'audit' | 'newId'> {
  store: MandateStore;
  proposals: ProposalStore;
  /** What is wrong with who deputises in an entry, a Dutch sentence each. */
  againstDeputies(entry: RegisterEntry, lookup: Lookup, day: string): readonly string[];
}

/** Which part of the proposals to show: the place of the first, from 0. */
export const listSchema = z.object({ from: z.number().int().min(0).max(1_000_000).default(0) });

/** So many proposals a day may somebody do: each of them is told to all who decide. For more there is the import. */
export const MOST_A_DAY = 50;
const fullToday = 'Je deed vandaag al heel veel voorstellen. Dit is niet bewaard. Morgen kan het weer.';

/** Proposing changes of the register, and looking at what waits. Another decides. */
export function proposing(tools: ProposingTools) {
  const { store, proposals, audit } = tools;
  const rights = rightsOf(tools);
  const { mayDecide, deciders } = rights;
  const { shown, forDeciders, remarks } = showing(tools, rights);
  const { tell } = telling(tools);
  const inTurn = oneAtATime();

  /**
   * Lets a proposal wait for a second person, and tells those who decide. `again` is the form with what stands in the way, or
   * with what should be known first: that is said once, and `seen` is what was read of it. `more` is also to be known, and `back`
   * leads to where the form was opened from.
   */
  async function send(
    turn: Turn,
    proposed: Pick<MandateProposal, 'kind' | 'entry' | 'before'>,
    lookup: Lookup,
    seen: string | undefined,
    again: (problems: string[], remarked: string[]) => Message,
    { more = [], back }: { more?: readonly string[]; back?: BackButton } = {},
  ): Promise<Message> {
    const remarked = [...(await remarks(proposed, lookup, turn.directoryId)), ...more];
    if (remarked.length > 0 && seenKey(remarked) !== seen) return again([], remarked);
    const proposal: MandateProposal = {
      ...proposed,
      id: tools.newId('K'),
      by: turn.directoryId,
      byPerson: (await turn.person())?.id,
      at: turn.now.toString(),
      state: 'open',
    };
    const fits = await inTurn(proposal.by, async () => {
      if ((await proposals.countBy(proposal.by, today(turn.now).toString())) >= MOST_A_DAY) return false;
      await audit.record(turn.directoryId, 'mandaat voorgesteld', proposal.entry.id);
      await proposals.add(proposal);
      return true;
    });
    if (!fits) return again([fullToday], []);
    const others = await deciders(turn.directoryId);
    await tell(others, await forDeciders(proposal, lookup));
    return shown(
      proposal,
      turn,
      lookup,
      others.length > 0
        ? undefined
        : 'Er is nog niemand die dit kan registreren. Vraag je beheerder om een tweede persoon aan te wijzen.',
      undefined,
      back,
    );
  }

  /** The proposals for an entry that wait, and what is said of them on a form that is opened for it. */
  async function waitingOn(turn: Turn, entry: RegisterEntry, lookup: Lookup) {
    const [open, remarked] = await Promise.all([
      proposals.open(),
      remarks({ kind: 'change', entry, before: entry }, lookup, turn.directoryId),
    ]);
    return { remarked, waiting: open.filter((one) => one.entry.id === entry.id) };
  }

  /** Opens the form of an entry that is there. */
  async function opened(
    turn: Turn,
    form: ProposalForm,
    entry: RegisterEntry | undefined,
    lookup: Lookup,
  ): Promise<Message> {
    if (!entry) return formCard(form, lookup);
    const { remarked, waiting } = await waitingOn(turn, entry, lookup);
    return formCard(form, lookup, [], remarked, waiting);
  }

  async function aroundDeputies(
    entry: RegisterEntry,
    lookup: Lookup,
    day: string,
  ): Promise<DeputyFormAround> {
    const people = deputyChoices(await tools.everybody());
    return { lookup, people, against: tools.againstDeputies(entry, lookup, day) };
  }

  /** Opens the form of who deputises. */
  async function startDeputy(turn: Turn, id: string, from?: DeputyForm['from']): Promise<Message> {
    const { lookup } = await store.current();
    const entry = entryNamed(id, lookup);
    if (!entry) return noSuchEntry(id, 'wijzig vervanger', lookup);
    const day = today(turn.now).toString();
    const drawn = await aroundDeputies(entry, lookup, day);
    const { remarked, waiting } = await waitingOn(turn, entry, lookup);
    return deputyForm(deputyFormOf(entry, day, drawn.people, from), drawn, [], remarked, waiting);
  }

  /** "Vervanger R13 wijzigen": the number stands within the words. For who keeps the register alone. */
  async function heardOfDeputy(turn: Turn, plain: string): Promise<Message | undefined> {
    if (!changesDeputy.test(plain)) return undefined;
    if (!hasAccess('mandaatbeheerder', turn.directoryId, await turn.person(), [])) return undefined;
    const { lookup } = await store.current();
    const [number] = wordsIn(plain).filter(
      (word) => /\d/.test(word) && entryNamed(word, lookup) !== undefined,
    );
    if (number !== undefined) return startDeputy(turn, number);
    const day = today(turn.now).toString();
    const named = entriesNamed(turn.text, lookup).filter((entry) => isValidOn(entry, day));
    const [only] = named;
    if (!only) return undefined;
    return named.length === 1 ? startDeputy(turn, only.id) : whichEntry(named, 'wijzig vervanger', lookup);
  }

  return {
    /** Opens the form; `id` names the entry for a change or an end, and `report` what it is to mend. */
    start: async (turn: Turn, kind: ProposalKind, id = '', report?: string): Promise<Message> => {
      const { lookup, pointer } = await store.current();
      if (!pointer) {
        return emptyForKeeper;
      }
      const entry = kind === 'new' ? undefined : entryNamed(id, lookup);
      if (kind !== 'new' && !entry) {
        return noSuchEntry(id, kind === 'end' ? 'beëindig mandaat' : 'wijzig mandaat', lookup);
      }
      return opened(turn, { ...formFrom(kind, entry, lookup), report }, entry, lookup);
    },

    /** Opens the form of a change with another holder filled in; nothing is changed by that. */
    startWithHolder: async (turn: Turn, entry: RegisterEntry, holder: string): Promise<Message> => {
      const { lookup } = await store.current();
      return opened(turn, { ...formFrom('change', entry, lookup), houder: holder }, entry, lookup);
    },

    /** Opens the form of a new entry with what is known of it. */
    startWith: async (beginning: z.infer<typeof beginningSchema>): Promise<Message> => {
      const { lookup } = await store.current();
      return formCard(formBegunWith(beginning, lookup), lookup);
    },

    propose: async (turn: Turn, sent: ProposalForm): Promise<Message> => {
      const { lookup } = await store.current();
      const tooLong = tooLongIn(sent);
      if (tooLong.length > 0) return formCard(fitting(sent), lookup, tooLong);
      const { form, problems: unclear } = formRead(sent, lookup);
      const read = entryFrom(form, lookup, tools.newId('K'));
      // A name that is still typed fits nothing or several: that its field is empty need not be said as well.
      const isSaid = (one: string) =>
        unclear.some((problem) => one === `${problem.slice(0, problem.indexOf(':'))} is leeg.`);
      const wrong = 'problems' in read ? read.problems.filter((one) => !isSaid(one)) : [];
      if ('problems' in read || unclear.length > 0) return formCard(form, lookup, [...unclear, ...wrong]);
      if (read.before && sameEntry(read.before, read.entry)) {
        return formCard(form, lookup, ['Je hebt niets gewijzigd.']);
      }
      const { entry, before } = read;
      return send(
        turn,
        { kind: form.kind, entry, before },
        lookup,
        form.seen,
        (problems, remarked) => formCard(form, lookup, problems, remarked),
        { back: backTo(form.report) },
      );
    },

    startDeputy,

    /** Opens the form of a proposal that was rejected, for who did it, with all that it said. */
    again: async (turn: Turn, { id }: z.infer<typeof proposalRef>): Promise<Message> => {
      const [{ lookup }, read] = await Promise.all([store.current(), proposals.find(id)]);
      const rejected = read?.value;
      if (rejected?.state !== 'rejected' || !isProposer(rejected, await whoIs(turn))) return gone;
      const { kind, entry, before } = rejected;
      const now = before && lookup.entry(before.id);
      if (before && !now) return noSuchEntry(before.id, 'wijzig mandaat', lookup);
      if (!now || !isOfDeputies(rejected))
        return opened(turn, { ...formFrom(kind, entry, lookup), of: now?.id }, now, lookup);
      const drawn = await aroundDeputies(now, lookup, today(turn.now).toString());
      const { remarked, waiting } = await waitingOn(turn, now, lookup);
      const form = deputyFormOf(entry, deputiesFrom(entry), drawn.people);
      return deputyForm(form, drawn, [], remarked, waiting);
    },

    /** Proposes other deputies alone. */
    proposeDeputy: async (turn: Turn, sent: DeputyForm): Promise<Message> => {
      const { lookup } = await store.current();
      const before = lookup.entry(sent.of);
      if (!before) return noSuchEntry(sent.of, 'wijzig vervanger', lookup);
      const day = today(turn.now).toString();
      const drawn = await aroundDeputies(before, lookup, day);
      const { form, problems: unclear } = deputiesRead(sent, before, drawn.people);
      const read = withDeputies(form, before, day);
      const wrong = 'problems' in read ? read.problems : [];
      if ('problems' in read || unclear.length > 0) return deputyForm(form, drawn, [...unclear, ...wrong]);
      const { entry } = read;
      const conflicts =
        entry.deputies.length > 0
          ? tools.againstDeputies(entry, lookup, form.per > day ? form.per : day)
          : [];
      return send(
        turn,
        { kind: 'change', entry, before },
        lookup,
        form.seen,
        (problems, remarked) => deputyForm(form, drawn, problems, remarked),
        { more: conflicts.map((text) => `${text}.`), back: wayBackTo(sent.from) },
      );
    },

    /** The proposals that wait; `from` is the first to show. */
    list: async (turn: Turn, { from }: z.infer<typeof listSchema> = { from: 0 }): Promise<Message> => {
      if (!(await mayDecide(turn))) return notForYou;
      const [{ lookup }, open] = await Promise.all([store.current(), proposals.open()]);
      return proposalsCard(open, lookup, turn.directoryId, from);
    },

    /** Free text of who may decide about proposals that is no phrase: "trek mijn voorstel in", "vervanger R13 wijzigen". */
    hears: async (turn: Turn): Promise<Message | undefined> => {
      const plain = plainText(turn.text);
      if (turn.scope !== 'personal') return undefined;
      const isBare = takesBackIt.test(plain);
      if (!takesBack.test(plain) && !isBare) return heardOfDeputy(turn, plain);
      if (!(await mayDecide(turn))) return undefined;
      const [{ lookup }, open] = await Promise.all([store.current(), proposals.open()]);
      const who = await whoIs(turn);
      const words = wordsIn(plain);
      const own = open.filter((proposal) => isProposer(proposal, who));
      if (isBare && own.length === 0) return undefined;
      const named = own.filter(
        ({ id, entry }) => words.includes(entry.id.toLowerCase()) || words.includes(id.toLowerCase()),
      );
      const [only] = named.length > 0 ? named : own;
      if (only && (named.length || own.length) === 1) return shown(only, turn, lookup);
      return proposalsCard(own.length > 0 ? own : open, lookup, turn.directoryId);
    },

    show: async (turn: Turn, { id }: z.infer<typeof proposalRef>): Promise<Message> => {
      if (!(await mayDecide(turn))) return notForYou;
      const [{ lookup }, read] = await Promise.all([store.current(), proposals.find(id)]);
      if (!read || !waits(read.value)) return gone;
      return shown(read.value, turn, lookup, read.value.state === 'registering' ? NOT_FINISHED : undefined);
    },
  };
}
