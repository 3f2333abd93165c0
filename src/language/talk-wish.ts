import { normalise } from './normalise.ts';

const somebody =
  '(?:coach|coaching|gesprekspartner|luisterend oor|iemand (?:nodig )?(?:om )?(?:mee )?(?:te )?praten|een gesprek(?:je)?(?: aanvragen)?$|hulp van een mens)';
const outside =
  '(?:vertrouwenspersoon|bedrijfsarts|arbo ?arts|(?:bedrijfs)?maatschappelijk werk(?:er|ster)?|counsell?or)';
const wanting =
  '(?:ik (?:wil|zoek|wou|heb|mag|kan|zou)|wil ik|mag ik|kan ik|heb ik|i (?:want|need)|can i|mijn hart luchten)';

/** With whom somebody wants to talk, in a sentence of their own. */
export type TalkWish =
  /** With somebody to talk to. */
  | 'somebody'
  /** With who helps outside the team. */
  | 'outside';

const wishes: readonly [TalkWish, RegExp][] = [
  [
    'outside',
    new RegExp(
      `\\b${wanting}\\b.*\\b${outside}\\b|^(?:wie is|hoe bereik ik|waar vind ik|who is|is er|hebben we) (?:de|onze|mijn|een|het|the|our)? ?${outside}$|^(?:de |onze |mijn |een )?${outside}$|\\b(?:praten|klagen) over mijn (?:chef|baas|leidinggevende|manager|teamleider)\\b`,
    ),
  ],
  [
    'somebody',
    new RegExp(
      `\\b${wanting}\\b.*\\b${somebody}(?= |$)|^(?:een |mijn )?(?:coach|gesprekspartner)$|\\bhart luchten\\b|^met wie kan ik (?:even |hier |het |erover )*praten|\\bwie (?:wil|kan) (?:er )?naar me luisteren\\b`,
    ),
  ],
];

/** Whether somebody asks for a person to talk to, and for whom; undefined for all other text. Pure. */
export function talkWish(text: string): TalkWish | undefined {
  const plain = normalise(text);
  return wishes.find(([, pattern]) => pattern.test(plain))?.[0];
}
