import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { createLookup } from '../../../../src/features/mandates/register/lookup.ts';
import { bareEntry } from '../town.ts';

const today = Temporal.PlainDate.from('2026-11-22');

/** A register in which each holder has one activity; `registration` is empty unless the activity is about one. */
function register(...rows: readonly (readonly [activity: string, holder: string, deputy?: string])[]) {
  return createLookup({
    entries: rows.map(([activity, holder, deputy], n) =>
      bareEntry({
        id: `T${n + 1}`,
        activity,
        holder,
        registration: '',
        deputies: deputy === undefined ? [] : [deputy],
        from: '2026-01-01',
      }),
    ),
    areas: [{ code: 'GM1', name: 'Zandstad', kind: 'gemeente', aliases: [] }],
    tenures: [],
  });
}

const outcomeOf = (lookup: ReturnType<typeof register>, question: string) => {
  const { answer } = ask(question, lookup, today);
  return answer.outcome === 'found' ? answer.answers.join(' en ') : answer.outcome;
};

/** A question that turns an activity into another one is never answered with yes or with who has the first. */
describe.each([
  {
    rows: [
      ['Kapvergunning verlenen binnen de bebouwde kom', 'Dirk Mol'],
      ['Kapvergunning verlenen buiten de bebouwde kom', 'Els Prins'],
    ],
    right: [['wie verleent een kapvergunning buiten de bebouwde kom?', 'Els Prins']],
    never: ['mag Dirk Mol een kapvergunning verlenen buiten de bebouwde kom?'],
  },
  {
    rows: [
      ['Vergunning categorie A verlenen', 'Carla Smit'],
      ['Vergunning categorie B verlenen', 'Dirk Mol'],
    ],
    right: [['wie verleent een vergunning categorie B?', 'Dirk Mol']],
    never: [
      'mag Carla Smit een vergunning categorie B verlenen?',
      'mag Dirk Mol een vergunning categorie C verlenen?',
    ],
  },
  {
    rows: [
      ['Toewijzen van ligplaatsen klasse 1', 'Anna Berg'],
      ['Toewijzen van ligplaatsen klasse 2', 'Bas Dijk'],
    ],
    right: [['wie wijst een ligplaats klasse 2 toe?', 'Bas Dijk']],
    never: ['mag Anna Berg een ligplaats klasse 2 toewijzen?'],
  },
  {
    rows: [['Evenementenvergunning verlenen zonder geluid', 'Kees Boer']],
    right: [['mag Kees Boer een evenementenvergunning verlenen zonder geluid?', 'yes']],
    never: ['mag Kees Boer een evenementenvergunning verlenen met geluid?'],
  },
  {
    rows: [['Standplaatsen toewijzen, uitgezonderd kermis', 'Sam Groot']],
    right: [['wie wijst een standplaats toe?', 'Sam Groot']],
    never: ['mag Sam Groot een standplaats toewijzen voor de kermis?'],
  },
  {
    rows: [['Bouwplannen: toetsen', 'Carla Smit']],
    right: [['wie toetst bouwplannen?', 'Carla Smit']],
    never: ['wie valideert de BAG?', 'mag Carla Smit de BAG valideren?'],
  },
  {
    rows: [['Dossiers vernietigen', 'Anna Berg']],
    right: [['wie vernietigt dossiers?', 'Anna Berg']],
    never: ['mag Anna Berg kaarten vernietigen?', 'mag Anna Berg besluiten vernietigen?'],
  },
  {
    rows: [['Het nemen van besluiten op aanvragen om een omgevingsvergunning', 'Anna Berg', 'Bas Dijk']],
    right: [
      ['wie neemt een besluit over een omgevingsvergunning?', 'Anna Berg'],
      ['wie verleent een omgevingsvergunning?', 'Anna Berg'],
      ['wie geeft omgevingsvergunningen af?', 'Anna Berg'],
    ],
    never: ['wie heeft een omgevingsvergunning nodig?'],
  },
  {
    rows: [['Ontheffing geluidhinder verlenen', 'Anna Berg', 'Bas Dijk']],
    right: [['mag Anna Berg een ontheffing geluidhinder verlenen?', 'yes']],
    never: [
      'mag aan Anna Berg een ontheffing geluidhinder worden verleend?',
      'mag iemand voor Anna Berg een ontheffing geluidhinder verlenen?',
      'mag Anna Berg een ontheffing geluidhinder laten verlenen?',
      'mag Anna Berg een ontheffing geluidhinder verlenen zonder aanvraag?',
      'mag Anna Berg een ontheffing geluidhinder verlenen aan zichzelf?',
      'wie geeft Anna Berg mandaat om een ontheffing geluidhinder te verlenen?',
      'wie heeft een ontheffing geluidhinder?',
    ],
  },
  {
    rows: [['Geld lenen', 'Ivo Kabel']],
    right: [['wie leent geld?', 'Ivo Kabel']],
    never: ['wie leent geld uit?'],
  },
  {
    rows: [
      ['Weigeren mee te werken aan planologische afwijking', 'Xander Pol'],
      ['Het verlenen van toestemming voor het kappen van bomen', 'Hein Zee'],
    ],
    right: [['mag Hein Zee toestemming verlenen voor het kappen van bomen?', 'yes']],
    never: ['wie werkt mee aan een planologische afwijking?', 'wie mag een boom kappen?'],
  },
] satisfies {
  rows: readonly (readonly [string, string, string?])[];
  right: readonly (readonly [string, string])[];
  never: readonly string[];
}[])('a register with $rows', ({ rows, right, never }) => {
  const lookup = register(...(rows as readonly (readonly [string, string, string?])[]));
  const wrong = ['yes', ...rows.flatMap(([, ...names]) => names)];

  test.each(right as readonly (readonly [string, string])[])('%s', (question, expected) => {
    expect(outcomeOf(lookup, question)).toBe(expected);
  });

  test.each(never)('%s is neither yes nor a name', (question) => {
    expect(wrong).not.toContain(outcomeOf(lookup, question));
  });
});

test('who holds less than was asked hears no nee', () => {
  const lookup = register(
    ['Omgevingsvergunning verlenen', 'Mo Bakker'],
    ['Omgevingsvergunning bouwen verlenen', 'Nel Visser'],
  );
  expect(outcomeOf(lookup, 'mag Nel Visser een omgevingsvergunning verlenen?')).toBe('ambiguous');
  expect(outcomeOf(lookup, 'mag Mo Bakker een omgevingsvergunning verlenen?')).toBe('yes');
});
