import { guideCard } from '../../../conversation/cards/guide.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Pilot } from '../pilot/pilot.ts';

/** For who leads the pilot: how asking the team went, with the ways on. */
export const askedCard = (
  { name }: Pilot,
  title: string,
  line: string,
  actions: readonly NoticeAction[],
): Message => noticeCard({ kind: 'pilot', place: name, text: `${title}.`, title, lines: [line], actions });

/** A talk, for a pilot of which no figures can be shown (trust:fewest-six). */
const guide = {
  kind: 'pilot' as const,
  text: 'Praat met elkaar over de pilot.',
  title: 'Praat met elkaar over de pilot',
  lead: 'Jullie zijn met weinig. Dan vraag ik geen cijfers. Neem een halfuur voor deze vragen.',
  parts: [
    {
      title: 'Terugkijken',
      lines: ['Wat ging makkelijker dan verwacht?', 'Waar liep je op vast, en wie hielp?'],
    },
    {
      title: 'Rollen',
      lines: ['Wanneer was niet duidelijk wie mocht beslissen?', 'Welke overdracht ging goed, en waardoor?'],
    },
    {
      title: 'Verder',
      lines: ['Wat houden we, ook zonder pilot?', 'Wat moet de organisatie hiervan weten?'],
    },
  ],
  small: 'Schrijf op wat jullie willen onthouden: typ “leerpunt”.',
};
export const talkGuide = guideCard(guide);

/** What stands in the place of the form, with how it reads. */
const instead = (title: string, text: string) => ({ message: notice('pilot', title, text), title, text });

const notAllowed = instead(
  'Cijfers vraag ik nu niet',
  'Dat mag pas als de ondernemingsraad instemt en er een privacytoets (DPIA) is. Praat intussen met elkaar over de pilot.',
);
const notAsked = instead(
  'Je team heeft de vragen nog niet gekregen',
  'Wie de pilot leidt, stuurt ze. Meestal is dat aan het eind van de pilot.',
);
const late = instead(
  'De evaluatie liep al toen jij erbij kwam',
  'Jij vult daarom niets in. Vertel je mening als jullie erover praten.',
);
const stands = instead(
  'Het beeld van het team staat al vast',
  'Het is gemaakt toen de pilot eerder werd afgerond. Nieuwe antwoorden tel ik niet mee. Praat er samen over.',
);
const insteads = [notAllowed, notAsked, late, stands];

/** In place of scores, until the works council consented (trust:consent-first). */
export const notAllowedYet = notAllowed.message;
/** For who takes part, until who leads the pilot asked the team. */
export const notAskedYet = notAsked.message;
/** For who came after that (trust:fewest-six). */
export const cameLater = late.message;
/** For a pilot that was closed before: what the team found was put together then, and is not put together again. */
export const pictureStands = stands.message;

/** What stands in the place of scores, with buttons to go on. */
export function withButtons(why: Message, of: Pilot, actions: readonly NoticeAction[]): Message {
  const words = insteads.find(({ message }) => message === why);
  if (words) return askedCard(of, words.title, words.text, actions);
  return guideCard({
    kind: 'pilot',
    place: of.name,
    text: guide.text,
    title: guide.title,
    lead: guide.lead,
    parts: guide.parts,
    small: guide.small,
    actions,
  });
}

/** The same as an answer to typed words: the same for everybody, with the way to what somebody may have filled in. */
export const withWayBack = (why: Message, of: Pilot): Message =>
  withButtons(why, of, [{ verb: 'pilot.evaluate', title: 'Bekijk wat je invulde', data: { pilot: of.id } }]);
