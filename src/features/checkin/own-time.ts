import { z } from 'zod';
import { dutchTime } from '../../calendar/clock.ts';
import { type Weekday, weekdayNames, weekdays } from '../../calendar/weekdays.ts';
import { notice, unknownPerson } from '../../conversation/cards/notice.ts';
import { field } from '../../conversation/field.ts';
import { formCard } from '../../conversation/form.ts';
import type { Message, NoticeAction } from '../../conversation/message.ts';
import { colleagueAlone, type Needs } from '../../conversation/needs.ts';
import { action, type Hearing, type Offer } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { type DayAndTime, dayAndTime } from '../../language/day-and-time.ts';
import { normalise } from '../../language/normalise.ts';
import { hasAccess } from '../../people/access.ts';
import type { Team } from '../../people/municipality.ts';
import type { Person } from '../../people/person.ts';
import type { Tools } from '../module.ts';
import { ownTimes, windowProblem } from './rules.ts';
import { noTeam } from './while-open.ts';

const offered = weekdays.slice(0, 5);
const timeWords = (time: string) => `${dutchTime(time)} uur`;
/** What stands in a list for what somebody leaves as the team has it. */
const AS_TEAM = 'team';

const needs: Needs = { ...colleagueAlone, typed: 'mijn tijd', refusals: { who: noTeam } };
const chosen = z.object({ day: field.choice, time: field.choice });

/** What somebody chose, of their row. */
const choiceOf = ({ checkinDay: day, checkinTime: time }: Person): DayAndTime => ({ day, time });

/** "op dinsdag om 10.00 uur", and what stays as the team has it left out. */
const momentWords = ({ day, time }: DayAndTime): string =>
  [day && `op ${weekdayNames[day]}`, time && `om ${timeWords(time)}`].filter(Boolean).join(' ');

const teamWords = ({ schedule: { day, time } }: Team): string =>
  `De check-in van je team opent op ${weekdayNames[day]} om ${timeWords(time)}, en sluit vrijdag om 15.00 uur.`;

const change: NoticeAction = { verb: 'checkin.moment', title: 'Kies iets anders', data: {} };
const asTeam: NoticeAction = { verb: 'checkin.team-moment', title: 'Zoals mijn team', data: {} };

function form(team: Team, choice: DayAndTime, problems: readonly string[] = []): Message {
  const { day, time } = choice;
  return formCard({
    kind: 'checkin',
    seenBy:
      'Jij, en wie Kompas inricht. Beheerders en je leidinggevende zien niet welke dag en tijd je koos. Deze keuze zegt niets over je antwoorden.',
    title: 'Wanneer wil je de check-in?',
    lead: `${teamWords(team)} Kies daarbinnen je eigen dag en tijd.`,
    problems,
    fields: [
      {
        id: 'day',
        kind: 'one',
        label: 'Dag',
        value: day ?? AS_TEAM,
        choices: [
          { title: 'Mijn eerste werkdag', value: AS_TEAM },
          ...offered.map((one) => ({ title: weekdayNames[one], value: one })),
        ],
      },
      {
        id: 'time',
        kind: 'one',
        label: 'Tijd',
        value: time ?? AS_TEAM,
        choices: [
          { title: `Zoals mijn team (${timeWords(team.schedule.time)})`, value: AS_TEAM },
          ...ownTimes.map((one) => ({ title: timeWords(one), value: one })),
        ],
      },
    ],
    submit: { verb: 'checkin.save-moment', title: 'Bewaar', data: {} },
    actions: [asTeam],
  });
}

const forWhom = notice('checkin', 'Voor jezelf of voor een team?', 'Er is nog niets veranderd.', [
  { verb: 'help.say', title: 'Voor mijzelf', data: { text: 'mijn tijd' } },
  { verb: 'help.say', title: 'Voor een team', data: { text: 'ritme' } },
]);

/** When the card comes for who does not work after the day in its window. */
const noneAfter = 'Werk je die week daarna niet meer? Dan komt hij op je laatste werkdag ervoor.';

/** What is wrong with a choice, in Dutch; undefined when the card can come then. */
function problemWith(team: Team, { day, time }: DayAndTime): string | undefined {
  if (day !== undefined && !offered.includes(day)) return 'In het weekend stuur ik geen check-in.';
  if (time !== undefined && !ownTimes.includes(time))
    return 'Kies een heel of half uur, van 08.00 tot en met 17.00 uur.';
  return windowProblem(team.schedule, { day, time });
}

/**
 * One's own day and time for the check-in, within the team's window. A wish about messages, so it stands with the person; it
 * depends on no answer, and neither does when the card comes (trust:no-trace).
 */
export function ownTime({ people, administrators }: Pick<Tools, 'people' | 'administrators'>): Pick<
  Offer,
  'phrases' | 'actions'
> & {
  hears: readonly Hearing[];
  /** When their check-in comes, in a sentence: at the day and time that they chose, or else as their team has it. */
  comesWhen(turn: Turn): Promise<string>;
} {
  /** Who is here, with their team. */
  async function placeOf(turn: Turn): Promise<{ me: Person; team: Team } | undefined> {
    const [me, { teams }] = await Promise.all([turn.person(), turn.settings()]);
    const team = teams.find(({ key }) => key === me?.team);
    return me && team && { me, team };
  }

  async function keep({ team, id }: Person, { day, time }: DayAndTime): Promise<void> {
    await people.change(team, id, (person) => {
      const { checkinDay, checkinTime, ...rest } = person;
      if (checkinDay === day && checkinTime === time) return person;
      return { ...rest, ...(day ? { checkinDay: day } : {}), ...(time ? { checkinTime: time } : {}) };
    });
  }

  /** Keeps a choice, or shows the form again with what is wrong. */
  async function set(turn: Turn, wish: (now: DayAndTime) => DayAndTime): Promise<Message> {
    const place = await placeOf(turn);
    if (!place) return (await turn.person()) ? noTeam : unknownPerson;
    const { me, team } = place;
    const choice = wish(choiceOf(me));
    const problem = problemWith(team, choice);
    if (problem) return form(team, choice, [`${problem} Er is niets veranderd.`]);
    await keep(me, choice);
    const { day } = choice;
    const words = momentWords(choice);
    if (words === '') return backAtTeam(team);
    const isOff = day !== undefined && !me.workdays.includes(day);
    return notice(
      'checkin',
      `Je check-in komt ${words}`,
      [
        day === undefined ? 'Dat is op je eerste werkdag in de week.' : '',
        isOff
          ? `Op ${weekdayNames[day]} werk je niet. Dan komt hij op je eerste werkdag erna. ${noneAfter}`
          : `Ben je er dan niet? Dan komt hij op je eerste werkdag erna. ${noneAfter}`,
        'Kreeg je hem deze week al? Dan geldt dit vanaf volgende week.',
      ]
        .filter(Boolean)
        .join(' '),
      [asTeam, change],
    );
  }

  const backAtTeam = (team: Team): Message =>
    notice(
      'checkin',
      'Je check-in komt weer zoals bij je team',
      `${teamWords(team)} Hij komt op je eerste werkdag.`,
      [change],
    );

  async function open(turn: Turn): Promise<Message> {
    const place = await placeOf(turn);
    if (!place) return (await turn.person()) ? noTeam : unknownPerson;
    return form(place.team, choiceOf(place.me));
  }

  /** Typed behind the command: a day and a time and nothing else are kept; any other words are a sentence, or none. */
  function typed(turn: Turn, text: string): Promise<Message> {
    const { day, time } = dayAndTime(text);
    if (day === undefined && time === undefined) return open(turn);
    if (!momentAlone.test(normalise(text.replace(/[.:]/g, ' ')))) return proposed(turn);
    return set(turn, (now) => ({ day: day ?? now.day, time: time ?? now.time }));
  }

  /** True for an administrator who does not say that it is about themselves: they may set it for a team as well. */
  const isForTeams = async (turn: Turn): Promise<boolean> =>
    !/\b(?:mijn|mij|m n|my|ik)\b/.test(normalise(turn.text)) &&
    hasAccess('beheerder', turn.directoryId, await turn.person(), administrators);

  /** A sentence that names a day or a time: the form with it, and nothing written. A sentence can be misread. */
  async function proposed(turn: Turn): Promise<Message> {
    const place = await placeOf(turn);
    if (!place) return (await turn.person()) ? noTeam : unknownPerson;
    const { day, time } = dayAndTime(turn.text);
    const now = choiceOf(place.me);
    const choice = { day: day ?? now.day, time: time ?? now.time };
    const problem = problemWith(place.team, choice);
    return form(place.team, choice, problem ? [`${problem} Er is niets veranderd.`] : []);
  }

  async function comesWhen(turn: Turn): Promise<string> {
    const place = await placeOf(turn);
    if (!place) return 'De volgende komt vanzelf, zodra je in een team staat.';
    const { day, time = place.team.schedule.time } = choiceOf(place.me);
    return day === undefined
      ? `Je check-in komt elke week op je eerste werkdag om ${timeWords(time)}.`
      : `Je check-in komt elke week op ${weekdayNames[day]} om ${timeWords(time)}. Ben je er dan niet? Dan komt hij op je eerste werkdag erna. ${noneAfter}`;
  }

  return {
    comesWhen,
    phrases: [
      {
        say: 'mijn tijd',
        also: [
          'mijn dag',
          'andere tijd',
          'andere dag',
          'ander moment',
          'een andere tijd kiezen',
          'een andere dag kiezen',
          'kan ik een andere tijd kiezen',
          'kan ik een andere dag kiezen',
          'kan ik een ander moment kiezen',
          'ik wil een andere tijd',
          'ik wil een andere dag',
        ],
        title: 'Kies je eigen dag en tijd voor de check-in, bijvoorbeeld: mijn tijd dinsdag 10 uur',
        needs,
        takesRest: true,
        run: typed,
      },
    ],
    actions: {
      'checkin.moment': action(z.object({}), open, { needs }),
      'checkin.save-moment': action(
        chosen,
        (turn, { day, time }) =>
          set(turn, () => ({
            ...(day === '' || day === AS_TEAM ? {} : { day: day as Weekday }),
            ...(time === '' || time === AS_TEAM ? {} : { time }),
          })),
        { needs },
      ),
      'checkin.team-moment': action(z.object({}), (turn) => set(turn, () => ({})), { needs }),
    },
    hears: [
      {
        order: 'first',
        needs,
        traceless: true,
        answer: async (turn) =>
          asksWhen(turn.text)
            ? notice('checkin', 'Wanneer je check-in komt', await comesWhen(turn), [
                { verb: 'help.say', title: 'Naar de check-in', data: { text: 'check-in' } },
                change,
              ])
            : undefined,
      },
      {
        order: 'first',
        needs,
        // It may be about an answer after all: then no row of theirs may tell of it (trust:no-trace).
        traceless: true,
        answer: async (turn) => {
          if (!isAboutOwnTime(turn.text)) return undefined;
          return (await isForTeams(turn)) ? forWhom : proposed(turn);
        },
      },
    ],
  };
}

/** True for a question of when the check-in comes. */
const asksWhen = (text: string): boolean =>
  /^(?:en )?(?:wanneer|hoe laat|op welke dag|when|what time)\b.*\bcheck ?ins?\b/.test(normalise(text)) &&
  !/\b(?:team|sluit|dicht|deed|was)\b/.test(normalise(text));

/** Words about an answer, or about how somebody is: a day in them is no wish for another one. */
const aboutAnswer =
  /\b(?:\w*antwoord\w*|\w*gevuld|invul\w*|vul\w*|gedaan|deed|doe|overgeslagen|overslaan|sla|koos|kies|gekozen|gaf|gegeven|geef|intrek\w*|ingetrokken|trek|wijzig\w*|gewijzigd|zit|zat|voel\w*|gaat|ging|was|gemist|vergeten|vergat|kreeg|gekregen|krijg|did|done|answer\w*|skipped|filled)\b/;

/** The day or the time does not suit somebody. */
const suitsNot =
  /\b(?:dag|tijd|tijdstip|moment)\b.*\b(?:past|komt|schikt|bevalt)\b.*\bniet\b|\bcheck ?in (?:komt|is|valt) (?:voor mij )?(?:te|veel te|altijd te) (?:vroeg|laat)\b|\bcheck ?in\b.*\b(?:dag|tijd|moment) (?:past|komt|schikt)\b.*\bniet\b/;

/** A day and a time, and the small words around them. */
const momentAlone =
  /^(?:(?:op|om|rond|vanaf|half|kwart|over|voor|en|in|de|uur|u|h|ochtend|liever|graag|maar|\p{L}*dag|ma|di|wo|do|vr|za|zo|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d+u?)(?: |$))+$/u;

/** True for words about when the check-in comes: they name it, and a day, a time or that it should be another. */
export function isAboutOwnTime(text: string): boolean {
  const words = normalise(text);
  if (!/\bcheck ?ins?\b/.test(words)) return false;
  if (suitsNot.test(words)) return true;
  if (/\b(stop|geen|niet|niets|waarom|wanneer)\b/.test(words)) return false;
  if (aboutAnswer.test(words.replace(/^doe (?=de |mijn )/, ''))) return false;
  const { day, time } = dayAndTime(text);
  return (
    day !== undefined ||
    time !== undefined ||
    /\b(ander|andere|eigen) (dag|tijd|tijdstip|moment|uur)\b|\b(verzet|verzetten|verplaats|verplaatsen|later|eerder)\b|\b\w*(?:ochtends?|middags?)\b/.test(
      words,
    )
  );
}
