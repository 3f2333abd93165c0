import { expect, test } from 'vitest';
import { dutiesOn } from '../../../../src/features/mandates/register/duties.ts';
import { entry, townLookup } from '../town.ts';

const DAY = '2026-11-24';
const nobody = { find: () => undefined };
const short = (entries: Parameters<typeof townLookup>[0], tenures = {}) =>
  dutiesOn(townLookup(entries, tenures), DAY, nobody).held.map(({ name, duty, registration, area, as }) =>
    [name, duty, registration, area, as].join(' '),
  );

test('says who may do what is kept apart, with the deputies', () => {
  expect(short([entry()])).toEqual(['Ans Bos valideren BAG G holder', 'Bo Vis valideren BAG G deputy']);
});

test('two duties in one entry are two', () => {
  expect(short([entry({ activity: 'mutaties verwerken en goedkeuren', deputies: [] })])).toEqual([
    'Ans Bos verwerken BAG G holder',
    'Ans Bos goedkeuren BAG G holder',
  ]);
});

test('says nothing of what holds on another day, and of what is about something else', () => {
  expect(short([entry({ until: '2026-11-23' }), entry({ from: '2026-11-25' })])).toEqual([]);
  expect(short([entry({ activity: 'klachten valideren', registration: '' })])).toEqual([]);
  expect(short([entry({ activity: 'opdracht verstrekken' })])).toEqual([]);
});

test('a function is held by who fulfils it that day, and by nobody while it is vacant', () => {
  const held = entry({ holder: 'Teamleider', deputies: [] });
  const tenures = [{ function: 'Teamleider', person: 'Cor Dam', from: '2026-11-24' }];
  expect(short([held], { tenures })).toEqual(['Cor Dam valideren BAG G holder']);
  expect(short([held], { tenures: [{ ...tenures[0], from: '2026-11-25' }] })).toEqual([]);
});

test('knows the account of a name that one colleague has', () => {
  const found = dutiesOn(townLookup([entry({ deputies: [] })]), DAY, {
    find: (name: string) => (name === 'Ans Bos' ? ({ directoryId: 'ans' } as never) : undefined),
  });
  expect(found.held).toMatchObject([{ directoryId: 'ans' }]);
  expect(found.areas.find(({ code }) => code === 'Z1')).toMatchObject({
    name: 'Haven',
    chain: ['Z1', 'Z', 'G'],
  });
});
