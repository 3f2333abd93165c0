import { afterEach, describe, expect, test } from 'vitest';
import { imported, inChannel, typed } from '../../support/bot.ts';
import { crewOf, pilotOf } from '../../support/pilot.ts';
import { amira, bram, type Course, gijs, mates, PILOT, startCourse, wordsOf } from './course.ts';

let town: Course;
afterEach(() => town.stop());
const start = async (...of: Parameters<typeof startCourse>) => {
  town = await startCourse(...of);
};
const standup = {
  days: ['wo'] as 'wo'[],
  from: '09:00',
  until: '11:00',
  questions: ['Wat heb je gedaan?', 'Wat ga je doen?', 'Waar loop je vast?'] as [string, string, string],
};
const criteria = [{ name: 'Doorlooptijd', start: 12, target: 8, unit: 'dagen', measured: [] }];
/** Gijs leads a second pilot, which has goals only where they are given. */
const second = (change: object = {}) =>
  town.core.pilots.add(pilotOf({ id: 'P-2', name: 'Tweede proef', ...change }), crewOf([gijs], mates));

describe('the evaluation, for who leads it', () => {
  test.each([
    ['of many', mates],
    ['of few', mates.slice(0, 3)],
  ])('names the pilot on each card: %s', async (_, members) => {
    await start({}, members);
    await second();
    for (const words of [
      await town.tapsAlone(gijs, 'pilot.evaluation'),
      await town.tapsAlone(gijs, 'pilot.ask-evaluation'),
      await town.tapsAlone(gijs, 'pilot.evaluation'),
    ])
      expect(words).toContain('Mutaties West');
    await town.core.pilots.change(PILOT, (now) => ({ ...now, channel: undefined }));
    expect(await town.tapsAlone(gijs, 'pilot.ask-evaluation')).toContain('Mutaties West');
    await town.core.settings.changeMunicipality((now) => ({ ...now, consent: undefined }));
    expect(await town.tapsAlone(gijs, 'pilot.ask-evaluation')).toContain('Mutaties West');
  });
});

describe('meting toevoegen', () => {
  test('leads to the form, also after choosing a pilot', async () => {
    await start({ criteria });
    expect(await town.says(gijs, 'meting toevoegen')).toContain('Wat meten jullie nu?');
    await second({ criteria });
    for (const text of ['meting toevoegen', 'meting', 'ik wil een meting toevoegen', 'nieuwe meting'])
      expect(await town.says(gijs, text), text).toContain('"verb":"pilot.edit-measure"');
  });

  test('of a pilot without goals says so, and offers them to who leads it', async () => {
    await start();
    const words = await town.says(gijs, 'meting toevoegen');
    expect(words).toContain('Deze pilot heeft nog geen doel om te meten');
    expect(words).toContain('pilot.edit-goals');
    expect(await town.says(amira, 'meting toevoegen')).not.toContain('pilot.edit-goals');
  });
});

describe('the stand-up', () => {
  const share = (who: typeof gijs) =>
    town.taps(who, 'standup.save', {
      day: '2026-11-25',
      answer1: 'Gebeld',
      answer2: '',
      answer3: 'Geen lijst',
    });

  test('that somebody reads who shared, has a button to change that; for others to fill it in', async () => {
    await start({ standup });
    await share(amira);
    const day = { day: '2026-11-25' };
    expect(await town.taps(amira, 'standup.day', day)).toContain('"title":"Wijzig"');
    expect(await town.taps(amira, 'standup.day', day)).not.toContain('"title":"Vul in"');
    expect(await town.taps(bram, 'standup.day', day)).toContain('"title":"Vul in"');
    expect(await town.says(amira, 'stand-up vandaag')).toContain('"title":"Wijzig"');
    // In the channel others read the same words.
    expect(wordsOf(await town.hear(inChannel(typed(amira, '<at>Kompas</at> stand-up vandaag'))))).toContain(
      '"title":"Vul in"',
    );
  });

  test.each([gijs, amira])(
    'of today, in which nobody shared, says so, and offers to fill it in',
    async (who) => {
      await start({ standup });
      const typedHere = wordsOf(await town.hear(inChannel(typed(who, '<at>Kompas</at> stand-up vandaag'))));
      for (const words of [
        await town.says(who, 'stand-up vandaag'),
        await town.tapsAlone(who, 'standup.today'),
        typedHere,
      ]) {
        expect(words).toContain('Nog niemand deelde vandaag iets');
        expect(words).toContain('"title":"Vul in"');
        expect(words).not.toContain('Wat heb je gedaan?');
      }
    },
  );
});

describe('an action that somebody takes on', () => {
  test.each([
    ['with a day', '2026-11-27', true],
    ['without one', undefined, false],
  ])('%s: whether that day is right is asked only of a day', async (_, due, asks) => {
    await start();
    const todo = { id: 'A-1', text: 'Bellen', source: 'standup' as const, day: '2026-11-24', due };
    await town.core.pilotActions.add(PILOT, todo);
    const words = await town.tapsAlone(amira, 'action.take', { action: 'A-1' });
    expect(words).toContain('Jij pakt het op.');
    expect(words.includes('Klopt de dag niet')).toBe(asks);
    expect(words).toContain('Tik op “Wijzig wie of wanneer”.');
  });
});

describe('a kick-off', () => {
  const save = (hours: string) =>
    town.tapsAlone(gijs, 'pilot.save-kickoff', {
      hours,
      tools: 'het portaal',
      works: 'yes',
      support: 'Petra',
      where: 'hier',
    });

  test.each(['0', '0,0'])('with %s hours says what that does, to who leads the pilot', async (hours) => {
    await start();
    const words = await save(hours);
    expect(words).toContain('De kick-off staat in het kanaal.');
    expect(words).toContain('Zonder vrije uren komt de pilot boven op het gewone werk.');
    expect(wordsOf(town.posted() as never)).toContain('Tijd: er zijn geen uren vrijgemaakt.');
    expect((await town.stored()).hours).toBe(0);
  });

  test.each(['8', ''])('with “%s” does not', async (hours) => {
    await start();
    expect(await save(hours)).not.toContain('Zonder vrije uren');
  });
});

describe('what who leads a pilot types in own words', () => {
  test.each([
    ['we hebben een week langer nodig', 'Hoe lang duurt de pilot?'],
    ['we hebben meer tijd nodig', 'Hoe lang duurt de pilot?'],
    ['de pilot moet langer duren', 'Hoe lang duurt de pilot?'],
    ['iemand doet niet meer mee', 'Wie doen er mee'],
    ['iemand stopt met de pilot', 'Wie doen er mee'],
    ['hoe voeg ik iemand toe aan de pilot?', 'Wie doen er mee'],
    ['ik wil een collega toevoegen aan de pilot', 'Wie doen er mee'],
    ['pilotteam wijzigen', 'Wie doen er mee'],
    ['download het bestand van de pilot', 'Leerpunten exporteren'],
    ['bestand van de pilot', 'Leerpunten exporteren'],
    ['afronden', 'om af te ronden|Dit staat nog open'],
    ['ik wil de pilot afronden', 'om af te ronden|Dit staat nog open'],
  ])('%s', async (text, answer) => {
    await start({ until: '2026-12-23' });
    await town.core.people.save([imported(gijs, { access: ['projectleider'] })]);
    expect(await town.says(gijs, text)).toMatch(new RegExp(answer));
  });
});
