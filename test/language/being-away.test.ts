import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { beingAway } from '../../src/language/being-away.ts';
import { effort } from '../support/effort.ts';

/** A Wednesday. */
const WEDNESDAY = '2026-11-25';

/** "first..last", with "?" behind it when no day was named; else what it is. */
function said(text: string, today = WEDNESDAY): string | undefined {
  const heard = beingAway(text, Temporal.PlainDate.from(today));
  if (heard?.kind === 'away') return `${heard.days.first}..${heard.days.last}${heard.assumed ? '?' : ''}`;
  return heard?.kind === 'unclear' ? heard.why : heard?.kind;
}

describe('somebody who says to be away', () => {
  test.each([
    ['ik ben tot 4 januari afwezig', '2026-11-25..2027-01-03'],
    ['Ik ben afwezig tot 4 januari.', '2026-11-25..2027-01-03'],
    ['ik heb morgen vrij', '2026-11-26..2026-11-26'],
    ['morgen heb ik vrij', '2026-11-26..2026-11-26'],
    ['Morgen vrij', '2026-11-26..2026-11-26'],
    ['vrijdag vrij', '2026-11-27..2026-11-27'],
    ['ben vrijdag vrij', '2026-11-27..2026-11-27'],
    ['ik ben vrijdag vrij', '2026-11-27..2026-11-27'],
    ['ik heb vrij genomen op vrijdag', '2026-11-27..2026-11-27'],
    ['ik neem vrijdag vrij', '2026-11-27..2026-11-27'],
    ['ik neem morgen een snipperdag op', '2026-11-26..2026-11-26'],
    ['ik heb vrijdag een vrije dag', '2026-11-27..2026-11-27'],
    ['ben maandag en dinsdag weg', '2026-11-30..2026-12-01'],
    ['ik ben maandag, dinsdag en woensdag weg', '2026-11-30..2026-12-02'],
    ['ik ben vandaag en morgen weg', '2026-11-25..2026-11-26'],
    ['volgende week vakantie', '2026-11-30..2026-12-06'],
    ['volgende week heb ik vakantie', '2026-11-30..2026-12-06'],
    ['ik ben volgende week op vakantie', '2026-11-30..2026-12-06'],
    ['ik ga volgende week op vakantie naar Spanje', '2026-11-30..2026-12-06'],
    ['ik ga 2 weken op vakantie', '2026-11-25..2026-12-08'],
    ['ik ga vanaf maandag twee weken op vakantie', '2026-11-30..2026-12-13'],
    ['ik ben drie dagen weg', '2026-11-25..2026-11-27'],
    ['ik ben er een week niet', '2026-11-25..2026-12-01'],
    ['de komende twee weken ben ik er niet', '2026-11-25..2026-12-08'],
    ['tot en met vrijdag op cursus', '2026-11-25..2026-11-27'],
    ['ik ben t/m vrijdag op cursus', '2026-11-25..2026-11-27'],
    ['ik ben er morgen niet', '2026-11-26..2026-11-26'],
    ['morgen ben ik er niet', '2026-11-26..2026-11-26'],
    ['ik ben er niet op vrijdag', '2026-11-27..2026-11-27'],
    ['ik zal er morgen niet zijn', '2026-11-26..2026-11-26'],
    ['er morgen niet', '2026-11-26..2026-11-26'],
    ['ik ben de rest van de week weg', '2026-11-25..2026-11-29'],
    ['ik ben deze hele week weg', '2026-11-25..2026-11-29'],
    ['ik ben met verlof t/m 12 december', '2026-11-25..2026-12-12'],
    ['ik ben t/m 12 december met verlof', '2026-11-25..2026-12-12'],
    ['met zwangerschapsverlof tot 1 maart', '2026-11-25..2027-02-28'],
    ['Vanaf 1 december tot 1 maart ben ik met zwangerschapsverlof', '2026-12-01..2027-02-28'],
    ['ik heb ouderschapsverlof tot 1 februari', '2026-11-25..2027-01-31'],
    ['ik werk morgen niet', '2026-11-26..2026-11-26'],
    ['ik werk vrijdag niet', '2026-11-27..2026-11-27'],
    ['morgen werk ik niet', '2026-11-26..2026-11-26'],
    ['ik kan morgen niet werken', '2026-11-26..2026-11-26'],
    ['ik kom morgen niet', '2026-11-26..2026-11-26'],
    ['ik kan er morgen niet zijn', '2026-11-26..2026-11-26'],
    ['vandaag niet aanwezig', '2026-11-25..2026-11-25'],
    ['ik ben vandaag niet aanwezig', '2026-11-25..2026-11-25'],
    ['ik ben van 24 december t/m 2 januari vrij', '2026-12-24..2027-01-02'],
    ['ik ben van maandag 30 november tot en met vrijdag 4 december weg', '2026-11-30..2026-12-04'],
    ['vanaf maandag ben ik vrij tot en met woensdag', '2026-11-30..2026-12-02'],
    ['ik ben vrij, maandag en dinsdag', '2026-11-30..2026-12-01'],
    ['ik ben 1 en 2 december weg', '2026-12-01..2026-12-02'],
    ['ik ben 1-5 december weg', '2026-12-01..2026-12-05'],
    ['ik ben van 1-12 t/m 5-12 afwezig', '2026-12-01..2026-12-05'],
    ['ik ben woensdag 2 en donderdag 3 december vrij', '2026-12-02..2026-12-03'],
    ['ik heb morgen een dagje vrij', '2026-11-26..2026-11-26'],
    ['ik ben morgen niet aan het werk', '2026-11-26..2026-11-26'],
    ['out of office t/m vrijdag', '2026-11-25..2026-11-27'],
    ['ik ben tot de 15e weg', '2026-11-25..2026-12-14'],
    ['ik ben ma t/m wo vrij', '2026-11-30..2026-12-02'],
    ['Hoi Kompas, helaas ben ik er morgen niet. Groetjes!', '2026-11-26..2026-11-26'],
    ["'k ben morgen weg", '2026-11-26..2026-11-26'],
    ['IK BEN MORGEN VRIJ!!', '2026-11-26..2026-11-26'],
    ['kun je noteren dat ik morgen vrij ben?', '2026-11-26..2026-11-26'],
    ['ik wil doorgeven dat ik er vrijdag niet ben', '2026-11-27..2026-11-27'],
    ['ik ben maandag vrij en dinsdag ziek', '2026-11-30..2026-12-01'],
    ['ik ben gisteren weg', '2026-11-24..2026-11-24'],
  ])('"%s": %s', (text, days) => {
    expect(said(text)).toBe(days);
  });

  test.each([
    ['ik ben ziek', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['Ziek', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ziek gemeld', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ziekgemeld', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik meld me ziek', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik wil me ziekmelden', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik heb me ziek gemeld', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik heb griep', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ben ziek, sorry', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik ben weer ziek', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik ben ziek tot nader order', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik ben vanaf vandaag ziek', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik ben sinds maandag ziek', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik ben ziek want mijn zoon was maandag ook ziek', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik ben vandaag ziek', `${WEDNESDAY}..${WEDNESDAY}`],
    ['vandaag ziek', `${WEDNESDAY}..${WEDNESDAY}`],
    ['ik ben ziek tot maandag', '2026-11-25..2026-11-29'],
    ['ik ben t/m vrijdag ziek', '2026-11-25..2026-11-27'],
    ['ik ben ziek, tot maandag', '2026-11-25..2026-11-29'],
    ['ik ben vanmiddag ziek naar huis gegaan', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik ben nog steeds ziek', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik lig met koorts in bed', `${WEDNESDAY}..${WEDNESDAY}?`],
    ['ik meld me ziek voor vandaag', `${WEDNESDAY}..${WEDNESDAY}`],
    ['kan vandaag niet komen, ben ziek', `${WEDNESDAY}..${WEDNESDAY}`],
    ['ik ben vandaag ziek en kan niet deelnemen', `${WEDNESDAY}..${WEDNESDAY}`],
    ['ik ben twee dagen ziek', '2026-11-25..2026-11-26'],
    ['ik ben ziek, ik kom morgen niet', '2026-11-26..2026-11-26'],
  ])('and cannot work is away today, when no day was named: "%s"', (text, days) => {
    expect(said(text)).toBe(days);
  });

  test.each([
    ['ik ben er morgen niet omdat ik naar het ziekenhuis moet', '2026-11-26..2026-11-26'],
    ['ik ben weg tot maandag want ik heb griep', '2026-11-25..2026-11-29'],
    ['ik ben morgen vrij, mijn dochter is jarig', '2026-11-26..2026-11-26'],
    ['ik ben morgen vrij wegens de verhuizing van vrijdag', '2026-11-26..2026-11-26'],
    ['mijn dochter is ziek, dus ik ben er morgen niet', '2026-11-26..2026-11-26'],
    ['omdat ik moe ben, kom ik morgen niet', '2026-11-26..2026-11-26'],
    ['ik ben i.v.m. een begrafenis morgen afwezig', '2026-11-26..2026-11-26'],
    ['wegens ziekte afwezig t/m vrijdag', '2026-11-25..2026-11-27'],
    ['ik ben afwezig wegens ziekte t/m vrijdag', '2026-11-25..2026-11-27'],
    ['ik ben morgen afwezig i.v.m. een begrafenis', '2026-11-26..2026-11-26'],
  ])('is away on the days, whatever is told about why: "%s"', (text, days) => {
    expect(said(text)).toBe(days);
  });

  test.each([
    ['ik ben ziek, maandag ben ik er weer', '2026-11-25..2026-11-29'],
    ['ik ben beter, maandag begin ik weer', '2026-11-25..2026-11-29'],
    ['ik ben maandag weer terug', '2026-11-25..2026-11-29'],
    ['vanaf morgen ben ik weg, maandag ben ik er weer', '2026-11-26..2026-11-29'],
    ['ik ben vanaf 1 december weer aan het werk', '2026-11-25..2026-11-30'],
  ])('is away until the day of the return: "%s"', (text, days) => {
    expect(said(text)).toBe(days);
  });

  test.each([
    ['ik ben afwezig', 'open'],
    ['ik ben weg', 'open'],
    ['ik ben er even niet', 'open'],
    ['vakantie', 'open'],
    ['ik ga met verlof', 'open'],
    ['ik ben vanaf maandag vrij', 'open'],
    ['ik ben vanaf morgen ziek', 'open'],
    ['ik ga vrijdag op vakantie', 'open'],
    ['ik ga over twee weken op vakantie', 'open'],
    ['ik ben weg met griep', 'open'],
    ['ik ben tot 30 februari weg', 'unread'],
    ['ik ben ziek tot 30 februari', 'unread'],
    ['ik ben tot 12 uur weg', 'hours'],
    ['ik ben vandaag om 15:00 weg', 'hours'],
    ['ik ben vanmiddag vrij', 'hours'],
    ['ik heb vrijdagmiddag vrij', 'hours'],
    ['ik ben morgenochtend weg', 'hours'],
    ['ik ben morgen een halve dag vrij', 'hours'],
    ['ik ben een paar dagen weg', 'unread'],
    ['ik ben in december vrij', 'unread'],
    ['ik ben met kerst vrij', 'unread'],
    ['ik ben tot nader order afwezig', 'unread'],
    ['ik ben vrijdag of maandag vrij', 'unread'],
    ['ik ben maandag en donderdag vrij', 'apart'],
    ['ik ben maandag weg en donderdag vrij', 'apart'],
    ['ik werk niet op vrijdag', 'weekly'],
    ['ik ben elke vrijdag vrij', 'weekly'],
    ['ik ben op vrijdagen vrij', 'weekly'],
    ['vrijdags ben ik vrij', 'weekly'],
  ])('has to say more about the days: "%s" (%s)', (text, why) => {
    expect(said(text)).toBe(why);
  });
});

describe('somebody who says to be back', () => {
  test.each([
    'beter',
    'Ik ben beter',
    'ik ben weer beter',
    'ik ben weer beter vandaag',
    'weer beter!',
    'ik ben hersteld',
    'ik meld me beter',
    'betermelding',
    'ik ben niet meer ziek',
    'ik ben niet ziek meer',
    'niet meer afwezig',
    'ik ben er weer',
    'vandaag ben ik er weer',
    'ik ben weer aan het werk',
    'ik ben terug van vakantie',
    'ik werk weer',
  ])('is back: "%s"', (text) => {
    expect(said(text)).toBe('back');
  });
});

describe('what is nobody’s own absence', () => {
  test.each([
    'Gijs is ziek',
    'Gijs ziek',
    'ziek: Gijs',
    'mijn zoon is ziek',
    'Femke is met verlof tot 1 maart',
    'wij zijn maandag vrij',
    'het team is vrijdag vrij',
    'wie vervangt Gijs als hij ziek is?',
    'wie vervangt mij als ik ziek ben',
    'ik ben ziek, wie vervangt mij?',
    'ik ben vrijdag vrij, wie valideert dan BAG?',
    'mag ik tekenen als Femke vrij is?',
    'mag Gijs tekenen, ik ben morgen weg',
    'als ik morgen vrij ben, neemt Gijs waar',
    'ben ik morgen vrij?',
    'ben ik morgen vrij',
    'hoe meld ik me ziek?',
    'hoeveel vakantie heb ik',
    'heb ik verlof over',
    'ik wil morgen vrij',
    'ik wil op vakantie',
    'mag ik morgen vrij',
    'ik ben misschien vrijdag vrij',
    'ik heb verlof aangevraagd',
    'verlof aanvragen',
    'vakantie in Spanje was leuk',
    'ik heb vakantie nodig',
    'ik was gisteren ziek',
    'ik ben gisteren ziek geweest',
    'ik ben niet ziek',
    'ik ben nooit ziek',
    'ik ben morgen niet vrij',
    'ik heb geen vakantie',
    'ik ben moe',
    'ik ben het zat',
    'ik ben er klaar mee',
    'ik ben ziek van dit gedoe',
    'ik word er ziek van',
    'ik ben vrij zeker',
    'ik ben vrij druk',
    'ik heb het vrij druk',
    'ik ben vrij om te praten',
    'ik ben weg van dit systeem',
    'ik ga weg bij de gemeente',
    'ik ben er niet mee eens',
    'ik ben er morgen niet bij',
    'ik ben er niet uit',
    'ik ben er niet meer',
    'ik werk morgen thuis',
    'ik werk niet graag alleen',
    'ik werk niet voor de BAG',
    'ik ben niet op kantoor',
    'ik kom niet',
    'ik ben beter in BAG dan Gijs',
    'het gaat beter',
    'ik kom maandag terug op je vraag',
    'ik ben zwanger',
    'ik ben zo blij',
    'vrij',
    'weg',
    'vandaag',
    'tot maandag',
    'help',
    'check-in',
    'mijn werkdagen ma di',
    'wie valideert BAG?',
    '',
    '🙂',
  ])('"%s"', (text) => {
    expect(said(text)).toBeUndefined();
  });

  test('nor any question about mandates', () => {
    for (const place of ['', 'lindrecht/', 'waterlo/', 'zandwolde/', 'demo-in-march/']) {
      const file = new URL(`../features/mandates/questions/${place}questions.json`, import.meta.url);
      const questions: { question: string }[] = JSON.parse(readFileSync(file, 'utf8'));
      expect(questions.length).toBeGreaterThan(10);
      for (const { question } of questions) expect(said(question), question).toBeUndefined();
    }
  });
});

describe('whatever is typed', () => {
  test('is read without a fault', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void said(text)));
    const words = fc.constantFrom(
      ...'ik ben heb ga werk kom er niet vrij weg ziek afwezig op met vakantie verlof tot t/m van vanaf en of , . ? maandag morgen 1 12 december week weken twee weer beter terug om dat noteer'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (list) => {
        const heard = beingAway(list.join(' '), Temporal.PlainDate.from(WEDNESDAY));
        if (heard?.kind === 'away')
          expect(Temporal.PlainDate.compare(heard.days.first, heard.days.last)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    'ik ben ',
    'morgen ',
    'er niet ',
    'een ',
    'a ',
    '1 december ',
    't/m ',
    ', ',
    'tot de ',
    'noteren dat ik ',
    '-',
    '~',
  ])('many times takes no time: "%s"', (piece) => {
    const text = piece.repeat(2_000);
    said(text);
    expect(effort(() => said(text))).toBeLessThan(100);
  });
});
