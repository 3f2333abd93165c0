import { describe, expect, test } from 'vitest';
import { agentsWire } from '../../src/bot/agents.ts';
import { botbuilderWire } from '../../src/bot/botbuilder.ts';
import { wireMaker } from '../../src/bot/wires.ts';
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

describe('the wire that is chosen', () => {
  test.each(['botbuilder', 'agents'] as const)('is the one of that name: %s', async (name) => {
    expect(await wireMaker(name)).toBe(wires[name]);
  });
});
