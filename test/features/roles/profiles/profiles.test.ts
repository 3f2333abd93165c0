import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ownProfiles, profilePartIds } from '../../../../src/features/roles/content/profiles.ts';
import { roles } from '../../../../src/features/roles/index.ts';
import { LONGEST_PART, MOST_LINES, ownText } from '../../../../src/features/roles/profiles/profile.ts';
import { ibroRoles } from '../../../../src/people/person.ts';
import {
  inChannel,
  type Somebody,
  startTestBot,
  type TestBot,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import { demoRegister } from '../../mandates/registers.ts';
import { amira, bert, head, household, keeper, manager, olga, stranger, tap } from '../town.ts';

const role = 'Objectregisseur' as const;
let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot({ seed: household });
});
afterEach(() => bot.stop());

const says = async (who: Somebody, text: string) => wordsOf(await bot.hear(typed(who, text)));
const store = () => bot.core.opened(roles).profiles;
const save = (who: Somebody, text: string, change: object = {}) =>
  tap(bot, who, 'profile.save', { role, part: 'grenzen', seen: 0, text, ...change });
const limits = async () => (await store().versions(role)).filter(({ part }) => part === 'grenzen');
const bringRegister = async () => {
  const { register } = bot.core;
  await register.replace(await register.current(), demoRegister(), bot.clock.now.toString());
};
const log = async () => ((await bot.rows('audit')).audit ?? []).map(({ value }) => value.what);

describe('a role profile', () => {
  test('begins with our text, is called adaptable, and has every part', async () => {
    const words = await says(amira, 'rolprofiel objectregisseur');
    for (const part of ['Van Kompas', 'Taken', 'Mandaat', 'Verantwoordelijkheden', 'Competenties', 'Grenzen'])
      expect(words).toContain(part);
    for (const part of ['Hoe besluiten vallen', 'Met wie je werkt']) expect(words).toContain(part);
    for (const part of profilePartIds)
      for (const line of ownProfiles[role][part]) expect(words).toContain(line);
  });

  test.each(ibroRoles)('of %s has a few lines for each part, none longer than twenty words', (one) => {
    for (const part of profilePartIds) {
      const lines = ownProfiles[one][part];
      expect(lines.length, part).toBeGreaterThan(2);
      for (const sentence of lines.flatMap((line) => line.split(/(?<=[.?!]) /)))
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20);
    }
  });

  test('is read by everybody who works here, in their own chat and in a channel, and changed there by nobody', async () => {
    for (const who of [amira, olga, manager]) {
      const words = await says(who, 'rolprofiel geodata-engineer');
      expect(words).toContain('Een script heeft geen mandaat.');
      expect(words).not.toContain('profile.edit');
    }
    expect(await says(head, 'rolprofiel geodata-engineer')).toContain('profile.edit');
    const inTeam = await bot.hear(inChannel(typed(head, '<at>Kompas</at> rolprofiel geodata-engineer')));
    expect(wordsOf(inTeam)).toContain('Een script heeft geen mandaat.');
    expect(wordsOf(inTeam)).not.toContain('profile.edit');
    expect(await says(stranger, 'rolprofiel geodata-engineer')).toContain('Ik ken je nog niet');
  });

  test.each(['rolprofiel', 'rolprofielen'])('asked for as “%s” is chosen from the four', async (text) => {
    const words = await says(amira, text);
    for (const one of ibroRoles) expect(words).toContain(one);
    expect(await tap(bot, amira, 'profile.show', { role })).toContain(
      'Door deze rol word je geen leidinggevende.',
    );
  });

  test.each([
    ['rolprofiel objectregiseur', 'Objectregisseur'],
    ['rolprofiel van de kwaliteitscoordinator?', 'Kwaliteitscoördinator'],
    ['rolprofiel Objectregistartor', 'Objectregistrator'],
    ['rolprofiel geo engineer', 'Geodata-engineer'],
    ['rolprofielen regisseur', 'Objectregisseur'],
  ])('is found with a slip or another word: %s', async (text, one) => {
    expect(await says(amira, text)).toContain(`Het rolprofiel ${one}.`);
  });

  test('of a role that is none leads to the four, and of half a word to those that may be meant', async () => {
    expect(await says(amira, 'rolprofiel bakker')).toContain('Die rol ken ik niet. Kies een van de vier.');
    expect(await says(amira, 'rolprofiel object')).toContain('Welke rol bedoel je?');
  });
});

describe('what may be decided', () => {
  test('comes from the register as it stands now, and is not inferred', async () => {
    expect(await says(amira, 'rolprofiel kwaliteitscoördinator')).toContain('nog geen mandatenregister');
    await bringRegister();
    const words = await says(amira, 'rolprofiel kwaliteitscoördinator');
    const valid = demoRegister().entries.filter(
      ({ role: of, activity, from, until = '9' }) =>
        of === 'Kwaliteitscoördinator' &&
        activity === 'valideren' &&
        from <= '2026-11-25' &&
        until >= '2026-11-25',
    );
    expect(valid.length).toBeGreaterThan(1);
    expect(words).toContain('Valideren');
    expect(words).toContain(`${valid.length} keer vastgelegd, voor BAG, BGT`);
    expect(words).toContain('Een rol of een profiel geeft geen mandaat.');
    expect(words).not.toContain('Chantal Duin');
    const asked = { question: { kind: 'who', activity: 'valideren', date: '2026-11-25' } };
    expect(words).toContain(JSON.stringify(asked));
    const answer = await tap(bot, amira, 'mandates.ask', asked);
    expect(answer.replace(/data:image[^"]*/g, '')).toContain('Delfshaven');
  });

  test('that the register does not name is not recorded, with whom to ask', async () => {
    const { register } = bot.core;
    const { areas, tenures, entries } = demoRegister();
    const others = entries.map((one) => ({ ...one, role: one.role === role ? '' : one.role }));
    await register.replace(
      await register.current(),
      { areas, tenures, entries: others },
      bot.clock.now.toString(),
    );
    const words = await says(amira, 'rolprofiel objectregisseur');
    expect(words).toContain('Niet vastgelegd. Het mandatenregister noemt deze rol nu nergens.');
    expect(words).toContain('wie is mandaatbeheerder');
  });
});

describe('changing a profile', () => {
  test('is for a head of department and an administrator, and logged', async () => {
    for (const who of [amira, manager]) {
      expect(await tap(bot, who, 'profile.edit', { role })).not.toContain('profile.part');
      await save(who, 'Je beslist niet alleen.');
    }
    expect(await limits()).toEqual([]);
    expect(await tap(bot, head, 'profile.edit', { role })).toContain('profile.part');
    expect(await tap(bot, head, 'profile.part', { role, part: 'grenzen' })).toContain('Wie ziet dit?');
    expect(await save(head, '- Je beslist niet alleen.\n\n  2. Je bent bereikbaar. ')).toContain('Bewaard.');
    const words = await says(amira, 'rolprofiel objectregisseur');
    expect(words).toContain('• Je beslist niet alleen.');
    expect(words).toContain('• Je bent bereikbaar.');
    expect(words).toContain('Van je gemeente');
    expect(words).not.toContain('Hanna');
    expect(await save(keeper, 'Je beslist samen.', { seen: 1 })).toContain('Bewaard.');
    expect((await limits()).map(({ version, text }) => [version, text])).toEqual([
      [1, 'Je beslist niet alleen.\nJe bent bereikbaar.'],
      [2, 'Je beslist samen.'],
    ]);
    expect((await log()).filter((what) => what === 'rolprofiel gewijzigd')).toHaveLength(2);
  });

  test('keeps what it was, who wrote it and when, and goes back to any of it', async () => {
    await save(head, 'Je beslist niet alleen.');
    bot.clock.now = bot.clock.now.add({ hours: 24 });
    await save(keeper, 'Je beslist samen.', { seen: 1 });
    const told = await tap(bot, head, 'profile.history', { role, page: 0 });
    for (const words of [
      'Je beslist niet alleen.',
      '25 november 2026, door Hanna Hoofd',
      '26 november 2026, door Bea Beheer',
      'Grenzen: dit geldt nu',
      'De tekst van Kompas',
    ])
      expect(told).toContain(words);
    const back = { role, part: 'grenzen', version: 1, seen: 2 };
    expect(await tap(bot, head, 'profile.restore', back)).toContain('Teruggezet.');
    expect((await limits()).at(-1)).toMatchObject({ version: 3, text: 'Je beslist niet alleen.' });
    // Once more, as by a second tap.
    expect(await tap(bot, head, 'profile.restore', back)).toContain('Iemand anders was net eerder');
    expect(await limits()).toHaveLength(3);
    const ours = { role, part: 'grenzen', version: 0, seen: 3 };
    expect(await tap(bot, head, 'profile.restore', ours)).toContain('De tekst van Kompas staat er weer.');
    expect(await says(amira, 'rolprofiel objectregisseur')).toContain('Van Kompas');
    expect(await tap(bot, head, 'profile.restore', { ...ours, version: 9, seen: 4 })).toContain(
      'Die tekst is er niet meer.',
    );
    expect(await tap(bot, head, 'profile.history', { role, page: 0 })).toContain(
      'terug naar de tekst van Kompas',
    );
  });

  test('of who left or erased themselves keeps the text, without their name', async () => {
    await save(head, 'Je beslist niet alleen.');
    await tap(bot, head, 'privacy.erase', {});
    expect((await bot.rows('roleprofileauthors')).roleprofileauthors).toEqual([]);
    const told = await tap(bot, keeper, 'profile.history', { role, page: 0 });
    expect(told).toContain('Je beslist niet alleen.');
    expect(told).toContain('door iemand van wie Kompas de naam niet meer heeft');
  });

  test('at the same time as somebody else loses nothing: the later sees what holds now', async () => {
    await save(head, 'Je beslist niet alleen.');
    const card = await save(keeper, 'Je beslist samen.');
    for (const words of ['Iemand anders was net eerder', 'Je beslist samen.', 'Je beslist niet alleen.'])
      expect(card).toContain(words);
    expect(await limits()).toHaveLength(1);
    expect(await save(keeper, 'Je beslist samen.', { seen: 1 })).toContain('Bewaard.');
    expect((await limits()).at(-1)?.text).toBe('Je beslist samen.');
  });

  test('at the very same moment is written once', async () => {
    const write = (text: string) =>
      store().write([{ role, part: 'grenzen', seen: 0, text }], head.account, '2026-11-25');
    const written = await Promise.all(['een', 'twee', 'drie'].map(write));
    expect(written.filter(Boolean)).toHaveLength(1);
    expect(await limits()).toHaveLength(1);
  });

  test('by the same tap twice is one change', async () => {
    await save(head, 'Je beslist niet alleen.');
    expect(await save(head, 'Je beslist niet alleen.')).toContain('Bewaard.');
    expect(await limits()).toHaveLength(1);
  });

  test.each([
    ['', 'Grenzen: schrijf minstens één regel.'],
    [' \n - \n', 'Grenzen: schrijf minstens één regel.'],
    ['a'.repeat(LONGEST_PART + 1), 'hooguit 1.000 tekens'],
    ['a'.repeat(19_000), 'hooguit 1.000 tekens'],
    [
      Array.from({ length: MOST_LINES + 1 }, (_, n) => `Regel ${n}`).join('\n'),
      `hooguit ${MOST_LINES} regels`,
    ],
    ['Vraag het aan Bea Beheer.', 'haal de naam Bea Beheer weg'],
  ])('to %j is handed back, and nothing is kept', async (text, problem) => {
    expect(await save(head, text)).toContain(problem);
    expect(await limits()).toEqual([]);
  });

  test('shows what people write as it is: a bracket draws nothing', async () => {
    await save(head, '**${role}** [klik](https://kwaad.example)');
    expect(await says(bert, 'rolprofiel objectregisseur')).toContain(
      '• **${role}** [klik](https://kwaad.example)',
    );
  });

  test('goes on from our text where that was never changed', async () => {
    expect(await tap(bot, head, 'profile.part', { role, part: 'grenzen' })).toContain(
      JSON.stringify(ownText(role, 'grenzen')).slice(1, -1),
    );
    expect(await tap(bot, head, 'profile.history', { role, page: 0 })).toContain('nog niets gewijzigd');
  });
});
