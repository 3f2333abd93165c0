import { noticeCard } from '../../conversation/cards/notice.ts';
import type { Link, Message, NoticeAction } from '../../conversation/message.ts';
import type { Distress } from '../../language/distress.ts';
import { asSentence } from '../../language/sentences.ts';
import { helpersIn, type Municipality } from '../../people/municipality.ts';

/** What somebody reads: a title, what to do now, and what that is without links, for where no card is shown. */
interface Words {
  title: string;
  body: string;
  spoken?: string;
  link?: Link;
}

/**
 * Numbers to call, as links in the text: a button with such a link does nothing in Teams on a computer, and a link in a text
 * calls there too. The number itself is what stands there, so that it can be read where no link works.
 */
const call113 = '[113](tel:113)';
const call112 = '[112](tel:112)';
const chat113: Link = { title: 'Chat met 113', url: 'https://www.113.nl' };
const ifDeath = `Denk je aan de dood? Bel ${call113}. Dat kan dag en nacht.`;

const words: Record<Exclude<Distress, 'harassed' | 'wrongdoing'>, Words> = {
  life: {
    title: 'Praat nu met iemand',
    body: `Denk je aan de dood of aan zelfmoord? Bel ${call113} of [0800-0113](tel:08000113). Dat is gratis en kan dag en nacht. Is er nu gevaar? Bel ${call112}.`,
    link: chat113,
  },
  'other-life': {
    title: 'Maak je je zorgen om iemand?',
    body: `Is er nu gevaar? Bel ${call112}. Blijf bij die persoon of aan de lijn. Wil je overleggen? Bel ${call113}, dag en nacht. Daar helpen ze jou ook.`,
    link: chat113,
  },
  conflict: {
    title: 'Dat is vervelend',
    body: 'Ruzie of boosheid op het werk kost veel. Praat erover met iemand buiten je team, zoals de vertrouwenspersoon. Er gebeurt niets zonder dat jij het wilt.',
  },
  unheard: {
    title: 'Niet gehoord worden is vervelend',
    body: 'Praat erover met iemand die je team niet leidt, zoals de vertrouwenspersoon. Gaat het over je werk? Geef dan een signaal en kies voor wie het is. Dat kan ook buiten je leidinggevende om.',
  },
  heavy: {
    title: 'Wat naar dat je je zo voelt',
    body: `Ik ben een programma, dus hier kan ik niet goed bij helpen. Een mens wel. Je kiest zelf met wie je praat. ${ifDeath}`,
  },
  figure: {
    title: 'Zo te horen wordt het je te veel',
    body: `Je zegt het misschien bij wijze van spreken. Praat er toch eens over met iemand. ${ifDeath}`,
  },
  tired: {
    title: 'Wil je erover praten?',
    body: 'Het helpt vaak om er met iemand over te praten. Je kiest zelf met wie.',
  },
  grief: {
    title: 'Wat verdrietig',
    body: 'Neem de tijd die je nodig hebt. Praat erover met iemand die je vertrouwt. Die kan ook met je kijken wat er op je werk kan wachten.',
  },
  soft: {
    title: 'Wat naar dat je je zo voelt',
    body: 'Ik ben een programma, dus hier kan ik niet goed bij helpen. Een mens wel. Je kiest zelf met wie je praat.',
  },
};

/** What happened is wrong, so there is somebody to turn to and a way to report it. */
const harassment = ({ procedure }: Municipality): Words => ({
  title: 'Dit hoort niet',
  body: `Niemand mag je pesten, discrimineren of bedreigen. De vertrouwenspersoon luistert en denkt met je mee. Er gebeurt niets zonder dat jij het wilt. Is er nu gevaar? Bel ${call112}.`,
  link: procedure === undefined ? undefined : { title: 'Officiële melding doen', url: procedure },
});

/** What may not be has a way of its own: with people who may look into it, and a procedure that protects who tells it. */
const wrong = ({ procedure }: Municipality): Words => ({
  title: 'Hiervoor is een vaste weg',
  body: 'Voor fraude en andere misstanden heeft je gemeente een meldprocedure. Kompas is geen meldpunt. De vertrouwenspersoon denkt met je mee. Er gebeurt niets zonder dat jij het wilt.',
  link: procedure === undefined ? undefined : { title: 'Officiële melding doen', url: procedure },
});

const wordsOfLinks = (text: string) => text.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');

/** In the language of who does not read Dutch: the same numbers. */
const inEnglish: Partial<Record<Distress, string>> = {
  life: 'In English: call 113 or 0800-0113, free, day and night. In danger now? Call 112.',
  'other-life': 'In English: in danger now? Call 112. Worried about somebody? Call 113.',
};
const talkInEnglish = 'In English: type "praten" and choose who you want to talk to.';

/** Of these somebody may not want to talk with who leads their team: it may be about them. */
const aboutColleagues: readonly Distress[] = ['harassed', 'wrongdoing', 'conflict', 'unheard'];
/** Whom it is for is chosen on its form, where who leads the team can be passed. */
const signal: NoticeAction = { verb: 'signal.raise', title: 'Geef een signaal', data: {} };

function wordsFor(how: Distress, municipality: Municipality): Words {
  if (how === 'harassed') return harassment(municipality);
  return how === 'wrongdoing' ? wrong(municipality) : words[how];
}

/**
 * For somebody who does not seem well: first who can help, the same for everybody who types such a thing. A person always comes
 * before this program, so there is one button; who is not heard by who leads them, can also give a signal past them.
 */
export function kindly(how: Distress, municipality: Municipality, isEnglish: boolean): Message {
  const { title, body, link } = wordsFor(how, municipality);
  const english = isEnglish ? ` ${inEnglish[how] ?? talkInEnglish}` : '';
  return noticeCard({
    kind: 'talk',
    text: `${asSentence(title)} ${wordsOfLinks(body)}${english}`,
    title,
    body: `${body}${english}`,
    lines: helpersIn(municipality),
    small:
      'Ik bewaar niet wat je typte, en meld het bij niemand. Teams bewaart je bericht wel, zoals elk bericht.',
    link,
    actions: [
      {
        verb: 'help.say',
        title: 'Ik wil even praten',
        data: { text: aboutColleagues.includes(how) ? 'praten buiten mijn team' : 'ik wil even praten' },
      },
      ...(how === 'unheard' ? [signal] : []),
    ],
  });
}
