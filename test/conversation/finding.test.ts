import { describe, expect, test } from 'vitest';
import { type Choosable, found, told } from '../../src/conversation/finding.ts';

const one = (title: string, about?: string, also: string[] = []): Choosable => ({
  value: `id-${title}-${about}`,
  title,
  about,
  also,
});
const town = [
  one('Amira Sol', 'Noord', ['amira.sol@gemeente.example']),
  one('Jan Bakker', 'Noord', ['jan.bakker@gemeente.example']),
  one('Jan Bakker-Smit', 'Zuid', ['j.smit@gemeente.example']),
  one('Janneke de Wit', 'Zuid', ['janneke@gemeente.example']),
  one('Zoë Çelik', 'Noord', ['zoe@gemeente.example']),
  one('Wijkteam 🌊'),
  one('Wijkteam 🌳'),
  one('Team A', undefined, ['TA']),
  one('Team A+'),
];
const titles = (typed: string) => found(town, typed).map(({ title }) => title);

describe('what somebody types finds', () => {
  test.each([
    ['a whole name, before longer names with it', 'jan bakker', ['Jan Bakker']],
    ['a name without its accents', 'zoe celik', ['Zoë Çelik']],
    ['the beginning of words, in any order', 'bak jan', ['Jan Bakker', 'Jan Bakker-Smit']],
    ['all that begins so', 'jan', ['Jan Bakker', 'Jan Bakker-Smit', 'Janneke de Wit']],
    ['a part in the middle of a word', 'nnek', ['Janneke de Wit']],
    ['a name with a slip', 'Amiar Sol', ['Amira Sol']],
    ['a whole address', 'J.Smit@gemeente.example', ['Jan Bakker-Smit']],
    ['an address up to its @', 'janneke', ['Janneke de Wit']],
    ['a name with its team, as a list tells it', 'Jan Bakker (Noord)', ['Jan Bakker']],
    ['what it is called otherwise', 'ta', ['Team A']],
    ['names that differ in an emoji', 'Wijkteam 🌳', ['Wijkteam 🌳']],
    ['an emoji alone', '🌊', ['Wijkteam 🌊']],
    ['names that differ in a sign', 'team a+', ['Team A+']],
    ['several that are the same without it', 'wijkteam', ['Wijkteam 🌊', 'Wijkteam 🌳']],
    ['nothing where nothing is alike', 'Quinten', []],
    ['nothing for the domain that all addresses share', 'gemeente', []],
    ['nothing for spaces', '   ', []],
    ['nothing for signs that no name has', '!!', []],
  ])('%s', (_what, typed, expected) => {
    expect(titles(typed)).toEqual(expected);
  });

  test('nothing by the id that is kept: it is looked up by name', () => {
    expect(found([{ value: 'abc-123', title: 'Amira Sol' }], 'abc-123')).toEqual([]);
  });

  test('both of a name', () => {
    const twins = [one('Jan Vos', 'Noord', ['a@x.nl']), one('Jan Vos', 'Zuid', ['b@x.nl'])];
    expect(found(twins, 'jan vos')).toEqual(twins);
    expect(found(twins, 'jan vos zuid')).toEqual([twins[1]]);
    expect(found(twins, 'b@x.nl')).toEqual([twins[1]]);
  });
});

describe('in a list', () => {
  const list = (choices: readonly Choosable[]) => told(choices).map(({ title }) => title);

  test('a name stands alone when it is the only one', () => {
    expect(list([one('Jan Vos', 'Noord'), one('An Vos', 'Noord')])).toEqual(['Jan Vos', 'An Vos']);
  });

  test('two of one name are told apart by their team', () => {
    expect(list([one('Jan Vos', 'Noord'), one('jan vos', 'Zuid')])).toEqual([
      'Jan Vos (Noord)',
      'jan vos (Zuid)',
    ]);
  });

  test('two of one name in one team by their address as well', () => {
    expect(list([one('Jan Vos', 'Noord', ['a@x.nl']), one('Jan Vos', 'Noord', ['b@x.nl'])])).toEqual([
      'Jan Vos (Noord, a@x.nl)',
      'Jan Vos (Noord, b@x.nl)',
    ]);
  });

  test('two of one name without a team by their address alone', () => {
    expect(list([one('Jan Vos', '', ['a@x.nl']), one('Jan Vos', undefined, ['b@x.nl'])])).toEqual([
      'Jan Vos (a@x.nl)',
      'Jan Vos (b@x.nl)',
    ]);
  });
});
