import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isDate, today } from '../../calendar/clock.ts';
import { notice, noticeCard, unknownPerson } from '../../conversation/cards/notice.ts';
import { perhaps } from '../../conversation/field.ts';
import type { Message, NoticeAction } from '../../conversation/message.ts';
import { colleagueAlone, everybodyAlone, type Needs } from '../../conversation/needs.ts';
import { action } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { beingAway, isPlainAbsence } from '../../language/being-away.ts';
import { type BeingThere, beingThere } from '../../language/being-there.ts';
import { type DateSpan, parseAbsence } from '../../language/dates.ts';
import { absenceInDutch } from '../../language/english-days.ts';
import { normalise } from '../../language/normalise.ts';
import { asSentence } from '../../language/sentences.ts';
import { inNeed } from '../../people/in-need.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import {
  type Absence,
  absenceWords,
  askToReplace,
  isAwayOn,
  isThatYou,
  longerButtons,
  lostBy,
  say,
  spanOf,
  standingWords,
} from './absence-words.ts';
import { goneWords, inBetween, leftOf } from './after-all.ts';
import { correctedDays, daysAfterCorrection } from './corrections.ts';
import { asksForLeave, asksWhenAway, noLeaveHere, perhapsAway, saidInPassing } from './own-absence.ts';
import { perhapsBack } from './perhaps-back.ts';
import { isFarAway, isOver, noDates, unclear } from './unclear.ts';
import { ownWorkdays } from './workdays.ts';

/** Nobody is away longer than this without an administrator knowing; a typed year is more likely a mistake. */
const LONGEST_ABSENCE_DAYS = 731;

const isFar = (day: string, now: Temporal.PlainDate) => now.until(day).days > LONGEST_ABSENCE_DAYS;

/** Of free text nobody knows yet whether it is about this, so what is for colleagues alone is checked once it is. */
const hearing: Needs = { ...everybodyAlone, checked: 'werkt hier' };

const isoDate = perhaps(z.string().refine(isDate));
/** The absence that stood there before: what a tap on "Maak ongedaan" brings back. */
const absenceSchema = z.object({ absentFrom: isoDate, absentUntil: isoDate });

const backButton = say('Ik ben er weer', 'ik ben er weer');
const undoButton = (before: Absence): NoticeAction => ({
  verb: 'presence.restore',
  title: 'Maak ongedaan',
  data: { absentFrom: before.absentFrom, absentUntil: before.absentUntil },
});

/** The answer to somebody who is away: the days, and never a reason. It is the same for everybody, whatever they typed. */
function noted(title: string, body: string, actions: readonly NoticeAction[]): Message {
  const small =
    'Ik bewaar alleen de dagen, geen reden. Teams bewaart je bericht wel. Dit is geen melding bij je werkgever: die doe je zoals altijd.';
  return noticeCard({ kind: 'presence', text: `${asSentence(title)} ${body}`, title, body, small, actions });
}

function offer(_opened: undefined, { people }: Pick<Tools, 'people'>): FeatureOffer {
  /** Changes one's own absence; gives the one before, undefined for somebody whom nobody added. */
  async function replace(turn: Turn, next: (before: Absence) => Absence): Promise<Absence | undefined> {
    const me = await turn.person();
    if (!me) return undefined;
    let before: Absence = {};
    await people.change(me.team, me.id, (whole) => {
      const { absentFrom, absentUntil, ...person } = whole;
      before = { absentFrom, absentUntil };
      const after = next(before);
      if (after === before) return whole;
      return {
        ...person,
        ...(after.absentFrom === undefined ? {} : { absentFrom: after.absentFrom }),
        ...(after.absentUntil === undefined ? {} : { absentUntil: after.absentUntil }),
      };
    });
    return before;
  }

  async function away(turn: Turn, span: DateSpan, isSure = false): Promise<Message> {
    const now = today(turn.now);
    if (Temporal.PlainDate.compare(span.last, now) < 0) return isOver;
    if (isFar(span.last.toString(), now)) return isFarAway;
    const days = { absentFrom: span.first.toString(), absentUntil: span.last.toString() };
    const before = await replace(turn, (old) => (!isSure && lostBy(old, span, now) ? old : days));
    if (!before) return unknownPerson;
    const lost = isSure ? undefined : lostBy(before, span, now);
    if (lost) return askToReplace(lost, span, now);
    // Nobody is back who has not left yet.
    const isThere = Temporal.PlainDate.compare(span.first, now) > 0;
    return noted('Dat is genoteerd', absenceWords(span, now), [
      ...(isThere ? [] : [backButton]),
      undoButton(before),
    ]);
  }

  /** Somebody named no day: today, unless they are away longer already. */
  async function awayToday(turn: Turn): Promise<Message> {
    const now = today(turn.now);
    const goesOn = (before: Absence) => {
      const old = spanOf(before, now);
      return old?.first.equals(now) === true && old.last?.equals(now) !== true;
    };
    const day = { absentFrom: now.toString(), absentUntil: now.toString() };
    const span = { first: now, last: now };
    const before = await replace(turn, (old) => (goesOn(old) || lostBy(old, span, now) ? old : day));
    if (!before) return unknownPerson;
    if (goesOn(before)) return noted('Dat wist ik al', standingWords(before, now), [backButton]);
    const lost = lostBy(before, span, now);
    if (lost) return askToReplace(lost, span, now);
    return noted(
      'Dat is genoteerd voor vandaag',
      `${absenceWords(span, now)} Duurt het langer? Tik dan hieronder.`,
      [...longerButtons(now), backButton, undoButton(before)],
    );
  }

  /**
   * Ends an absence that has begun. Where none has, nothing is written: "ik voel me beter" may be how somebody is
   * (trust:no-trace), and a holiday to come stays.
   */
  async function back(turn: Turn): Promise<Message> {
    const now = today(turn.now);
    const me = await turn.person();
    if (!me) return unknownPerson;
    if (!isAwayOn(me, now)) return mine(turn);
    const before = await replace(turn, (old) => (isAwayOn(old, now) ? {} : old));
    if (!before) return unknownPerson;
    return notice(
      'presence',
      'Fijn dat je er weer bent',
      'Ik stuur je weer berichten op je werkdagen.',
      isAwayOn(before, now) ? [undoButton(before)] : [],
    );
  }

  /** Takes out of what is noted the days on which somebody is there after all. */
  async function thereAfterAll(turn: Turn, there: BeingThere): Promise<Message> {
    const now = today(turn.now);
    const me = await turn.person();
    if (!me) return unknownPerson;
    const left = there.kind === 'unread' ? undefined : leftOf(me, there, now);
    if (left === undefined) return mine(turn);
    if (left === 'in between') return inBetween(me, now);
    const before = await replace(turn, () => left);
    return before
      ? notice('presence', 'Je bent er toch', `${goneWords(me, left, now)}${standingWords(left, now)}`, [
          undoButton(before),
        ])
      : unknownPerson;
  }

  async function restore(turn: Turn, earlier: Absence): Promise<Message> {
    const { absentFrom, absentUntil } = earlier;
    if (absentUntil !== undefined && isFar(absentUntil, today(turn.now))) return isFarAway;
    if (absentFrom !== undefined && absentUntil !== undefined && absentUntil < absentFrom) return noDates;
    const before = await replace(turn, () => earlier);
    return before
      ? notice(
          'presence',
          'Dat is teruggedraaid',
          standingWords(earlier, today(turn.now)),
          isAwayOn(earlier, today(turn.now)) ? [backButton] : [],
        )
      : unknownPerson;
  }

  /** When somebody is away, for themselves: the same words wherever it is asked. */
  async function mine(turn: Turn): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const now = today(turn.now);
    const span = spanOf(me, now);
    const isAway = isAwayOn(me, now);
    return notice(
      'presence',
      span ? 'Je afwezigheid' : 'Je staat niet als afwezig',
      span
        ? standingWords(me, now)
        : 'Ik stuur je berichten op je werkdagen. Ben je er niet? Typ bijvoorbeeld: afwezig morgen.',
      [
        ...(isAway ? [backButton] : []),
        ...(span && !isAway ? [{ verb: 'presence.restore', title: 'Toch niet weg', data: {} }] : []),
        say('Mijn werkdagen', 'mijn werkdagen'),
      ],
    );
  }

  async function typed(turn: Turn, rest: string): Promise<Message> {
    // Somebody tapped it in the help, or typed no day.
    if (normalise(rest) === '') return noDates;
    const heard = beingAway(turn.text, today(turn.now));
    if (heard?.kind === 'away' && !heard.assumed) return away(turn, heard.days);
    if (heard?.kind === 'unclear' && heard.why !== 'open') return unclear[heard.why];
    // "tot" belongs to the date, so the span is read from the whole sentence and not from what follows the phrase.
    const span = parseAbsence(turn.text.replace(/^.*?\bafwezig\b/is, ''), today(turn.now));
    return span ? isThatYou(span, today(turn.now)) : unclear.unread;
  }

  /** Free text about one's own absence. What sounds like somebody who is not well is for others, unless it names the days. */
  async function hear(turn: Turn): Promise<Message | undefined> {
    const now = today(turn.now);
    if (asksWhenAway(turn.text)) return mine(turn);
    const noted = (await turn.person()) ?? {};
    const corrected = correctedDays(turn.text, noted, now);
    // Days that lie apart from those that were noted may be about something else: then it is asked which to keep.
    if (corrected && !(await inNeed(turn))) return away(turn, corrected, !lostBy(noted, corrected, now));
    const days = daysAfterCorrection(turn.text, now);
    if (days && !(await inNeed(turn))) return isThatYou(days, now);
    const there = beingThere(turn.text, now);
    if (there && !(await inNeed(turn))) return thereAfterAll(turn, there);
    const isBack = perhapsBack(turn.text, noted, now);
    if (isBack && !(await inNeed(turn))) return isBack === 'not away' ? mine(turn) : isBack;
    if (asksForLeave(turn.text)) return noLeaveHere();
    const unsure = perhapsAway(turn.text, now);
    if (unsure && !(await inNeed(turn))) return unsure;
    const english = absenceInDutch(turn.text);
    const heard = beingAway(turn.text, now) ?? (english === undefined ? undefined : beingAway(english, now));
    if (!heard) return undefined;
    const distress = await inNeed(turn);
    const isInPassing = distress === 'soft' || distress === 'tired' || distress === 'grief';
    if (distress && !(isInPassing && isPlainAbsence(turn.text, today(turn.now)))) return undefined;
    if (heard.kind === 'back') return back(turn);
    if (heard.kind === 'unclear') return unclear[heard.why];
    return heard.assumed ? awayToday(turn) : away(turn, heard.days);
  }

  async function replaced(turn: Turn, { absentFrom, absentUntil }: Absence): Promise<Message> {
    if (absentFrom === undefined || absentUntil === undefined) return noDates;
    const [first, last] = [Temporal.PlainDate.from(absentFrom), Temporal.PlainDate.from(absentUntil)];
    return away(turn, { first, last }, true);
  }

  const workdays = ownWorkdays({ people });

  return {
    phrases: [
      {
        say: 'afwezig tot',
        also: ['afwezig'],
        title: 'Geef door dat je er niet bent, bijvoorbeeld: afwezig tot 1 december',
        needs: colleagueAlone,
        takesRest: true,
        run: typed,
      },
      {
        say: 'ik ben er weer',
        wished: /^(?:ik ben )?(?:eerder|alweer|weer) terug(?: van (?:vakantie|verlof))?$/,
        also: ['ik ben terug', 'weer aanwezig', 'niet meer afwezig'],
        title: 'Geef door dat je terug bent',
        needs: colleagueAlone,
        run: back,
      },
      {
        say: 'mijn afwezigheid',
        also: [
          'wanneer ben ik weg',
          'wanneer ben ik vrij',
          'wanneer ben ik afwezig',
          'mijn vrije dagen',
          'when am i away',
        ],
        title: 'Bekijk wanneer je er niet bent',
        needs: colleagueAlone,
        unlisted: true,
        run: mine,
      },
      workdays.phrase,
    ],
    actions: {
      'presence.restore': action(absenceSchema, restore, { needs: colleagueAlone }),
      'presence.replace': action(absenceSchema, replaced, { needs: colleagueAlone }),
    },
    // Before questions about mandates, which have these words too; those are no statement about oneself.
    hears: [
      { order: 'first', needs: hearing, answer: hear },
      { order: 'first', needs: hearing, answer: workdays.hear },
      {
        order: 'last',
        needs: hearing,
        answer: saidInPassing,
      },
    ],
  };
}

/** One's own absence and working days, set in the chat (trust:text-is-data: a reason is never kept). */
export const presence: FeatureModule<undefined> = {
  name: 'presence',
  title: 'Werken en vrij zijn',
  tables: [],
  open: () => undefined,
  offer,
};
