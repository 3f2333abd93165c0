import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultSchedule } from '../../../src/calendar/schedule.ts';
import type { SendOutcome } from '../../../src/conversation/send-outcome.ts';
import { MOST_AN_HOUR, talking } from '../../../src/features/checkin/talk.ts';
import { account, foundTown, person, type Town } from '../../support/town.ts';
import { turnFor } from '../../support/turn.ts';

let town: Town;
let sent: string[];

beforeEach(async () => {
  town = await foundTown();
  sent = [];
  await town.core.people.save([person('p01'), person('p02'), person('p09', { access: ['manager'] })]);
});

afterEach(() => {
  vi.useRealTimers();
});

const turnOf = (n: number) =>
  turnFor(town.core, { id: `${n}`, account: account(n), user: `29:${n}` }, town.clock.now);

/** Talking through a connector that does what `answer` says. */
function talkThrough(answer: () => Promise<SendOutcome>, patienceMs?: number) {
  const talk = talking({
    ...town.core,
    patienceMs,
    send: ({ conversation }) => {
      sent.push(conversation);
      return answer();
    },
  });
  return async (n = 1) => (await talk.ask(turnOf(n), { period: '2026-W48', partner: account(9) })).text;
}

/** The same as a card, with some seconds between two taps: then they are two requests. */
function talker(answer: () => Promise<SendOutcome>) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const talk = talking({
    ...town.core,
    send: ({ conversation }) => {
      sent.push(conversation);
      return answer();
    },
  });
  return async (n = 1, partner = account(9)) => {
    vi.advanceTimersByTime(10_000);
    return talk.ask(turnOf(n), { period: '2026-W48', partner });
  };
}

describe('choosing whom to talk to', () => {
  const chooser = () =>
    talking({
      ...town.core,
      send: async ({ conversation }) => {
        sent.push(conversation);
        return { kind: 'sent' };
      },
    });

  test('shows first who gets what, and sends nothing', async () => {
    const { text, card } = await chooser().confirm(turnOf(1), { period: '2026-W48', partner: account(9) });
    const words = JSON.stringify(card);
    expect(text).toContain('Er is nog niets verstuurd');
    expect(words).toContain('Dan krijgt Persoon p09 meteen een bericht met je naam');
    for (const part of ['"title":"Verstuur"', '"title":"Toch niet"', 'Terughalen kan daarna niet'])
      expect(words).toContain(part);
    expect(sent).toEqual([]);
  });

  test('whoever does not send it after all reads that nothing was sent', async () => {
    const { card } = await chooser().confirm(turnOf(1), { period: '', partner: account(9) });
    expect(JSON.stringify(card)).toContain('"title":"Toch niet","data":{"period":"","unsent":true}');
    const back = await chooser().choose(turnOf(1), '', true);
    expect(back.text).toContain('er is niets verstuurd');
    expect(JSON.stringify(back.card)).toContain('er is niets verstuurd');
    expect((await chooser().choose(turnOf(1), '')).text).not.toContain('niets verstuurd');
    expect(sent).toEqual([]);
  });

  test('of somebody who was never offered is no choice', async () => {
    const { text } = await chooser().confirm(turnOf(1), { period: '', partner: account(2) });
    expect(text).toContain('Dit kan niet meer');
  });

  test('says who of them leads the department or the team, and leaves them out of those outside the team', async () => {
    const { people, settings } = town.core;
    const { team: key } = person('p01');
    await people.save([
      person('p03', { upn: 'coach@gemeente.example', access: ['afdelingshoofd'] }),
      person('p04', { upn: 'vlak@gemeente.example' }),
      person('p05', { upn: 'ook@gemeente.example' }),
    ]);
    await settings.saveTeam({
      key,
      name: 'Objecten West',
      schedule: defaultSchedule,
      department: 'Ruimte',
      managers: ['ook@gemeente.example'],
    });
    await settings.changeMunicipality((now) => ({
      ...now,
      partners: [
        { upn: 'coach@gemeente.example', label: 'Een coach: Hanna' },
        { upn: 'ook@gemeente.example', label: 'Een buddy: Olaf' },
        { upn: 'vlak@gemeente.example', label: 'Een collega: Vera' },
        { upn: 'buiten@gemeente.example', label: 'Iemand buiten' },
      ],
    }));
    const titles = (await chooser().partnersOf(turnOf(1))).map(({ title }) => title);
    expect(titles).toEqual([
      'Persoon p09, mijn leidinggevende',
      'Een coach: Hanna, ook je afdelingshoofd',
      'Een buddy: Olaf, ook je leidinggevende',
      'Een collega: Vera',
      'Iemand buiten',
    ]);
    const outside = JSON.stringify((await chooser().outside(turnOf(1))).card);
    expect(outside).toContain('Een collega: Vera');
    expect(outside).toContain('Iemand buiten');
    expect(outside).not.toMatch(/Hanna|Olaf|p09/);
  });

  test('taking it back says what stays, with the chat of each', async () => {
    const { text, card } = await chooser().takeBack(turnOf(1));
    expect(text).toContain('kan ik niet terughalen');
    expect(JSON.stringify(card)).toContain('teams.microsoft.com/l/chat');
  });

  test('after it did not arrive the first button leads to the people', async () => {
    const talk = talking({ ...town.core, send: async () => ({ kind: 'throttled' }) });
    const { card } = await talk.ask(turnOf(1), { period: '2026-W48', partner: account(9) });
    const { actions = [] } = (card?.data ?? {}) as { actions?: { verb: string }[] };
    expect(actions[0]?.verb).toBe('checkin.talk');
  });
});

describe('asking somebody to talk', () => {
  test.each<[string, SendOutcome]>([
    ['Je vraag is verstuurd', { kind: 'sent' }],
    ['Er is niets verstuurd', { kind: 'gone', reason: 'ConversationBlockedByUser' }],
    ['Er is niets verstuurd', { kind: 'refused', reason: '400' }],
    ['Er is niets verstuurd', { kind: 'throttled' }],
    ['Er is niets verstuurd', { kind: 'again', reason: '412' }],
    ['Ik weet niet of je vraag is aangekomen', { kind: 'again', reason: '500' }],
    ['Ik weet niet of je vraag is aangekomen', { kind: 'again', reason: '503' }],
    ['Ik weet niet of je vraag is aangekomen', { kind: 'again', reason: 'timeout' }],
    ['Ik weet niet of je vraag is aangekomen', { kind: 'again', reason: 'ECONNRESET' }],
  ])('says "%s" after %o, and nothing else', async (words, outcome) => {
    const text = await talkThrough(async () => outcome)();
    expect(text).toContain(words);
    if (!words.startsWith('Er is niets')) expect(text).not.toContain('niets verstuurd');
  });

  test('says that it does not know when it takes too long, before Teams gives up', async () => {
    let arrive = (_outcome: SendOutcome) => {};
    const ask = talkThrough(
      () =>
        new Promise((resolve) => {
          arrive = resolve;
        }),
      40,
    );
    expect(await ask()).toContain('Ik weet niet of je vraag is aangekomen');
    // The same tap waits for the same request, and hears of it when it arrives after all.
    const again = ask();
    arrive({ kind: 'sent' });
    expect(await again).toContain('Je vraag is verstuurd');
    expect(sent).toEqual(['a:p09']);
  });

  test('answers within four seconds by itself', async () => {
    const { ask } = talking({ ...town.core, send: () => new Promise(() => {}) });
    const turn = turnOf(1);
    // Storage has no part in it: what is asked of a turn is read once.
    await Promise.all([turn.workplace(), turn.person(), turn.settings()]);
    // Nobody waits for the machine's clock: it is moved on.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    let answered = false;
    void ask(turn, { period: '2026-W48', partner: account(9) }).then(() => {
      answered = true;
    });
    await vi.advanceTimersByTimeAsync(4_000);
    expect(answered).toBe(true);
  });

  test('twice at the same moment, or shortly after each other, sends once', async () => {
    const ask = talkThrough(async () => ({ kind: 'sent' }));
    const both = await Promise.all([ask(), ask()]);
    expect([...both, await ask()].map((text) => text.includes('Je vraag is verstuurd'))).toEqual([
      true,
      true,
      true,
    ]);
    expect(sent).toHaveLength(1);
    // Somebody else asks for themselves.
    await ask(2);
    expect(sent).toHaveLength(2);
  });

  test('again after it surely failed is tried again at once', async () => {
    const outcomes: SendOutcome[] = [{ kind: 'throttled' }, { kind: 'sent' }];
    const ask = talkThrough(async () => outcomes.shift() ?? { kind: 'sent' });
    expect(await ask()).toContain('Er is niets verstuurd');
    expect(await ask()).toContain('Je vraag is verstuurd');
    expect(sent).toHaveLength(2);
  });

  test('so often an hour reaches one person; who asks more hears whom else they can turn to', async () => {
    const counsellor = { name: 'Vera Vertrouwen', contact: '06 1234 5678' };
    await town.core.settings.changeMunicipality((now) => ({ ...now, counsellor }));
    await town.core.people.save([person('p03', { upn: 'hr@gemeente.example' })]);
    await town.core.settings.changeMunicipality((now) => ({
      ...now,
      partners: [{ upn: 'hr@gemeente.example', label: 'Hanna van personeel' }],
    }));
    const asks = talker(async () => ({ kind: 'sent' }));
    for (let n = 0; n < MOST_AN_HOUR; n += 1)
      expect((await asks()).text, `${n}`).toContain('Je vraag is verstuurd');
    const { text, card } = await asks();
    const words = JSON.stringify(card);
    expect(text).toContain('Je vroeg dit net al een paar keer');
    for (const part of ['Vera Vertrouwen, 06 1234 5678', 'Open de chat', 'Kies iemand anders', 'Persoon p09'])
      expect(words).toContain(part);
    expect(text).not.toContain('Vertrouwen, ');
    expect(sent).toHaveLength(MOST_AN_HOUR);
    // Somebody else is asked at once, and so is the same person by somebody else, or some time later.
    expect((await asks(1, 'hr@gemeente.example')).text).toContain('Je vraag is verstuurd');
    expect((await asks(2)).text).toContain('Je vraag is verstuurd');
    vi.advanceTimersByTime(20 * 60_000);
    expect((await asks()).text).toContain('Je vraag is verstuurd');
  });

  test('that did not arrive may be asked again, however often', async () => {
    const asks = talker(async () => ({ kind: 'throttled' }));
    for (let n = 0; n < 3 * MOST_AN_HOUR; n += 1)
      expect((await asks()).text).toContain('Er is niets verstuurd');
    expect(sent).toHaveLength(3 * MOST_AN_HOUR);
  });

  test('stores nothing', async () => {
    town.requests.length = 0;
    await talkThrough(async () => ({ kind: 'again', reason: '503' }))();
    expect(town.writes()).toEqual([]);
  });
});

describe('a card with people to talk to, some time later', () => {
  let asked: ReturnType<typeof talking>;
  beforeEach(() => {
    asked = talking({
      ...town.core,
      send: async ({ conversation }) => {
        sent.push(conversation);
        return { kind: 'sent' };
      },
    });
  });
  const boss = person('p08', { access: ['manager'] });
  /** Taps on the button for the manager that the card has now, after something happened. */
  async function tapsAfter(happens: () => Promise<unknown>) {
    const [{ partner = '', title = '' } = {}] = await asked.partnersOf(turnOf(1));
    expect(title).toContain('p09');
    await happens();
    return asked.ask(turnOf(1), { period: '2026-W48', partner });
  }

  test.each<[string, () => Promise<unknown>]>([
    [
      'somebody else leads the team',
      async () => {
        await town.core.people.change('objecten-west', 'p09', (now) => ({ ...now, access: ['medewerker'] }));
        await town.core.people.save([boss]);
      },
    ],
    [
      'whoever led the team is gone, and nobody leads it',
      () => town.core.people.change('objecten-west', 'p09', (now) => ({ ...now, removed: '2026-11-20' })),
    ],
    [
      'the asker is in another team',
      async () => {
        await town.core.people.save([person('p01', { team: 'zuid' }), { ...boss, team: 'zuid' }]);
        await town.core.people.drop('objecten-west', 'p01');
      },
    ],
  ])('asks nobody when %s', async (_, happens) => {
    expect((await tapsAfter(happens)).text).toContain('De keuze is veranderd. Er is niets verstuurd.');
    expect(sent).toEqual([]);
  });

  test('still asks the manager whom it names when a second one came', async () => {
    const { text } = await tapsAfter(() => town.core.people.save([boss]));
    expect(text).toContain('Je vraag is verstuurd');
    expect(sent).toEqual(['a:p09']);
  });

  test('of an older kind, which says only what somebody is, asks nobody', async () => {
    const old = { period: '2026-W48', partner: 'manager' };
    expect((await asked.ask(turnOf(1), old)).text).toContain('Er is niets verstuurd');
    expect(sent).toEqual([]);
  });
});
