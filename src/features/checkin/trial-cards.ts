import type { Message } from '../../conversation/message.ts';
import type { Municipality } from '../../people/municipality.ts';
import { asked, counsellorLine, type Trial, thanked } from './cards.ts';
import { optionOf, options, type Score } from './rules.ts';

const trialHead = {
  kind: 'checkin',
  place: 'Proef',
  state: { words: 'Proef: er wordt niets bewaard', tone: 'warning' },
} as const;

/** On the cards of a trial, where nothing is to be seen by anybody. */
const trialSeen = 'Niemand: dit is een proef. Op de echte kaart staat hier wie je antwoord ziet.';

/** The open card as a trial: the same to look at, and nothing of it is kept. */
export function trialAskCard(trial: Trial): Message {
  return {
    text: 'Proef: hoe zit je erbij? Er wordt niets bewaard.',
    card: asked(
      trialHead,
      {
        lead: 'Tik op wat vandaag het best past. Zo ziet een collega de vraag straks ook.',
        look: { title: '', verb: '' },
        period: '',
        options,
        answer: 'checkin.trial-answer',
        refresh: 'checkin.trial',
        trial,
      },
      trialSeen,
    ),
  };
}

/** The thank-you of a trial, with what somebody would read who answers so. */
export function trialThanksCard(
  score: Score,
  { heavy, counsellor, trial }: { heavy: boolean; counsellor: Municipality['counsellor']; trial: Trial },
): Message {
  const { word, face } = optionOf(score);
  return {
    text: 'Dank je wel. Dit was een proef: er is niets bewaard.',
    card: thanked(
      trialHead,
      {
        title: 'Dank je wel',
        period: '',
        word,
        face,
        themes: '',
        comment: '',
        sharing: '',
        note: heavy
          ? 'Er is niets bewaard. Een collega kiest hier met wie die wil praten.'
          : 'Er is niets bewaard. Een collega leest hier soms een tip.',
        until: '',
        talk: heavy ? { partners: [], others: false, counsellor: counsellorLine(counsellor) } : undefined,
        trial,
      },
      trialSeen,
    ),
  };
}
