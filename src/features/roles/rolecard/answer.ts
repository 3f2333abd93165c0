import { detailCard } from '../../../conversation/cards/detail.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { IbroRole } from '../../../people/person.ts';
import type { DutyHeld } from '../../mandates/contract.ts';
import { type Around, dutyOfRole, type Holder } from '../assignments/rules.ts';
import { overlapOf, type Scope, scopesOf } from '../assignments/scope.ts';
import { scopesInWords } from '../assignments/warning-words.ts';
import type { RoleQuestion } from './question.ts';
import { aboutInWords, NOBODY, stepsInLines, stepsInWords } from './sheet.ts';

/** So many stand under each heading; the rolkaart has all. */
const MOST = 6;

/** What the register is asked about a role. */
const activities: Record<IbroRole, string> = {
  Objectregistrator: 'verwerken',
  Kwaliteitscoördinator: 'valideren',
  Objectregisseur: 'regie',
  'Geodata-engineer': 'koppelen',
};

/** The day of the question (ISO date), and who can be asked where nobody holds a role, by name. */
export interface WhoKnows {
  day: string;
  leads: readonly string[];
  keepers: readonly string[];
}

const named = (names: readonly string[], otherwise: string) => names.slice(0, 3).join(' of ') || otherwise;

/** The roles that were asked for: a line each. */
function roleLines(question: RoleQuestion, around: Around, teamName: (key: string) => string) {
  const asked: Scope = { registration: question.registration, area: question.area };
  return around.holders
    .filter(({ team }) => question.team === '' || team === question.team)
    .flatMap((who: Holder) =>
      who.roles
        .filter((one) => one.role === question.role)
        .filter((one) => scopesOf(one, who.areas).some((scope) => overlapOf(scope, asked, around.places)))
        .map((one) => ({
          text: who.name,
          detail: [
            aboutInWords(who, one, around.places),
            teamName(who.team),
            stepsInWords({ stepsIn: () => stepsInLines(who, one, around), contact: who.contact }),
          ].join(' · '),
        })),
    );
}

/** What the register says of the duty of that role there: never more than it says. */
function registerLines(question: RoleQuestion, { register, places }: Around) {
  const duty = dutyOfRole[question.role];
  const asked: Scope = { registration: question.registration, area: question.area };
  const those = register.filter(
    (held: DutyHeld) => held.duty === duty && held.as === 'holder' && overlapOf(held, asked, places),
  );
  const byName = Map.groupBy(those, ({ name }) => name);
  return [...byName].map(([name, held]) => ({
    text: `${name} mag ${duty === 'regie' ? 'de regie voeren' : duty}`,
    detail: scopesInWords(
      held.map(({ registration, area }) => ({ registration, area: places.plain(area) })),
      places,
    ),
  }));
}

/**
 * Who holds a role, from what people agreed to; and under a heading of its own what the register says may be decided. A mandate is never
 * inferred from a role, nor a role from a mandate (docs/method.md, "Contradictions").
 */
export function answerCard(
  question: RoleQuestion,
  around: Around,
  teamName: (key: string) => string,
  { leads, keepers, day }: WhoKnows,
): Message {
  const { role, registration, area } = question;
  const place = area === '' ? '' : around.places.nameOf(area);
  const held = roleLines(question, around, teamName);
  const may = registerLines(question, around);
  const hasDuty = dutyOfRole[role] !== undefined;
  const asked = {
    kind: 'who',
    activity: activities[role],
    ...(registration ? { registration } : {}),
    ...(area ? { area } : {}),
    date: day,
  };
  const more = (count: number) => (count > MOST ? [{ text: `En nog ${count - MOST}`, detail: '' }] : []);
  const buttons: NoticeAction[] = [
    { verb: 'mandates.ask', title: 'Wie mag dit?', data: { question: asked } },
    { verb: 'help.say', title: 'Rolkaart', data: { text: 'rolkaart' } },
  ];
  return detailCard({
    kind: 'roles',
    text: `Wie is ${role}?`,
    place: [registration, place].filter(Boolean).join(', '),
    title: `Wie is ${role}?`,
    note: 'Een rol geeft geen mandaat.',
    sections: [
      {
        title: 'Op de rolkaart',
        lines:
          held.length > 0
            ? [...held.slice(0, MOST), ...more(held.length)]
            : [{ text: NOBODY, detail: `Vraag het aan ${named(leads, 'wie je team leidt')}` }],
      },
      {
        title: 'In het mandatenregister',
        lines:
          may.length > 0
            ? [...may.slice(0, MOST), ...more(may.length)]
            : [
                {
                  text: hasDuty ? 'Niet vastgelegd' : 'Bij deze rol hoort geen vast mandaat',
                  detail: `Vraag het aan ${named(keepers, 'een mandaatbeheerder')}`,
                },
              ],
      },
    ],
    actions: buttons,
  });
}
