import { dutchDay } from '../../../calendar/clock.ts';
import type { NoticeAction } from '../../../conversation/message.ts';
import type { Pilot } from '../pilot/pilot.ts';
import type { PilotReading } from '../pilot/rights.ts';

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
}

const isUnmeasured = ({ criteria }: Pilot) => criteria.some(({ measured }) => measured.length === 0);

function forLead({ pilot, day, inChannel }: Looking): NextStep {
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
      : { words: 'Typ in het kanaal van het pilotteam: @Kompas pilot. Koppel daar de pilot.' };
  if (!goals && criteria.length === 0)
    return { words: 'Schrijf op wat jullie willen leren.', action: button('pilot.edit-goals', 'Doelen') };
  if (!standup)
    return { words: 'Kies wanneer de stand-up is.', action: button('pilot.edit-standup', 'Stand-up') };
  if (!kickoff)
    return { words: 'Zet de kick-off in het kanaal.', action: button('pilot.kickoff', 'Kick-off') };
  if (day < from) return { words: `De pilot begint op ${dutchDay(from)}. Alles staat klaar.` };
  if (isUnmeasured(pilot))
    return { words: 'Voeg een eerste meting toe.', action: button('pilot.edit-measure', 'Meting toevoegen') };
  return { words: 'Vul de stand-up in en blijf meten.', action: button('standup.show', 'Stand-up invullen') };
}

function forMember({ pilot, day, isLeaderless }: Looking): NextStep {
  const { from, until, standup } = pilot;
  const button = (verb: string, title: string): NoticeAction => ({ verb, title, data: { pilot: pilot.id } });
  if (isLeaderless)
    return {
      words: 'Niemand leidt de pilot nu. Vraag een projectleider of beheerder om iemand aan te wijzen.',
    };
  if (day > until)
    return { words: 'De laatste dag is voorbij. Wie de pilot leidt, verlengt hem of rondt hem af.' };
  if (day < from) return { words: `De pilot begint op ${dutchDay(from)}. Je hoeft nu niets te doen.` };
  if (standup)
    return {
      words: 'Vul de stand-up in. Eén zin is genoeg.',
      action: button('standup.show', 'Stand-up invullen'),
    };
  if (isUnmeasured(pilot))
    return { words: 'Voeg een meting toe.', action: button('pilot.edit-measure', 'Meting toevoegen') };
  return { words: 'Schrijf op wat je leert.', action: button('learning.new', 'Nieuw leerpunt') };
}

/** What there is to do next, for who looks. */
export function nextStep(looking: Looking): NextStep {
  const { pilot, leads } = looking;
  if (pilot.closedOn !== undefined)
    return {
      words: 'Lees wat er geleerd is, en neem het mee.',
      action: { verb: 'pilot.learned', title: 'Leerpunten', data: { pilot: pilot.id } },
    };
  return leads ? forLead(looking) : forMember(looking);
}
