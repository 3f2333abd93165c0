import { describe, expect, test } from 'vitest';
import {
  type Choosing,
  choosingFields,
  choosingForm,
  chosenIn,
  MOST_CHOICES,
} from '../../src/conversation/choosing.ts';
import type { Field, FormValues } from '../../src/conversation/form.ts';

const people = (count: number, name = (n: number) => `Persoon ${n}`) =>
  Array.from({ length: count }, (_, n) => ({ value: `id-${n}`, title: name(n), about: `Team ${n % 9}` }));
const nobody = { value: 'nobody', title: 'Kies iemand' };
const jans = ['Jan Bakker', 'Jan de Boer', 'Bos, Jan', 'Amira Sol'].map((title, n) => ({
  value: `jan-${n}`,
  title,
}));
const crowd = [...jans, ...people(200, (n) => `Collega ${n}`)];
const one: Choosing = {
  id: 'owner',
  label: 'Wie pakt het op?',
  part: 'Actie 1',
  first: [nobody],
  choices: crowd,
};
const many: Choosing = { id: 'members', label: 'Wie doen er mee?', many: true, choices: crowd };

const listOf = (fields: readonly Field[], id: string) => {
  const field = fields.find((each) => each.id === id);
  return field && 'choices' in field ? field.choices.map(({ value }) => value) : undefined;
};
const filled = (fields: readonly Field[], id: string) => fields.find((each) => each.id === id)?.value;
const ids = (fields: readonly Field[]) => fields.map(({ id }) => id);
/** The form as it comes back after somebody sent this. */
function sentBack(choosing: Choosing, sent: FormValues) {
  const read = chosenIn([choosing], sent);
  return { ...read, fields: choosingForm(choosing, read.sent) };
}

describe('up to fifty choices', () => {
  test.each([1, 2, 50])('%i stand in one list, and nothing is typed', (count) => {
    const choosing = { id: 'x', label: 'Wie?', choices: people(count) };
    expect(choosingForm(choosing, { x: 'id-0' })).toEqual([
      {
        id: 'x',
        kind: 'one',
        label: 'Wie?',
        value: 'id-0',
        choices: people(count).map(({ value, title }) => ({ value, title })),
      },
    ]);
  });

  test('the choice that stands for nobody counts too, and is chosen when nothing is', () => {
    const of = (count: number) => choosingForm({ ...one, choices: people(count) }, {});
    expect(of(49)).toMatchObject([{ id: 'owner', kind: 'one', value: 'nobody' }]);
    expect(listOf(of(49), 'owner')).toHaveLength(MOST_CHOICES);
    expect(ids(of(50))).toEqual(['ownerName']);
  });

  test('what was sent is left as it is, whatever else came along', () => {
    const sent = { x: 'anything', xName: 'Persoon 1', xFound: 'id-2' };
    expect(chosenIn([{ id: 'x', label: 'Wie?', choices: people(50) }], sent)).toEqual({ sent, problems: [] });
  });

  test('names at the limit of an import are typed, where their list would not fit on a card', () => {
    const long = people(50, (n) => `${n} ${'🌊'.repeat(60)}`);
    expect(ids(choosingForm({ id: 'x', label: 'Wie?', choices: long }, {}))).toEqual(['xName']);
  });
});

describe('one of more than fifty', () => {
  test('is typed', () => {
    const [field] = choosingForm(one, {});
    expect(field).toMatchObject({
      id: 'ownerName',
      kind: 'text',
      label: 'Wie pakt het op? Typ een deel van de naam',
      value: '',
    });
  });

  test('stands in a list once it is chosen, with the one for nobody, and another can be typed', () => {
    const fields = choosingForm(one, { owner: 'jan-3' });
    expect(ids(fields)).toEqual(['owner', 'ownerName']);
    expect(listOf(fields, 'owner')).toEqual(['nobody', 'jan-3']);
    expect(filled(fields, 'owner')).toBe('jan-3');
  });

  test('is found by a name that fits one, and the field is empty again', () => {
    const { sent, problems } = sentBack(one, { owner: '', ownerName: ' amira ', text: 'Bellen' });
    expect(problems).toEqual([]);
    expect(sent).toMatchObject({ owner: 'jan-3', ownerName: '', text: 'Bellen' });
  });

  test('is asked again when the name fits several: they stand below, the name and all else stay', () => {
    const { sent, problems, fields } = sentBack(one, { ownerName: 'jan', text: 'Bellen', due: '2026-12-01' });
    expect(problems).toEqual([
      'Actie 1: bij “jan” passen 3 namen. Kies hieronder welke je bedoelt, of maak het veld leeg.',
    ]);
    expect(sent).toMatchObject({ text: 'Bellen', due: '2026-12-01' });
    expect(ids(fields)).toEqual(['ownerName', 'ownerFound']);
    expect(filled(fields, 'ownerName')).toBe('jan');
    expect(listOf(fields, 'ownerFound')).toEqual(['jan-0', 'jan-1', 'jan-2']);
  });

  test('is then chosen from those', () => {
    const { sent, problems } = sentBack(one, { ownerName: 'jan', ownerFound: 'jan-1' });
    expect(problems).toEqual([]);
    expect(sent).toMatchObject({ owner: 'jan-1', ownerName: '', ownerFound: '' });
  });

  test('cannot be somebody whom the name does not fit, or who is not there', () => {
    for (const ownerFound of ['jan-3', 'id-7', 'stranger']) {
      const { sent, problems } = sentBack(one, { owner: '', ownerName: 'jan', ownerFound });
      expect(problems).toHaveLength(1);
      expect(sent.owner).toBe('');
    }
  });

  test('shows fifty at most of those that fit, and asks for more of the name', () => {
    const { problems, fields } = sentBack(one, { ownerName: 'collega' });
    expect(listOf(fields, 'ownerFound')).toHaveLength(MOST_CHOICES);
    expect(problems).toEqual([
      'Actie 1: bij “collega” passen 200 namen. Hieronder staan er 50. Staat de goede er niet bij? Typ dan meer van de naam.',
    ]);
  });

  test('that nobody is called leaves what was typed, and says so', () => {
    const { sent, problems, fields } = sentBack(one, { owner: 'jan-3', ownerName: 'Quinten' });
    expect(problems).toEqual([
      'Actie 1: bij “Quinten” vind ik niets. Typ een ander deel van de naam, of maak het veld leeg.',
    ]);
    expect(sent).toMatchObject({ owner: 'jan-3', ownerName: 'Quinten' });
    expect(ids(fields)).toEqual(['owner', 'ownerName']);
  });

  test('a name that is typed goes before who stood there', () => {
    expect(chosenIn([one], { owner: 'jan-0', ownerName: 'amira' }).sent.owner).toBe('jan-3');
  });

  test('a directory id is no name', () => {
    const { sent, problems } = chosenIn([one], { owner: '', ownerName: 'jan-0' });
    expect(problems).toHaveLength(1);
    expect(sent.owner).toBe('');
  });

  test('a value may have a comma in it, as the name of an activity has', () => {
    const named = {
      ...one,
      choices: people(60, (n) => `a${n}, b`).map(({ title }) => ({ value: title, title })),
    };
    expect(chosenIn([named], { ownerName: 'a', ownerFound: 'a7, b' }).sent.owner).toBe('a7, b');
    expect(listOf(choosingForm(named, { owner: 'a7, b' }), 'owner')).toEqual(['nobody', 'a7, b']);
  });
});

describe('several of more than fifty', () => {
  const near = new Set(['jan-1', 'id-4']);

  test('those near stand in a list to tick, the others are typed', () => {
    const fields = choosingForm({ ...many, near }, {});
    expect(fields).toMatchObject([
      { id: 'members', kind: 'many', label: 'Wie doen er mee?', value: undefined },
      { id: 'membersName', kind: 'long' },
    ]);
    expect(listOf(fields, 'members')).toEqual(['jan-1', 'id-4']);
  });

  test('near ones that are too many are typed as well', () => {
    const all = new Set(crowd.map(({ value }) => value));
    expect(ids(choosingForm({ ...many, near: all }, {}))).toEqual(['membersName']);
    expect(listOf(choosingForm({ ...many, near: all }, { members: 'id-3' }), 'members')).toEqual(['id-3']);
  });

  test('names come with commas or on lines, and are added to who was ticked', () => {
    const { sent, problems } = sentBack(many, {
      members: 'id-1,id-2',
      membersName: 'Amira Sol, Jan Bakker\nCollega 150;Collega 151\n\n',
    });
    expect(problems).toEqual([]);
    expect(sent).toMatchObject({ members: 'id-1,id-2,jan-3,jan-0,id-150,id-151', membersName: '' });
  });

  test('a comma may stand inside a name', () => {
    const { sent } = sentBack(many, { membersName: 'Bos, Jan, Amira Sol' });
    expect(sent.members).toBe('jan-2,jan-3');
  });

  test('whoever was unticked is out', () => {
    const { sent, fields } = sentBack(many, { members: 'id-2' });
    expect(sent.members).toBe('id-2');
    expect(listOf(fields, 'members')).toEqual(['id-2']);
  });

  test('what is clear is chosen; of the rest each name stays, with what it fits below', () => {
    const { sent, problems, fields } = sentBack(many, { membersName: 'amira, jan, Quinten' });
    expect(sent.members).toBe('jan-3');
    expect(filled(fields, 'membersName')).toBe('jan\nQuinten');
    expect(listOf(fields, 'members')).toEqual(['jan-3']);
    expect(listOf(fields, 'membersFound')).toEqual(['jan-0', 'jan-1', 'jan-2']);
    expect(problems).toHaveLength(2);
  });

  test('several of those may be ticked', () => {
    const { sent, problems } = sentBack(many, {
      members: 'jan-3',
      membersName: 'jan',
      membersFound: 'jan-0,jan-2',
    });
    expect(problems).toEqual([]);
    expect(sent).toMatchObject({ members: 'jan-3,jan-0,jan-2', membersName: '' });
  });

  test('who was ticked before is not taken for the one that is typed', () => {
    const { sent, problems } = sentBack(many, { members: 'jan-0', membersName: 'jan' });
    expect(problems).toHaveLength(1);
    expect(sent).toMatchObject({ members: 'jan-0', membersName: 'jan' });
  });

  test('fifty can be chosen; the names of more stay typed', () => {
    const typed = crowd.slice(10, 65).map(({ title }) => title);
    const { sent, problems, fields } = sentBack(many, { membersName: typed.join('\n') });
    expect(sent.members?.split(',')).toHaveLength(MOST_CHOICES);
    expect(sent.membersName?.split('\n')).toEqual(typed.slice(MOST_CHOICES));
    expect(problems).toEqual(['Kies er hooguit 50.']);
    expect(listOf(fields, 'members')).toHaveLength(MOST_CHOICES);
  });

  test('a name of somebody who is chosen already changes nothing', () => {
    expect(chosenIn([many], { members: 'jan-3', membersName: 'amira sol' }).sent.members).toBe('jan-3');
  });
});

test.each([
  [one, 'ownerName', 200, 'Actie 1'],
  [many, 'membersName', 2_000, 'Wie doen er mee'],
])('a text longer than its field is not looked up, and comes back cut', (choosing, id, longest, label) => {
  const { sent, problems } = sentBack(choosing, { [id]: 'Amira Sol\n'.repeat(500) });
  expect(problems).toEqual([expect.stringContaining(`${label}: hooguit`)]);
  expect(sent[id]).toHaveLength(longest);
  expect(sent[choosing.id]).toBeUndefined();
});

test('of very many names that fit nothing a few are said, and how many more there are', () => {
  const { problems } = sentBack(many, {
    membersName: Array.from({ length: 60 }, (_, n) => `qx${n}`).join('\n'),
  });
  expect(problems).toHaveLength(11);
  expect(problems.at(-1)).toBe('Bij nog 50 namen klopt iets niet.');
});

describe('of a text full of names', () => {
  /** How often a choice was looked at to read what somebody sent and to show the form again. */
  function looksFor(membersName: string): number {
    let looks = 0;
    const choices = crowd.map((choice) => ({
      ...choice,
      get value() {
        looks += 1;
        return choice.value;
      },
    }));
    sentBack({ ...many, choices }, { membersName });
    return looks;
  }

  test.each(['a', 'Amira Sol', 'colega', 'q', 'Bos, Jan'])('%s is looked up once', (name) => {
    const text = `${name}\n`.repeat(150);
    expect(looksFor(text)).toBe(looksFor(name));
    expect(sentBack(many, { membersName: text })).toEqual(sentBack(many, { membersName: name }));
  });

  test('one is the same in capitals and with other spaces around it', () => {
    expect(looksFor('COLEGA, colega ,\u00a0Colega;colega')).toBe(looksFor('COLEGA'));
  });

  test.each(['qx', 'collega '])('sixty are looked up, and %s more stay typed', (name) => {
    const names = Array.from({ length: 140 }, (_, n) => `${name}${300 + n}`);
    expect(looksFor(names.join(','))).toBe(looksFor(names.slice(0, 60).join('\n')));
    const { sent, problems } = sentBack(many, { membersName: names.join(',') });
    expect(problems[0]).toBe('Typ hooguit 60 namen tegelijk. De andere staan er nog.');
    expect(sent.membersName?.split('\n').slice(-80)).toEqual(names.slice(60));
  });

  test('sixty at once are no problem by themselves', () => {
    const text = Array.from({ length: 60 }, () => 'Amira Sol')
      .concat('Collega 1')
      .join('\n');
    expect(sentBack(many, { membersName: text }).problems).toEqual([]);
  });
});

test('the fields of one choice never have the name of another', () => {
  expect(['owner1', 'owner2', 'owner'].flatMap(choosingFields)).toHaveLength(
    new Set(['owner1', 'owner2', 'owner'].flatMap(choosingFields)).size,
  );
});

test('several choices of a form are read after each other, each problem with its part', () => {
  const second = { ...one, id: 'owner2', part: 'Actie 2' };
  const { sent, problems } = chosenIn([one, second], { ownerName: 'amira', owner2Name: 'Quinten' });
  expect(sent).toMatchObject({ owner: 'jan-3', owner2Name: 'Quinten' });
  expect(problems).toMatchObject([expect.stringMatching(/^Actie 2: /)]);
});
