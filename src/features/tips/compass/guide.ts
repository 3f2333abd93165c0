/**
 * The guide for a one-to-one about roles: what to ask, in the order of the talk (docs/method.md steps 4.2 and
 * 5).
 */
export const guide = {
  title: 'Een gesprek met z’n tweeën',
  lead: 'Neem 30 tot 45 minuten. Vraag meer dan je vertelt. Schrijf pas iets op als jullie het samen willen.',
  parts: [
    {
      title: 'Past de rol?',
      lines: [
        'Welk deel van je werk nu lijkt al op de nieuwe rol?',
        'Wat zou je graag meer doen, en wat liever niet?',
        'Waar begint jouw deel en waar houdt het op?',
      ],
    },
    {
      title: 'Wat zit dwars?',
      lines: [
        'Wat zie jij misgaan als we niets veranderen aan het plan?',
        'Wat weet je nog niet, en wat zou je als eerste willen weten?',
        'Vat samen wat je hoort. Los het nog niet op.',
      ],
    },
    {
      title: 'Welke steun helpt?',
      lines: [
        'Met wie wil je dit oefenen, en hoeveel tijd vraagt dat?',
        'Wat kan ik weghalen of regelen?',
        'Wanneer is het voor jou goed genoeg?',
      ],
    },
    {
      title: 'Een kleine volgende stap',
      lines: [
        'Wat doe je voor het einde van volgende week?',
        'Wat doe ik, en wanneer hoor je dat?',
        'Wanneer praten we verder?',
      ],
    },
  ],
  small: 'Vraag niet naar antwoorden op de check-in en niet naar een stijl. Die zijn van de medewerker.',
} as const;
