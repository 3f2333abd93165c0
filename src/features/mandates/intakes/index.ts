import { today } from '../../../calendar/clock.ts';
import type { Intake, IntakePlan, PlannedIntake, SecondPerson } from '../../../conversation/intake.ts';
import type { Needs } from '../../../conversation/needs.ts';
import { apart } from '../../../files/apart.ts';
import type { HeadingScore } from '../../../files/csv.ts';
import { peopleHeading } from '../../../people/import-file.ts';
import type { Tools } from '../../module.ts';
import { sameEntry } from '../changes/proposal.ts';
import type { ProposalStore } from '../changes/proposal-store.ts';
import { notForYou } from '../changes/replies.ts';
import { rightsOf } from '../changes/rights.ts';
import { putRegister } from '../import/carry-out.ts';
import { areaHeading, entryHeading, tenureHeading } from '../import/heading.ts';
import { registerOf } from '../register/records.ts';
import type { KnownRegister, MandateStore } from '../register/store.ts';
import type { ReferenceFile } from './reference-apart.ts';
import type { ReadRegisterFile, RegisterFile } from './register-apart.ts';

export interface RegisterIntakeTools
  extends Pick<Tools, 'audit' | 'settings' | 'people' | 'everybody' | 'now'> {
  store: MandateStore;
  proposals: Pick<ProposalStore, 'open'>;
}

const needs: Needs & { where: 'own chat' } = {
  who: ['mandaatbeheerder'],
  where: 'own chat',
  typed: 'bestand',
  refusals: { who: notForYou },
};

/** So many known columns make a list of mandates surely one. */
const SURE = 4;

const best = (score: HeadingScore, { tables }: Parameters<Intake['looksLike']>[0]) =>
  Math.max(0, ...tables.flatMap(({ rows }) => rows.map((cells) => score(cells))));

/** A list of people has names and roles too, and nothing of what they may decide. */
const mandates: HeadingScore = (cells) => (peopleHeading(cells) > 0 ? 0 : entryHeading()(cells));

/** The register that this one is: another one after each change of it. */
const stateOf = ({ pointer }: KnownRegister): string =>
  pointer ? `${pointer.value.version} ${pointer.value.changes ?? 0}` : 'none';

/** What a mandaatbeheerder sends in the chat: the list of mandates, and those of areas and functions. */
export function registerIntakes(tools: RegisterIntakeTools): Intake[] {
  const { store, settings, people, everybody, now } = tools;
  const rights = rightsOf({ everybody, settings });

  /** Proposals that wait and are about a line that this file changes: one of both would undo the other. */
  async function proposalsBeside(known: KnownRegister, found: ReadRegisterFile['found']): Promise<string[]> {
    const open = found ? await tools.proposals.open() : [];
    const next = new Map(found?.next.entries.map((entry) => [entry.id, entry]));
    const isChanged = (id: string) => {
      const after = next.get(id);
      const before = known.lookup.entry(id);
      return before && after ? !sameEntry(before, after) : before !== after;
    };
    const ids = [...new Set(open.map(({ entry }) => entry.id))].filter(isChanged);
    return ids.map(
      (id) => `Over mandaat ${id} wacht nog een voorstel, en dit bestand verandert dat mandaat ook.`,
    );
  }

  async function planned(known: KnownRegister, { found, ...read }: ReadRegisterFile): Promise<PlannedIntake> {
    const doubts = [...(await proposalsBeside(known, found)), ...read.doubts];
    const plan: IntakePlan = { ...read, doubts, state: stateOf(known) };
    return {
      ...plan,
      apply: async (who) => {
        if (!found) return 'changed';
        // Always as many digits: moments are compared as texts.
        const at = now().toString({ smallestUnit: 'millisecond' });
        const done = await putRegister(tools, known, { ...found, short: plan.summary }, { who, at });
        return done === 'changed' ? done : { lines: [] };
      },
    };
  }

  /**
   * One person alone changes nothing of a register that is there (docs/mandaatbeheerder.md): a file would be a way around the four
   * eyes of a proposal. Where there is none yet, there is nothing to change.
   */
  const second: SecondPerson = {
    isNeeded: async () => registerOf((await store.current()).records).entries.length > 0,
    isOne: rights.mayDecide,
    others: async (except) => (await rights.deciders(except)).flatMap(({ directoryId }) => directoryId ?? []),
  };

  const next = { verb: 'mandates.first-hour', title: 'Ga verder', data: {} };

  const reference = (kind: ReferenceFile['kind'], what: string, score: HeadingScore): Intake => ({
    kind,
    what,
    head: 'mandate',
    needs,
    second,
    next,
    looksLike: (shape) => (best(score, shape) > 0 ? 0.9 : 0),
    plan: async (file) => {
      const known = await store.current();
      const read = await apart<ReferenceFile, ReadRegisterFile>(
        new URL('reference-apart.ts', import.meta.url),
        { file, kind, register: registerOf(known.records) },
      );
      return planned(known, read);
    },
  });

  return [
    {
      kind: 'register',
      what: 'een lijst van mandaten',
      head: 'mandate',
      needs,
      second,
      next,
      looksLike: (shape) => Math.min(1, best(mandates, shape) / SURE),
      plan: async (file, answers) => {
        const [known, readings, { municipality }, colleagues] = await Promise.all([
          store.current(),
          store.mappings(),
          settings.read(),
          people.everybody(),
        ]);
        const read = await apart<RegisterFile, ReadRegisterFile>(
          new URL('register-apart.ts', import.meta.url),
          {
            file,
            answers,
            records: known.records,
            readings,
            municipality: municipality.name,
            people: colleagues,
            closures: municipality.closures,
            today: today(now()).toString(),
          },
        );
        return planned(known, read);
      },
    },
    reference('areas', 'een lijst van gebieden', areaHeading),
    reference('functions', 'een lijst van wie welke functie heeft', tenureHeading),
  ];
}
