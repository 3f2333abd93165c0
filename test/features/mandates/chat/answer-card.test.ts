import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { answerCard } from '../../../../src/features/mandates/chat/answer-card.ts';
import type { AnswerContext } from '../../../../src/features/mandates/chat/contacts.ts';
import type { EntryBlock } from '../../../../src/features/mandates/chat/entry-block.ts';
import { ask } from '../../../../src/features/mandates/questions/ask.ts';
import { colleaguesOf } from '../../../../src/features/mandates/register/colleagues.ts';
import type { Lookup } from '../../../../src/features/mandates/register/lookup.ts';
import type { RegisterEntry, Tenure } from '../../../../src/features/mandates/register/register.ts';
import type { Person } from '../../../../src/people/person.ts';
import { imported, somebody } from '../../../support/bot.ts';
import { demoLookup } from '../registers.ts';
import { entry, townLookup } from '../town.ts';

const DAY = '2026-11-24';
const sanne = imported(somebody(7, 'Sanne Vos')) as Person;

interface Shown {
  title: string;
  reason: string;
  broader: string;
  keepers: string;
  hidden: string[];
  blocks: EntryBlock[];
  beside: { label: string; value: string }[];
  links: { title: string }[];
  isFixVisible: boolean;
}

/** What the card of an answer shows, and what is read aloud. */
function shown(question: string, lookup: Lookup, change: Partial<AnswerContext> = {}) {
  const colleagues = colleaguesOf([sanne], []);
  const around = { lookup, colleagues, today: DAY, shared: false, ...change };
  const { text, card } = answerCard(ask(question, lookup, Temporal.PlainDate.from(DAY)), around);
  return { text, ...(card?.data as unknown as Shown) };
}

const labels = (facts: readonly { label: string }[] = []) => facts.map(({ label }) => label);
const own = (change: Partial<RegisterEntry>) => entry({ registration: '', deputies: [], ...change });
const leader: Tenure = { function: 'Teamleider Vergunningen', person: 'Lies Olm', from: '2026-01-01' };

describe('an answer in one sentence', () => {
  test.each([
    ['wie valideert BAG in Delfshaven?', 'Chantal Duin valideert BAG in Delfshaven'],
    ['wie verwerkt BGT in Kralingen-Crooswijk?', 'Karim Dijk verwerkt BGT in Kralingen-Crooswijk'],
    ['wie keurt BGT goed in Kralingen-Crooswijk?', 'Lotte Vaart keurt BGT goed in Kralingen-Crooswijk'],
    ['wie voert de regie over de BAG?', 'Gijs Toren voert regie over BAG in Rotterdam'],
    ['wie koppelt?', 'Ilse Werf koppelt registraties in Rotterdam'],
    [
      'wie valideert BAG in Charlois op 1 maart 2026?',
      'Driss Haven valideert BAG in Charlois op 1 maart 2026',
    ],
    [
      'wie beslist bij een geschil over de BGT?',
      'Hanna Kering beslist bij een geschil over BGT in Rotterdam',
    ],
    ['wie is objectregisseur BAG?', 'Gijs Toren is Objectregisseur voor BAG in Rotterdam'],
    ['wie vervangt Gijs Toren?', 'Hanna Kering vervangt Gijs Toren'],
    ['wie is eindverantwoordelijk voor de BAG?', 'De gemeente Rotterdam is eindverantwoordelijk voor de BAG'],
    [
      'tot welk bedrag mag Gijs Toren opdracht geven?',
      'Gijs Toren mag opdrachten verstrekken tot en met € 25.000',
    ],
    ['welke mandaten heeft Ilse Werf?', 'Ilse Werf heeft één mandaat'],
    ['welke organisatie valideert WOZ?', 'Belastingsamenwerking De Delta valideert WOZ in Rotterdam'],
    ['mag Chantal Duin BAG valideren in Delfshaven?', 'Ja, Chantal Duin mag BAG valideren in Delfshaven'],
    [
      'mag Gijs Toren een opdracht geven van 10.000 euro in Delfshaven?',
      'Ja, Gijs Toren mag opdrachten van € 10.000 verstrekken in Delfshaven',
    ],
    [
      'mag Driss Haven BAG valideren in Charlois als Eefje er niet is?',
      'Ja, Driss Haven mag BAG valideren in Charlois, als Eefje Polder er niet is',
    ],
    ['mag Chantal Duin BAG verwerken in Noord?', 'Nee, Chantal Duin mag BAG niet verwerken in Noord'],
    ['mag Chantal Duin haar eigen mutatie valideren?', 'Nee, dat doet een ander'],
    ['mag Driss Haven BAG valideren in Noord?', 'Ja, maar niet wat Driss Haven zelf verwerkte'],
  ])('%s', (question, title) => {
    expect(shown(question, demoLookup()).title).toBe(title);
  });

  test('names each with the registration, where these differ', () => {
    const { title, text } = shown('wie valideert in Delfshaven?', demoLookup());
    expect(title).toBe('In Delfshaven valideren Chantal Duin (BAG), Driss Haven (BGT) en Farid Brug (WOZ)');
    expect(text).toMatch(
      /^In Delfshaven valideren Chantal Duin voor BAG, Driss Haven voor BGT, en Farid Brug voor WOZ/,
    );
  });

  test('is right for two people, and for what a register calls it itself', () => {
    const two = [entry({ area: 'N' }), entry({ id: 'M2', area: 'N', holder: 'Cor Dam' })];
    expect(shown('wie valideert BAG in Noord?', townLookup(two)).title).toBe(
      'Ans Bos en Cor Dam valideren BAG in Noord',
    );
    const approve = two.map((one) => ({ ...one, activity: 'goedkeuren' }));
    expect(shown('wie keurt BAG goed in Noord?', townLookup(approve)).title).toBe(
      'Ans Bos en Cor Dam keuren BAG goed in Noord',
    );
  });

  test.each([
    [
      'Ontheffingen verlenen',
      'wie mag ontheffingen verlenen?',
      'Lies Olm mag dit: ontheffingen verlenen in Stad',
    ],
    [
      'Kwijtschelding verlenen',
      'mag Lies Olm kwijtschelding verlenen?',
      'Ja, Lies Olm mag dit: kwijtschelding verlenen in Stad',
    ],
  ])('keeps own words of the register whole: %s', (activity, question, title) => {
    const lookup = townLookup([own({ activity, holder: leader.function })], { tenures: [leader] });
    const card = shown(question, lookup);
    expect(card.title).toBe(title);
    expect(labels(card.blocks[0]?.lines)).toContain('Functie');
    expect(card.text).not.toMatch(/:(?! )/);
  });

  test('is about "jouw naam" for who asks about their own mandates, and names them where others read along', () => {
    const ilse = imported(somebody(12, 'Ilse Werf')) as Person;
    const around = { colleagues: colleaguesOf([ilse], []), asker: ilse.directoryId };
    const ask = (shared: boolean) =>
      shown('welke mandaten heeft Ilse Werf?', demoLookup(), { ...around, shared }).title;
    expect(ask(false)).toBe('Op jouw naam staat één mandaat');
    expect(ask(true)).toBe('Ilse Werf heeft één mandaat');
  });

  test('says how many mandates there are with a verb that fits', () => {
    const reason = (question: string) =>
      ask(question, demoLookup(), Temporal.PlainDate.from(DAY)).answer.reason;
    expect(reason('welke mandaten heeft Ilse Werf?')).toBe('Dit mandaat geldt op die dag.');
    expect(reason('welke mandaten heeft Gijs Toren?')).toBe('Deze mandaten gelden op die dag.');
  });
});

describe('what a card shows at once', () => {
  test('is deputy, dispute and what limits the answer; the rest is one tap further', () => {
    const limited = [
      entry({ conditions: 'alleen na overleg', fourEyes: true, role: 'Coördinator' }),
      entry({ id: 'D1', activity: 'regie', holder: 'Dik Es' }),
    ];
    const { blocks, hidden, reason } = shown('wie valideert BAG?', townLookup(limited));
    expect(labels(blocks[0]?.lines)).toEqual(['Vervanger', 'Bij een geschil', 'Voorwaarden']);
    expect(labels(blocks[0]?.rest)).toEqual([
      'Mandaat',
      'Rol',
      'Organisatie',
      'Vier ogen',
      'Grondslag',
      'Geldig',
      'Nummer',
    ]);
    expect(hidden).toEqual(['mandaat-0-meer', 'klopt-niet']);
    expect(reason).toBe('');
  });

  test('has no fields to ask otherwise beside an answer or a choice, only where nothing else helps', () => {
    const visible = (question: string) => shown(question, demoLookup()).isFixVisible;
    expect(visible('wie valideert BAG in Delfshaven?')).toBe(false);
    expect(visible('wie valideert?')).toBe(false);
    expect(visible('wie valideert BRK in Delfshaven?')).toBe(true);
  });

  test('is the entry that limits a yes least; others are one tap further', () => {
    const both = [
      entry({ id: 'M1', area: 'N', conditions: 'alleen na overleg' }),
      entry({ id: 'M2', area: 'G' }),
    ];
    const { blocks, hidden } = shown('mag Ans Bos BAG valideren in Noord?', townLookup(both));
    expect(blocks.map(({ isVisible, lines }) => [isVisible, labels(lines).includes('Voorwaarden')])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(hidden).toEqual(['mandaat-0-meer', 'mandaat-1-meer', 'mandaat-1', 'klopt-niet']);
  });

  test('keeps a status that is more than valid', () => {
    const status = (change: Partial<RegisterEntry>) =>
      shown('wie valideert BAG?', townLookup([entry(change)])).blocks[0]?.status;
    expect(status({})).toBe('');
    expect(status({ until: '2026-12-01' })).toBe('⏳ Loopt af op 1 december 2026');
  });

  test('says who checks what somebody processed', () => {
    expect(shown('mag Driss Haven BAG valideren in Noord?', demoLookup()).reason).toBe(
      'Dat doet Chantal Duin.',
    );
  });

  test('names nobody who directs a registration for what is about none', () => {
    const entries = [
      own({ activity: 'Ontheffingen verlenen', holder: 'Cor Dam' }),
      entry({ id: 'D1', activity: 'regie', holder: 'Dik Es' }),
    ];
    const dispute = (all: RegisterEntry[]) =>
      shown('wie mag ontheffingen verlenen?', townLookup(all)).blocks[0]?.lines.find(
        ({ label }) => label === 'Bij een geschil',
      )?.value;
    expect(dispute(entries)).toBeUndefined();
    expect(dispute([...entries, own({ id: 'D2', activity: 'regie', holder: 'Els Kok' })])).toBe('Els Kok');
  });

  test('says in the title what is not recorded, and not once more below it', () => {
    const { title, blocks } = shown('wie valideert BRK in Delfshaven?', demoLookup());
    expect(title).toBe('Niet vastgelegd: BRK valideren in Delfshaven');
    expect(blocks).toEqual([]);
  });

  test('says it when nobody settles a dispute about what is validated', () => {
    const [fact] = (shown('wie valideert WOZ?', demoLookup()).blocks[0]?.lines ?? []).filter(
      ({ label }) => label === 'Bij een geschil',
    );
    expect(fact?.value).toBe('niet vastgelegd');
  });
});

describe('who may as well', () => {
  const near = entry({ id: 'M1', area: 'N', deputies: ['Bo Vis'] });

  test.each<[string, Partial<RegisterEntry>, string]>([
    ['somebody else', { holder: 'Cor Dam' }, 'Cor Dam'],
    ['nobody who is the answer', { holder: 'Ans Bos' }, ''],
    ['nobody who is the answer, spelled otherwise', { holder: 'ans  bos' }, ''],
    ['nobody who is the deputy', { holder: 'Bo Vis' }, ''],
    ['nobody who is the answer through a function', { holder: 'Teamleider' }, ''],
  ])('is %s', (_what, change, broader) => {
    const tenures = [{ function: 'Teamleider', person: 'Ans Bos', from: '2026-01-01' }];
    const lookup = townLookup([near, entry({ id: 'M2', ...change })], { tenures });
    expect(shown('wie valideert BAG in Noord?', lookup).broader).toBe(broader);
  });

  test('is somebody once, however many wider entries they have', () => {
    const lookup = townLookup([
      { ...near, area: 'Z1' },
      entry({ id: 'M2', area: 'Z', holder: 'Cor Dam' }),
      entry({ id: 'M3', holder: 'Cor Dam' }),
    ]);
    expect(shown('wie valideert BAG in Haven?', lookup).broader).toBe('Cor Dam');
  });

  test('in a part of the municipality is nobody who may in the whole of it', () => {
    const tenures = ['Ans Bos', 'Cor Dam'].map((person) => ({ function: 'Duo', person, from: '2026-01-01' }));
    const lookup = townLookup([entry(), entry({ id: 'M2', area: 'N', holder: 'Duo' })], { tenures });
    expect(shown('wie valideert BAG?', lookup).beside).toEqual([
      { label: 'In een kleiner gebied ook', value: 'Cor Dam (Noord)' },
    ]);
  });
});

describe('an answer about several registrations', () => {
  const wide = 'Ook bevoegd, in een groter gebied';
  const several = [
    entry({ id: 'M1', area: 'N', registration: 'BAG', holder: 'Ans Bos', deputies: [] }),
    entry({ id: 'M2', area: 'N', registration: 'BRO', holder: 'Eva Pot', deputies: [] }),
    entry({ id: 'M3', area: 'G', registration: 'BAG', holder: 'Cor Dam', deputies: [] }),
    entry({ id: 'M4', area: 'Z', registration: 'BGT', holder: 'Bo Vis', deputies: [] }),
    entry({ id: 'M5', area: 'G', registration: '', activity: 'verwerken', holder: 'Dik Es' }),
  ];

  test('says of which of them each is that may in a wider area, and nothing of it apart', () => {
    const { blocks, broader, reason } = shown('wie valideert in Noord?', townLookup(several));
    expect(reason).toContain('Voor BGT is niets vastgelegd.');
    expect(broader).toBe('');
    const told = blocks.map(({ heading, lines }) => [
      heading,
      lines.filter(({ label }) => label === wide).map(({ value }) => value),
    ]);
    expect(told).toEqual([
      ['Valideren · BAG · Noord', ['Cor Dam']],
      ['Valideren · BRO · Noord', []],
      ['Valideren · BGT', []],
    ]);
  });

  test('names everybody with what they may, also who may instead and in a part', () => {
    const lookup = townLookup([
      ...several,
      entry({ id: 'M6', area: 'G', registration: 'BRO', holder: 'Cor Dam', deputies: [] }),
      entry({ id: 'M7', area: 'G', registration: 'BGT', holder: 'Cor Dam', deputies: [] }),
    ]);
    expect(shown('mag Dik Es valideren in Noord?', lookup).beside).toEqual([
      {
        label: 'Wel bevoegd',
        value: 'Ans Bos (BAG in Noord), Cor Dam (BGT in Stad), Eva Pot (BRO in Noord)',
      },
    ]);
  });

  const places = demoLookup().register.areas.map(({ name }) => name);
  test.each(['wie valideert in', 'wie verwerkt in', 'wie keurt goed in', 'wie mag regie voeren in'])(
    '%s any place of the demo: who is said to may as well, may what stands above it',
    (question) => {
      const lookup = demoLookup();
      for (const place of places) {
        const { blocks, broader } = shown(`${question} ${place}?`, lookup);
        const seen = blocks.filter(({ heading }) => heading !== '');
        if (new Set(seen.map(({ heading }) => heading.split(' · ')[1])).size > 1) expect(broader).toBe('');
        for (const { heading, lines } of seen)
          for (const { value } of lines.filter(({ label }) => label === wide)) {
            const [, registration] = heading.split(' · ');
            const names = value.split(/, | en /);
            expect(
              names.every((name) =>
                lookup.heldBy(name).some((one) => ['', registration].includes(one.registration)),
              ),
              `${place}: ${heading}: ${value}`,
            ).toBe(true);
          }
      }
    },
  );
});

describe('another organisation', () => {
  const outside = entry({ organisation: 'De Delta', deputies: [], contact: 'Sanne Vos' });
  const contact = (entries: RegisterEntry[], change: Partial<AnswerContext> = {}) =>
    shown('wie valideert BAG in Stad?', townLookup(entries), change).blocks[0]?.lines.find(({ label }) =>
      label.startsWith('Contact'),
    );

  test('has somebody who speaks with it, whom one can reach', () => {
    expect(contact([outside])).toEqual({ label: 'Contact met De Delta', value: 'Sanne Vos' });
    const { links, keepers } = shown('wie valideert BAG?', townLookup([outside]));
    expect(links.map(({ title }) => title)).toEqual(['Chat met Sanne', 'Bel Sanne']);
    expect(keepers).toBe('');
  });

  test('has the same one in all of its entries, and is found by mail address too', () => {
    const other = entry({ id: 'M2', registration: 'BGT', organisation: 'de delta', contact: sanne.upn });
    const entries = [{ ...outside, contact: undefined }, other];
    expect(contact(entries)).toEqual({ label: 'Contact met De Delta', value: sanne.upn });
    const { links } = shown('wie valideert BAG?', townLookup(entries));
    expect(links.map(({ title }) => title)).toEqual(['Chat met Sanne', 'Bel Sanne']);
  });

  test.each(['Stad', 'gemeente Stad', ''])('is not the municipality itself: "%s"', (organisation) => {
    expect(contact([{ ...outside, organisation }])).toBeUndefined();
  });

  test('has nobody when that is not recorded, and none for whoever does not work here', () => {
    expect(contact([{ ...outside, contact: undefined }])).toBeUndefined();
    expect(contact([outside], { outsider: true, colleagues: colleaguesOf([], []) })).toBeUndefined();
  });
});
