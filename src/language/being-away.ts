import type { Temporal } from 'temporal-polyfill';
import { areDaysApart, type DateSpan, parseAbsence, parseDate } from './dates.ts';
import { daySentence, HOURS, VAGUE } from './day-words.ts';

/** What somebody says about being away themselves. Never why: that is read over. */
export type BeingAway =
  /** The days; `assumed` when none was named by somebody who cannot work, so that it is today. */
  | { kind: 'away'; days: DateSpan; assumed: boolean }
  /** No last day, days that cannot be read, a part of a day, days that do not follow each other, or one day each week. */
  | { kind: 'unclear'; why: 'open' | 'unread' | 'hours' | 'apart' | 'weekly' }
  | { kind: 'back' };

/** Longer than anybody tells it. */
const LONGEST = 400;

const greetings =
  /^(?:hoi|hallo|hey|hee|hi|kompas|beste|ok|oke|okay|ja|goed|prima|goedemorgen|goedemiddag|goedenavond|goedendag|allemaal)$/;
const fillers =
  /^(?:ook|nog|wel|gewoon|lekker|trouwens|namelijk|even|ff|effe|alvast|hierbij|graag|aub|svp|please|dan|toch|nu|net|eigenlijk|eindelijk|gelukkig|helaas|sorry|vast|me|mij|mezelf|thuis|steeds|de|het|een|bedankt|dank|groet|groetjes)$/;
const habit =
  /^(?:elke|iedere|altijd|standaard|structureel|meestal|parttime|(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:s|en))$/;
/** What follows is why, and is not looked at: a clause, or a few words. */
const because = /^(?:want|omdat|doordat|aangezien)$/;
const dueTo = /^(?:wegens|vanwege|ivm|door)$/;
/** So far nothing was said: these few words end at a day, or at what is said. */
const unsaid = /^(?:(?:ik )?(?:ben|heb|ga|zal|neem|werk|kom) )?$/;
const goesOn = /^(?:#|afwezig|vrij|weg|er|niet|ziek|op|met)$/;
/** Somebody asks that it be noted: "kun je noteren dat ik morgen vrij ben?" */
const request =
  /^(?:[^ ]+ ){0,6}?(?:noteren|noteer|doorgeven|door|onthouden|onthoud|opschrijven|weten|melden|meld|zeggen) dat (?=ik )/;
const asks =
  /(?:^|[,;.] )(?:wat|waar|wanneer|(?:kan|kun|moet|zou)(?! (?:er )?(?:niet|ziek))|is|zijn|wordt|heeft|klopt)\b|\b(?:wie|welke|welk|hoe|waarom|mag|mogen|als|indien|of ik)\b/;
const turned = /\b(ben|heb|ga|werk|kom|zal|neem|zit|lig|blijf|kan|meld|voel|begin|start) ik\b/;
const verbFirst = new RegExp(`^${turned.source}`);

const leave = String.raw`(?:(?:op|met) )?(?:\p{L}*vakantie|\p{L}*verlof)`;
const elsewhere =
  'op (?:reis|dienstreis|studiereis|huwelijksreis|wintersport|cursus|training|opleiding|congres|conferentie)';
const gone = `(?:afwezig|vrij|weg|er niet|niet aanwezig|niet beschikbaar|niet aan werk|out of office|roostervrij|${leave}|${elsewhere})`;
const dayOff = `(?:vrij|vrij ?genomen|vrij gepland|vrije dag(?:en)?|dag(?:je)? vrij|(?:adv|atv|snipper|verlof|vakantie|compensatie)-?(?:dag(?:en)?)?(?: op)?|${leave}(?: op| opgenomen| genomen)?)`;
const on = `(?: (?:naar|in|met|voor|aan) .*)?`;
const whole = (...patterns: string[]) => patterns.map((pattern) => new RegExp(`^(?:${pattern})$`, 'u'));

/** Somebody who cannot work, for as long as it takes: without a day it is about today. */
const unable = whole(
  '(?:ik )?(?:ben|zit|lig|blijf|voel) (?:weer |opnieuw )?(?:ziek|ziekjes|grieperig|ziek ?gemeld)(?! (?:van|geweest|te|als|over))(?: .*)?',
  '(?:ik )?(?:ben|zit|lig|blijf) met (?:(?:buik)?griep|koorts|corona|covid|migraine)(?: .*)?',
  '(?:ziek|ziek ?gemeld|ziek ?melden|ziekmelding)',
  '(?:ik )?(?:meld|wil|moet) (?:ziek|ziek ?melden)',
  '(?:ik )?heb (?:ziek ?gemeld|(?:buik)?griep|koorts|corona|covid|migraine)',
);
const away = whole(
  `(?:ik )?(?:ben|zal|zit|blijf) ${gone}(?: zijn)?`,
  `(?:ik )?(?:ben|zal|zit|blijf) (?:afwezig|weg|vrij|${leave}|${elsewhere})${on}`,
  `(?:ik )?(?:heb|neem) ${dayOff}`,
  `(?:ik )?ga (?:(?:op|met) (?:\\p{L}*vakantie|\\p{L}*verlof)|${elsewhere})${on}`,
  `afwezig|out of office|${leave}|${elsewhere}`,
);
/** Of these it is only said with a day: "ik kom niet" may be about anything. */
const awayThen = whole(
  '(?:ik )?werk niet|(?:ik )?kom niet(?: werken)?|(?:ik )?kan (?:er )?niet (?:werken|komen|zijn)|ik niet',
  'vrij|weg|er niet|niet aanwezig|niet beschikbaar|vrije dag(?:en)?|dag(?:je)? vrij|(?:adv|atv|snipper|verlof|vakantie)-?dag(?:en)?',
);
const back = whole(
  '(?:ik )?(?:ben |kom |voel |meld )?(?:weer )?(?:beter|hersteld|opgeknapt|terug)(?: gemeld| melden)?(?: van (?:vakantie|verlof|weggeweest))?',
  '(?:ik )?(?:ben |kom )?(?:er weer|weer er|weer terug|weer (?:aan|op) (?:werk|slag)|weer aanwezig|weer helemaal (?:beter|hersteld))',
  '(?:ik )?(?:werk|begin|start) weer|betermelding|betergemeld|(?:ik )?ben betergemeld',
  `(?:ik )?(?:ben )?niet (?:(?:meer|langer) (?:ziek|afwezig|weg|${leave})|ziek meer)`,
);

/** A part of what was said, without what matters to nobody, and the days that it names. */
interface Part {
  words: string;
  runs: string[];
  isHabit: boolean;
}

const verbLast = /^ik (.*) (ben|heb|ga|werk|kom|zal|neem)$/;

/** The parts between commas and other joints, without reasons; undefined for a question. */
function partsOf(text: string): Part[] | undefined {
  const { words, runs } = daySentence(text.slice(0, LONGEST));
  const left = [...runs];
  const first = words.findIndex((word) => !greetings.test(word) && word !== ',');
  const said = words.slice(Math.max(0, first)).join(' ');
  const isRequest = request.test(said);
  if (!isRequest && (text.includes('?') || verbFirst.test(said))) return undefined;

  const parts: Part[] = [];
  let part: Part = { words: '', runs: [], isHabit: false };
  let reason: 'clause' | 'words' | undefined;
  const close = () => {
    if (part.words !== '' || part.runs.length > 0) parts.push({ ...part, words: part.words.trim() });
    part = { words: '', runs: [], isHabit: false };
  };
  for (const [at, word] of words.entries()) {
    const run = word === '#' ? left.shift() : undefined;
    const isSaid = run === undefined ? goesOn.test(word) : true;
    if (/^(?:[,;.!?]|en|maar|dus)$/.test(word)) {
      close();
      // "Omdat ik moe ben en … , kom ik niet": the reason ends at a comma.
      if (/^[,;.!?]$/.test(word)) reason = undefined;
    } else if (because.test(word)) {
      close();
      reason = 'clause';
    } else if (dueTo.test(word)) reason = 'words';
    else if (
      reason === 'words' &&
      ((isSaid && unsaid.test(part.words)) || /^(?:t\/m|tot|vanaf)\b/.test(run ?? ''))
    ) {
      reason = undefined;
      if (run === undefined) part.words += `${word} `;
      else part.runs.push(run);
    } else if (reason || greetings.test(word) || fillers.test(word)) continue;
    else if (run !== undefined) part.runs.push(run);
    else if (habit.test(word)) part.isHabit = true;
    else if (!(word === 'op' && habit.test(words[at + 1] ?? ''))) part.words += `${word} `;
  }
  close();
  const meant = parts.map((one) => {
    const order = one.words.replace(request, '');
    const isClause = order !== one.words;
    return {
      ...one,
      words: isClause ? order.replace(verbLast, 'ik $2 $1') : one.words.replace(turned, 'ik $1'),
    };
  });
  return meant.some((one) => asks.test(one.words)) ? undefined : meant;
}

const fits = (patterns: readonly RegExp[], { words }: Part) =>
  patterns.some((pattern) => pattern.test(words));

/** The days that are named with these words, or why they cannot be told. */
function daysOf(
  run: string,
  today: Temporal.PlainDate,
  isDeparture: boolean,
): DateSpan | 'open' | 'unread' | 'hours' | 'apart' {
  if (run.includes(HOURS)) return 'hours';
  if (run.includes(VAGUE) || /\bof\b/.test(run)) return 'unread';
  const days = parseAbsence(run, today);
  const isEnded = /t\/m|\btot\b|\d [-–] \d|\d-\d+ \p{L}/u.test(run);
  const isCounted = /\b(?:dag|dagen|week|weken|maand|maanden)\b/.test(run) && !/^over\b/.test(run);
  if (!isEnded && !isCounted && /^(?:vanaf|sinds|per|over)\b/.test(run)) return 'open';
  if (days) return isDeparture && days.first.equals(days.last) && !isEnded && !isCounted ? 'open' : days;
  return areDaysApart(run, today) ? 'apart' : 'unread';
}

const lead = /^(?:vanaf|sinds|per|op|van)\b/;

/** True for "sinds maandag" and "vanaf vandaag". */
const hasBegun = (run: string, today: Temporal.PlainDate) =>
  /^sinds\b/.test(run) || parseDate(run.replace(lead, ''), today)?.equals(today) === true;

/** Somebody who says on which day they are back: away from the `begin`, or from today, until then. */
function untilReturn(begin: string, day: string, today: Temporal.PlainDate): BeingAway | 'now' {
  if (/^sinds\b/.test(day)) return 'now';
  const end = parseDate(day.replace(lead, ''), today);
  if (!end) return { kind: 'unclear', why: 'unread' };
  if (end.since(today).days < 1) return 'now';
  const last = end.subtract({ days: 1 });
  const first = begin === '' ? today : parseAbsence(begin.replace(lead, ''), today)?.first;
  return first && last.since(first).days >= 0
    ? { kind: 'away', days: { first, last }, assumed: false }
    : { kind: 'unclear', why: 'unread' };
}

/** True for days off that come back each week: those are no absence. */
const isWeekly = (states: readonly Part[]) =>
  states.some(
    ({ words, runs, isHabit }) =>
      isHabit || (/werk niet$/.test(words) && /^op \p{L}+dag$/u.test(runs.join(' '))),
  );

/** True when a day is the one on which it begins: "ik ga vrijdag op vakantie". */
const isDeparture = (states: readonly Part[]) =>
  states.some(({ words }) => /\bga (?:op|met) (?!cursus|training|opleiding|congres|conferentie)/.test(words));

/**
 * What somebody says in Dutch about their own absence, seen from `today`; undefined for everything else: others who are
 * away, questions, wishes and doubts, and words that only sound like it ("ik ben vrij zeker", "ik ben moe"). Of a reason
 * nothing is given back. Pure.
 */
export function beingAway(text: string, today: Temporal.PlainDate): BeingAway | undefined {
  const parts = partsOf(text) ?? [];
  const isDays = ({ words, runs }: Part) => words === '' && runs.length > 0;
  const isGone = (part: Part) =>
    fits(unable, part) ||
    fits(away, part) ||
    (fits(awayThen, part) && (part.runs.length > 0 || parts.some(isDays)));
  const states = parts.filter(isGone);
  const returns = parts.filter((part) => fits(back, part));
  if (states.length === 0 && returns.length === 0) return undefined;

  const run = runsOf(parts.filter((part) => isGone(part) || isDays(part)));
  if (returns.length > 0) {
    const day = runsOf(returns);
    const heard = day === '' ? 'now' : untilReturn(run, day, today);
    // Away and back at once says nothing.
    if (heard !== 'now') return heard;
    return states.length === 0 ? { kind: 'back' } : undefined;
  }
  if (isWeekly(states)) return { kind: 'unclear', why: 'weekly' };
  const isUnable = parts.some((part) => fits(unable, part));
  const now = { kind: 'away', days: { first: today, last: today }, assumed: true } as const;
  if (run === '') return isUnable ? now : { kind: 'unclear', why: 'open' };
  const days = daysOf(run, today, isDeparture(states));
  if (typeof days === 'object') return { kind: 'away', days, assumed: false };
  const isVague = run.includes(VAGUE) || run.includes(HOURS);
  return isUnable && (isVague || hasBegun(run, today)) ? now : { kind: 'unclear', why: days };
}

/** True for somebody who names the days on which they are away, whatever else they say. */
export function isPlainAbsence(text: string, today: Temporal.PlainDate): boolean {
  const heard = beingAway(text, today);
  return heard?.kind === 'away' && !heard.assumed;
}

/** The words about days of these parts. */
function runsOf(parts: readonly Part[]): string {
  return parts
    .map(({ runs }) => runs.join(' '))
    .filter(Boolean)
    .join(', ');
}
