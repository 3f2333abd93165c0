import { z } from 'zod';
import { dutchDay, today } from '../../../calendar/clock.ts';
import { listCard } from '../../../conversation/cards/list.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import { field } from '../../../conversation/field.ts';
import { formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { toMine, type Waiting } from '../../../conversation/waiting.ts';
import { fitted } from '../../../language/fitted.ts';
import { hasAccess } from '../../../people/access.ts';
import type { Audit } from '../../../people/audit.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import type { MandateStore } from '../register/store.ts';
import { activityInWords } from '../vocabulary/activity-in-words.ts';
import { subjectOf } from '../vocabulary/wording.ts';
import { type GapStore, isOpen, type Report } from './gaps.ts';
import { timesInWords } from './times-in-words.ts';

export interface ReportTools {
  store: Pick<MandateStore, 'current'>;
  gaps: GapStore;
}

/** A proposal that waits, as far as it tells that it mends what was reported. */
interface WaitingProposal {
  id: string;
  kind: 'new' | 'change' | 'end';
  entry: Pick<RegisterEntry, 'id' | 'activity' | 'registration' | 'area'>;
}

const [MOST_LISTED, MOST_BUTTONS, LONGEST] = [12, 2, 500];

/** A button about one report. The name of a row is no longer than this (characters). */
export const reportSchema = z.object({ ref: z.string().min(1).max(1_000) });
export const closeSchema = z.object({ ref: z.string().min(1).max(1_000), done: field.long });

const placeOf = ({ area }: Report, lookup: Lookup) =>
  area === '' ? 'de hele gemeente' : lookup.placeName(area);

/** What is reported, without what somebody wrote of it: "Niet vastgelegd: BAG valideren in Noord". Register text. */
export function inShort(report: Report, lookup: Lookup): string {
  const { ids, what, activity, registration } = report;
  const about =
    activity === ''
      ? 'het register'
      : `${subjectOf({ activity, registration })} in ${placeOf(report, lookup)}`;
  if (what === undefined) return `Niet vastgelegd: ${about}`;
  return `Klopt niet: ${ids?.length ? `${ids.join(', ')} · ` : ''}${about}`;
}

/** The question behind a gap, or the entries that a fault may be about. Register text. */
function behind(report: Report, lookup: Lookup): string[] {
  const { ids = [], what, activity, registration } = report;
  if (what === undefined) {
    const right = activityInWords(activity, registration === '' ? [] : [registration]);
    return [`De vraag was: wie mag ${right} in ${placeOf(report, lookup)}?`];
  }
  return ids.flatMap((id) => {
    const entry = lookup.entry(id);
    if (!entry) return [];
    return [`${id} · ${subjectOf(entry)} · ${lookup.placeName(entry.area)} · ${entry.holder}`];
  });
}

/** True for a proposal that changes what was reported to be wrong, or adds what was missing. */
function mends({ kind, entry }: WaitingProposal, report: Report, lookup: Lookup): boolean {
  const { ids = [], what, activity, registration, area } = report;
  if (what !== undefined) return ids.includes(entry.id);
  const [root] = lookup.roots;
  const place = area === '' ? root : area;
  return (
    kind === 'new' &&
    entry.activity === activity &&
    entry.area === place &&
    [registration, ''].includes(entry.registration)
  );
}

function mendingOf(report: Report, lookup: Lookup): NoticeAction[] {
  const { ref, ids = [], what, activity, registration, area } = report;
  if (what === undefined)
    return [
      { verb: 'mandates.new', title: 'Nieuw mandaat', data: { activity, registration, area, report: ref } },
    ];
  return ids
    .filter((id) => lookup.entry(id))
    .slice(0, MOST_BUTTONS)
    .map((id) => ({ verb: 'mandates.change', title: `Wijzig ${id}`, data: { id, report: ref } }));
}

export const openButton = ({ ref }: Report): NoticeAction => ({
  verb: 'mandates.report',
  title: 'Open',
  data: { ref },
});

const times = ({ count, last }: Report) => `${timesInWords(count, last)}.`;

const closedAlready = notice(
  'mandate',
  'Deze melding is al afgerond',
  'Er is niets veranderd. Wat er nog openstaat, vind je bij “van mij”.',
  [toMine],
);

const goneReport = notice('mandate', 'Deze melding is er niet meer', 'Er is niets veranderd.', [toMine]);

/** What was reported about the register, for who keeps it. */
export function reports({
  store,
  gaps,
  audit,
  proposals,
}: ReportTools & { audit: Audit; proposals: { open(): Promise<readonly WaitingProposal[]> } }) {
  async function show(ref: string): Promise<Message> {
    const [{ lookup }, report, open] = await Promise.all([store.current(), gaps.find(ref), proposals.open()]);
    if (!report || !isOpen(report)) return closedAlready;
    const waiting = open.filter((one) => mends(one, report, lookup)).slice(0, MOST_BUTTONS);
    const title = report.what === undefined ? 'Gemeld: niet vastgelegd' : 'Gemeld: dit klopt niet';
    return noticeCard({
      kind: 'mandate',
      text: `${title}.`,
      title,
      lines: [
        ...(report.what === undefined ? [] : [`“${report.what}”`]),
        ...(report.what === undefined ? [inShort(report, lookup)] : []),
        ...behind(report, lookup),
        ...waiting.map(
          ({ kind, entry }) =>
            `Er wacht al een voorstel voor ${kind === 'new' ? 'een nieuw mandaat' : entry.id}.`,
        ),
      ],
      small: times(report),
      seenBy:
        'De mandaatbeheerders lezen dit, tot een jaar na de laatste keer dat iemand het meldde. Wie het meldde, bewaart Kompas niet.',
      actions: [
        ...waiting.map(({ id }) => ({
          verb: 'mandates.proposal',
          title: 'Open het voorstel',
          data: { id },
        })),
        ...(waiting.length > 0 ? [] : mendingOf(report, lookup)),
        { verb: 'mandates.closing', title: 'Rond af', data: { ref } },
      ],
    });
  }

  return {
    /** All that is open. */
    list: async (): Promise<Message> => {
      const [{ lookup }, all] = await Promise.all([store.current(), gaps.all()]);
      const open = all.filter(isOpen);
      const lines = open.slice(0, MOST_LISTED).map((report) => ({
        text: inShort(report, lookup),
        detail: times(report),
        action: openButton(report),
      }));
      return listCard({
        kind: 'mandate',
        text:
          open.length === 0
            ? 'Er staat geen melding open.'
            : open.length === 1
              ? 'Er is één melding.'
              : `Er zijn ${open.length} meldingen.`,
        title: 'Gemeld over het register',
        lead:
          open.length === 0
            ? 'Er staat geen melding open. Een collega meldt een fout met “Klopt dit niet?” bij een antwoord. Zie je zelf een fout? Wijzig dan het mandaat.'
            : '',
        sections: lines.length > 0 ? [{ title: 'Nog niet afgerond', lines }] : [],
        small: open.length > lines.length ? `En nog ${open.length - lines.length} andere.` : '',
      });
    },

    /** One report, with what can be done about it. */
    show: (_turn: Turn, { ref }: z.infer<typeof reportSchema>): Promise<Message> => show(ref),

    /** Asks what was done. */
    closing: async (_turn: Turn, { ref }: z.infer<typeof reportSchema>): Promise<Message> => {
      const [{ lookup }, report] = await Promise.all([store.current(), gaps.find(ref)]);
      if (!report || !isOpen(report)) return closedAlready;
      return closingForm(report, lookup);
    },

    close: async (turn: Turn, { ref, done }: z.infer<typeof closeSchema>): Promise<Message> => {
      const [{ lookup }, report] = await Promise.all([store.current(), gaps.find(ref)]);
      if (!report || !isOpen(report)) return closedAlready;
      if (done === '') return closingForm(report, lookup, '', ['Schrijf op wat er is gedaan.']);
      if (done.length > LONGEST)
        return closingForm(report, lookup, fitted(done, LONGEST), [
          `Je tekst is langer dan ${LONGEST} tekens. Maak die korter. Alleen het begin staat er nog.`,
        ]);
      await audit.record(turn.directoryId, 'melding over het register afgerond', ref);
      if (!(await gaps.close(ref, today(turn.now).toString(), done))) return closedAlready;
      return notice(
        'mandate',
        'Afgerond',
        report.what === undefined
          ? 'De melding staat niet meer open. Meldt iemand nog eens dat dit ontbreekt, dan komt de melding terug.'
          : 'De melding staat niet meer open. Meldt iemand dit nog eens, dan is dat een nieuwe melding.',
        [{ verb: 'mandates.reopen-report', title: 'Zet weer open', data: { ref } }, toMine],
      );
    },

    /** Takes back that it was closed; of one that is open already it shows just that. */
    reopen: async (turn: Turn, { ref }: z.infer<typeof reportSchema>): Promise<Message> => {
      const report = await gaps.find(ref);
      if (!report) return goneReport;
      if (!isOpen(report)) {
        await audit.record(turn.directoryId, 'melding over het register weer open', ref);
        await gaps.reopen(ref);
      }
      return show(ref);
    },
  };
}

function closingForm(report: Report, lookup: Lookup, done = '', problems: readonly string[] = []): Message {
  const { ref } = report;
  return formCard({
    kind: 'mandate',
    title: 'Melding afronden',
    lead: 'De melding verdwijnt dan uit de lijst, bij alle mandaatbeheerders.',
    about: inShort(report, lookup),
    problems,
    fields: [
      { id: 'done', kind: 'long', label: 'Wat is er gedaan?', longest: LONGEST, value: done, required: true },
    ],
    submit: { verb: 'mandates.close-report', title: 'Rond af', data: { ref } },
    seenBy:
      'De mandaatbeheerders lezen dit bij de melding, zonder je naam. Wat je schrijft, blijft bewaard tot een jaar na de laatste keer dat iemand deze fout meldde.',
    back: { verb: 'mandates.report', data: { ref } },
  });
}

/** What was reported and is open, for who keeps the register. One range, and for nobody else anything. */
export function reportsWaiting({ store, gaps }: ReportTools) {
  return async (turn: Turn): Promise<Waiting[]> => {
    if (!hasAccess('mandaatbeheerder', turn.directoryId, await turn.person(), [])) return [];
    const open = (await gaps.all()).filter(isOpen);
    if (open.length === 0) return [];
    const { lookup } = await store.current();
    return open.map((report) => ({
      kind: 'Gemeld over het register',
      text: inShort(report, lookup),
      note: `gemeld op ${dutchDay(report.last)}`,
      actions: [openButton(report)],
    }));
  };
}
