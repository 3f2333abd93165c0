import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatOf, imported, somebody, startTestBot, type TestBot, tapped } from '../../support/bot.ts';
import { csv, type FileHost, line, sender, startFileHost } from './sending.ts';

const admin = somebody(50, 'Aad Beheer');
const other = somebody(51, 'Bea Beheer');
const colleague = somebody(52, 'Cor Collega');

let bot: TestBot;
let host: FileHost;
beforeAll(async () => {
  host = await startFileHost();
  bot = await startTestBot({
    env: { TURNS_PER_MINUTE: '10000' },
    seed: async ({ people }) => {
      await people.save([
        imported(admin, { access: ['beheerder'] }),
        imported(other, { access: ['beheerder'] }),
        imported(colleague),
      ]);
    },
  });
});
afterAll(async () => {
  await bot.stop();
  await host.stop();
});

let next = 60;
/** Somebody whom nobody added yet. */
const newcomer = () => somebody(next++, `Nina Nieuw ${next}`);
const known = (who: { account: string }) => bot.core.people.find(who.account);

describe('a list of people', () => {
  test('is read, shown, and carried out once somebody agrees; twice does nothing more', async () => {
    const nina = newcomer();
    const aad = sender(bot, host, admin);
    const shown = await aad.send('mensen.csv', csv(line(nina)));
    expect(shown.words).toContain('Er is nog niets veranderd.');
    expect(shown.words).toContain(`${nina.name} (${nina.id})`);
    expect(await known(nina)).toBeUndefined();

    expect((await aad.tap(shown, 'Doorvoeren')).words).toContain('Doorgevoerd');
    expect(await known(nina)).toMatchObject({ name: nina.name });
    expect((await aad.tap(shown, 'Doorvoeren')).words).toContain('Dit is al doorgevoerd');
    const log = await bot.core.audit.since(bot.clock.now.subtract({ hours: 1 }));
    const [mine] = log.filter(({ what }) => what === 'bestand doorgevoerd');
    expect(mine).toMatchObject({
      who: admin.account,
      about: expect.stringMatching(/^people: 1 nieuw.*bestand [0-9a-f]{16}$/),
    });
    expect(JSON.stringify(log)).not.toContain('Nina');
  });

  test('is in the log once it was shown, once for each thing that it would do, without names', async () => {
    const aad = sender(bot, host, admin);
    const looks = async () =>
      (await bot.core.audit.since(bot.clock.now.subtract({ hours: 1 }))).filter(
        ({ what }) => what === 'mensenbestand bekeken',
      );
    const before = (await looks()).length;
    const shown = await aad.send('mensen.csv', csv(line({ ...colleague, name: 'Cor Andersom' })));
    expect(shown.words).toContain('Cor Andersom');
    const [mine, ...more] = (await looks()).slice(before);
    expect(more).toEqual([]);
    expect(mine).toMatchObject({
      who: admin.account,
      about: expect.stringMatching(/^people: .*bestand [0-9a-f]{16}$/),
    });
    expect(JSON.stringify(mine)).not.toContain('Cor');
    const upload = shown.buttons.get('Doorvoeren')?.data.upload;
    await bot.post(tapped(admin, 'intake.show', { upload, page: 0 }));
    expect(await looks()).toHaveLength(before + 1);
    const everybody = { upload, from: 0, ids: ['iedereen'], one0: 'ja' };
    await bot.post(tapped(admin, 'intake.answer', everybody));
    expect(await looks()).toHaveLength(before + 2);
  });

  test('says of a new team that nobody leads it', async () => {
    const aad = sender(bot, host, admin);
    const led = (access: string) => csv(line(newcomer(), { team: 'Objecten Zuid', access }));
    const words = async (access: string) => (await aad.send('mensen.csv', led(access))).words;
    expect(await words('medewerker')).toContain('Bij Objecten Zuid is straks niemand leidinggevende.');
    expect(await words('manager')).not.toContain('niemand leidinggevende');
  });

  test('shows the rights that somebody gets, and logs them with the person', async () => {
    const nina = newcomer();
    const aad = sender(bot, host, admin);
    const shown = await aad.send(
      'mensen.csv',
      csv(
        line({ ...nina, name: `Nina ${'van der Lange '.repeat(5)}Naam` }).replace('medewerker', 'beheerder'),
      ),
    );
    expect(shown.words).toContain('beheerder');
    await aad.tap(shown, 'Doorvoeren');
    const log = await bot.core.audit.since(bot.clock.now.subtract({ hours: 1 }));
    expect(
      log
        .filter(({ about }) => about === nina.id)
        .map(({ what }) => what)
        .sort(),
    ).toEqual(['persoon toegevoegd: team Objecten West; rechten beheerder', 'rechten gegeven: beheerder']);
  });

  test('is shown anew, and not carried out, when what it would do became something else', async () => {
    const nina = newcomer();
    const aad = sender(bot, host, admin);
    const shown = await aad.send('mensen.csv', csv(line(nina)));
    await bot.core.people.save([imported(nina, { name: 'Nina Anders', access: ['manager'] })]);
    const again = await aad.tap(shown, 'Doorvoeren');
    expect(again.words).toContain('er is intussen iets veranderd');
    expect(await known(nina)).toMatchObject({ name: 'Nina Anders', access: ['manager'] });
    expect((await aad.tap(again, 'Doorvoeren')).words).toContain('Doorgevoerd');
    expect(await known(nina)).toMatchObject({ name: nina.name, access: ['medewerker'] });
  });

  test('is carried out by one of two administrators who agree at once; the other sees it anew', async () => {
    const [nina, nora] = [newcomer(), newcomer()];
    const [aad, bea] = [sender(bot, host, admin), sender(bot, host, other)];
    const first = await aad.send('mensen.csv', csv(line(nina), line(nora)));
    const second = await bea.send('mensen.csv', csv(line(nina, { access: 'manager' }), line(nora)));
    const answers = await Promise.all([aad.tap(first, 'Doorvoeren'), bea.tap(second, 'Doorvoeren')]);
    const done = answers.filter(({ words }) => words.includes('Doorgevoerd'));
    expect(done).toHaveLength(1);
    const anew = answers.filter(({ words }) => words.includes('er is intussen iets veranderd'));
    expect(anew).toHaveLength(1);
  });

  test('is agreed to by nobody but who sent it', async () => {
    const nina = newcomer();
    const shown = await sender(bot, host, admin).send('mensen.csv', csv(line(nina)));
    const { verb = '', data = {} } = shown.buttons.get('Doorvoeren') ?? {};
    for (const who of [other, colleague, somebody(99)]) {
      await bot.post(tapped(who, verb, data));
      await bot.post(tapped(who, verb, { ...data, owner: admin.account }));
    }
    expect(await known(nina)).toBeUndefined();
  });

  test('of somebody who lost the right since is not carried out', async () => {
    const [nina, late] = [newcomer(), somebody(53, 'Laat Beheer')];
    await bot.core.people.save([imported(late, { access: ['beheerder'] })]);
    const them = sender(bot, host, late);
    const shown = await them.send('mensen.csv', csv(line(nina)));
    await bot.core.people.save([imported(late)]);
    await them.tap(shown, 'Doorvoeren');
    expect(await known(nina)).toBeUndefined();
  });

  test('takes somebody out only when everybody is in it, and says who', async () => {
    const nina = newcomer();
    await bot.core.people.save([imported(nina)]);
    const aad = sender(bot, host, admin);
    const whole = [admin, other].map((who) => line(who, { access: 'beheerder' }));
    const shown = await aad.send('mensen.csv', csv(...whole));
    expect(shown.words).not.toContain(nina.name);
    const form = await aad.tap(shown, 'Beantwoord de vragen');
    const again = await aad.tap(form, 'Lees opnieuw', { one0: 'ja' });
    expect(again.words).toContain('Gaat uit Kompas');
    const rest = await aad.tap(again, 'Volgende');
    expect(rest.words).toContain(nina.name);
    await aad.tap(again, 'Niet doen');
    expect((await known(nina))?.removed).toBeUndefined();
  });

  test('that leaves nobody to administer Kompas is refused', async () => {
    const aad = sender(bot, host, admin);
    const before = (await bot.core.people.everybody()).filter(({ access }) => access.includes('beheerder'));
    const lines = before.map(({ id, name, upn, directoryId = '' }) =>
      line({ ...admin, id, name, upn, account: directoryId }),
    );
    const shown = await aad.send('mensen.csv', csv(...lines));
    expect(shown.words).toContain('Na deze import is er geen beheerder meer.');
    expect(shown.buttons.has('Doorvoeren')).toBe(false);
  });

  test.each([
    ['no account', ''],
    ['an account that nobody is known to have', '11111111-1111-4111-8111-111111111111'],
  ])('that leaves Kompas to somebody with %s is refused', async (_who, account) => {
    const aad = sender(bot, host, admin);
    const before = (await bot.core.people.everybody()).filter(({ access }) => access.includes('beheerder'));
    const lines = before.map(({ id, name, upn, directoryId = '' }) =>
      line({ ...admin, id, name, upn, account: directoryId }),
    );
    const shown = await aad.send(
      'mensen.csv',
      csv(...lines, line({ ...newcomer(), account }, { access: 'beheerder' })),
    );
    expect(shown.words).toContain('Na deze import is er geen beheerder meer.');
    expect(shown.buttons.has('Doorvoeren')).toBe(false);
  });

  test('that leaves one administrator who has a chat with Kompas can be carried out', async () => {
    await bot.core.people.change('objecten-west', other.id, (now) => ({ ...now, address: chatOf(other) }));
    const shown = await sender(bot, host, admin).send(
      'mensen.csv',
      csv(line(admin), line(other, { access: 'beheerder' })),
    );
    expect(shown.words).not.toContain('is er geen beheerder meer.');
    expect(shown.buttons.has('Doorvoeren')).toBe(true);
  });

  test('with wrong lines says which, what and what to do, also as a file', async () => {
    const aad = sender(bot, host, admin);
    const shown = await aad.send(
      'mensen.csv',
      csv(line(newcomer()), line({ ...newcomer(), upn: 'geen adres' }), line(newcomer(), { access: 'baas' })),
    );
    expect(shown.words).toContain('Regel 3: email is geen e-mailadres.');
    expect(shown.words).toContain('ken ik “baas” niet');
    const link = await aad.tap(shown, 'Bekijk als bestand');
    expect(link.words).toContain('De uitkomst als bestand');
  });
});
