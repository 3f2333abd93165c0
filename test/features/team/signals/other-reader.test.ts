import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { imported, somebody } from '../../../support/bot.ts';
import { shownTo } from '../../../support/signal-form.ts';
import { amira, bert, elsewhere, gijs, openSignalTown, type SignalTown, TEXT, works } from './town.ts';

const newBoss = somebody(70, 'Nieuwe Baas');
let town: SignalTown;
beforeEach(async () => {
  town = await openSignalTown();
});
afterEach(() => town.bot.stop());

const access = (who: typeof amira, ...rights: ('manager' | 'afdelingshoofd' | 'medewerker')[]) =>
  town.becomes(who, { access: rights });
const contacts = (...upns: string[]) =>
  town.bot.core.settings.changeMunicipality((now) => ({ ...now, worksCouncil: upns }));
async function moves(): Promise<void> {
  await town.bot.core.people.save([imported(amira, { team: 'oost' })]);
  await town.bot.core.people.drop('objecten-west', amira.id);
}

/** What may happen between a form and sending it. */
const happenings: [string, string, () => Promise<unknown>][] = [
  ['the giver moved to another team', 'team', moves],
  [
    'somebody else leads the team',
    'team',
    async () => {
      await access(gijs, 'medewerker');
      await town.bot.core.people.save([imported(newBoss, { access: ['manager'] })]);
    },
  ],
  ['a second one leads the team', 'team', () => access(bert, 'manager')],
  ['the department has another head', 'department', () => access(works, 'afdelingshoofd')],
  ['somebody else takes signals for the works council', 'council', () => contacts(elsewhere.upn)],
  ['one more takes signals for the works council', 'council', () => contacts(works.upn, elsewhere.upn)],
];

describe.each(happenings)('a form for a signal, after %s', (_, to, happens) => {
  test.each(['ja', 'nee'])(
    'sends nothing, and comes back with what was typed (with name: %s)',
    async (named) => {
      const shown = await shownTo(town.bot, amira);
      await happens();
      const card = await town.tap(amira, 'signal.send', { shown, text: TEXT, named, to });
      expect(card).toContain('De ontvanger is veranderd. Er is niets verstuurd.');
      expect(card).toContain(TEXT);
      expect(JSON.stringify(await town.bot.rows('groups'))).not.toContain(TEXT);
      // It names whom it would go to now, and goes to them.
      const again = /"shown":"([^"]+)"/.exec(card)?.[1];
      const sent = await town.tap(amira, 'signal.send', { shown: again, text: TEXT, named, to });
      expect(sent).toContain('Je signaal is verstuurd');
      const [, names = 'nobody'] = /"([^"]+?) pak(?:t|ken) dit op\./.exec(sent) ?? [];
      expect(card).toContain(names);
    },
  );
});

test('a form of an older kind, which does not say whom it named, is shown anew', async () => {
  const card = await town.tap(amira, 'signal.send', { text: TEXT, named: 'ja', to: 'team' });
  expect(card).toContain('De ontvanger is veranderd');
  expect(card).toContain(TEXT);
});

test('a form is as good after a change that is about nobody whom it names', async () => {
  const shown = await shownTo(town.bot, amira);
  await town.becomes(bert, { role: 'Objectregisseur' });
  await town.becomes(gijs, { name: 'Gijs van der Toren', workdays: ['ma'] });
  expect(await town.tap(amira, 'signal.send', { shown, text: TEXT, named: 'nee', to: 'team' })).toContain(
    'Je signaal is verstuurd',
  );
});
