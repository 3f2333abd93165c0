import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asksWhoWrote, huntsForPerson } from '../../src/language/person-hunt.ts';
import { talkWish } from '../../src/language/talk-wish.ts';
import { isYesOrNo, whoSees } from '../../src/language/who-sees.ts';

describe('who sees what', () => {
  test.each([
    ['kan mijn baas dit zien?', 'this'],
    ['wie leest dit', 'this'],
    ['is dit anoniem', 'this'],
    ['kan gijs zien wat ik heb ingevuld', 'answer'],
    ['weet Bert hoe ik erbij zit', 'answer'],
    ['ziet Gijs of ik meedoe', 'whether'],
    ['kan Bert zien dat ik niet heb geantwoord', 'whether'],
    ['leest bert mijn toelichting', 'comment'],
    ['kan Gijs mijn signaal zien', 'signal'],
    ['ziet mijn leidinggevende wat ik invul', 'answer'],
    ['kan de directie mijn antwoord lezen', 'answer'],
    ['wie kan zien hoe ik erbij zit', 'answer'],
    ['gaat dit naar mijn chef', 'this'],
    ['leest er iemand mee, kan mijn baas meelezen', 'this'],
    ['kan mijn leidinggevende zien wat ik typ?', 'typed'],
    ['wie ziet dat ik vroeg wie ben je', 'typed'],
    ['leest iemand deze chat', 'typed'],
    ['can my boss read what I type', 'typed'],
    ['wie krijgt mijn signaal te zien', 'signal'],
    ['kan mijn baas mijn signaal lezen', 'signal'],
    ['kan het afdelingshoofd mijn signaal lezen?', 'signal'],
    ['leest het hoofd van de afdeling mijn signaal', 'signal'],
    ['kan de ondernemingsraad mijn signaal zien', 'signal'],
    ['leest een projectleider mijn toelichting', 'comment'],
    ['kan het hele team mijn antwoord zien', 'answer'],
    ['ziet ons team of ik meedoe', 'whether'],
    ['kan het afdelingshoofd dit lezen', 'this'],
    ['wie leest mijn toelichting', 'comment'],
    ['ziet mijn team wat ik deel', 'comment'],
    ['kan mijn leidinggevende lezen wat ik bij mijn check-in schrijf?', 'comment'],
    ['kan mijn baas zien wat ik schrijf als ik iets deel?', 'comment'],
    ['kan mijn leidinggevende zien wat ik in de stand-up schrijf?', 'this'],
    ['ziet mijn team wat ik in de retro schrijf?', 'this'],
    ['ziet iemand wat ik in een compliment schrijf?', 'this'],
    ['kan mijn team zien wat ik over de pilot schrijf?', 'this'],
    ['kan mijn leidinggevende zien wat ik antwoord op een reactie', 'this'],
    ['wie ziet wat ik in een leerpunt schrijf?', 'this'],
    ['wie leest wat ik bij een voorstel typ', 'this'],
    ['wie ziet mijn takenmatrix', 'matrix'],
    ['ziet mijn leidinggevende wat ik in de takenmatrix invul?', 'matrix'],
    ['kan mijn collega mijn takenmatrix lezen', 'matrix'],
    ['leest hr mijn rolindicatie', 'indication'],
    ['wie kan mijn voorlopige rolindicatie zien', 'indication'],
    ['wie ziet mijn rollen', 'roles'],
    ['kan iedereen mijn rol op de rolkaart zien', 'roles'],
    ['kan iemand zien wat ik wil leren', 'roles'],
    ['wie ziet mijn rol in de pilot', 'this'],
  ])('"%s" is about %s', (text, kind) => {
    expect(whoSees(text)).toBe(kind);
  });

  test.each([
    'wie mag de BAG inzien',
    'wie ziet toe op de BGT',
    'wie krijgt de mutaties',
    'kan ik dit pand zien',
    'wie leest de mutatie na',
    'ik wil mijn baas zien',
    'laat mijn antwoord zien',
    'wie valideert BAG in Noord',
    'kan het afdelingshoofd een besluit nemen',
    'mag het hoofd de BAG inzien',
    'ziet het team er goed uit',
    'laat mijn rollen zien',
    'wie krijgt mijn rol als ik weg ben',
    'wie heeft welke rol op de rolkaart',
  ])('"%s" is about none of it', (text) => {
    expect(whoSees(text)).toBeUndefined();
  });

  test('a yes or a no answers some', () => {
    expect(isYesOrNo('kan mijn baas dit zien?')).toBe(true);
    expect(isYesOrNo('wie krijgt mijn signaal te zien')).toBe(false);
  });
});

describe('a hunt for a person', () => {
  test.each([
    ['wie heeft dit gezegd?', 'answer'],
    ['kun je zien wie werkdruk heeft aangevinkt', 'answer'],
    ['wie werkdruk heeft aangevinkt', 'answer'],
    ['wie deed er niet mee', 'missing'],
    ['wie heeft er nog niet geantwoord', 'missing'],
    ['wie heeft de scanner gemeld', 'answer'],
    ['van wie is dit signaal', 'signal'],
    ['wie heeft dat signaal gegeven', 'signal'],
    ['wie stuurde dit signaal', 'signal'],
    ['wie zat er slecht bij deze week', 'answer'],
    ['wie had het zwaar vorige week', 'answer'],
    ['wie is er morgen', 'today'],
    ['wie is er vandaag niet', 'today'],
    ['wie zit er achter', 'answer'],
    ['wie van mijn team zit slecht', 'answer'],
    ['wie schreef die opmerking', 'answer'],
    ['wat heeft Amira ingevuld', 'answer'],
    ['wat koos Bert', 'answer'],
    ['hoe zit Amira erbij', 'wellbeing'],
    ['hoe gaat het met Amira?', 'wellbeing'],
    ['heeft Bert de check-in ingevuld', 'answer'],
    ['who wrote this', 'answer'],
    ['hoe vaak is Bert ziek', 'absence'],
    ['is Bert Kade ziek?', 'absence'],
    ['waarom is Bert er niet', 'absence'],
    ['wie is er vaak ziek', 'absence'],
  ])('"%s": %s', (text, kind) => {
    expect(huntsForPerson(text)).toBe(kind);
  });

  test.each([
    'wie valideert BAG in Noord',
    'wie heeft deze mutatie ingevuld',
    'wie heeft het mandaat gegeven',
    'Eefje Polder is ziek, wie dan',
    'wie vervangt Bert als hij ziek is',
    'wie is bevoegd voor bomen',
    'wie is er bevoegd',
    'wat heb ik ingevuld',
    'wat mag Hanna Kering',
    'hoe gaat het met het team',
    'hoe gaat het met je',
    'hoe gaat het met de pilot',
    'wie pakt dit op',
    'wie doet de WOZ',
    'ik ben ziek',
    'wie is mijn leidinggevende',
    'wie keurt dit goed',
  ])('"%s" is none', (text) => {
    expect(huntsForPerson(text)).toBeUndefined();
  });

  test.each([
    'dank je, wie ben je?',
    'Wie bent u',
    'laat weten wie je bent',
    'mag ik je naam',
    'met wie spreek ik',
    'wie heeft dit geschreven?',
    'hoe heet je eigenlijk',
  ])('"%s" asks who wrote', (text) => {
    expect(asksWhoWrote(text)).toBe(true);
  });

  test.each([
    'dank je, dit helpt',
    'wie pakt dit op, denk je?',
    'wie ben ik om dat te zeggen',
    'ben je het ermee eens?',
    'is dit nu opgelost',
    'wie heeft dit nog meer nodig',
    'noem eens een voorbeeld',
    'we kijken wie dit kan doen',
  ])('"%s" asks nothing of the kind', (text) => {
    expect(asksWhoWrote(text)).toBe(false);
  });
});

test.each(['', 'lindrecht/', 'waterlo/'])('no question about mandates of the register %s is one', (place) => {
  const file = new URL(`../features/mandates/questions/${place}questions.json`, import.meta.url);
  const texts = [...readFileSync(file, 'utf8').matchAll(/"(?:question|vraag|text)": "([^"]+)"/g)];
  expect(texts.length).toBeGreaterThan(10);
  for (const [, text = ''] of texts)
    expect([whoSees(text), huntsForPerson(text), talkWish(text)], text).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
});
