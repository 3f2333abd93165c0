import { wireMaker } from '../../src/bot/wires.ts';
import { readConfig } from '../../src/config.ts';

/**
 * The variable by which this run of the tests chooses what carries calls to Teams, as an installation does; botbuilder when it
 * is not set. `npm run test:wires` runs the tests of the bot with the other one.
 */
export const wireOfRun = { KOMPAS_WIRE: process.env.KOMPAS_WIRE ?? '' };

/** Makes the wire of this run. */
export const makeWire = await wireMaker(readConfig({ KOMPAS_LOCAL: 'true', ...wireOfRun }).wire);
