import { describe, expect, test } from 'vitest';
import { agentsWire } from '../../src/bot/agents.ts';
import { botbuilderWire } from '../../src/bot/botbuilder.ts';
import { attemptIn, type OutgoingActivity } from '../../src/bot/wire.ts';
import { wireMaker } from '../../src/bot/wires.ts';
import { startConnector } from '../support/connector.ts';
import { wireContract } from './wire-contract.ts';

/** Whatever a run is about, both have to hold: an installation may go from one to the other at any time. */
const wires = { botbuilder: botbuilderWire, agents: agentsWire } as const;

for (const [name, makeWire] of Object.entries(wires))
  wireContract(name, ({ taken, callMs }) =>
    makeWire({
      tenantId: 'local',
      limiter: { take: (lane, _signal, whom) => taken(lane, whom), pauseRounds: () => {} },
      callMs,
    }),
  );

describe('whichever wire it is', () => {
  test('Teams is told the same, to the letter', async () => {
    const connector = await startConnector();
    const to = { serviceUrl: connector.url, conversation: 'a:1', user: '29:somebody', bot: '28:kompas' };
    const activity: OutgoingActivity = {
      type: 'message',
      summary: 'Een kaart',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: { type: 'AdaptiveCard', at: '2026-11-25T10:00:00Z', nothing: null, list: [[], 1, true] },
        },
      ],
    };
    try {
      for (const makeWire of Object.values(wires)) {
        const limiter = { take: async () => {}, pauseRounds: () => {} };
        const wire = makeWire({ tenantId: 'local', limiter });
        await wire.send(to, activity, attemptIn('people'));
        await wire.update(to, 'm-1', activity, attemptIn('people'));
      }
      const [first, second] = connector.sent.map((one) => one.activity);
      expect(second).toEqual(first);
      expect(first).toMatchObject(activity);
      const [change, sameChange] = connector.rewritten.map((one) => one.activity);
      expect(sameChange).toEqual(change);
    } finally {
      await connector.stop();
    }
  });
});

describe('the wire that is chosen', () => {
  test.each(['botbuilder', 'agents'] as const)('is the one of that name: %s', async (name) => {
    expect(await wireMaker(name)).toBe(wires[name]);
  });
});
