import { type Choosing, choosingForm, chosenIn } from '../../conversation/choosing.ts';
import { manyOf } from '../../language/fitted.ts';
import type { Municipality } from '../municipality.ts';
import { isPresent, type Person } from '../person.ts';
import { knownUpns } from './known-upns.ts';
import { tooLong, typedAs } from './problems.ts';
import type { Setting } from './setting.ts';

const LONGEST_LABEL = 100;

/** Colleagues to choose from, by their UPN: what a setting keeps of them. */
export function colleagues(
  people: readonly Person[],
  choosing: Pick<Choosing, 'id' | 'label' | 'many' | 'first' | 'required'>,
): Choosing {
  const { many } = choosing;
  return {
    ...choosing,
    ...(many ? { many } : {}),
    choices: people
      .filter(isPresent)
      .map(({ upn, name, team }) => ({ value: upn, title: name, about: team, also: [upn] }))
      .sort((a, b) => a.title.localeCompare(b.title, 'nl')),
  };
}

const councilContacts = (people: readonly Person[]) =>
  colleagues(people, { id: 'people', label: 'Wie lezen de signalen voor de ondernemingsraad?', many: true });

/** Who takes signals for the works council. */
export const worksCouncil: Setting<Municipality> = {
  key: 'ondernemingsraad-contact',
  title: 'Contact van de ondernemingsraad',
  fields: ['worksCouncil'],
  named: (now) => now.worksCouncil,
  choosesPeople: true,
  words: (now) => now.worksCouncil.join(' en ') || 'nog niet ingevuld',
  isSet: (now) => now.worksCouncil.length > 0,
  lead: 'Wie een signaal geeft aan de ondernemingsraad, leest vooraf deze namen. Kies je niemand? Dan kan geen signaal naar de ondernemingsraad.',
  form: (now, typed, { people }) =>
    choosingForm(councilContacts(people), typed ?? { people: now.worksCouncil.join(',') }),
  read: (sent, _now, { people }) => {
    const { sent: typed, problems } = chosenIn([councilContacts(people)], sent);
    if (problems.length > 0) return { problems, typed };
    const known = knownUpns(manyOf(typed.people ?? ''), people);
    if ('problem' in known) return { problems: [known.problem] };
    return { change: (then) => ({ ...then, worksCouncil: known.upns }) };
  },
};

const NOBODY = 'niemand';

const secondPerson = (people: readonly Person[]) =>
  colleagues(people, {
    id: 'person',
    label: 'Wie registreert mandaten als er maar één mandaatbeheerder is?',
    first: [{ value: NOBODY, title: 'Niemand' }],
  });

/** Who registers changes of mandates where there is only one mandaatbeheerder. */
export const secondRegistrar: Setting<Municipality> = {
  key: 'tweede-persoon',
  logged: 'tweede persoon',
  title: 'Tweede persoon voor mandaten',
  fields: ['secondRegistrar'],
  named: (now) => (now.secondRegistrar ? [now.secondRegistrar] : []),
  choosesPeople: true,
  words: (now) => now.secondRegistrar ?? 'geen',
  isSet: (now) => now.secondRegistrar !== undefined,
  lead: 'Niemand registreert een eigen voorstel. Is er maar één mandaatbeheerder, dan registreert de persoon die je hier kiest.',
  form: (now, typed, { people }) =>
    choosingForm(secondPerson(people), typed ?? { person: now.secondRegistrar }),
  read: (sent, _now, { people }) => {
    const { sent: typed, problems } = chosenIn([secondPerson(people)], sent);
    if (problems.length > 0) return { problems, typed };
    const chosen = typedAs(typed, 'person');
    const known = knownUpns(chosen === NOBODY ? [] : [chosen], people);
    if ('problem' in known) return { problems: [known.problem] };
    const [upn] = known.upns;
    return { change: (then) => ({ ...then, secondRegistrar: upn }) };
  },
};

const partnerChoosing = (people: readonly Person[]) =>
  colleagues(people, {
    id: 'person',
    label: 'Wie komt erbij?',
    first: [{ value: NOBODY, title: 'Niemand' }],
  });

/** People to talk to, offered to everybody in the same way (trust:talk-with-whom-you-choose). */
export const partners: Setting<Municipality> = {
  key: 'gesprekspartner',
  title: 'Gesprekspartners',
  fields: ['partners'],
  named: (now) => now.partners.map(({ upn }) => upn),
  choosesPeople: true,
  words: (now) => now.partners.map(({ label, upn }) => `${label} (${upn})`).join(', ') || 'geen',
  isSet: (now) => now.partners.length > 0,
  lead: 'Iedereen kan hen om een gesprek vragen, met “ik wil even praten”.',
  form: (now, typed = {}, { people }) => [
    ...choosingForm(partnerChoosing(people), typed),
    {
      id: 'label',
      kind: 'text',
      label: 'Hoe heet deze persoon op de kaart?',
      hint: 'Bijvoorbeeld: Een coach',
      value: typed.label,
      longest: LONGEST_LABEL,
    },
    ...(now.partners.length > 0
      ? choosingForm(
          {
            id: 'drop',
            label: 'Wie gaat eraf?',
            many: true,
            choices: now.partners.map(({ label, upn }) => ({ value: upn, title: label, also: [upn] })),
          },
          typed,
        )
      : []),
  ],
  read: (sent, now, { people }) => {
    const dropping: Choosing = {
      id: 'drop',
      label: 'Wie gaat eraf?',
      many: true,
      choices: now.partners.map(({ label, upn }) => ({ value: upn, title: label, also: [upn] })),
    };
    const { sent: typed, problems: unclear } = chosenIn([partnerChoosing(people), dropping], sent);
    const chosen = typedAs(typed, 'person').toLowerCase();
    const upn = chosen === NOBODY ? '' : chosen;
    const label = typedAs(typed, 'label');
    const drop = manyOf(typed.drop ?? '');
    const problems = [
      ...unclear,
      ...(upn !== '' && label === '' ? ['Schrijf op hoe deze persoon op de kaart heet.'] : []),
      ...(upn === '' && label !== '' && drop.length === 0 ? ['Kies wie erbij komt.'] : []),
      ...tooLong(label, LONGEST_LABEL, 'Een naam op de kaart'),
    ];
    if (problems.length > 0) return { problems, typed };
    return {
      change: (then) => ({
        ...then,
        partners: [
          ...then.partners.filter((one) => one.upn !== upn && !drop.includes(one.upn)),
          ...(upn === '' ? [] : [{ label, upn }]),
        ],
      }),
    };
  },
};
