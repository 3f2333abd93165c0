import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  inChannel,
  installation,
  members,
  startTestBot,
  type TestActivity,
  type TestBot,
  tapped,
  team,
  typed,
} from '../support/bot.ts';
import { type Path, pathsIn, withPart } from '../support/parts.ts';

const [amira, bert] = team as [(typeof team)[0], (typeof team)[0]];

/** What may stand anywhere in JSON and is meant nowhere. The last one cannot be made into text. */
const wrong: unknown[] = [
  null,
  7,
  -1.5,
  true,
  '',
  'x',
  'gemeente Súdwest',
  '\ud800',
  [],
  [[7]],
  {},
  { toString: 7 },
];

/** Everything that an activity may carry, so that each part of it can be replaced. */
const full = (activity: TestActivity): TestActivity => ({
  locale: 'nl-NL',
  localTimestamp: '2026-11-25T19:30:00+01:00',
  timestamp: '2026-11-25T18:30:00Z',
  textFormat: 'plain',
  replyToId: '1',
  entities: [
    {
      type: 'mention',
      text: '<at>Kompas</at>',
      mentioned: { id: '28:kompas', name: 'Kompas', aadObjectId: bert.account, type: 'user' },
    },
    { type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Web' },
  ],
  attachments: [{ contentType: 'text/html', content: '<div>help</div>' }],
  ...activity,
  channelData: {
    tenant: { id: 'local' },
    source: { name: 'message' },
    settings: { selectedChannel: { id: '19:channel' } },
    ...(activity.channelData as object | undefined),
  },
});

const search = {
  ...tapped(amira, '', {}),
  name: 'composeExtension/query',
  value: { commandId: 'mandaat', parameters: [{ name: 'vraag', value: 'beschikking' }] },
};
const channelEvent = inChannel(members(amira, 'membersAdded', [bert, amira]));
const kinds: [string, TestActivity][] = [
  ['a message', full(typed(amira, '<at>Kompas</at> help'))],
  ['a message in a channel', full(inChannel(typed(amira, '<at>Kompas</at> help')))],
  ['a tap', full(tapped(amira, 'help.say', { text: 'help' }))],
  ['a tap sent as a message', full({ ...typed(amira, ''), value: { verb: 'help.say', text: 'help' } })],
  ['a search', full(search)],
  [
    'somebody who joins',
    full({
      ...channelEvent,
      channelData: { ...(channelEvent.channelData as object), channel: { id: '19:c', type: 'standard' } },
    }),
  ],
  ['somebody who leaves', full(inChannel(members(amira, 'membersRemoved', [bert])))],
  ['an install', full(installation(amira, 'add'))],
  [
    'an edited message',
    full({ ...typed(amira, 'help'), type: 'messageUpdate', channelData: { eventType: 'editMessage' } }),
  ],
];

let bot: TestBot;
beforeAll(async () => {
  // Its clock stands still: a sender would have no turns left.
  bot = await startTestBot({ env: { TURNS_PER_MINUTE: '1000000' } });
});
afterAll(() => bot.stop());

/** Read in the same way whatever an activity is about: tried in the first of the kinds only. */
const alike =
  /^(id|serviceUrl|channelId|from|recipient|timestamp|localTimestamp|locale|replyToId|entities|attachments|textFormat)$/;
let sent = 0;

describe.each(kinds)('%s', (kind, activity) => {
  const ways = pathsIn({ ...activity, serviceUrl: '' })
    .filter(([first]) => kind === kinds[0]?.[0] || !alike.test(`${first}`))
    .map((path): [string, Path] => [path.join('.'), path]);

  test.each(ways)('with something else for %s is refused or read without it', async (_, path) => {
    const failed: [unknown, number][] = [];
    for (const part of wrong) {
      // Each is new to the bot: what comes twice is answered as before.
      sent += 1;
      const whole = { ...activity, id: `wrong-${sent}`, serviceUrl: bot.connector.url };
      const { status } = await bot.post(withPart(whole, path, part));
      if (status >= 500) failed.push([part, status]);
    }
    expect(failed).toEqual([]);
  });
});
