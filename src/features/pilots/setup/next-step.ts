import { dutchDay } from '../../../calendar/clock.ts';
import type { NoticeAction } from '../../../conversation/message.ts';
import { weekdaysIn } from '../pilot/dates.ts';
import type { Pilot } from '../pilot/pilot.ts';
import type { PilotReading } from '../pilot/rights.ts';
import { standupWords } from '../pilot/standup-words.ts';

/** What there is to do next with a pilot, in Dutch, and the button for it where there is one. */
export interface NextStep {
  words: string;
  action?: NoticeAction;
}

/** How somebody looks at a pilot. */
interface Looking extends Pick<PilotReading, 'pilot' | 'leads'> {
  /** ISO date. */
  day: string;
  inChannel: boolean;
  /** True when nobody who leads it works here any more. */
  isLeaderless: boolean;
  /** Whether the stand-up is open and this person did not share in it yet. */
  mayShare: boolean;
}

/** So many weekdays of a pilot are over when it is measured for the first time: on the Friday of its first week. */
const MEASURED_AFTER = 5;

const isToMeasure = ({ criteria, from }: Pilot, day: string) =>
  weekdaysIn(from, day) >= MEASURED_AFTER && criteria.some(({ measured }) => measured.length === 0);

/** When there is nothing to do at this moment: what comes by itself. */
const nothingNow = ({ standup }: Pilot) =>
  standup
    ? `Nu niets. De stand-up komt vanzelf in het kanaal: ${standupWords(standup)}.`
    : 'Nu niets. Blijf meten, en kijk op vrijdag samen terug met een retro.';

function forLead({ pilot, day, inChannel, mayShare }: Looking): NextStep {
  const { from, until, channel, goals, criteria, kickoff, standup } = pilot;
  const button = (verb: string, title: string): NoticeAction => ({ verb, title, data: { pilot: pilot.id } });
  if (day >= until)
    return {
      words:
        day === until
          ? 'Vandaag is de laatste dag. Verleng of rond af.'
          : 'De laatste dag is voorbij. Verleng of rond af.',
      action: button('pilot.last-day', 'Verlengen of afronden'),
    };
  if (!channel)
    return inChannel
      ? { words: 'Koppel de pilot aan dit kanaal.', action: button('pilot.link', 'Koppel aan dit kanaal') }
      : {
          words:
            'Typ in het kanaal van het pilotteam: @Kompas pilot. Koppel daar de pilot. Heeft dat kanaal al een pilot? Tik daar op Koppel een andere pilot.',
        };
  if (!goals && criteria.length === 0)
    return { words: 'Schrijf op wat jullie willen leren.', action: button('pilot.edit-goals', 'Doelen') };
  if (!standup)
    return { words: 'Kies wanneer de stand-up is.', action: button('pilot.edit-standup', 'Stand-up') };
  if (!kickoff)
    return { words: 'Zet de kick-off in het kanaal.', action: button('pilot.kickoff', 'Kick-off') };
  if (day < from) return { words: `De pilot begint op ${dutchDay(from)}. Alles staat klaar.` };
  if (mayShare)
    return {
      words: 'Vul de stand-up in. Eén zin is genoeg.',
      action: button('standup.show', 'Stand-up invullen'),
    };
  if (isToMeasure(pilot, day))
    return { words: 'Voeg een eerste meting toe.', action: button('pilot.edit-measure', 'Meting toevoegen') };
  return { words: nothingNow(pilot) };
}

function forMember({ pilot, day, isLeaderless, mayShare }: Looking): NextStep {
  const { from, until } = pilot;
  const button = (verb: string, title: string): NoticeAction => ({ verb, title, data: { pilot: pilot.id } });
  if (isLeaderless)
    return {
      words: 'Niemand leidt de pilot nu. Vraag een projectleider of beheerder om iemand aan te wijzen.',
    };
  if (day > until)
    return { words: 'De laatste dag is voorbij. Wie de pilot leidt, verlengt hem of rondt hem af.' };
  if (day < from) return { words: `De pilot begint op ${dutchDay(from)}. Je hoeft nu niets te doen.` };
  if (mayShare)
    return {
      words: 'Vul de stand-up in. Eén zin is genoeg.',
      action: button('standup.show', 'Stand-up invullen'),
    };
  if (isToMeasure(pilot, day))
    return { words: 'Voeg een meting toe.', action: button('pilot.edit-measure', 'Meting toevoegen') };
  return { words: 'Schrijf op wat je leert.', action: button('learning.new', 'Nieuw leerpunt') };
}

/** What there is to do next, for who looks. */
export function nextStep(looking: Looking): NextStep {
  const { pilot, leads } = looking;
  if (pilot.closedOn !== undefined)
    return {
      words: 'Lees wat jullie leerden. Wat kun je nu gebruiken?',
      action: { verb: 'pilot.learned', title: 'Leerpunten', data: { pilot: pilot.id } },
    };
  return leads ? forLead(looking) : forMember(looking);
}
