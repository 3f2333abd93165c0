import type { Turn } from '../../../conversation/turn.ts';
import { channelOf } from '../../../people/person.ts';
import type { Pilot } from './pilot.ts';
import type { PilotStore } from './store.ts';

type Reads = Pick<PilotStore, 'all' | 'of'>;
type Here = Pick<Turn, 'scope' | 'address'>;

const isHere = ({ scope, address }: Here, { channel, closedOn }: Pilot): boolean =>
  scope === 'channel' && closedOn === undefined && channel?.conversation === channelOf(address.conversation);

/** The open pilots that the channel belongs to in which somebody types or taps; none in another conversation. One range. */
export const pilotsOfChannel = async (store: Pick<PilotStore, 'all'>, turn: Here): Promise<Pilot[]> =>
  (await store.all()).filter((pilot) => isHere(turn, pilot));

/** The open pilots that somebody leads and that this channel does not belong to, those without any channel first. Two ranges. */
export async function leadsElsewhere(store: Reads, turn: Here & Pick<Turn, 'directoryId'>): Promise<Pilot[]> {
  const [all, roles] = await Promise.all([store.all(), store.of(turn.directoryId)]);
  return all
    .filter((one) => one.closedOn === undefined && roles.get(one.id) === 'lead' && !isHere(turn, one))
    .sort((a, b) => Number(a.channel !== undefined) - Number(b.channel !== undefined));
}
