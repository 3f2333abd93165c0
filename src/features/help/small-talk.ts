import { notice } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { everybodyAnywhere } from '../../conversation/needs.ts';
import type { Hearing } from '../../conversation/offer.ts';
import { type SmallTalk, smallTalk } from '../../language/small-talk.ts';
import { say } from './saying.ts';
import { topicOf } from './topics.ts';

const help = say('help', 'Wat kun je?');
const talk = say('ik wil even praten', 'Ik wil even praten');

/** Short: nothing was asked. A greeting is answered by the dispatcher, with what people ask most. */
const answers: Record<Exclude<SmallTalk, 'greeting'>, Message> = {
  thanks: { text: 'Graag gedaan.' },
  bye: { text: 'Tot de volgende keer.' },
  answer: notice(
    'kompas',
    'Waarop antwoord je?',
    'Ik onthoud niet waar we het over hadden. Tik op een knop op de kaart, of typ je hele vraag.',
    [help],
  ),
  dismissal: notice(
    'kompas',
    'Goed, ik doe niets',
    'Stuurde je net al iets? Kijk dan wat je ongedaan kunt maken.',
    [say('maak ongedaan', 'Maak iets ongedaan'), help],
  ),
  'how are you': notice(
    'kompas',
    'Met mij gaat het altijd hetzelfde',
    'Ik ben een programma. Hoe zit jij erbij? Vul je check-in in, of praat met een mens.',
    [say('check-in', 'Naar de check-in'), talk],
  ),
  scolding: notice(
    'kompas',
    'Dat spijt me',
    'Ik begrijp alleen korte zinnen. Probeer het met een paar woorden, of kijk wat ik kan.',
    [help, talk],
  ),
  link: notice('kompas', 'Ik kan geen links openen', 'Ik heb er niets mee gedaan. Typ wat je zoekt.', [help]),
};

/** A text this long is no command: it is a story, or a mail that was pasted (characters). */
const LONG = 300;
const longText = notice(
  'kompas',
  'Dat is veel tekst in één keer',
  'Ik begrijp korte zinnen. Ik heb niets bewaard. Teams bewaart je bericht wel. Typ in een paar woorden wat je zoekt, of praat met een mens.',
  [help, talk],
);

/** Words that ask for nothing, before all others; and at last what nobody understood, by what it is about or how long it is. */
export const politeness: readonly Hearing[] = [
  {
    order: 'first',
    needs: everybodyAnywhere,
    answer: async ({ text }) => {
      const said = smallTalk(text);
      return said === undefined || said === 'greeting' ? undefined : answers[said];
    },
  },
  {
    order: 'last',
    needs: everybodyAnywhere,
    answer: async ({ text, scope }) => {
      if (text.trim().length > LONG) return longText;
      return topicOf(text, scope) ?? (/https?:\/\//i.test(text) ? answers.link : undefined);
    },
  },
];
