import { notice, noticeCard } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { everybodyAlone, everybodyAnywhere } from '../../conversation/needs.ts';
import type { Hearing } from '../../conversation/offer.ts';
import { asksOfManager, isYesOrNo, type Seen, whoSees } from '../../language/who-sees.ts';
import { inNeed } from '../../people/in-need.ts';
import type { Municipality } from '../../people/municipality.ts';
import { seenByNobody, underCode } from '../../people/under-code.ts';
import { say } from './saying.ts';

const myData = say('mijn gegevens', 'Wat bewaar je van mij?');

/** Who tells the names of those who have the key: whom the municipality recorded. */
const whoTheyAre = ({ worksCouncil }: Municipality): string =>
  worksCouncil.length > 0 ? 'Vraag de OR wie het zijn.' : 'Vraag de beheerder van Kompas wie het zijn.';

const teamSees =
  'Je leidinggevende en je team zien het teambeeld: één beeld van iedereen samen, vanaf 6 antwoorden.';

/** Who can see what somebody answers, in the one truth there is about it (trust:no-trace, trust:no-key-needed). */
function answerSeen(text: string, municipality: Municipality): Message {
  const isNamed = isYesOrNo(text) && !asksOfManager(text);
  const who = isNamed ? 'Je collega’s en je leidinggevende zien' : 'Je leidinggevende ziet';
  return notice(
    'kompas',
    `${isYesOrNo(text) ? 'Nee. ' : ''}${who} jouw antwoord op de check-in niet`,
    `${seenByNobody} ${underCode('Wat je daar invult,')} ${whoTheyAre(municipality)} ${teamSees} Een toelichting leest alleen wie jij kiest. Deel je die met naam? Dan leest je leidinggevende je toelichting en je naam, niet je keuze. Ook zonder naam kan iemand je manier van schrijven herkennen. Gaat je vraag over een andere kaart? Tik daar op “Wie ziet dit?”.`,
    [myData],
  );
}

/** Nor whether: who answered is told of nobody (trust:no-trace). A picture of exactly six tells it all the same. */
const whetherSeen = (municipality: Municipality): Message =>
  notice(
    'kompas',
    'Nee. Kompas laat niemand zien of jij antwoordde',
    `${teamSees} In een team van precies 6 betekent een beeld wel dat iedereen antwoordde. ${underCode('Je antwoord')} ${whoTheyAre(municipality)}`,
    [say('wie kan mijn antwoord zien', 'Wie ziet mijn antwoord?'), myData],
  );

/** Of each thing that people fill in who sees it: what somebody has in front of them is not known here. */
const eachKind = [
  'Check-in: in Kompas ziet niemand anders wat jij koos. Je team en je leidinggevende zien alleen het teambeeld.',
  'Toelichting: wie jij kiest. Kies je niets, dan alleen jij.',
  'Signaal: wie jij kiest. Gaat het naar je leidinggevende? Dan lezen ook je team en iedereen die het teambeeld mag openen, het signaal.',
  'Even praten: alleen wie jij kiest.',
  'Reactie: wie de toelichting schreef, en wie het team nu of later leidt.',
  'Compliment: alleen wie het krijgt.',
  'Stand-up en retro: iedereen in het kanaal.',
  'Evaluatie van een pilot: jullie zien één beeld van iedereen samen.',
  'Takenmatrix en rolindicatie: jij, en de leidinggevende die meekijkt. HR leest de rolindicatie alleen als jullie die allebei delen.',
  'Rollen: iedereen bij de gemeente, zodra jij “Klopt” zegt. Wat je wilt leren: alleen jij en wie het opschreef.',
  'Leerpunt: wie meedoet aan de pilot, en na het afronden ook projectleiders en beheerders. Delen jullie het, dan iedereen.',
  'Iets melden over het register: de mandaatbeheerder, zonder je naam. Een voorstel: de mandaatbeheerder, met je naam.',
];
const whereItIs = noticeCard({
  kind: 'kompas',
  text: 'Op elke kaart waarop je iets invult, staat de knop Wie ziet dit.',
  title: 'Dat staat op de kaart zelf',
  body: 'Tik daar op “Wie ziet dit?”. In het kort:',
  lines: eachKind,
  actions: [
    say('wie kan mijn antwoord zien', 'Wie ziet mijn antwoord?'),
    say('wie ziet wat ik typ', 'Wie ziet wat ik typ?'),
  ],
});

/** Who reads what is typed where others read along: in a channel or a group chat. */
export const readTogether = notice(
  'privacy',
  'Iedereen hier leest mee',
  'Wat je hier typt en wat ik hier antwoord, kan iedereen in dit gesprek lezen. Het blijft in Teams staan, zoals elk bericht. Wil je iets alleen aan mij vragen? Typ het in je eigen chat met mij.',
);

/** Who fills in a takenmatrix along (docs/privacy.md). */
const readerChosen =
  'Leidt één persoon je team, dan kijkt die mee. Leiden meer mensen je team, of komt er een nieuwe leidinggevende? Dan kies jij.';
/** What stands under a name and no code can be read by whoever reads the storage. */
const underName = 'Het staat bij je naam. Wie bij de opslag van Kompas kan, kan het dus lezen.';

const others: Record<
  Exclude<Seen, 'answer' | 'whether' | 'this'>,
  (yesOrNo: boolean, ofManager: boolean) => Message
> = {
  typed: (yesOrNo) =>
    notice(
      'kompas',
      `${yesOrNo ? 'Nee. ' : ''}Kompas laat niemand zien wat je hier typt`,
      'Wat je typt, blijft wel in Teams staan, zoals elk bericht. Wie Teams beheert, kan daar soms bij. Een tik op een kaart blijft er niet staan.',
      [say('wie kan mijn antwoord zien', 'Wie ziet mijn antwoord?'), myData],
    ),
  away: () =>
    notice(
      'presence',
      'Soms ziet een collega dat je er vandaag niet bent',
      'Heb je een mandaat? Vraagt iemand wie iets mag beslissen? Dan ziet die het ook als je er vandaag niet bent. Nooit waarom. Je leidinggevende en de mandaatbeheerder zien ook op welke dagen niemand werkt die een mandaat heeft. Wie Kompas inricht, ziet je dagen wel.',
      [say('mijn afwezigheid', 'Mijn afwezigheid'), myData],
    ),
  signal: (yesOrNo, ofManager) =>
    notice(
      'signal',
      !yesOrNo
        ? 'Je kiest zelf wie je signaal leest'
        : ofManager
          ? 'Ja, als je het aan je leidinggevende stuurt'
          : 'Dat hangt af van wie je kiest',
      'Wat naar je leidinggevende gaat, leest ook je team, en iedereen die het teambeeld mag openen, zoals je afdelingshoofd. Gaat het buiten je leidinggevende om? Dan kan alleen wie je kiest het lezen. Alleen wie het oppakt, ziet je naam. Geef je het zonder naam? Dan ziet niemand die.',
      [say('signaal', 'Geef een signaal')],
    ),
  matrix: () =>
    notice(
      'roles',
      'Je takenmatrix zien jij en de leidinggevende die meekijkt',
      `${readerChosen} In Kompas ziet niemand anders wat je invult. Ook je collega’s en HR zien het niet. Je team ziet alle taken samen, zonder namen. Dat kan vanaf 6 takenmatrices die klaar zijn en die je niet zelf leest. ${underName}`,
      [say('takenmatrix', 'Mijn takenmatrix'), myData],
    ),
  indication: () =>
    notice(
      'roles',
      'Je rolindicatie zien jij en de leidinggevende die meekijkt',
      `${readerChosen} Geen collega of andere leidinggevende ziet de rolindicatie in Kompas. HR leest die alleen als jullie die allebei delen. Je stopt daarmee wanneer je wilt. ${underName}`,
      [say('rolindicatie', 'Mijn rolindicatie'), myData],
    ),
  roles: () =>
    notice(
      'roles',
      'Je rol ziet iedereen, zodra jij “Klopt” zegt',
      `Dan staat die op de rolkaart, voor iedereen bij de gemeente. Wacht een rol op je antwoord, of zei je “Klopt niet”? Dan zien jij en wie je team leidt dat. Wat je wilt leren, zien alleen jij en wie het opschreef. ${underName}`,
      [say('mijn rollen', 'Mijn rollen'), myData],
    ),
  comment: (yesOrNo) =>
    notice(
      'comment',
      yesOrNo ? 'Nee, tenzij jij dat kiest' : 'Je kiest zelf wie je toelichting leest',
      'Alleen jij, of je team en leidinggevende zonder je naam, of je leidinggevende met je naam. Dat gebeurt pas als de check-in sluit. Wie niet in je team werkt en het niet leidt, leest je toelichting nooit.',
      [
        say('mijn toelichting', 'Bekijk mijn toelichting'),
        say('wie kan mijn antwoord zien', 'Wie ziet mijn antwoord?'),
      ],
    ),
};

/** The answer to a question of who can see something, by what it is about. */
export function whoSeesIt(text: string, municipality: Municipality): Message {
  const kind = whoSees(text) ?? 'this';
  if (kind === 'answer') return answerSeen(text, municipality);
  if (kind === 'whether') return whetherSeen(municipality);
  return kind === 'this' ? whereItIs : others[kind](isYesOrNo(text), asksOfManager(text));
}

/** Questions of who can see something, in whatever words. */
export const whoReads: readonly Hearing[] = [
  {
    // What is true of what somebody types depends on where: in the own chat it is answered below.
    order: 'first',
    needs: everybodyAnywhere,
    answer: async (turn) =>
      turn.scope !== 'personal' && whoSees(turn.text) === 'typed' && !(await inNeed(turn))
        ? readTogether
        : undefined,
  },
  {
    order: 'first',
    needs: everybodyAlone,
    answer: async (turn) =>
      whoSees(turn.text) && !(await inNeed(turn))
        ? whoSeesIt(turn.text, (await turn.settings()).municipality)
        : undefined,
  },
];
