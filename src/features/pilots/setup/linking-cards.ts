import { detailCard } from '../../../conversation/cards/detail.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import { kinds, type Pilot } from '../pilot/pilot.ts';
import { shortened } from '../pilot/sizes.ts';

export const onlyInChannel = notice(
  'pilot',
  'Dit doe je in het kanaal zelf',
  'Er is niets veranderd. Ga naar het kanaal van het pilotteam en typ daar: @Kompas pilot.',
);

/** So many characters of the name of a pilot on its button, and so many pilots on one card. */
const [LONGEST_BUTTON, MOST] = [40, 15];

const toPilot = ({ id }: Pilot): NoticeAction => ({
  verb: 'pilot.show',
  title: 'Bekijk de pilot',
  data: { pilot: id },
});
const namesOf = (list: readonly Pilot[]) => list.map(({ name }) => `“${name}”`).join(' en ');

/** In the own chat of who linked it, where an older card still says how to do that. */
export const linkedCard = (pilot: Pilot): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Je pilot hoort nu bij een kanaal.',
    title: 'Je pilot hoort nu bij een kanaal',
    lines: [pilot.name],
    small: 'Een kaart van eerder kan nog iets anders zeggen. Tik hieronder voor hoe het nu is.',
    actions: [toPilot(pilot)],
  });

/** For who leads no other pilot than that of the channel. */
export const onlyYours = (here: Pilot): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Dit kanaal hoort al bij een pilot.',
    title: 'Dit kanaal hoort al bij een pilot',
    lines: [here.name, 'Elke pilot heeft een eigen kanaal. Je leidt geen andere pilot.'],
  });
export const noOther = notice(
  'pilot',
  'Je leidt geen andere pilot',
  'Er is niets veranderd. Elke pilot heeft een eigen kanaal. Alleen wie de pilot leidt, koppelt het.',
);

/** For all in the channel of a pilot (`here`), to who typed that another should get it: which one that is, they alone see. */
export const takenHere = (here: Pilot, named: string | undefined): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Dit kanaal hoort al bij een pilot.',
    title: 'Dit kanaal hoort al bij een pilot',
    lines: [
      here.name,
      'Elke pilot heeft een eigen kanaal. Toch een andere hier? Tik hieronder: dan zie jij het alleen.',
    ],
    actions: [
      named === undefined
        ? { verb: 'pilot.linking', title: 'Koppel een andere pilot', data: {} }
        : { verb: 'pilot.link', title: 'Koppel een andere pilot', data: { pilot: named } },
    ],
  });

/** For who leads a pilot, in the channel of one that they do not lead. */
export const takenElsewhere = (pilot: Pilot): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Dit kanaal hoort bij een andere pilot.',
    title: 'Dit kanaal hoort bij een andere pilot',
    lines: [
      `“${pilot.name}” is niet gekoppeld.`,
      'Elke pilot heeft een eigen kanaal. Maak een kanaal voor jouw pilot, en typ daar: @Kompas pilot.',
    ],
    small: 'Wie beide pilots leidt, kan dit kanaal wel aan de andere pilot geven.',
    actions: [toPilot(pilot)],
  });

const linkButton = ({ id, name }: Pilot, sure: boolean): NoticeAction => ({
  verb: 'pilot.link',
  title: `Koppel ${shortened(name, LONGEST_BUTTON)} aan dit kanaal`,
  data: sure ? { pilot: id, sure } : { pilot: id },
});

/** For who leads both: what happens to the pilots that the channel belongs to. */
export const moveCard = (pilot: Pilot, others: readonly Pilot[]): Message =>
  noticeCard({
    kind: 'pilot',
    text: 'Dit kanaal hoort al bij een andere pilot.',
    title: 'Dit kanaal hoort al bij een andere pilot',
    lines: [
      `Het kanaal is van ${namesOf(others)}. Elke pilot heeft een eigen kanaal.`,
      `Maak liever een kanaal voor “${pilot.name}”, en typ daar: @Kompas pilot.`,
      `Koppel je toch hier? Dan heeft ${namesOf(others)} geen kanaal meer, en ook geen stand-up.`,
    ],
    actions: [linkButton(pilot, true), toPilot(pilot)],
  });

/** Which of these pilots gets the channel; `here` are those of it that this person may know. */
export const linkWhichCard = (others: readonly Pilot[], here: readonly Pilot[]): Message =>
  detailCard({
    kind: 'pilot',
    text: 'Welke pilot koppel je aan dit kanaal?',
    title: 'Welke pilot koppel je aan dit kanaal?',
    place: here.length > 0 ? `nu van ${namesOf(here)}` : '',
    note: 'Elke pilot heeft een eigen kanaal. Ik vraag eerst of je het zeker weet.',
    sections: [
      {
        title: 'Jouw pilots',
        lines: others.slice(0, MOST).map((pilot) => ({
          text: pilot.name,
          detail: `${kinds[pilot.kind].title} · ${pilot.channel ? 'heeft een ander kanaal' : 'heeft nog geen kanaal'}`,
          actions: [linkButton(pilot, false)],
        })),
      },
    ],
  });
