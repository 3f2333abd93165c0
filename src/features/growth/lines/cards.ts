import { dutchDay } from '../../../calendar/clock.ts';
import { detailCard } from '../../../conversation/cards/detail.ts';
import type { State } from '../../../conversation/cards/head.ts';
import { noticeCard } from '../../../conversation/cards/notice.ts';
import { type FormValues, formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { type IbroRole, ibroRoles } from '../../../people/person.ts';
import { type Module, moduleKinds, moduleKindWords } from '../content/modules.ts';
import { type Following, type Line, longest } from './line.ts';
import { isAdopted } from './rules.ts';

/** So many names stand on a card. */
const MOST_NAMES = 20;

const seenBy = [
  'Alleen jij. Tik je op “Deel met je team”, dan lezen je team en je leidinggevende dat je deze leerlijn volgt. Wat je al deed, deel je nooit.',
  'Ga je naar een ander team? Dan stopt het delen.',
  'Vanaf 6 mensen telt het mee in een totaal zonder namen.',
  'Kompas bewaart dit 2 jaar, of tot je stopt met volgen.',
].join('\n');

const action = (verb: string, title: string, data: object = {}, style?: 'positive'): NoticeAction => ({
  verb,
  title,
  data,
  ...(style ? { style } : {}),
});

const toTotals = action('line.totals', 'Hoe ver zijn we?');

function stateOf(line: Line): State {
  if (!line.adopted) return { words: 'nog niet vastgesteld', tone: 'quiet' };
  return isAdopted(line)
    ? { words: 'vastgesteld', tone: 'good' }
    : { words: 'gewijzigd na vaststellen', tone: 'warning' };
}

const details = ({ form, provider, time }: Module) => [form, provider, time].filter(Boolean).join(' · ');

/** All leerlijnen, to choose one. */
export const allLinesCard = (lines: Readonly<Record<IbroRole, Line>>, note = ''): Message =>
  detailCard({
    kind: 'growth',
    text: 'Leerlijnen.',
    title: 'Leerlijnen',
    note: note || 'Een leerlijn zegt wat er voor een rol te leren is.',
    sections: [
      {
        lines: ibroRoles.map((role) => ({
          text: role,
          detail: stateOf(lines[role]).words,
          actions: [action('line.show', 'Open', { role })],
        })),
      },
    ],
    actions: [toTotals],
  });

/** A leerlijn as everybody reads it. */
export function lineCard(role: IbroRole, line: Line, mayChange = false, done = ''): Message {
  const dates = [
    line.adopted ? `Vastgesteld op ${dutchDay(line.adopted)}.` : '',
    line.started ? `De eerste activiteit begon op ${dutchDay(line.started)}.` : '',
  ];
  return detailCard({
    kind: 'growth',
    place: role,
    state: stateOf(line),
    text: `De leerlijn van de ${role}.`,
    title: `Leerlijn ${role}`,
    note: [done, ...dates].filter(Boolean).join(' '),
    sections: moduleKinds
      .map((kind) => ({
        title: moduleKindWords[kind],
        lines: line.modules
          .filter((module) => module.kind === kind)
          .map((module) => ({ text: module.title, detail: details(module) })),
      }))
      .filter(({ lines }) => lines.length > 0),
    actions: [
      action('line.mine', 'Ik volg dit', { role }, 'positive'),
      action('line.all', 'Alle leerlijnen'),
      ...(mayChange ? [action('line.edit', 'Wijzig', { role })] : []),
    ],
  });
}

/** A leerlijn as somebody follows it, with the colleagues of their team who share that they do. */
export function mineCard(
  role: IbroRole,
  line: Line,
  mine: Following | undefined,
  others: readonly string[],
  done = '',
): Message {
  const names = others.slice(0, MOST_NAMES).join(', ');
  if (!mine)
    return noticeCard({
      kind: 'growth',
      place: role,
      text: 'Wil je deze leerlijn volgen?',
      title: 'Wil je deze leerlijn volgen?',
      body: done || 'Je houdt dan voor jezelf bij wat je deed.',
      lines: names ? [`Ook uit je team: ${names}`] : [],
      actions: [
        action('line.follow', 'Volg', { role }, 'positive'),
        action('line.show', 'Naar de leerlijn', { role }),
      ],
      seenBy,
    });
  const did = line.modules.filter(({ id }) => mine.done.includes(id));
  return detailCard({
    kind: 'growth',
    place: role,
    state: mine.shared
      ? { words: 'gedeeld met je team', tone: 'quiet' }
      : { words: 'alleen voor jou', tone: 'quiet' },
    text: 'De leerlijn die je volgt.',
    title: `Jouw leerlijn: ${role}`,
    note: [done, `${did.length} van ${line.modules.length} modules gedaan.`].filter(Boolean).join(' '),
    facts: [
      { title: 'Gedaan', value: did.map(({ title }) => title).join(', ') },
      {
        title: 'Nog te doen',
        value: line.modules
          .filter((one) => !did.includes(one))
          .map(({ title }) => title)
          .join(', '),
      },
      { title: 'Ook uit je team', value: names },
    ].filter(({ value }) => value !== ''),
    actions: [
      action('line.done', 'Wat deed je?', { role }, 'positive'),
      mine.shared
        ? action('line.unshare', 'Deel niet meer', { role })
        : action('line.share', 'Deel met je team', { role }),
      action('line.unfollow', 'Stop met volgen', { role }),
      action('line.show', 'Naar de leerlijn', { role }),
    ],
  });
}

/** Which modules somebody did. */
export const doneForm = (role: IbroRole, { modules }: Line, { done }: Following): Message =>
  formCard({
    kind: 'growth',
    place: role,
    title: 'Wat deed je al?',
    lead: 'Vink aan wat je deed. Een cijfer hoort er niet bij.',
    fields: [
      {
        id: 'done',
        kind: 'many',
        label: 'Modules',
        value: done.join(','),
        choices: modules.map(({ id, title }) => ({ value: id, title })),
      },
    ],
    submit: action('line.save-done', 'Bewaar', { role }),
    seenBy,
    back: { verb: 'line.mine', data: { role }, straight: true },
  });

/** A leerlijn to change. `done`: what was just done, in our words. */
export function editCard(role: IbroRole, line: Line, done = ''): Message {
  const data = { role, seen: line.version };
  return detailCard({
    kind: 'growth',
    place: role,
    state: stateOf(line),
    text: 'Wijzig de leerlijn.',
    title: `Wijzig de leerlijn ${role}`,
    note: done || 'Begin met wat Kompas voorstelt, en pas aan wat bij jullie anders is.',
    sections: [
      {
        title: 'Modules',
        lines: line.modules.map((module) => ({
          text: module.title,
          detail: [moduleKindWords[module.kind], details(module)].filter(Boolean).join(' · '),
          actions: [
            action('line.module', 'Wijzig', { role, id: module.id }),
            action('line.remove-module', 'Haal weg', { ...data, id: module.id }),
          ],
        })),
      },
    ].filter(({ lines }) => lines.length > 0),
    actions: [
      ...(isAdopted(line) || line.modules.length === 0
        ? []
        : [action('line.adopt', 'Stel vast', data, 'positive')]),
      action('line.module', 'Voeg een module toe', { role, id: '' }),
      ...(line.adopted && !line.started
        ? [action('line.start', 'De eerste activiteit is begonnen', { role })]
        : []),
      action('line.show', 'Terug', { role }),
    ],
  });
}

const seenByAll =
  'Iedereen bij de gemeente leest de leerlijn. Wie die wijzigde, staat er niet bij. Dat staat wel in het logboek van beheer.';

/** One module of a leerlijn, or with '' as id a new one. */
export function moduleForm(
  role: IbroRole,
  line: Line,
  id: string,
  sent?: FormValues,
  problems: readonly string[] = [],
): Message {
  const typed: FormValues = sent ?? { ...line.modules.find((one) => one.id === id) };
  const text = (name: 'title' | 'provider' | 'form' | 'time', label: string, hint = '') => ({
    id: name,
    kind: 'text' as const,
    label,
    hint,
    value: typed[name],
    longest: longest[name],
    required: name === 'title',
  });
  return formCard({
    kind: 'growth',
    place: role,
    title: 'Wat leer je in deze module?',
    lead: 'Zet er geen namen van collega’s in.',
    problems,
    fields: [
      text('title', 'Module'),
      {
        id: 'kind',
        kind: 'one',
        label: 'Soort',
        value: typed.kind ?? 'process',
        choices: moduleKinds.map((kind) => ({ value: kind, title: moduleKindWords[kind] })),
      },
      text('provider', 'Van wie', 'Bijvoorbeeld een opleider of een eigen collega'),
      text('form', 'Vorm', 'Bijvoorbeeld workshop of meekijken'),
      text('time', 'Tijd', 'Bijvoorbeeld twee ochtenden'),
    ],
    submit: action('line.save-module', 'Bewaar', { role, id, seen: line.version }),
    seenBy: seenByAll,
    back: { verb: 'line.edit', data: { role }, straight: true },
  });
}

/** The day on which the first activity began. */
export const startForm = (
  role: IbroRole,
  line: Line,
  sent?: FormValues,
  problems: readonly string[] = [],
): Message =>
  formCard({
    kind: 'growth',
    place: role,
    title: 'Wanneer begon de eerste activiteit?',
    lead: 'Bijvoorbeeld de eerste workshop, of de eerste ochtend meekijken.',
    problems,
    fields: [{ id: 'day', kind: 'date', label: 'Begonnen op', value: sent?.day, required: true }],
    submit: action('line.save-start', 'Bewaar', { role, seen: line.version }),
    seenBy: seenByAll,
    back: { verb: 'line.edit', data: { role }, straight: true },
  });
