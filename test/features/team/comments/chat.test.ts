import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  imported,
  type Somebody,
  somebody,
  type TestBot,
  team,
  typed,
  wordsOf,
} from '../../../support/bot.ts';
import {
  ANSWER,
  buttonOf,
  COMMENT,
  chats,
  codeOf,
  colleague,
  commentsTown,
  leadSays,
  manager,
  NAMED,
  otherLead,
  outsider,
  PERIOD,
  REPLY,
  reads,
  TEAM,
  talkId,
  taps,
  third,
  tick,
  writer,
  writerSays,
} from './town.ts';

const open = { team: TEAM, page: 0 };
const mine = { team: TEAM, period: PERIOD };
const NEXT_DAY = '2026-12-01T09:00:00Z';

let bot: TestBot;
beforeEach(async () => {
  bot = await commentsTown();
});
afterEach(() => bot.stop());

const rows = async () => (await bot.rows('replies')).replies ?? [];
const moveOn = (to = NEXT_DAY) => {
  bot.clock.now = Temporal.Instant.from(to);
};
const move = async (who: Somebody, to: string, access: 'medewerker' | 'manager' = 'medewerker') => {
  const person = await bot.core.people.find(who.account);
  if (!person) throw new Error('nobody to move');
  await bot.core.people.save([{ ...person, team: to, access: [access] }]);
  if (person.team !== to) await bot.core.people.drop(person.team, person.id);
};

describe('what a team shared', () => {
  test('is read by everybody in it and who leads it, without name, score or day', async () => {
    for (const who of [writer, colleague, manager]) {
      const words = await reads(bot, who, 'comments.open', open);
      expect(words).toContain(COMMENT);
      expect(words).toContain('Week 48');
      for (const trace of [writer.name, writer.account, codeOf(bot.core, writer), 'Gemiddeld', NAMED])
        expect(words).not.toContain(trace);
    }
  });

  test('is the same card for the writer as for a colleague', async () => {
    expect(await reads(bot, writer, 'comments.open', open)).toBe(
      await reads(bot, colleague, 'comments.open', open),
    );
  });

  test('stays hidden of a week in which too few answered, and the card says so', async () => {
    for (const who of [colleague, manager]) {
      const words = await reads(bot, who, 'comments.open', open);
      expect(words).not.toContain('uit een verborgen week');
      expect(words).toContain('Van week 47 laat ik niets zien');
    }
  });

  test('is no business of another team, its manager or who left', async () => {
    await move(third, 'oost');
    for (const who of [outsider, otherLead, third, somebody(77)]) {
      const words = await reads(bot, who, 'comments.open', open);
      expect(words).not.toContain(COMMENT);
      expect(words).not.toContain('week 47');
    }
  });

  test('costs one range a table', async () => {
    const before = bot.requests.length;
    await reads(bot, colleague, 'comments.open', open);
    const asked = bot.requests.slice(before).map(({ url }) => decodeURIComponent(new URL(url).pathname));
    const of = (name: string) => asked.filter((path) => path.includes(name)).length;
    expect([of('comments'), of('replies'), of('groups')]).toEqual([1, 1, 1]);
    expect(asked.length).toBeLessThanOrEqual(6);
  });

  test('with name is for who leads the team alone, with a way to their chat', async () => {
    const words = await reads(bot, manager, 'comments.named', open);
    for (const word of [NAMED, third.name, 'https://teams.microsoft.com/l/chat/0/0?users=persoon3%40'])
      expect(words).toContain(word);
    for (const who of [colleague, otherLead, third])
      expect(await reads(bot, who, 'comments.named', open)).not.toContain(NAMED);
  });

  test('is opened from the team view and by typing, and typed words hold none of it', async () => {
    const place = { kind: 'team', group: TEAM };
    expect(buttonOf(await taps(bot, colleague, 'team.open', place), 'Wat is er gedeeld?').verb).toBe(
      'comments.open',
    );
    for (const text of ['opmerkingen', 'reacties']) {
      const sent = wordsOf(await bot.hear(typed(writer, text)));
      for (const word of [COMMENT, NAMED]) expect(sent).not.toContain(word);
      expect(sent).toBe(wordsOf(await bot.hear(typed(colleague, text))));
    }
  });
});

describe('a conversation without name', () => {
  test('goes from the manager to the writer and back, until one of them closes it', async () => {
    expect(await leadSays(bot)).toContain('Je reactie is bewaard');
    const found = await reads(bot, writer, 'replies.mine');
    for (const word of [COMMENT, REPLY, 'Week 48']) expect(found).toContain(word);
    expect(await writerSays(bot)).toContain('Je antwoord is bewaard');

    moveOn();
    expect(await reads(bot, manager, 'comments.open', open)).toContain('De schrijver antwoordde');
    const talk = await reads(bot, manager, 'comments.talk', { ...(await talkId(bot)), page: 0 });
    for (const word of [COMMENT, REPLY, ANSWER, 'De schrijver']) expect(talk).toContain(word);
    for (const trace of [writer.name, writer.account, codeOf(bot.core, writer)])
      expect(talk).not.toContain(trace);

    expect(await reads(bot, manager, 'comments.close', { ...(await talkId(bot)), sure: false })).toContain(
      'Wil je het gesprek sluiten?',
    );
    await reads(bot, manager, 'comments.close', { ...(await talkId(bot)), sure: true });
    moveOn('2026-12-02T09:00:00Z');
    for (const words of [
      await reads(bot, writer, 'replies.mine'),
      await writerSays(bot, 'toch nog iets'),
      await leadSays(bot, 'ik ook'),
    ]) {
      expect(words).toContain('Niemand kan nog iets schrijven');
      expect(words).not.toMatch(/toch nog iets|ik ook|"Antwoord"/);
    }
    expect(await rows()).toHaveLength(3);
  });

  test('stands under the writer’s code, with a day and no time, and names nobody', async () => {
    await leadSays(bot);
    await writerSays(bot);
    const text = JSON.stringify((await rows()).map(({ row, value }) => [row, value]));
    expect(text).toContain(`${codeOf(bot.core, writer)}|${PERIOD}|001`);
    expect(text).toContain('"day":"2026-11-30"');
    expect(text).not.toMatch(/T\d\d:|\d\d:\d\d/);
    for (const { name, upn, account, user } of team)
      for (const trace of [name, upn, account, user]) expect(text).not.toContain(trace);
  });

  test('shows the manager what the writer said no sooner than the day after: not its moment', async () => {
    await leadSays(bot);
    const where = await talkId(bot);
    const before = await reads(bot, manager, 'comments.talk', { ...where, page: 0 });
    await writerSays(bot);
    await reads(bot, writer, 'replies.close', { ...mine, sure: true });
    expect(await reads(bot, manager, 'comments.talk', { ...where, page: 0 })).toBe(before);
    expect(await reads(bot, manager, 'comments.send', { ...where, text: 'Nog iets' })).toContain(
      'Je reactie is bewaard',
    );
    moveOn();
    const after = await reads(bot, manager, 'comments.talk', { ...where, page: 0 });
    expect(after).toContain(ANSWER);
    expect(after).toContain('(gesloten)');
    expect(await leadSays(bot, 'te laat')).toContain('is niet verstuurd');
  });

  test('tells nothing of the moment within a day either, by the order in which things stand', async () => {
    const [asks, adds] = [() => leadSays(bot, 'vraag van negen uur'), () => leadSays(bot, 'om vier uur')];
    const closes = () => reads(bot, writer, 'replies.close', { ...mine, sure: true });
    const talk = async (story: readonly (() => Promise<unknown>)[]) => {
      await bot.stop();
      bot = await commentsTown();
      for (const step of story) await step();
      moveOn();
      const [list, whole] = [
        await reads(bot, manager, 'comments.open', open),
        await reads(bot, manager, 'comments.talk', { ...(await talkId(bot)), page: 0 }),
      ];
      expect(whole).toContain('Sloot het gesprek');
      return list + whole;
    };
    const late = await talk([asks, adds, () => writerSays(bot), closes]);
    expect(await talk([asks, () => writerSays(bot), adds, closes])).toBe(late);
    expect(await talk([asks, () => writerSays(bot), closes, adds])).toBe(late);
  });

  test('that the manager closed takes an answer until the end of that day: it need not be from before', async () => {
    await leadSays(bot);
    const close = async () => reads(bot, manager, 'comments.close', { ...(await talkId(bot)), sure: true });
    expect(await close()).toContain('Wat de ander vandaag nog schrijft, lees je nog');
    expect(await reads(bot, writer, 'replies.mine')).not.toMatch(/gesloten|Sloot/);
    expect(await writerSays(bot)).toContain('Je antwoord is bewaard');
    moveOn();
    const after = await reads(bot, manager, 'comments.talk', { ...(await talkId(bot)), page: 0 });
    expect(after.indexOf(ANSWER)).toBeGreaterThan(after.indexOf('Sloot het gesprek'));
    expect(await reads(bot, writer, 'replies.mine')).toContain('(gesloten)');
    expect(await writerSays(bot, 'te laat')).toContain('is niet verstuurd');
  });

  test('is begun by who leads the team alone', async () => {
    expect(await writerSays(bot)).toContain('Er is niets voor jou');
    expect(await rows()).toEqual([]);
  });

  test('follows a writer who moved, and passes to who leads the team now', async () => {
    await leadSays(bot);
    const where = await talkId(bot);
    await move(writer, 'oost');
    expect(await reads(bot, writer, 'replies.mine')).toContain(REPLY);
    expect(await writerSays(bot)).toContain('Je antwoord is bewaard');

    await move(manager, 'oost');
    const successor = somebody(50);
    await bot.core.people.save([imported(successor, { access: ['manager'] })]);
    moveOn();
    expect(await reads(bot, manager, 'comments.talk', { ...where, page: 0 })).not.toContain(REPLY);
    expect(await reads(bot, manager, 'comments.send', { ...where, text: 'x' })).toContain('niet voor jou');
    const whole = await reads(bot, successor, 'comments.talk', { ...where, page: 0 });
    for (const word of [COMMENT, REPLY, ANSWER]) expect(whole).toContain(word);
  });

  test('says so to the writer when nobody leads the team, and else who reads it', async () => {
    await leadSays(bot);
    expect(await reads(bot, writer, 'replies.write', mine)).toContain('Wie het team leidt, leest dit');
    await move(manager, TEAM, 'medewerker');
    for (const words of [await reads(bot, writer, 'replies.write', mine), await writerSays(bot)]) {
      expect(words).toContain('Nu leidt niemand dit team');
      expect(words).not.toContain('Wie het team leidt, leest');
    }
    expect(await reads(bot, writer, 'replies.close', { ...mine, sure: true })).not.toContain(
      'Wie het team leidt, ziet dat',
    );
  });

  test('of which there are several, is chosen from a list', async () => {
    await bot.core.groups.publish(
      { kind: 'team', key: TEAM },
      { period: '2026-W46', picture: { count: '6-9', average: 3, themes: [] } },
    );
    for (const period of ['2026-W46', PERIOD])
      await bot.core.replies.add({ team: TEAM, period, writer: codeOf(bot.core, writer) }, () => ({
        from: 'lead',
        day: '2026-11-30',
        text: `over ${period}`,
      }));
    const list = await taps(bot, writer, 'replies.mine');
    expect(JSON.stringify(list)).toContain('niet meer bewaard');
    const { verb, data } = buttonOf(list, 'Open het gesprek');
    expect(await reads(bot, writer, verb, data)).toContain('over 2026-W48');
  });
});

describe('nobody else', () => {
  test('reads or writes in it: a colleague finds nothing with the writer’s payload, nor with the manager’s', async () => {
    await leadSays(bot);
    const where = await talkId(bot);
    for (const who of [colleague, outsider, otherLead, manager]) {
      for (const words of [
        await reads(bot, who, 'replies.mine'),
        await reads(bot, who, 'replies.open', { ...mine, page: 0 }),
        await writerSays(bot, 'ik ben het', who),
        await reads(bot, who, 'replies.close', { ...mine, sure: true }),
        await reads(bot, who, 'replies.send', {
          ...mine,
          ...where,
          writer: codeOf(bot.core, writer),
          text: 'x',
        }),
      ])
        expect(words).toContain('Er is niets voor jou');
    }
    for (const who of [writer, colleague, outsider, otherLead])
      for (const verb of ['comments.talk', 'comments.write', 'comments.send', 'comments.close'])
        expect(await reads(bot, who, verb, { ...where, page: 0, text: 'x', sure: true })).toContain(
          'Alleen wie het team leidt',
        );
    expect(await rows()).toHaveLength(1);
  });

  test('opens one with an id of another team, a made-up id or the code itself', async () => {
    const { id } = await talkId(bot);
    for (const [who, data] of [
      [otherLead, { team: 'oost', id }],
      [manager, { team: TEAM, id: codeOf(bot.core, writer) }],
      [manager, { team: TEAM, id: 'verzonnen' }],
    ] as const)
      expect(await reads(bot, who, 'comments.send', { ...data, text: 'x' })).toContain('is er niet meer');
    expect(await rows()).toEqual([]);
  });

  test('learns the code from a card', async () => {
    await leadSays(bot);
    const cards = [
      await reads(bot, manager, 'comments.open', open),
      await reads(bot, manager, 'comments.write', await talkId(bot)),
      await reads(bot, writer, 'replies.mine'),
      await reads(bot, writer, 'replies.write', mine),
    ];
    expect(cards.join()).not.toContain(codeOf(bot.core, writer));
  });

  test('begins one about a comment of a hidden week', async () => {
    const { hashedIds } = bot.core;
    const id = hashedIds.conversation(TEAM, { period: '2026-W47', writer: codeOf(bot.core, writer) });
    expect(await reads(bot, manager, 'comments.send', { team: TEAM, id, text: 'x' })).toContain(
      'is er niet meer',
    );
    expect(await rows()).toEqual([]);
  });
});

describe('at the edges', () => {
  test('two replies at once both stay; two taps of the same are one', async () => {
    const where = await talkId(bot);
    const send = (text: string) => reads(bot, manager, 'comments.send', { ...where, text });
    await Promise.all([send('een'), send('twee')]);
    expect((await rows()).map(({ value }) => value.text).sort()).toEqual(['een', 'twee']);
    await Promise.all([send('drie'), send('drie')]);
    expect((await rows()).filter(({ value }) => value.text === 'drie')).toHaveLength(1);
  });

  test('a text of 20,000 characters comes back cut, and is not sent; an empty one neither', async () => {
    const long = await leadSays(bot, 'x'.repeat(20_000));
    expect(long).toContain('Er is nog niets verstuurd');
    expect(long).toContain(`"${'x'.repeat(1_000)}"`);
    expect(long.length).toBeLessThan(28_000);
    expect(await leadSays(bot, '  \n ')).toContain('nog niets getypt');
    expect(await rows()).toEqual([]);
  });

  test('who asks who wrote is asked to leave that out, and keeps their text; nothing is sent', async () => {
    const asked = await leadSays(bot, 'Dank je, wie ben je?');
    expect(asked).toContain('Vraag daar niet naar: wie zonder naam schrijft, rekent daarop');
    expect(asked).toContain('Dank je, wie ben je?');
    expect(await rows()).toEqual([]);
    expect(await leadSays(bot, 'Dank je. Wie pakt dit op, denk je?')).toContain('is bewaard');
  });

  test('a comment that expired meanwhile leaves the conversation, and one that nobody replied to none', async () => {
    const where = await talkId(bot);
    await leadSays(bot);
    await bot.core.answers.retract(TEAM, PERIOD, {
      withName: [],
      withoutName: [{ key: codeOf(bot.core, writer), text: COMMENT }],
    });
    expect(await reads(bot, manager, 'comments.talk', { ...where, page: 0 })).toContain('niet meer bewaard');
    expect(await writerSays(bot)).toContain('Je antwoord is bewaard');
    expect(await reads(bot, colleague, 'comments.open', open)).not.toContain(REPLY);
    await bot.core.replies.drop({ team: TEAM, period: PERIOD, writer: codeOf(bot.core, writer) });
    expect(await reads(bot, manager, 'comments.send', { ...where, text: 'x' })).toContain('is er niet meer');
    expect(await rows()).toEqual([]);
  });

  test('vergeet mij takes the conversation along, and no late reply brings it back', async () => {
    await leadSays(bot);
    await writerSays(bot);
    const where = await talkId(bot);
    await reads(bot, writer, 'privacy.erase');
    expect(await rows()).toEqual([]);
    expect(await reads(bot, manager, 'comments.open', open)).not.toContain(COMMENT);
    expect(await reads(bot, manager, 'comments.send', { ...where, text: 'x' })).toContain('is er niet meer');
    expect(await rows()).toEqual([]);
  });

  test('a reply that is written while the writer erases everything goes as well', async () => {
    const where = await talkId(bot);
    const { replies, answers } = bot.core;
    const add = replies.add;
    replies.add = async (...args) => {
      await answers.retract(TEAM, PERIOD, {
        withName: [],
        withoutName: [{ key: codeOf(bot.core, writer), text: COMMENT }],
      });
      return add(...args);
    };
    expect(await reads(bot, manager, 'comments.send', { ...where, text: 'x' })).toContain('is er niet meer');
    expect(await rows()).toEqual([]);
  });

  test('a reply leaves no trace of who erased everything meanwhile, also when storage fails right after it', async () => {
    const where = await talkId(bot);
    const { replies, answers } = bot.core;
    const { add } = replies;
    replies.add = async (...args) => {
      replies.add = add;
      await reads(bot, writer, 'privacy.erase');
      return add(...args);
    };
    const { sharedText } = answers;
    answers.sharedText = async () => {
      answers.sharedText = sharedText;
      throw new Error('storage is away');
    };
    expect(await reads(bot, manager, 'comments.send', { ...where, text: 'x' })).not.toContain('is bewaard');
    expect(await rows()).toEqual([]);
  });

  test('mijn gegevens shows the writer what both said, and nobody else', async () => {
    await leadSays(bot);
    await writerSays(bot);
    const own = await reads(bot, writer, 'privacy.show');
    expect(own).toContain(`Jij schreef: ${ANSWER}`);
    expect(own).toContain(`Je leidinggevende schreef: ${REPLY}`);
    for (const who of [colleague, manager])
      expect(await reads(bot, who, 'privacy.show')).not.toMatch(
        new RegExp(`${ANSWER}|${REPLY.replace('?', '')}`),
      );
  });
});

describe('news', () => {
  const members = team.filter(({ id }) => id !== manager.id).map(({ id }) => `chat-${id}`);

  test('of a reply goes to the whole team in the same words, on a later working day, in hours, once', async () => {
    await leadSays(bot);
    expect(await tick(bot, '2026-11-30T13:00:00Z')).toEqual([]);
    expect(await tick(bot, '2026-12-01T07:00:00Z')).toEqual([]);
    const sent = await tick(bot, NEXT_DAY);
    expect(chats(sent)).toEqual(members.toSorted());
    expect(new Set(sent.map(({ activity }) => JSON.stringify(activity))).size).toBe(1);
    const words = JSON.stringify(sent.map(({ activity }) => activity));
    for (const word of [REPLY, COMMENT, 'Week', '48']) expect(words).not.toContain(word);
    expect(await tick(bot, '2026-12-01T10:00:00Z')).toEqual([]);
    expect(await tick(bot, '2026-12-02T10:00:00Z')).toEqual([]);
  });

  test('waits for who is away, and does not reach who may not be written to', async () => {
    const change = async (who: Somebody, to: object) =>
      bot.core.people.change(TEAM, who.id, (now) => ({ ...now, ...to }));
    await change(writer, { absentFrom: '2026-12-01', absentUntil: '2026-12-02' });
    await change(colleague, { reach: 'blocked' });
    await change(third, { workdays: ['vr'] });
    await leadSays(bot);
    const first = chats(await tick(bot, NEXT_DAY));
    for (const who of [writer, colleague, third]) expect(first).not.toContain(`chat-${who.id}`);
    expect(chats(await tick(bot, '2026-12-02T09:00:00Z'))).toEqual([]);
    expect(chats(await tick(bot, '2026-12-03T09:00:00Z'))).toEqual([`chat-${writer.id}`]);
    expect(chats(await tick(bot, '2026-12-04T09:00:00Z'))).toEqual([`chat-${third.id}`]);
  });

  test('on a Friday comes on Monday, and a closed conversation is no news', async () => {
    moveOn('2026-12-04T12:00:00Z');
    await leadSays(bot);
    for (const weekend of ['2026-12-05T10:00:00Z', '2026-12-06T10:00:00Z'])
      expect(await tick(bot, weekend)).toEqual([]);
    expect(chats(await tick(bot, '2026-12-07T10:00:00Z'))).toEqual(members.toSorted());
    await reads(bot, manager, 'comments.close', { ...(await talkId(bot)), sure: true });
    expect(await tick(bot, '2026-12-08T10:00:00Z')).toEqual([]);
  });

  test('comes on a later day when nothing ran on the next one, and is too late after two weeks', async () => {
    await leadSays(bot);
    expect(chats(await tick(bot, '2026-12-03T09:00:00Z'))).toEqual(members.toSorted());
    const { core } = bot;
    await core.replies.drop({ team: TEAM, period: PERIOD, writer: codeOf(core, writer) });
    await leadSays(bot);
    expect(await tick(bot, '2026-12-18T09:00:00Z')).toEqual([]);
  });

  test('waits while Teams says no, and then reaches the same people once', async () => {
    await leadSays(bot);
    const busy = () => ({ kind: 'throttled', waitMs: 30_000 }) as const;
    expect(await tick(bot, '2026-12-01T08:00:00Z', busy)).toEqual([]);
    let asked = 0;
    const half = () => {
      asked += 1;
      return asked % 2 ? busy() : undefined;
    };
    const sent = [
      ...(await tick(bot, '2026-12-01T08:10:00Z', half)),
      ...(await tick(bot, '2026-12-01T12:00:00Z')),
    ];
    expect(chats(sent)).toEqual(members.toSorted());
    expect(await tick(bot, '2026-12-02T09:00:00Z')).toEqual([]);
  });

  test('that may have arrived after all is tried three times, and no more after that', async () => {
    await leadSays(bot);
    let asked = 0;
    const fails = ({ conversation }: { conversation: string }) => {
      if (conversation !== `chat-${writer.id}`) return undefined;
      asked += 1;
      return { kind: 'again', reason: 'timeout' } as const;
    };
    expect(chats(await tick(bot, NEXT_DAY, fails))).not.toContain(`chat-${writer.id}`);
    expect(await tick(bot, '2026-12-01T12:00:00Z', fails)).toEqual([]);
    expect(asked).toBe(3);
    for (const day of ['02', '03', '04'])
      expect(await tick(bot, `2026-12-${day}T09:00:00Z`, fails)).toEqual([]);
    expect(asked).toBe(3);
  });

  test('that breaks off halfway goes on where it was: nobody gets it twice', async () => {
    await leadSays(bot);
    let asked = 0;
    const killed = () => {
      asked += 1;
      if (asked === 5) throw new Error('killed');
      return undefined;
    };
    const first = await tick(bot, NEXT_DAY, killed);
    expect(first).toHaveLength(4);
    expect(chats([...first, ...(await tick(bot, '2026-12-01T09:10:00Z'))])).toEqual(members.toSorted());
  });

  test('is kept under a code of the team’s rounds, the same for whoever wrote, and goes with vergeet mij', async () => {
    await leadSays(bot);
    await tick(bot, NEXT_DAY);
    const kept = async () => JSON.stringify((await bot.rows('outcomes')).outcomes);
    for (const { id, account, name } of team)
      for (const trace of [`"${id}"`, account, name]) expect(await kept()).not.toContain(trace);
    const code = bot.core.pseudonymise(TEAM, colleague.account, 'round');
    expect(await kept()).toContain(code);
    await reads(bot, colleague, 'privacy.erase');
    expect(await kept()).not.toContain(code);
  });

  test('of an answer goes to who leads the team, the morning after, and tells not who', async () => {
    await leadSays(bot);
    await tick(bot, NEXT_DAY);
    await writerSays(bot);
    expect(await tick(bot, '2026-12-01T13:00:00Z')).toEqual([]);
    const sent = await tick(bot, '2026-12-02T09:00:00Z');
    expect(chats(sent)).toEqual([`chat-${manager.id}`]);
    for (const word of [ANSWER, COMMENT, writer.name]) expect(JSON.stringify(sent)).not.toContain(word);
  });
});
