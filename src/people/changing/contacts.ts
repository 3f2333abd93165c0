import type { Municipality } from '../municipality.ts';
import { asksToGo, LONGEST_URL, tooLong, typedAs, urlProblems } from './problems.ts';
import type { Setting } from './setting.ts';

const LONGEST_NAME = 120;
const LONGEST_CONTACT = 200;
const telephone = /\d(?:[\s()./+-]*\d){4}/;
const mail = /[^\s@]@[^\s@]+\.[a-z]{2,}/i;
/** A number or an address that somebody can use; an address that was broken off is none. */
const canBeReachedAt = (text: string) => (text.includes('@') ? mail.test(text) : telephone.test(text));

type Named = Pick<Setting<Municipality>, 'key' | 'title' | 'lead'>;

/** Who somebody calls or writes to themselves: a name with a telephone number or an address. */
function contact(field: 'counsellor' | 'companyDoctor' | 'socialWork', named: Named): Setting<Municipality> {
  return {
    ...named,
    isForAll: true,
    fields: [field],
    choice: (next, before) => (next[field] ? (before[field] ? 'gewijzigd' : 'ingevuld') : 'weggehaald'),
    words: (now) => {
      const who = now[field];
      return who ? `${who.name}, ${who.contact}` : 'nog niet ingevuld';
    },
    isSet: (now) => now[field] !== undefined,
    removable: true,
    form: (now, typed) => [
      {
        id: 'name',
        kind: 'text',
        label: 'Naam',
        value: typed?.name ?? now[field]?.name,
        longest: LONGEST_NAME,
        required: true,
      },
      {
        id: 'contact',
        kind: 'text',
        label: 'Telefoon, e-mail of allebei',
        hint: 'Bijvoorbeeld: 010 000 00 00, naam@gemeente.nl',
        value: typed?.contact ?? now[field]?.contact,
        longest: LONGEST_CONTACT,
        required: true,
      },
    ],
    read: (sent) => {
      if (asksToGo(sent)) return { change: (then) => ({ ...then, [field]: undefined }) };
      const [name, reachedAt] = [typedAs(sent, 'name'), typedAs(sent, 'contact')];
      if (name === '' && reachedAt === '') return { change: (then) => ({ ...then, [field]: undefined }) };
      if (name === '' || reachedAt === '')
        return { problems: ['Vul de naam én telefoon of e-mail in. Of maak ze allebei leeg.'] };
      const problems = [
        ...tooLong(name, LONGEST_NAME, 'De naam'),
        ...tooLong(reachedAt, LONGEST_CONTACT, 'Telefoon of e-mail'),
        ...(canBeReachedAt(reachedAt)
          ? []
          : ['Bij “Telefoon, e-mail of allebei” zie ik geen telefoonnummer of e-mailadres dat klopt.']),
      ];
      if (problems.length > 0) return { problems };
      return { change: (then) => ({ ...then, [field]: { name, contact: reachedAt } }) };
    },
  };
}

/** Something that stands on the web. */
function webAddress(field: 'procedure' | 'privacyStatement', named: Named): Setting<Municipality> {
  return {
    ...named,
    isForAll: true,
    fields: [field],
    words: (now) => now[field] ?? 'nog niet ingevuld',
    isSet: (now) => now[field] !== undefined,
    form: (now, typed) => [
      {
        id: 'url',
        kind: 'text',
        label: 'Adres van de pagina',
        hint: 'https://www.gemeente.nl/…',
        value: typed?.url ?? now[field],
        longest: LONGEST_URL,
      },
    ],
    read: (sent) => {
      const url = typedAs(sent, 'url');
      if (url === '') return { change: (then) => ({ ...then, [field]: undefined }) };
      const problems = urlProblems(url);
      return problems.length > 0 ? { problems } : { change: (then) => ({ ...then, [field]: url }) };
    },
  };
}

const where = 'Deze gegevens staan bij “ik wil even praten”.';

export const counsellor = contact('counsellor', {
  key: 'vertrouwenspersoon',
  title: 'Vertrouwenspersoon',
  lead: where,
});

export const companyDoctor = contact('companyDoctor', {
  key: 'bedrijfsarts',
  title: 'Bedrijfsarts',
  lead: where,
});

export const socialWork = contact('socialWork', {
  key: 'maatschappelijk-werk',
  title: 'Bedrijfsmaatschappelijk werk',
  lead: where,
});

export const procedure = webAddress('procedure', {
  key: 'meldprocedure',
  title: 'Meldprocedure',
  lead: 'De pagina waar staat hoe je een misstand meldt. De link staat op de kaart voor een signaal.',
});

export const privacyStatement = webAddress('privacyStatement', {
  key: 'privacyverklaring',
  title: 'Privacyverklaring',
  lead: 'De verklaring van de gemeente zelf. De link staat in het welkom en bij “mijn gegevens”.',
});
