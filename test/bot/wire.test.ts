import { botbuilderWire } from '../../src/bot/botbuilder.ts';
import { wireContract } from './wire-contract.ts';

wireContract('botbuilder', ({ taken, callMs }) =>
  botbuilderWire({
    tenantId: 'local',
    limiter: { take: (lane, _signal, whom) => taken(lane, whom), pauseRounds: () => {} },
    callMs,
  }),
);
