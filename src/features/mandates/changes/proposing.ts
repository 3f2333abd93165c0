import { z } from 'zod';
import { type Message, notice, type Turn } from '../../../bot/turn.ts';
import { today } from '../../../calendar/clock.ts';
import type { SendOutcome } from '../../../delivery/policy.ts';
import { hasAccess } from '../../../people/access.ts';
import type { Audit } from '../../../people/audit.ts';
import type { Settings } from '../../../people/municipality.ts';
import { type Address, isPresent, type Person } from '../../../people/person.ts';
import type { Stored } from '../../../storage/index.ts';
import type { Lookup } from '../register/lookup.ts';
import { isDay } from '../register/read.ts';
import type { Entry } from '../register/register.ts';
import type { MandateStore } from '../register/store.ts';
import {
  conflict,
  type Decision,
  decidingIsBarred,
  lostGround,
  type Proposal,
  type ProposalKind,
  registeredEntry,
  sameEntry,
  waits,
  wasRegistered,
} from './proposal.ts';
import { formCard, proposalCard, proposalsCard } from './proposal-cards.ts';
import { entryFrom, type Form, formFrom } from './proposal-form.ts';
import type { ProposalStore } from './proposal-store.ts';
import { telling } from './telling.ts';

export interface ProposingTools {
  store: MandateStore;
  proposals: ProposalStore;
  audit: Audit;
  everybody(): Promise<Person[]>;
  readSettings(): Promise<Settings>;
  send(address: Address, message: Message): Promise<SendOutcome>;
  newId(): string;
}

export const approveSchema = z.object({
  id: z.string().max(100),
  number: z.string().trim().max(100).default(''),
  date: z.string().max(20).default(''),
  publication: z.string().trim().max(300).default(''),
});
export const rejectSchema = z.object({
  id: z.string().max(100),
  reason: z.string().trim().max(500).default(''),
});
export const proposalRef = z.object({ id: z.string().max(100) });

/** A change made by others in between is read again so often before somebody is told to try later. */
const ATTEMPTS = 5;

const notForYou = notice(
  'Dit is voor mandaatbeheerders',
  'Zij stellen wijzigingen van het register voor en registreren ze. Klopt er iets niet? Vraag het een van hen.',
  [{ verb: 'help.say', title: 'Wie zijn dat?', data: { text: 'wie is mandaatbeheerder' } }],
);
const gone = notice(
  'Dit voorstel is er niet meer',
  'Het is al geregistreerd, afgewezen of ingetrokken. Deze knop verandert daar niets meer aan.',
);

const beingRegistered = notice(
  'Dit voorstel wordt al geregistreerd',
  'Een collega besloot dat. Afwijzen of intrekken kan nu niet meer. Blijft het staan bij de voorstellen? ' +
    'Dan kan een mandaatbeheerder het daar afmaken.',
);
const NOT_FINISHED =
  'Een collega besloot dit te registreren, maar dat is niet afgemaakt. Maak het af met Registratie akkoord. ' +
  'Het besluit is al bekend: je hoeft niets in te vullen.';

/** Changing the register with four eyes: one proposes, another registers or rejects. */
export function proposing(tools: ProposingTools) {
  const { store, proposals, audit, everybody, readSettings } = tools;
  const { tell, tellHolder, tellProposer } = telling(tools);

  /** Where a municipality has one mandaatbeheerder, the second person that was named for it decides too. */
  async function mayDecide(turn: Turn): Promise<boolean> {
    const person = await turn.person();
    if (hasAccess('mandaatbeheerder', turn.directoryId, person, [])) return true;
    const { municipality } = await readSettings();
    return person !== undefined && municipality.secondRegistrar === person.upn;
  }

  const mayPropose = async (turn: Turn) =>
    hasAccess('mandaatbeheerder', turn.directoryId, await turn.person(), []);

  async function deciders(except: string): Promise<Person[]> {
    const [people, { municipality }] = await Promise.all([everybody(), readSettings()]);
    return people.filter(
      (person) =>
        isPresent(person) &&
        person.directoryId !== except &&
        (person.access.includes('mandaatbeheerder') || person.upn === municipality.secondRegistrar),
    );
  }

  async function nameOf(directoryId: string): Promise<string> {
    return (await everybody()).find((person) => person.directoryId === directoryId)?.name ?? 'een collega';
  }

  async function shown(proposal: Proposal, turn: Turn, lookup: Lookup, problem?: string): Promise<Message> {
    const role =
      proposal.by === turn.directoryId ? 'proposed' : (await mayDecide(turn)) ? 'decides' : 'reads';
    return proposalCard(proposal, lookup, role, {
      proposer: await nameOf(proposal.by),
      problem,
      decisionDate: today(turn.now).toString(),
    });
  }

  async function decided(
    turn: Turn,
    id: string,
    work: (read: Stored<Proposal>) => Promise<Message>,
  ): Promise<Message> {
    if (!(await mayDecide(turn))) return notForYou;
    const read = await proposals.find(id);
    if (!read || decidingIsBarred(read.value, turn.directoryId) === 'decided') return gone;
    if (decidingIsBarred(read.value, turn.directoryId) === 'own') {
      return notice(
        'Je kunt je eigen voorstel niet registreren',
        'Een tweede persoon kijkt mee. Dat is met opzet zo. Je kunt je voorstel wel intrekken.',
      );
    }
    return work(read);
  }

  /** Registers the entry unless something stands in the way. Doing it twice does it once. */
  async function registered(
    proposal: Proposal,
    entry: Entry,
    at: string,
  ): Promise<'done' | 'conflict' | 'busy' | { lost: string[] }> {
    for (let attempt = 0; attempt <= ATTEMPTS; attempt += 1) {
      const known = await store.current();
      const current = known.lookup.entry(entry.id);
      if (sameEntry(current, entry) || wasRegistered(proposal, entry, known.records)) return 'done';
      if (conflict(proposal, current)) return 'conflict';
      const lost = lostGround(proposal, entry, known.lookup);
      if (lost.length > 0) return { lost };
      // The last time only looks whether it was done after all.
      if (attempt < ATTEMPTS && (await store.register(known, entry, at))) return 'done';
    }
    return 'busy';
  }

  /** What somebody hears who was overtaken by another. */
  async function overtaken(id: string): Promise<Message> {
    const state = (await proposals.find(id))?.value.state;
    return state === 'registering' || state === 'registered' ? beingRegistered : gone;
  }

  /**
   * Takes a proposal for registering, so that nobody rejects or withdraws it meanwhile; one that broke off is taken
   * over with the decision it had. Undefined when somebody else was first.
   */
  async function claimed(
    read: Stored<Proposal>,
    who: string,
    decision: Decision,
  ): Promise<Stored<Proposal> | undefined> {
    const claim =
      read.value.state === 'registering'
        ? read.value
        : { ...read.value, state: 'registering' as const, decidedBy: who, decision };
    return proposals.claim(read, claim);
  }

  return {
    mayDecide,

    /** Opens the form; `id` names the entry for a change or an end. */
    start: async (turn: Turn, kind: ProposalKind, id = ''): Promise<Message> => {
      if (!(await mayPropose(turn))) return notForYou;
      const { lookup, pointer } = await store.current();
      if (!pointer) {
        return notice(
          'Het mandatenregister is nog leeg',
          'Lees eerst een register in met de opdrachtregel: npm run kompas -- mandaat import.',
        );
      }
      const entry = kind === 'new' ? undefined : lookup.entry(id.trim());
      if (kind !== 'new' && !entry) {
        return notice(
          'Welk mandaat bedoel je?',
          'Typ het nummer erachter, bijvoorbeeld: wijzig mandaat R01. Het nummer staat op elke antwoordkaart.',
        );
      }
      return formCard(formFrom(kind, entry, lookup), lookup);
    },

    propose: async (turn: Turn, form: Form): Promise<Message> => {
      if (!(await mayPropose(turn))) return notForYou;
      const { lookup } = await store.current();
      const read = entryFrom(form, lookup, tools.newId());
      if ('problems' in read) return formCard(form, lookup, read.problems);
      if (read.before && sameEntry(read.before, read.entry)) {
        return formCard(form, lookup, ['Je hebt niets gewijzigd.']);
      }
      const proposal: Proposal = {
        ...{ id: tools.newId(), kind: form.kind, entry: read.entry, before: read.before },
        ...{ by: turn.directoryId, at: turn.now.toString(), state: 'open' },
      };
      await proposals.add(proposal);
      await audit.record(turn.directoryId, 'mandaat voorgesteld', read.entry.id);
      const others = await deciders(turn.directoryId);
      const proposer = await nameOf(turn.directoryId);
      await tell(
        others,
        proposalCard(proposal, lookup, 'decides', { proposer, decisionDate: today(turn.now).toString() }),
      );
      if (others.length > 0) return shown(proposal, turn, lookup);
      return shown(
        proposal,
        turn,
        lookup,
        'Er is nog niemand die dit kan registreren. Vraag je beheerder om een tweede persoon aan te wijzen.',
      );
    },

    /** The proposals that wait. */
    list: async (turn: Turn): Promise<Message> => {
      if (!(await mayDecide(turn))) return notForYou;
      const [{ lookup }, open] = await Promise.all([store.current(), proposals.open()]);
      return proposalsCard(open, lookup, turn.directoryId);
    },

    show: async (turn: Turn, { id }: z.infer<typeof proposalRef>): Promise<Message> => {
      if (!(await mayDecide(turn))) return notForYou;
      const [{ lookup }, read] = await Promise.all([store.current(), proposals.find(id)]);
      if (!read || !waits(read.value)) return gone;
      return shown(read.value, turn, lookup, read.value.state === 'registering' ? NOT_FINISHED : undefined);
    },

    /** First the proposal is taken, then the register changes, then the proposal is closed: one outcome for all. */
    approve: (
      turn: Turn,
      { id, number, date, publication }: z.infer<typeof approveSchema>,
    ): Promise<Message> =>
      decided(turn, id, async (read) => {
        const { lookup } = await store.current();
        const { decision: earlier } = read.value;
        const isBrokenOff = read.value.state === 'registering' && earlier !== undefined;
        if (!isBrokenOff && (number === '' || !isDay(date))) {
          return shown(read.value, turn, lookup, 'Vul het nummer en de datum van het besluit in.');
        }
        if (!isBrokenOff && publication === '' && read.value.entry.publication === '') {
          return shown(read.value, turn, lookup, 'Vul in waar het besluit is gepubliceerd.');
        }
        const decision = isBrokenOff ? earlier : { number, date, publication };
        const mine = await claimed(read, turn.directoryId, decision);
        if (!mine) return overtaken(id);
        const entry = registeredEntry(mine.value, decision);
        const outcome = await registered(
          mine.value,
          entry,
          turn.now.toString({ smallestUnit: 'millisecond' }),
        );
        if (outcome !== 'done') {
          const open: Proposal = {
            ...mine.value,
            ...{ state: 'open', decidedBy: undefined, decision: undefined, claim: undefined },
          };
          if (!(await proposals.decide(mine, open))) return overtaken(id);
          if (outcome === 'conflict') {
            return notice(
              'Dit mandaat is intussen gewijzigd',
              'Het voorstel past niet meer op wat er nu staat. Er is niets veranderd en het voorstel staat er nog. ' +
                'Wijs het af en vraag om een nieuw voorstel.',
              [{ verb: 'mandates.proposal', title: 'Terug naar het voorstel', data: { id } }],
            );
          }
          const problem =
            outcome === 'busy'
              ? 'Het register verandert nu. Probeer het zo nog eens.'
              : `${outcome.lost.join(' ')} Er is niets veranderd. Wijs het af en vraag om een nieuw voorstel.`;
          return shown(open, turn, (await store.current()).lookup, problem);
        }
        const day = today(turn.now).toString();
        const done: Proposal = { ...mine.value, state: 'registered', decidedDay: day, claim: undefined };
        if (!(await proposals.decide(mine, done))) return overtaken(id);
        await audit.record(done.decidedBy ?? turn.directoryId, 'mandaat geregistreerd', entry.id);
        const after = await store.current();
        await tellHolder(after.lookup, entry, done.kind, day);
        await tellProposer(done, 'Je voorstel is geregistreerd', '');
        return notice(
          'Geregistreerd',
          'Het register is bijgewerkt. De houder en de voorsteller krijgen bericht.',
        );
      }),

    reject: (turn: Turn, { id, reason }: z.infer<typeof rejectSchema>): Promise<Message> =>
      decided(turn, id, async (read) => {
        if (read.value.state === 'registering') return beingRegistered;
        const { lookup } = await store.current();
        if (reason === '')
          return shown(read.value, turn, lookup, 'Geef een reden. De voorsteller leest die.');
        const day = today(turn.now).toString();
        const done = { state: 'rejected' as const, decidedBy: turn.directoryId, decidedDay: day, reason };
        if (!(await proposals.decide(read, { ...read.value, ...done }))) return overtaken(id);
        await audit.record(turn.directoryId, 'mandaatvoorstel afgewezen', read.value.entry.id);
        await tellProposer(read.value, 'Je voorstel is afgewezen', reason);
        return notice(
          'Afgewezen',
          'De voorsteller krijgt bericht met jouw reden. Het register is niet veranderd.',
        );
      }),

    withdraw: async (turn: Turn, { id }: z.infer<typeof proposalRef>): Promise<Message> => {
      const read = await proposals.find(id);
      if (!read || !waits(read.value) || read.value.by !== turn.directoryId) return gone;
      if (read.value.state === 'registering') return beingRegistered;
      const day = today(turn.now).toString();
      const done = { state: 'withdrawn' as const, decidedBy: turn.directoryId, decidedDay: day };
      if (!(await proposals.decide(read, { ...read.value, ...done }))) return overtaken(id);
      await audit.record(turn.directoryId, 'mandaatvoorstel ingetrokken', read.value.entry.id);
      return notice('Ingetrokken', 'Je voorstel is weg. Het register is niet veranderd.');
    },
  };
}
