import { notice } from '../../conversation/cards/notice.ts';
import { everybodyAlone } from '../../conversation/needs.ts';
import type { Hearing } from '../../conversation/offer.ts';
import { huntsForPerson } from '../../language/person-hunt.ts';
import { isAmong } from '../../people/access.ts';
import { inNeed } from '../../people/in-need.ts';
import type { Tools } from '../module.ts';
import { say } from './saying.ts';

/** What tells when somebody works who may decide something: for those who see to that. */
const COVER = 'bezetting';

/** Who works today is told of mandates alone, to who sees to it that somebody is there; to others why not. */
export const whoIsIn = ({
  features,
  administrators,
}: Pick<Tools, 'features' | 'administrators'>): Hearing => ({
  order: 'first',
  needs: everybodyAlone,
  answer: async (turn) => {
    if (huntsForPerson(turn.text) !== 'today' || (await inNeed(turn))) return undefined;
    const cover = features()
      .flatMap(({ phrases }) => phrases)
      .find((phrase) => phrase.say === COVER);
    const may = cover && isAmong(cover.needs.who, turn.directoryId, await turn.person(), administrators);
    return may
      ? notice(
          'presence',
          'Van ieder apart houd ik dat niet bij',
          'Een lijst van wie er werkt, heb ik niet. Wel zie je op welke dagen niemand werkt die iets mag beslissen.',
          [say(COVER, 'Bekijk de bezetting')],
        )
      : notice(
          'presence',
          'Wie er vandaag is, vertel ik niet',
          'Vrije dagen zijn van ieder zelf. Zoek je iemand die iets mag beslissen? Typ bijvoorbeeld: wie valideert BAG. Dan zeg ik wie er vandaag is.',
          [say('help', 'Wat kun je?')],
        );
  },
});
