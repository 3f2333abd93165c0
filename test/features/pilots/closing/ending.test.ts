import { afterEach, describe, expect, test } from 'vitest';
import { deliveryStore } from '../../../../src/delivery/store.ts';
import { runAt } from '../../../support/clock-job.ts';
import { amira, type Course, gijs, mates, outsider, PILOT, petra, startCourse } from '../course.ts';
import { releasing } from '../releaser.ts';

let town: Course;
afterEach(() => town.stop());
const start = async (...of: Parameters<typeof startCourse>) => {
  town = await startCourse(...of);
};

const close = (who = gijs, more: object = {}) =>
  town.taps(who, 'pilot.close', { proud: 'Alles liep', line: 'Maak tijd vrij', ...more });
const reopen = (who = gijs) => town.taps(who, 'pilot.reopen');
const evaluate = (who: typeof amira) =>
  town.taps(who, 'pilot.save-evaluation', { clear: '4', time: '2', help: '3', together: '3', lasting: '5' });
const clock = () =>
  runAt(releasing(town.core), { ...town.core, store: deliveryStore(town.storage, 'local') }, town.clock.now);
const later = (hours: number, minutes = 0) => {
  town.clock.now = town.clock.now.add({ hours, minutes });
};
const everything = () => town.rows('pilots', 'pilotmembers', 'pilotactions', 'retros', 'learnings');

describe('before a pilot is closed', () => {
  test('what is open is named, and nothing is closed by looking', async () => {
    await start({
      criteria: [
        { name: 'Doorlooptijd', start: 12, target: 8, unit: 'dagen', measured: [] },
        { name: 'Fouten', start: 5, target: 1, unit: '', measured: [{ day: '2026-11-20', value: 3 }] },
      ],
    });
    for (const n of [1, 2, 3, 4, 5, 6, 7])
      await town.core.pilotActions.add(PILOT, {
        id: `A-${n}`,
        text: `Lijst ${n} maken`,
        source: 'standup',
        day: '2026-11-20',
        ...(n === 1 ? { doneOn: '2026-11-21' } : {}),
      });
    await town.taps(gijs, 'retro.start');
    const words = await town.taps(gijs, 'pilot.ending');
    expect(words).toContain('Dit staat nog open');
    expect(words).not.toContain('Lijst 1 maken');
    expect(words).toContain('Lijst 2 maken');
    expect(words).toContain('En nog 1.');
    expect(words).toContain('De retro van 25 november 2026 is niet afgerond.');
    expect(words).toContain('Doorlooptijd');
    expect(words).not.toContain('Fouten');
    expect(words).toContain('Aan het team is nog niet gevraagd');
    expect(words).toContain('Toch afronden');
    expect((await town.stored()).closedOn).toBeUndefined();
    await town.taps(gijs, 'pilot.ask-evaluation');
    expect(await town.taps(gijs, 'pilot.ending')).toContain('De evaluatie loopt nog.');
  });

  test('with nothing open it says so', async () => {
    await start({}, mates.slice(0, 3));
    expect(await town.taps(gijs, 'pilot.ask-evaluation')).toContain('pilot.ending');
    const words = await town.taps(gijs, 'pilot.ending');
    expect(words).toContain('Alles is klaar om af te ronden');
    expect(words).not.toContain('Toch afronden');
    expect(await town.taps(amira, 'pilot.ending')).toContain('Alleen wie de pilot leidt, kan dit');
  });
});

describe('what the team found', () => {
  test.each([
    ['was asked of nobody', mates, false, 'Het team kreeg hierover geen vragen.'],
    ['was asked and answered by too few', mates, true, 'Te weinig antwoorden voor een beeld.'],
    ['was talked about in a small team', mates.slice(0, 3), true, 'Jullie kregen vragen voor een gesprek.'],
  ])('%s: the card says so', async (_, members, isAsked, words) => {
    await start({}, members);
    if (isAsked) await town.taps(gijs, 'pilot.ask-evaluation');
    if (members.length > 5) await evaluate(amira);
    expect(await close()).toContain(words);
  });

  test('is not guessed of a pilot that was closed before that was kept', async () => {
    await start({ closedOn: '2026-11-20', outcome: { toLine: '', proud: 'Gelukt', ticks: [] } });
    const words = await town.taps(amira, 'pilot.show');
    expect(words).toContain('Gelukt');
    expect(words).not.toContain('Wat het team ervan vond');
    expect(words).not.toContain('Te weinig antwoorden');
  });
});

describe('a closing that is taken back', () => {
  test('leaves everything as it was before, and the channel hears it', async () => {
    await start({
      standup: { days: ['wo'], from: '09:00', until: '11:00', questions: ['a', 'b', 'c'] },
    });
    await town.taps(gijs, 'retro.start');
    const before = await everything();
    const said = town.posted().length;
    expect(await close()).toContain('Toch niet afgerond');
    await clock();
    later(23, 59);
    await clock();
    expect(await reopen()).toContain('De pilot gaat weer door.');
    const { pilots, ...rest } = await everything();
    const { pilots: _, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
    expect(await town.stored()).toMatchObject({ name: 'Mutaties West' });
    expect((await town.stored()).closedOn).toBeUndefined();
    expect(JSON.stringify(town.posted().slice(said))).toContain('De pilot gaat toch door');
    expect(await town.taps(amira, 'pilot.show')).not.toContain('Alles liep');
    // What was written is not lost.
    expect(await town.taps(gijs, 'pilot.finish')).toContain('Alles liep');
    expect((await town.logged()).map(([, what]) => what)).toContain('pilot: afronden teruggedraaid');
  });

  test('still knows that the team was asked for a talk, also the second time', async () => {
    await start({}, mates.slice(0, 3));
    await town.taps(gijs, 'pilot.ask-evaluation');
    await close();
    await reopen();
    expect((await town.stored()).teamAsked).toBe('talk');
    expect(await town.taps(gijs, 'pilot.ending')).not.toContain('nog niet gevraagd hoe de pilot was');
    expect(await town.says(gijs, 'evaluatie')).toContain('Je vroeg het team al hoe de pilot was');
    expect(await close()).toContain('Jullie kregen vragen voor een gesprek.');
    await reopen();
    expect(await close()).toContain('Jullie kregen vragen voor een gesprek.');
  });

  test('of a team that was asked for scores, asks anew: their answers are gone', async () => {
    await start();
    await town.taps(gijs, 'pilot.ask-evaluation');
    await evaluate(amira);
    await close();
    await reopen();
    expect((await town.stored()).teamAsked).toBeUndefined();
    expect(await town.taps(gijs, 'pilot.ending')).toContain('nog niet gevraagd hoe de pilot was');
  });

  test('can be closed again, and is let go of a day after that', async () => {
    await start();
    await close();
    later(1);
    await reopen();
    later(1);
    await evaluate(amira);
    expect(await close(petra, { proud: 'Nu echt' })).toContain('Nu echt');
    later(23);
    await clock();
    expect((await town.rows('evaluations')).evaluations ?? []).toEqual([]);
    expect(JSON.stringify(await town.rows('pilotmembers'))).not.toContain('closedOn');
    later(1);
    await clock();
    expect(JSON.stringify(await town.rows('pilotmembers'))).toContain('closedOn');
    expect(await reopen()).toContain('Terugdraaien kan niet meer');
  });

  test('is too late after a day, and no card offers it then', async () => {
    await start();
    await close();
    later(23, 59);
    expect(await town.taps(gijs, 'pilot.show')).toContain('pilot.reopen');
    expect(await town.taps(amira, 'pilot.show')).not.toContain('pilot.reopen');
    later(0, 1);
    expect(await town.taps(gijs, 'pilot.show')).not.toContain('pilot.reopen');
    expect(await reopen()).toContain('Terugdraaien kan niet meer');
    expect((await town.stored()).closedOn).toBe('2026-11-25');
  });

  test('in the last minute is taken back as a whole, or not at all', async () => {
    await start();
    await close();
    later(23, 59);
    const { change } = town.core.pilots;
    // The clock of another instance is a minute ahead, and comes in between.
    town.core.pilots.change = async (...of) => {
      town.core.pilots.change = change;
      later(0, 1);
      await clock();
      town.clock.now = town.clock.now.subtract({ minutes: 1 });
      return change(...of);
    };
    expect(await reopen()).toContain('Terugdraaien kan niet meer');
    expect((await town.stored()).closedOn).toBe('2026-11-25');
    expect(JSON.stringify(await town.rows('pilotmembers'))).toContain('closedOn');
  });

  test('is for who leads it, works once, and not for what was closed long ago', async () => {
    await start();
    expect(await reopen()).toContain('De pilot is niet afgerond');
    await close();
    expect(await reopen(amira)).toContain('Alleen wie de pilot leidt, kan dit');
    expect(await reopen(outsider)).toContain('Deze pilot ken ik niet');
    const answers = await Promise.all([reopen(gijs), reopen(petra)]);
    expect(answers.filter((words) => words.includes('De pilot gaat weer door.'))).toHaveLength(1);
    await town.stop();
    await start({ closedOn: '2026-11-25' });
    expect(await reopen()).toContain('Terugdraaien kan niet meer');
  });

  test('keeps the picture of the team as it was made, and takes no answer any more (trust:fewest-six)', async () => {
    await start();
    await town.taps(gijs, 'pilot.ask-evaluation');
    for (const who of mates) await evaluate(who);
    await close();
    const picture = (await town.stored()).outcome?.evaluation;
    expect(picture).toBeDefined();
    expect(await reopen()).toContain('Het beeld van het team is al gemaakt');
    expect((await town.rows('evaluations')).evaluations ?? []).toEqual([]);
    expect(await evaluate(amira)).toContain('Het beeld van het team staat al vast');
    expect(await town.taps(gijs, 'pilot.ask-evaluation')).toContain('Het beeld van het team staat al vast');
    expect((await town.rows('evaluations')).evaluations ?? []).toEqual([]);
    await close();
    expect((await town.stored()).outcome?.evaluation).toEqual(picture);
  });

  test('with too few answers begins anew: the old ones are gone and nobody saw them', async () => {
    await start();
    await town.taps(gijs, 'pilot.ask-evaluation');
    for (const who of mates.slice(0, 5)) await evaluate(who);
    await close();
    expect(await reopen()).toContain('Antwoorden op de evaluatie zijn gewist');
    expect((await town.rows('evaluations')).evaluations ?? []).toEqual([]);
    await evaluate(mates[5] ?? amira);
    await close();
    expect((await town.stored()).outcome?.evaluation).toBeUndefined();
  });
});
