import { type Weekday, weekdays } from '../../../calendar/weekdays.ts';
import { notice, unknownPerson } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone } from '../../../conversation/needs.ts';
import type { Phrase } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { normalise } from '../../../language/normalise.ts';
import { dayNamed } from '../../../language/workdays.ts';
import { consentGiven } from '../../../people/municipality.ts';
import type { Tools } from '../../module.ts';

const offered = weekdays.slice(0, 5);
const inWords: Partial<Record<Weekday, string>> = {
  ma: 'maandag',
  di: 'dinsdag',
  wo: 'woensdag',
  do: 'donderdag',
  vr: 'vrijdag',
};

const choices = (days: readonly Weekday[]) =>
  days.map((day) => ({
    verb: 'help.say',
    title: inWords[day] ?? day,
    data: { text: `wekelijkse tip ${inWords[day]}` },
  }));

const whichDay: Message = notice(
  'tip',
  'Op welke dag wil je een tip?',
  'Ik stuur dan elke week een kort bericht. Werk je die dag niet? Dan komt het op je volgende werkdag in die week.',
  choices(offered),
);
const notInWeekends: Message = notice(
  'tip',
  'In het weekend stuur ik geen tip',
  'Op welke andere dag wil je een tip?',
  choices(offered),
);

/** Said when nothing would ever come: the person works neither on that day nor on the rest of the week. */
const neverThen = (day: Weekday, workdays: readonly Weekday[]): Message =>
  notice(
    'tip',
    `Op ${inWords[day]} werk je niet`,
    'En de rest van die week ook niet, dus er zou nooit een bericht komen. Er is niets veranderd. Kies een andere dag.',
    choices(offered.filter((one) => workdays.includes(one))),
  );

/** The weekly tip: only for who asks for it. A wish about messages, so it stands with the person. */
export function weeklyPhrases({ people }: Pick<Tools, 'people'>): Phrase[] {
  async function set(turn: Turn, day: Weekday): Promise<Message> {
    const me = await turn.person();
    if (!me) return unknownPerson;
    const later = offered.slice(offered.indexOf(day) + 1).some((one) => me.workdays.includes(one));
    if (!later && !me.workdays.includes(day)) return neverThen(day, me.workdays);
    await people.change(me.team, me.id, (person) =>
      person.tipDay === day ? person : { ...person, tipDay: day },
    );
    const { municipality } = await turn.settings();
    const works = !me.workdays.includes(day)
      ? 'Je werkt die dag niet. Het bericht komt op je volgende werkdag in die week.'
      : later
        ? 'Ben je die dag vrij? Dan komt het bericht op je volgende werkdag in die week.'
        : 'Ben je die dag vrij? Dan sla ik die week over.';
    const waits = consentGiven(municipality)
      ? ''
      : ' De eerste komt zodra jouw gemeente de berichten van Kompas heeft aangezet.';
    return notice('tip', `Je krijgt elke ${inWords[day]} een tip`, works + waits, [
      { verb: 'help.say', title: 'Toch niet', data: { text: 'stop tips' } },
    ]);
  }

  return [
    {
      say: 'wekelijkse tip',
      wished:
        /\b(?:elke|iedere) (?:week|maandag|dinsdag|woensdag|donderdag|vrijdag) een tip\b|\btip (?:elke|iedere|per) week\b/,
      also: ['tip per week', 'elke week een tip'],
      title: 'Krijg elke week een tip, bijvoorbeeld: wekelijkse tip dinsdag',
      needs: colleagueAlone,
      takesRest: true,
      run: async (turn, rest) => {
        const words = normalise(rest).split(' ');
        const day = words.map(dayNamed).find((found) => found !== undefined);
        if (day === undefined) return whichDay;
        return offered.includes(day) ? set(turn, day) : notInWeekends;
      },
    },
    {
      say: 'stop tips',
      also: ['geen tips meer', 'stop wekelijkse tip', 'stop de tips'],
      title: 'Zet de wekelijkse tip uit',
      needs: colleagueAlone,
      run: async (turn) => {
        const me = await turn.person();
        if (!me) return unknownPerson;
        await people.change(me.team, me.id, (person) => {
          const { tipDay, ...rest } = person;
          return tipDay === undefined ? person : rest;
        });
        return notice('tip', 'Je krijgt geen wekelijkse tip', 'Zelf een tip vragen kan altijd.', [
          { verb: 'help.say', title: 'Vraag een tip', data: { text: 'tip' } },
          { verb: 'help.say', title: 'Toch elke week', data: { text: 'wekelijkse tip' } },
        ]);
      },
    },
  ];
}
