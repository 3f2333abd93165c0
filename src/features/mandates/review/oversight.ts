import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dutchDay, today } from '../../../calendar/clock.ts';
import { isWorkday } from '../../../calendar/holidays.ts';
import { listCard } from '../../../conversation/cards/list.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Needs } from '../../../conversation/needs.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { capital } from '../../../language/capital.ts';
import { asManyAsFit } from '../../../lib/as-many-as-fit.ts';
import { hasAccess } from '../../../people/access.ts';
import type { Municipality } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';
import { colleaguesOf } from '../register/colleagues.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import { aboutDeputies } from './against-deputies.ts';
import { checkRegister } from './check.ts';
import { type CoverGap, coverGaps, gapInWords } from './cover.ts';
import type { Finding, MissingEntry } from './finding.ts';
import { todoOf } from './finding-words.ts';
import { type GapStore, isOpen, type Report } from './gaps.ts';
import { timesInWords } from './times-in-words.ts';

export interface OversightTools extends Pick<Tools, 'everybody'> {
  settings: { read(): Promise<{ municipality: Pick<Municipality, 'closures' | 'absenceHidden'> }> };
  store: { current(): Promise<{ lookup: Lookup }> };
  gaps: Pick<GapStore, 'all'>;
  proposals: { open(): Promise<readonly OpenProposal[]> };
}

/** A proposal that waits, as far as it tells that something is being done about a finding. */
export interface OpenProposal {
  id: string;
  entry: Pick<RegisterEntry, 'id'>;
  /** Directory id of the proposer. */
  by: string;
  /** ISO instant in UTC. */
  at: string;
}

/** A card shows so many findings at a time, in so many characters of JSON: more are not read. */
const [PAGE, PAGE_CHARACTERS] = [12, 12_000];
const MOST_COVER = 15;
const MOST_REPORTED = 5;
/** So many days from today are looked at for days on which nobody works. */
export const AHEAD_DAYS = 14;

const refused = (who: string) =>
  notice(
    'mandate',
    'Dit is niet voor jou bedoeld',
    `${who} zien dit. Je kunt wel vragen wie iets mag beslissen.`,
  );
/** Looking after the register. */
export const checking: Needs = {
  who: ['mandaatbeheerder'],
  where: 'own chat',
  typed: 'mandaatcontrole',
  refusals: { who: refused('Alleen mandaatbeheerders') },
};
/** Seeing when nobody works who may do something: a manager sees it of the own team. */
export const covering: Needs = {
  who: ['mandaatbeheerder', 'manager'],
  where: 'own chat',
  typed: 'bezetting',
  refusals: { who: refused('Mandaatbeheerders en leidinggevenden') },
};

/** Where the municipality switched off that anybody is told who is at work. */
const absenceOff = notice(
  'mandate',
  'Dit staat uit bij jouw gemeente',
  'Ik zeg van niemand of die er is. Wil je weten waarom? Vraag het de beheerder van Kompas.',
);

/** The coming two weeks without weekends and free days, as ISO dates. */
export function workingDaysAhead(from: string, closures: readonly string[]): string[] {
  const closed = new Set(closures);
  const first = Temporal.PlainDate.from(from);
  return Array.from({ length: AHEAD_DAYS }, (_, n) => first.add({ days: n }))
    .filter((day) => isWorkday(day, closed))
    .map((day) => day.toString());
}

/** Which part of the findings or gaps to show: the place of the first, from 0. */
export const checkSchema = z.object({ from: z.number().int().min(0).max(1_000_000) });

const newEntry = ({ activity, registration, area }: MissingEntry) => ({
  title: 'Nieuw mandaat',
  verb: 'mandates.new',
  data: { activity, registration, area },
});

const severities = { fout: '⛔ Fout', 'let op': '⚠️ Let op' } as const;

/** What is wrong, with what can be done about it, or `waiting`: the words of the proposal that somebody did already. */
function findingLine(finding: Finding, waiting?: { id: string; words: string }) {
  const { kind, severity, text, lack } = finding;
  if (waiting) {
    const action = { title: 'Open het voorstel', verb: 'mandates.proposal', data: { id: waiting.id } };
    return { text, detail: `${severities[severity]} · ${waiting.words}`, action };
  }
  const [id] = lack ? [] : finding.ids;
  const change = aboutDeputies.includes(kind)
    ? { title: 'Regel de vervanger', verb: 'mandates.deputy', data: { id, from: 'check' } }
    : { title: `Wijzig ${id}`, verb: 'mandates.change', data: { id } };
  const action = id ? change : lack && newEntry(lack);
  return { text, detail: `${severities[severity]} · ${todoOf(finding)}`, action };
}

const pageButton = (title: string, from: number, verb = 'mandates.check') => ({
  title,
  verb,
  data: { from },
});

function reportedLine(gap: Report, lookup: Lookup) {
  if (gap.what !== undefined) {
    const { ids = [], last, ref } = gap;
    const action = { title: 'Open', verb: 'mandates.report', data: { ref } };
    return {
      text: `Klopt niet: ${ids.join(', ') || 'het register'}`,
      detail: `Gemeld op ${dutchDay(last)}`,
      action,
    };
  }
  const { activity, registration, area, count, last } = gap;
  const place = area === '' ? 'de hele gemeente' : lookup.placeName(area);
  const what = [capital(activity), registration || 'alle registraties', place].join(' · ');
  const detail = timesInWords(count, last);
  return { text: what, detail, action: newEntry(gap) };
}

function coverLine(gap: CoverGap, lookup: Lookup, day: string, keeper: boolean) {
  const [id] = gap.ids;
  const stand =
    gap.deputies.length > 0
      ? `Vervanger: ${gap.deputies.join(', ')}, ook niet aan het werk`
      : 'Geen vervanger vastgelegd';
  return {
    text: gapInWords(gap, lookup, day),
    detail: stand,
    action:
      keeper && id
        ? { title: 'Regel de vervanger', verb: 'mandates.deputy', data: { id, from: 'cover' } }
        : undefined,
  };
}

/** Of whom a manager is told nothing. */
const othersCount = 'Mensen van een ander team tellen mee alsof ze er elke dag zijn.';

/** What a mandaatbeheerder looks after: the register as a whole, and who works when. */
export function oversight({ store, gaps, proposals, everybody, settings }: OversightTools) {
  /** Tells of a finding which proposal waits for it: one that changes an entry which the finding is about. */
  async function waitingBy(
    turn: Turn,
  ): Promise<(finding: Finding) => { id: string; words: string } | undefined> {
    const [open, people] = await Promise.all([proposals.open(), everybody()]);
    return ({ ids, lack }) => {
      const found = lack ? undefined : open.find(({ entry }) => ids.includes(entry.id));
      if (!found) return undefined;
      const { id, by, at } = found;
      const since = dutchDay(at);
      if (by === turn.directoryId) return { id, words: `Jouw voorstel wacht sinds ${since} op een ander.` };
      const name = people.find(({ directoryId }) => directoryId === by)?.name ?? 'een collega';
      return { id, words: `Sinds ${since} wacht een voorstel van ${name} op een besluit.` };
    };
  }

  async function surroundings() {
    const [{ lookup }, people, { municipality }] = await Promise.all([
      store.current(),
      everybody(),
      settings.read(),
    ]);
    return {
      lookup,
      closures: municipality.closures,
      isHidden: municipality.absenceHidden === true,
      colleagues: colleaguesOf(people, municipality.closures),
    };
  }

  return {
    /** "Mandaat controle": what is missing, in conflict or running out; `from` is the first finding to show. */
    check: async (turn: Turn, { from }: z.infer<typeof checkSchema> = { from: 0 }): Promise<Message> => {
      const [{ lookup, colleagues }, all, waiting] = await Promise.all([
        surroundings(),
        gaps.all(),
        waitingBy(turn),
      ]);
      const reported = all.filter(isOpen);
      const findings = checkRegister(lookup, today(turn.now).toString(), colleagues);
      // Some may have been solved since the card was made.
      const lastPage = Math.max(0, Math.ceil(findings.length / PAGE) - 1) * PAGE;
      const start = from < findings.length ? from : lastPage;
      const lines = findings.slice(start, start + PAGE).map((finding) => ({
        title: finding.severity === 'fout' ? 'Fouten' : 'Let op',
        line: findingLine(finding, waiting(finding)),
      }));
      const shown = asManyAsFit(lines, PAGE, PAGE_CHARACTERS);
      const sections = ['Fouten', 'Let op'].map((title) => ({
        title,
        lines: shown.filter((one) => one.title === title).map(({ line }) => line),
      }));
      const asked =
        start === 0 ? reported.slice(0, MOST_REPORTED).map((gap) => reportedLine(gap, lookup)) : [];
      const next = start + shown.length;
      const none = findings.length === 0 && asked.length === 0;
      return listCard({
        kind: 'mandate',
        text: `Controle van het register: ${findings.length === 1 ? 'één punt' : `${findings.length} punten`}.`,
        title: 'Controle van het mandatenregister',
        lead: none ? 'Ik vond niets wat aandacht nodig heeft.' : '',
        sections: [...sections, { title: 'Gemeld', lines: asked }].filter(({ lines }) => lines.length > 0),
        small:
          shown.length < findings.length
            ? `Dit zijn de punten ${start + 1} tot en met ${next} van ${findings.length}.`
            : '',
        actions: [
          ...(next < findings.length ? [pageButton('Toon meer', next)] : []),
          ...(start > 0 ? [pageButton('Terug', Math.max(0, start - PAGE))] : []),
        ],
      });
    },

    /** "Bezetting": when in the coming two weeks nobody works who may do something; `from` is the first to show. */
    cover: async (turn: Turn, { from }: z.infer<typeof checkSchema> = { from: 0 }): Promise<Message> => {
      const person = await turn.person();
      const keeper = hasAccess('mandaatbeheerder', turn.directoryId, person, []);
      const { lookup, colleagues, closures, isHidden } = await surroundings();
      if (isHidden) return absenceOff;
      const day = today(turn.now).toString();
      const days = workingDaysAhead(day, closures);
      // Of people we do not know, such as those of a partner, nothing is said. To a manager nothing is said of other teams either:
      // what depended on the days of their people would tell when these work, also as "behalve in Noord".
      const isTold = (name: string) => keeper || colleagues.find(name)?.team === person?.team;
      const found = coverGaps(lookup, days, (name, on) =>
        isTold(name) ? (colleagues.worksOn(name, on) ?? true) : true,
      );
      const start = from < found.length ? from : 0;
      const lines = asManyAsFit(
        found.slice(start, start + MOST_COVER).map((gap) => coverLine(gap, lookup, day, keeper)),
        MOST_COVER,
        PAGE_CHARACTERS,
      );
      const next = start + lines.length;
      return listCard({
        kind: 'mandate',
        text:
          found.length === 0
            ? 'Er is steeds iemand die het mag.'
            : found.length === 1
              ? 'Er is één gat in de bezetting.'
              : `Er zijn ${found.length} gaten in de bezetting.`,
        title: 'Bezetting in de komende twee weken',
        lead:
          found.length === 0
            ? `Op elke werkdag werkt er iemand die het mag. Dat geldt voor alle taken ${keeper ? 'in het register' : `van je team. ${othersCount}`}.`
            : keeper
              ? ''
              : `Je ziet alleen taken van mensen in je eigen team. ${othersCount}`,
        sections: lines.length > 0 ? [{ title: 'Dan werkt er niemand die het mag', lines }] : [],
        small:
          lines.length < found.length
            ? `Dit zijn de gaten ${start + 1} tot en met ${next} van ${found.length}.`
            : 'Verder dan twee weken kijk ik niet vooruit.',
        actions: [
          ...(next < found.length ? [pageButton('Toon meer', next, 'mandates.cover')] : []),
          ...(start > 0 ? [pageButton('Terug', Math.max(0, start - MOST_COVER), 'mandates.cover')] : []),
        ],
      });
    },
  };
}
