import type { Municipality } from '../municipality.ts';
import { typedAs } from './problems.ts';
import type { Setting } from './setting.ts';

type SwitchField = 'pilotsOff' | 'absenceHidden' | 'distressOff' | 'epithetsOnly';

/** Something that is on until an administrator switches it off. */
function onOrOff(
  field: SwitchField,
  {
    shown = ['aan', 'uit'],
    warning,
    isLogged = true,
    ...named
  }: Pick<Setting<Municipality>, 'key' | 'title' | 'lead'> & {
    shown?: readonly [string, string];
    warning?: string;
    isLogged?: boolean;
  },
): Setting<Municipality> {
  const chosen = (now: Municipality) => (now[field] ? 'uit' : 'aan');
  return {
    ...named,
    fields: [field],
    ...(isLogged ? { choice: chosen } : {}),
    words: (now) => shown[now[field] ? 1 : 0],
    isSet: () => true,
    form: (now, typed) => [
      {
        id: 'choice',
        kind: 'one',
        label: named.title,
        value: typed?.choice ?? chosen(now),
        required: true,
        choices: [
          { value: 'aan', title: shown[0] },
          { value: 'uit', title: shown[1] },
        ],
      },
    ],
    read: (sent) => {
      const choice = typedAs(sent, 'choice');
      if (choice !== 'aan' && choice !== 'uit') return { problems: ['Kies aan of uit.'] };
      return { change: (then) => ({ ...then, [field]: choice === 'uit' }) };
    },
    warning: (now, next) => (!now[field] && next[field] ? warning : undefined),
  };
}

export const pilots = onOrOff('pilotsOff', {
  key: 'pilots',
  title: 'Pilots',
  lead: 'Staan pilots uit, dan begint niemand er een. Een retro van een team is geen pilot en gaat door.',
  warning: 'Niemand begint dan nog een pilot. Pilots die lopen, sturen niets nieuws.',
});

export const absence = onOrOff('absenceHidden', {
  key: 'afwezigheid',
  title: 'Afwezigheid bij mandaten',
  lead: 'Staat dit uit, dan zegt Kompas bij mandaten en bij bezetting van niemand dat die er niet is.',
  warning: 'Wie iets vraagt over een mandaat, leest dan niet meer dat iemand er vandaag niet is.',
});

export const distress = onOrOff('distressOff', {
  key: 'woorden',
  title: 'Hulp tonen als iemand in nood lijkt',
  lead: 'Staat dit uit, dan let Kompas niet op woorden waaruit blijkt dat het met iemand niet gaat.',
  warning: 'Schrijft iemand dat het niet gaat, dan toont Kompas niet meer vanzelf waar hulp is.',
});

export const firstNames = onOrOff('epithetsOnly', {
  key: 'voornamen',
  title: 'Namen van stijlen',
  lead: 'Heet een collega Ellen, Jasper, Noor, Bram, Sanne of Mila? Kies dan: zonder voornaam.',
  shown: ['met voornaam', 'zonder voornaam'],
  isLogged: false,
});
