import type { z } from 'zod';
import { isDate, isTime, today } from '../../../calendar/clock.ts';
import { type Weekday, weekdays } from '../../../calendar/weekdays.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { manyOf, numberIn } from '../../../language/fitted.ts';
import { lengthProblems } from '../../../language/lengths.ts';
import { channelOf, isPresent } from '../../../people/person.ts';
import {
  datesProblem,
  defaultQuestions,
  kinds,
  type Member,
  MOST_MEMBERS,
  type Pilot,
  type PilotKind,
} from '../pilot/pilot.ts';
import { alreadyClosed, asLead, changeOpen, inOpenPilot, mayBegin } from '../pilot/rights.ts';
import type { PilotTools } from '../pilot/tools.ts';
import type { ofPilot } from '../pilot/typed.ts';
import {
  askedText,
  frameForm,
  frameText,
  goalsForm,
  goalsText,
  measureForm,
  membersForm,
  nameText,
  newForm,
  standupForm,
} from './forms.ts';
import { criteriaIn, type frameSchema, type Sent } from './typed.ts';

export const notForYou = notice(
  'Dit kan een projectleider of leidinggevende',
  'Wil je een pilot beginnen? Vraag het je leidinggevende.',
);

/** Everything by which a pilot is made and changed. Each answers with the pilot as it then stands. */
export function setup({ pilots, audit, everybody, newId, show }: PilotTools) {
  /** Directory ids from a form, of people who work here only. */
  async function chosen(list: string): Promise<string[]> {
    const here = new Set((await everybody()).filter(isPresent).map(({ directoryId }) => directoryId));
    return [...new Set(manyOf(list))].filter((id) => here.has(id));
  }

  /**
   * The colleagues whom somebody can choose when they begin a pilot. They are in it themselves, as the one
   * who leads it.
   */
  const colleagues = async ({ directoryId: me }: Turn) =>
    (await everybody()).filter((person) => isPresent(person) && person.directoryId !== me);

  /** Whom a lead can take in or out: everybody but those who lead the pilot. */
  const othersThan = async (members: readonly Member[]) => {
    const leads = new Set(members.flatMap(({ role, directoryId }) => (role === 'lead' ? [directoryId] : [])));
    return (await everybody()).filter((one) => isPresent(one) && !leads.has(one.directoryId ?? ''));
  };

  async function changed(
    turn: Turn,
    id: string,
    what: string,
    change: (pilot: Pilot) => Pilot,
    note: string,
  ) {
    if (!(await changeOpen(pilots, id, change))) return alreadyClosed;
    await audit.record(turn.directoryId, what, id);
    return show(turn, id, note);
  }

  return {
    /** `kind` and `name` when they were typed. */
    begin: async (turn: Turn, name = '', kind?: PilotKind): Promise<Message> => {
      const me = await turn.person();
      if (!me) return unknownPerson;
      if (!mayBegin(me)) return notForYou;
      const day = today(turn.now);
      const last = kind === 'proefweek' ? day.add({ days: 6 }) : day.add({ weeks: 4 });
      const dates = { from: day.toString(), until: last.toString() };
      return newForm(
        await colleagues(turn),
        me.team,
        { name, kind, ...dates },
        lengthProblems({ name }, nameText),
      );
    },

    create: async (turn: Turn, sent: Sent): Promise<Message> => {
      const me = await turn.person();
      if (!me) return unknownPerson;
      if (!mayBegin(me)) return notForYou;
      const { name = '', kind = '', from = '', until = '', members = '' } = sent;
      const others = (await chosen(members)).filter((id) => id !== turn.directoryId);
      const [first, last] = [from, until].map((date) => (isDate(date) ? date : ''));
      const wrongDates = datesProblem(first ?? '', last ?? '', today(turn.now).toString());
      const problems = [
        ...(name.trim() === '' ? ['Geef de pilot een naam.'] : []),
        ...(Object.hasOwn(kinds, kind) ? [] : ['Kies wat voor pilot het is.']),
        ...(others.length === 0 ? ['Kies minstens één collega.'] : []),
        ...(others.length >= MOST_MEMBERS
          ? [`Kies hooguit ${MOST_MEMBERS - 1} collega’s. Klein beginnen werkt beter.`]
          : []),
        ...(wrongDates ? [wrongDates] : []),
        ...lengthProblems(sent, nameText),
      ];
      if (problems.length > 0) return newForm(await colleagues(turn), me.team, sent, problems);
      const { serviceUrl, conversation, bot } = turn.address;
      const id = newId('P');
      await pilots.add(
        {
          id,
          name: name.trim(),
          kind: kind as PilotKind,
          from: first ?? '',
          until: last ?? '',
          criteria: [],
          iteration: { number: 1, day: today(turn.now).toString(), changed: [] },
          ...(turn.scope === 'channel'
            ? { channel: { serviceUrl, conversation: channelOf(conversation), bot } }
            : {}),
        },
        [
          { directoryId: turn.directoryId, role: 'lead' },
          ...others.map((directoryId): Member => ({ directoryId, role: 'member' })),
        ],
      );
      await audit.record(turn.directoryId, 'pilot begonnen', id);
      return show(turn, id, 'De pilot is er. Vul hieronder aan wat je al weet.');
    },

    editMembers: (turn: Turn, { pilot: id }: z.infer<typeof ofPilot>) =>
      asLead(pilots, turn, id, async ({ pilot, me, members }) =>
        membersForm(
          pilot,
          await othersThan(members),
          me.team,
          members
            .filter(({ role }) => role === 'member')
            .map(({ directoryId }) => directoryId)
            .join(','),
        ),
      ),
    saveMembers: (turn: Turn, { pilot: id, members: list = '' }: Sent) =>
      asLead(pilots, turn, id ?? '', async ({ pilot, me, members }) => {
        const others = await chosen(list);
        const leads = members.filter(({ role }) => role === 'lead');
        const next: Member[] = [
          ...leads,
          ...others
            .filter((directoryId) => !leads.some((lead) => lead.directoryId === directoryId))
            .map((directoryId): Member => ({ directoryId, role: 'member' })),
        ];
        const problem =
          next.length < 2
            ? 'Kies minstens één collega.'
            : next.length > MOST_MEMBERS
              ? `Kies hooguit ${MOST_MEMBERS} mensen.`
              : undefined;
        if (problem) return membersForm(pilot, await othersThan(members), me.team, list, [problem]);
        await pilots.setMembers(pilot.id, next);
        await audit.record(turn.directoryId, 'pilotteam gewijzigd', pilot.id);
        return show(turn, pilot.id, 'Het pilotteam is bijgewerkt.');
      }),

    editGoals: (turn: Turn, { pilot: id }: z.infer<typeof ofPilot>) =>
      asLead(pilots, turn, id, async ({ pilot }) => goalsForm(pilot)),
    saveGoals: (turn: Turn, sent: Sent) =>
      asLead(pilots, turn, sent.pilot ?? '', async ({ pilot }) => {
        const { criteria, problems: unclear } = criteriaIn(sent, pilot);
        const problems = [...unclear, ...lengthProblems(sent, goalsText)];
        if (problems.length > 0) return goalsForm(pilot, sent, problems);
        const goals = sent.goals?.trim() || undefined;
        return changed(
          turn,
          pilot.id,
          'pilot: doelen gewijzigd',
          (now) => ({ ...now, goals, criteria }),
          'Bewaard.',
        );
      }),

    editFrame: (turn: Turn, { pilot: id }: z.infer<typeof ofPilot>) =>
      asLead(pilots, turn, id, async ({ pilot }) => frameForm(pilot)),
    saveFrame: (turn: Turn, { sure: isSure, ...sent }: z.infer<typeof frameSchema>) =>
      asLead(pilots, turn, `${sent.pilot}`, async ({ pilot }) => {
        const typed = sent as Sent;
        const hours = typed.hours?.trim() ? numberIn(typed.hours) : undefined;
        const unread = typed.hours?.trim() && (hours === undefined || hours < 0);
        const problems = [
          ...(unread ? ['Schrijf de uren als een getal, bijvoorbeeld 8.'] : []),
          ...lengthProblems(typed, frameText),
        ];
        if (problems.length > 0) return frameForm(pilot, typed, problems);
        // A pilot that comes on top of the normal work is what the method warns of first (docs/method.md step
        // 7). This asks, and refuses nothing.
        if (hours === 0 && !isSure)
          return frameForm(
            pilot,
            typed,
            [
              'Nul uur: dan komt de pilot boven op het gewone werk. Daar lopen pilots vaak op vast.',
              'Welk werk kan even wachten? Klopt nul toch? Tik dan nog een keer op Bewaar.',
            ],
            true,
          );
        const blank = (name: string) => typed[name]?.trim() || undefined;
        const frame = {
          areas: blank('areas'),
          registrations: blank('registrations'),
          support: blank('support'),
          hours,
          onPaper: typed.tools === 'paper' ? true : undefined,
        };
        return changed(
          turn,
          pilot.id,
          'pilot: kaders gewijzigd',
          (now) => ({ ...now, ...frame }),
          'Bewaard.',
        );
      }),

    editStandup: (turn: Turn, { pilot: id }: z.infer<typeof ofPilot>) =>
      asLead(pilots, turn, id, async ({ pilot }) => standupForm(pilot)),
    saveStandup: (turn: Turn, sent: Sent) =>
      asLead(pilots, turn, sent.pilot ?? '', async ({ pilot }) => {
        const { from = '', until = '' } = sent;
        const days = weekdays.slice(0, 5).filter((day) => manyOf(sent.days ?? '').includes(day)) as Weekday[];
        const problems = [
          ...(isTime(from) && isTime(until) ? [] : ['Schrijf de tijden als 09:00.']),
          ...(isTime(from) && isTime(until) && until <= from
            ? ['De stand-up gaat dicht vóór hij opent. Over middernacht heen kan niet.']
            : []),
          ...(isTime(from) && isTime(until) && (from < '07:00' || until > '18:00')
            ? ['Kies tijden tussen 07:00 en 18:00.']
            : []),
          ...lengthProblems(sent, askedText),
        ];
        if (days.length > 0 && problems.length > 0) return standupForm(pilot, sent, problems);
        const questions = defaultQuestions.map(
          (question, n) => sent[`question${n + 1}`]?.trim() || question,
        ) as [string, string, string];
        const standup = days.length > 0 ? { days, from, until, questions } : undefined;
        const note = !standup
          ? 'Er is geen stand-up.'
          : pilot.channel
            ? 'De stand-up staat klaar.'
            : 'De stand-up is bewaard. Hij begint pas als de pilot een kanaal heeft.';
        return changed(turn, pilot.id, 'pilot: stand-up gewijzigd', (now) => ({ ...now, standup }), note);
      }),

    editMeasure: (turn: Turn, { pilot: id }: z.infer<typeof ofPilot>) =>
      inOpenPilot(pilots, turn, id, async ({ pilot }) => measureForm(pilot)),
    /** Any member may measure. */
    saveMeasure: (turn: Turn, sent: Sent) =>
      inOpenPilot(pilots, turn, sent.pilot ?? '', async ({ pilot }) => {
        const typed = pilot.criteria.map((_, n) => sent[`value${n + 1}`]?.trim() ?? '');
        if (typed.some((value) => value !== '' && numberIn(value) === undefined))
          return measureForm(pilot, sent, ['Vul getallen in, bijvoorbeeld 12 of 7,5.']);
        const day = today(turn.now).toString();
        const saved = await changeOpen(pilots, pilot.id, (now) => ({
          ...now,
          criteria: now.criteria.map((criterion, n) => {
            const value = numberIn(typed[n] ?? '');
            const others = criterion.measured.filter((one) => one.day !== day);
            return value === undefined ? criterion : { ...criterion, measured: [...others, { day, value }] };
          }),
        }));
        return saved ? show(turn, pilot.id, 'De meting is bewaard.') : alreadyClosed;
      }),

    /** In a channel, by who leads the pilot: from now on the pilot posts there. */
    linkChannel: (turn: Turn, { pilot: id }: z.infer<typeof ofPilot>) =>
      asLead(pilots, turn, id, async ({ pilot }) => {
        const { serviceUrl, conversation, bot } = turn.address;
        const channel = { serviceUrl, conversation: channelOf(conversation), bot };
        return changed(
          turn,
          pilot.id,
          'pilot: kanaal gekoppeld',
          (now) => ({ ...now, channel }),
          'De pilot hoort nu bij dit kanaal.',
        );
      }),
  };
}
