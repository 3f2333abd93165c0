import { afterEach, describe, expect, test } from 'vitest';
import { chatOf } from '../../support/bot.ts';
import { mates as allMates, amira, type Course, gijs, PILOT, petra, startCourse, wordsOf } from './course.ts';

let town: Course;
afterEach(() => town.stop());
const start = async (...of: Parameters<typeof startCourse>) => {
  town = await startCourse(...of);
};
const days = (count: number) => {
  town.clock.now = town.clock.now.add({ hours: 24 * count });
};
const standup = {
  days: ['ma', 'di', 'wo', 'do', 'vr'] as ('ma' | 'di' | 'wo' | 'do' | 'vr')[],
  from: '09:00',
  until: '11:00',
  questions: ['Wat heb je gedaan?', 'Wat ga je doen?', 'Waar loop je vast?'] as [string, string, string],
};
const kickoff = { tools: 'het portaal', works: 'yes' as const, where: 'in dit kanaal' };
const measured = { name: 'doorlooptijd', start: 12, target: 6, unit: 'dagen' };
/** Everything stands ready, and the pilot began today. */
const ready = {
  from: '2026-11-25',
  goals: 'Leren',
  criteria: [{ ...measured, measured: [] }],
  standup,
  kickoff,
};
/** The buttons that are in sight: what is behind Meer is not among them. */
const inSight = (words: string): string[] => {
  const until = words.includes('"Meer"') ? words.indexOf('"Meer"') : words.length;
  const own = words.slice(words.lastIndexOf('"type":"ActionSet"', until));
  return [
    ...own
      .slice(0, own.includes('"Meer"') ? own.indexOf('"Meer"') : undefined)
      .matchAll(/"title":"([^"]+)"/g),
  ].map(([, title]) => title ?? '');
};

describe('verlengen', () => {
  test('long before the end is no alarm, and has a way out', async () => {
    await start({ until: '2026-12-23' });
    const words = await town.says(gijs, 'pilot verlengen');
    expect(words).not.toContain('loopt bijna af');
    expect(words).toContain('Hoe lang duurt de pilot?');
    expect(words).toContain('Annuleer');
    town.clock.now = town.clock.now.add({ hours: 24 * 22 });
    expect(await town.says(gijs, 'pilot verlengen')).toContain('loopt bijna af');
  });

  test.each([
    ['with one tap', () => town.tapsAlone(gijs, 'pilot.longer', { until: '2026-12-18' }), '25 december 2026'],
    [
      'in the form',
      () =>
        town.tapsAlone(gijs, 'pilot.save-period', {
          name: 'Mutaties West',
          kind: 'rolpilot',
          from: '2026-11-16',
          until: '2026-12-22',
        }),
      '22 december 2026',
    ],
  ])('%s is told in the channel once, and so is taking it back', async (how, longer, _day) => {
    await start();
    await longer();
    await longer();
    const [told, ...more] = town.posted();
    expect(more).toEqual([]);
    expect(wordsOf([told] as never)).toContain('De laatste dag is nu');
    if (how !== 'with one tap') return;
    const { until } = await town.stored();
    await town.tapsAlone(gijs, 'pilot.shorter', { until, back: '2026-12-18' });
    await town.tapsAlone(gijs, 'pilot.shorter', { until, back: '2026-12-18' });
    expect(town.posted()).toHaveLength(2);
    expect(wordsOf(town.posted().slice(1) as never)).toContain('18 december 2026');
  });

  test('changes the kick-off that stands in the channel', async () => {
    await start({ ...ready });
    await town.taps(gijs, 'pilot.save-kickoff', {
      hours: '8',
      tools: 'het portaal',
      works: 'yes',
      support: 'Petra',
      where: 'hier',
    });
    await town.tapsAlone(gijs, 'pilot.longer', { until: '2026-12-18' });
    const until = (await town.stored()).until;
    const rewritten = await town.renewed(6);
    expect(rewritten).toHaveLength(1);
    expect(JSON.stringify(rewritten)).toContain('Dit moet je weten over de pilot');
    expect(JSON.stringify(rewritten)).toContain(until === '2026-12-25' ? '25 december' : '24 december');
  });

  test('a change of the name alone tells nobody', async () => {
    await start();
    await town.tapsAlone(gijs, 'pilot.save-period', {
      name: 'Anders',
      kind: 'rolpilot',
      from: '2026-11-16',
      until: '2026-12-18',
    });
    expect(town.posted()).toEqual([]);
  });
});

describe('the next step', () => {
  test('on the first day is no measurement; on the fifth working day it is', async () => {
    await start(ready);
    expect(await town.tapsAlone(gijs, 'pilot.show')).not.toContain('eerste meting');
    days(6);
    // After the stand-up of that day.
    town.clock.now = town.clock.now.add({ hours: 4 });
    expect(await town.tapsAlone(gijs, 'pilot.show')).toContain('Voeg een eerste meting toe.');
  });

  test.each([gijs, amira])(
    'is the stand-up until it was filled in, and not after it closed: $name',
    async (who) => {
      await start({ ...ready, criteria: [] });
      expect(await town.tapsAlone(who, 'pilot.show')).toContain('Stand-up invullen');
      await town.tapsAlone(who, 'standup.save', {
        day: '2026-11-25',
        answer1: 'Gebeld',
        answer2: '',
        answer3: '',
      });
      const after = await town.tapsAlone(who, 'pilot.show');
      expect(after).not.toContain('Vul de stand-up in');
      expect(inSight(after)).not.toContain('Stand-up invullen');
      town.clock.now = town.clock.now.add({ hours: 4 });
      expect(await town.tapsAlone(petra, 'pilot.show')).not.toContain('Vul de stand-up in');
    },
  );
});

describe('the buttons of the card', () => {
  test.each([
    ['without a channel', { channel: undefined }],
    ['with a channel', {}],
    ['with goals', { goals: 'Leren', criteria: [{ ...measured, measured: [] }] }],
    ['with goals and a stand-up', { goals: 'Leren', standup }],
  ])('until all is ready has Doelen, Stand-up and Kick-off in sight: %s', async (_what, change) => {
    await start(change);
    expect(inSight(await town.tapsAlone(gijs, 'pilot.show'))).toEqual(
      expect.arrayContaining(['Doelen', 'Stand-up', 'Kick-off']),
    );
  });
});

describe('more than one pilot', () => {
  let base: Awaited<ReturnType<Course['stored']>>;
  const both = async (change: object = {}, own: object = {}, leads = gijs) => {
    await start(own);
    base = await town.stored();
    await town.core.pilots.add({ ...base, id: 'P-2', name: 'Proef in Noord', ...change }, [
      { directoryId: leads.account, role: 'lead' },
      ...[gijs, amira]
        .filter((who) => who !== leads)
        .map(({ account }) => ({ directoryId: account, role: 'member' as const })),
    ]);
  };

  test('the choice has their names on its buttons', async () => {
    await both();
    const words = await town.says(gijs, 'pilot');
    expect(words).toContain('"title":"Proef in Noord"');
    expect(words).toContain('"title":"Mutaties West"');
    expect(words).not.toContain('"title":"Deze"');
  });

  test.each(['stand-up', 'stand-up vandaag', 'stand-up vorige week'])(
    'of which one has a stand-up: %s asks nothing',
    async (text) => {
      await both({ standup: undefined }, { standup });
      expect(await town.says(gijs, text)).not.toContain('Welke pilot bedoel je?');
    },
  );

  test.each(['pilot verlengen', 'periode en naam', 'pilot afronden', 'leiding overgeven', 'ronde'])(
    'of which somebody leads one: %s asks nothing',
    async (text) => {
      await both({}, {}, amira);
      const words = await town.says(gijs, text);
      expect(words).not.toContain('Welke pilot bedoel je?');
      expect(words).toContain('Mutaties West');
    },
  );

  test('of which one has open actions: acties asks nothing', async () => {
    await both();
    await town.core.pilotActions.add(PILOT, {
      id: 'A-1',
      text: 'Bellen',
      source: 'standup',
      day: '2026-11-24',
    });
    expect(await town.says(gijs, 'acties')).toContain('Bellen');
  });
});

describe('what is said', () => {
  test('closing that is taken back speaks of answers only where there could be any', async () => {
    await start({}, allMates.slice(0, 2));
    await town.taps(gijs, 'pilot.close', { proud: '', line: '' });
    const words = await town.taps(gijs, 'pilot.reopen');
    expect(words).toContain('De pilot gaat weer door.');
    expect(words).not.toContain('Antwoorden');
  });

  test('after asking the team the way back is the main button, and closing is not called as the last step is', async () => {
    await start({}, allMates.slice(0, 2));
    const words = await town.taps(gijs, 'pilot.ask-evaluation');
    expect(words).not.toContain('"Rond de pilot af"');
    expect(inSight(words)).toEqual(['Terug naar de pilot', 'Afronden']);
  });

  test('who links a channel has a card in their own chat that knows it', async () => {
    await start({ channel: undefined });
    await town.core.people.change('objecten-west', gijs.id, (now) => ({
      ...now,
      reach: 'open',
      address: chatOf(gijs, town.connector.url),
    }));
    const before = town.connector.sent.length;
    await town.taps(gijs, 'pilot.link');
    const own = town.connector.sent.slice(before).filter(({ conversation }) => conversation !== '19:channel');
    expect(JSON.stringify(own)).toContain('Je pilot hoort nu bij een kanaal');
  });

  test('an action without a day is asked for its day, not for another', async () => {
    await start();
    await town.core.pilotActions.add(PILOT, {
      id: 'A-1',
      text: 'Bellen',
      source: 'retro',
      day: '2026-11-24',
      owner: gijs.account,
    });
    expect(await town.says(gijs, 'van mij')).toContain('Kies een datum');
    const words = await town.tapsAlone(gijs, 'action.later', { action: 'A-1' });
    expect(words).toContain('Wanneer is het klaar?');
    expect(words).not.toContain('wel klaar');
  });

  test.each(['hoe koppel ik een kanaal', 'kanaal koppelen', 'koppel een kanaal'])(
    '%s: says where and what to type',
    async (text) => {
      await start({ channel: undefined });
      expect(await town.says(gijs, text)).toContain('@Kompas pilot');
    },
  );

  test('help of a project lead begins with pilot and nieuwe pilot', async () => {
    await start();
    await town.core.people.change('objecten-west', gijs.id, (now) => ({ ...now, access: ['projectleider'] }));
    const words = await town.says(gijs, 'help');
    const first = words.slice(0, words.indexOf('"isVisible":false'));
    expect(first).toContain('"nieuwe pilot"');
    expect(first).toContain('"pilot"');
  });

  test('leerpunten leads to the file', async () => {
    await start();
    await town.core.learnings.addLearning({ id: PILOT, kind: 'rolpilot' }, 'Bel eerst', 'retro');
    const words = await town.says(gijs, 'leerpunten');
    expect(words).toContain('Exporteer leerpunten');
    expect(words).toContain('stap 3 (rollen uitproberen)');
  });
});
