import { notice } from '../../../conversation/cards/notice.ts';
import type { Turn } from '../../../conversation/turn.ts';

/** What somebody hears who begins something in a pilot where an administrator switched pilots off. */
export const pilotsAreOff = notice(
  'pilot',
  'Pilots staan uit bij jouw gemeente',
  'Er is niets bewaard en niets verstuurd. Wat er al is, kun je nog lezen: typ “pilot”. Wil je weten waarom? Vraag het de beheerder van Kompas.',
);

/** Whether pilots are switched off (`instellingen pilots uit`). */
export const isOff = async (turn: Turn): Promise<boolean> =>
  (await turn.settings()).municipality.pilotsOff === true;
