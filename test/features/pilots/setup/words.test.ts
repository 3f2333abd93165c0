import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amira, type Course, gijs, outsider, startCourse } from '../course.ts';

let town: Course;
beforeEach(async () => {
  town = await startCourse();
  await town.core.people.change('objecten-west', gijs.id, (now) => ({ ...now, access: ['projectleider'] }));
});
afterEach(() => town.stop());

test.each([
  ['hoe start ik een pilot', 'Nieuwe pilot'],
  ['Hoe begin ik een pilot?', 'Nieuwe pilot'],
  ['ik wil een pilot beginnen', 'Nieuwe pilot'],
  ['hoe start ik een proefweek', 'Nieuwe proefweek'],
  ['nieuwe mini-pilot', 'Nieuwe mini-pilot'],
  ['pilot verlengen', 'Hoe lang duurt de pilot?'],
  ['verleng de pilot', 'Hoe lang duurt de pilot?'],
  ['hoe verleng ik een pilot?', 'Hoe lang duurt de pilot?'],
  ['pilot afronden', 'Toch afronden'],
  ['Hoe rond ik een pilot af', 'Toch afronden'],
  ['einddatum wijzigen', 'Periode en naam'],
  ['pilot hernoemen', 'Periode en naam'],
  ['ronde', 'Ronde 1: wat verander je?'],
  ['nieuwe ronde', 'Ronde 1: wat verander je?'],
  ['evaluatie', 'Vraag het team hoe de pilot was'],
  ['leiding overgeven', 'Wie leidt de pilot voortaan?'],
  ['kickoff', 'De kick-off'],
  ['pilot verlaten', 'Wil je deze pilot verlaten?'],
  ['afgeronde pilots', 'Er is geen afgeronde pilot'],
])('who leads a pilot is understood: %s', async (text, answer) => {
  expect(await town.says(gijs, text)).toContain(answer);
});

test.each([
  ['ronde', 'Mutaties West'],
  ['evaluatie', 'Je team heeft de vragen nog niet gekregen'],
  ['pilot verlengen', 'Alleen wie de pilot leidt, kan dit'],
  ['pilot afronden', 'Alleen wie de pilot leidt, kan dit'],
  ['leiding overgeven', 'Alleen wie de pilot leidt, kan dit'],
  ['ik wil uit de pilot', 'Wil je deze pilot verlaten?'],
  ['hoe start ik een pilot', 'Vraag het je leidinggevende, of een projectleider'],
  ['mag ik een pilot starten', 'Vraag het je leidinggevende, of een projectleider'],
  ['pilot overnemen', 'projectleider'],
])('who is in a pilot is understood: %s', async (text, answer) => {
  expect(await town.says(amira, text)).toContain(answer);
});

describe('help', () => {
  const inHelp = async (who: typeof gijs) =>
    `${await town.says(who, 'help')}${await town.says(who, 'help pilot')}`;

  test('has for who leads a pilot what they may', async () => {
    const words = await inHelp(gijs);
    for (const phrase of [
      'nieuwe pilot',
      'pilot verlengen',
      'pilot afronden',
      'ronde',
      'evaluatie',
      'kick-off',
      'leiding overgeven',
      'afgeronde pilots',
    ])
      expect(words, phrase).toContain(phrase);
  });

  test('has nothing of a pilot for who is in none, and nothing to begin one for who may not', async () => {
    const words = await inHelp(outsider);
    for (const phrase of [
      'kick-off',
      'standup vandaag',
      'pilot verlengen',
      'pilot afronden',
      'afgeronde pilots',
    ])
      expect(words, phrase).not.toContain(phrase);
    const theirs = await inHelp(amira);
    expect(theirs).toContain('kick-off');
    for (const phrase of ['nieuwe pilot', 'pilot verlengen', 'pilot afronden', 'leiding overgeven'])
      expect(theirs, phrase).not.toContain(phrase);
  });
});
