import { describe, expect, test } from 'vitest';
import { dayAndTime } from '../../src/language/day-and-time.ts';

describe('a day and a time in typed Dutch', () => {
  test.each([
    ['dinsdag', { day: 'di' }],
    ['Op Woensdag graag', { day: 'wo' }],
    ['do 14.30', { day: 'do', time: '14:30' }],
    ['op vr om 9 uur', { day: 'vr', time: '09:00' }],
    ['10 uur', { time: '10:00' }],
    ['10:30', { time: '10:30' }],
    ['9.00 uur', { time: '09:00' }],
    ['9u30', { time: '09:30' }],
    ['om 10', { time: '10:00' }],
    ['om half elf', { time: '10:30' }],
    ['half 2', { time: '13:30' }],
    ['om drie uur', { time: '15:00' }],
    ['kwart over negen', { time: '09:15' }],
    ['kwart voor 4', { time: '15:45' }],
    ['twaalf uur', { time: '12:00' }],
    ['donderdag en vrijdag om acht uur', { day: 'do', time: '08:00' }],
    ['om 13u', { time: '13:00' }],
  ])('%s', (text, found) => {
    expect(dayAndTime(text)).toEqual(found);
  });

  test.each([
    '',
    'later',
    'when do I get it',
    'mijn ma belt',
    '25:00',
    'week 48',
    'over 3 dagen',
    'met 4 mensen',
  ])('none in "%s"', (text) => {
    expect(dayAndTime(text)).toEqual({});
  });
});
