import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { capital } from '../../../language/capital.ts';
import type { IbroRole } from '../../../people/person.ts';
import { type Assigned, type Assignment, learningFor, roleInWords, shownMark } from './assignment.ts';
import { factsOf, NO_MANDATE, pastSections } from './cards.ts';
import { sinceOf } from './history.ts';
import { learningFacts, toLearning } from './learning.ts';
import { areasInWords, type Places } from './places.ts';

const isItSo = ({ length }: Assigned['roles']) => (length === 1 ? 'Klopt deze rol?' : 'Kloppen deze rollen?');
const theseAre = ({ length }: Assigned['roles']) => (length === 1 ? 'Dit is je rol' : 'Dit zijn je rollen');

const toMine: NoticeAction = { verb: 'assignments.mine', title: 'Bekijk alles', data: {} };
const seenBy =
  'Tik je op “Klopt”, dan ziet iedereen bij de gemeente wat er staat. Wat je wilt leren, zien alleen jij en wie het opschreef. Alles blijft staan tot drie jaar na de laatste wijziging.';

const answers = (asked: Assigned, version: number): NoticeAction[] => {
  const data = { seen: shownMark(asked, version) };
  return [
    { verb: 'assignments.agree', title: 'Klopt', style: 'positive', data },
    { verb: 'assignments.disagree', title: 'Klopt niet', data },
  ];
};

/**
 * What somebody is sent: the roles that were talked through. It is stored in their chat, so what they want to learn is not on it
 * (trust:answers-not-in-messages).
 */
export function askedNews(asked: NonNullable<Assignment['asked']>, version: number, places: Places): Message {
  const { roles, areas, from, points } = asked;
  return noticeCard({
    kind: 'roles',
    text: `${isItSo(roles)} Je leidinggevende legde dit vast na jullie gesprek.`,
    title: isItSo(roles),
    body: 'Je leidinggevende legde dit vast na jullie gesprek.',
    lines: [
      ...roles.map(roleInWords),
      `${capital(areasInWords(areas, places))}, vanaf ${dutchDay(from)}`,
      ...(points ? ['Wat je wilt leren, lees je met “Bekijk alles”.'] : []),
    ],
    small: NO_MANDATE,
    actions: [...answers(asked, version), toLearning, toMine],
    seenBy,
  });
}

/** What somebody is sent whose roles were stopped. */
export const stoppedNews: Message = notice(
  'roles',
  'Je staat niet meer op de rolkaart',
  'Je leidinggevende haalde je eraf. Klopt dat niet? Praat met je leidinggevende.',
  [toMine],
);

function mineTitle({ held, asked }: Partial<Assignment>): string {
  if (asked) return asked.refused ? 'Je zei dat dit niet klopt' : isItSo(asked.roles);
  return held ? theseAre(held.roles) : 'Je hebt nu geen rol';
}

/** All that is kept of somebody's own roles, for them alone. `day`: today (ISO date); `team`: theirs. */
export function mineCard(
  now: Assignment | undefined,
  places: Places,
  {
    day,
    team,
    note = '',
    inFile = [],
  }: { day: string; team: string; note?: string; inFile?: readonly IbroRole[] },
): Message {
  // What the people file says is no assignment, and somebody who reads it elsewhere should know why it is not here.
  const filed = inFile.length === 0 ? '' : `In het mensenbestand sta je als ${inFile.join(' en ')}. `;
  if (!now?.held && !now?.asked && (now?.past.length ?? 0) === 0)
    return notice(
      'roles',
      'Je hebt nog geen rol op de rolkaart',
      note ||
        `${filed}Een rol op de rolkaart krijg je na een gesprek met je leidinggevende. Jij zegt zelf of het klopt.`,
      [{ verb: 'help.say', title: 'Rolkaart', data: { text: 'rolkaart' } }],
    );
  const { held, asked, past = [], version = 0 } = now ?? {};
  const waits = asked !== undefined && asked.refused === undefined;
  const title = mineTitle(now ?? {});
  const shown = asked ?? held;
  const learning = now && learningFor(now, team);
  return detailCard({
    kind: 'roles',
    text: `${title.replace(/[?]$/, '')}${waits ? '?' : '.'}`,
    title,
    note: note || NO_MANDATE,
    facts: shown ? [...factsOf(shown, places), ...learningFacts(learning, shown.points)] : [],
    sections: [
      ...(asked && held
        ? [
            {
              title: 'Nu op de rolkaart',
              lines: held.roles.map((one) => ({
                text: roleInWords(one),
                detail: `vanaf ${dutchDay(sinceOf(one, held))}`,
              })),
            },
          ]
        : []),
      ...pastSections(past, day),
    ],
    actions: [
      ...(waits ? answers(asked, version) : []),
      ...(held && !waits
        ? [
            {
              verb: 'assignments.drop',
              title: 'Dit klopt niet meer',
              data: { seen: shownMark(held, version) },
            },
          ]
        : []),
      ...(shown?.team === team
        ? [{ ...toLearning, title: learning ? 'Wijzig wat je wilt leren' : toLearning.title }]
        : []),
      { verb: 'help.say', title: 'Rolkaart', data: { text: 'rolkaart' } },
    ],
  });
}

/** What somebody reads who answered a card that was changed or taken back meanwhile. */
export const changedMeanwhile = 'Dit is net veranderd. Kijk hoe het nu staat, en geef dan je antwoord.';
