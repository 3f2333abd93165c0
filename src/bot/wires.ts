import type { Config } from '../config.ts';
import type { WireOptions } from './teams-wire.ts';
import type { Wire } from './wire.ts';

/**
 * Gives what opens the door to Teams by the library that an installation chose. The other one is not even loaded
 * (docs/adr/0001-two-wires.md).
 */
export async function wireMaker(chosen: Config['wire']): Promise<(options: WireOptions) => Wire> {
  if (chosen === 'agents') return (await import('./agents.ts')).agentsWire;
  return (await import('./botbuilder.ts')).botbuilderWire;
}
