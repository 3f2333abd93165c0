import { type Message, type NoticeAction, notice } from '../../../bot/turn.ts';
import { dutchDay } from '../../../calendar/clock.ts';
import { MOST_AGREEMENTS, scenes } from './script.ts';
import type { DialogueRow } from './store.ts';

/** The fields of the form, one for each agreement. */
export const fields = Array.from({ length: MOST_AGREEMENTS }, (_, n) => `agreement${n + 1}`);

const minutes = scenes.reduce((sum, scene) => sum + scene.minutes, 0);

/** A card of the workshop. Posted in the channel, so it holds nothing that anybody said. */
export function sceneCard(id: string, number: number, teamName: string): Message {
  const scene = scenes[number - 1];
  if (!scene) throw new RangeError(`there is no scene ${number}`);
  const last = number === scenes.length;
  return {
    text: `Teamdialoog, kaart ${number} van ${scenes.length}: ${scene.title}`,
    card: {
      template: 'guide',
      data: {
        title: scene.title,
        lead:
          number === 1
            ? `Teamdialoog van ${minutes} minuten. Wat jullie zeggen, bewaar ik niet. Alleen de afspraken aan het eind.`
            : '',
        parts: [
          { title: `Kaart ${number} van ${scenes.length} · ${scene.minutes} minuten`, lines: scene.lines },
        ],
        small: `Team ${teamName}`,
        actions: [
          last
            ? { verb: 'dialogue.write', title: 'Schrijf de afspraken op', data: { id } }
            : {
                verb: 'dialogue.next',
                title: `Door naar kaart ${number + 1}`,
                data: { id, scene: number + 1 },
              },
        ],
      },
    },
  };
}

/** In place of a card that was left behind. */
export const movedOn = (number: number): Message =>
  notice(`Kaart ${number} van ${scenes.length} staat hieronder`, 'Jullie zijn een kaart verder.');

/** The form for the agreements: at the end of the workshop, and again at the check. */
export function agreementsForm(id: string, agreements: readonly string[], checking: boolean): Message {
  return {
    text: checking ? 'Kloppen jullie afspraken nog?' : 'Schrijf op wat jullie afspreken.',
    card: {
      template: 'agreements',
      data: {
        id,
        title: checking ? 'Kloppen jullie afspraken nog?' : 'Wat spreken jullie af?',
        lead: checking
          ? 'Pas aan wat anders moet. Maak leeg wat niet meer nodig is.'
          : `Hooguit ${MOST_AGREEMENTS}. Eén vakje per afspraak. Ik zet ze daarna in het kanaal.`,
        fields: fields.map((field, n) => ({ field, label: `Afspraak ${n + 1}`, value: agreements[n] ?? '' })),
      },
    },
  };
}

/** The agreements, for the channel and for whoever asks. What the team wrote stands in text runs. */
export function agreementsCard(
  row: Pick<DialogueRow, 'id' | 'agreements' | 'checkFrom'>,
  note: string,
): Message {
  const actions: NoticeAction[] = [
    { verb: 'dialogue.write', title: 'Wijzig de afspraken', data: { id: row.id } },
  ];
  return {
    text: 'De afspraken van jullie team.',
    card: {
      template: 'notice',
      data: {
        title: 'Onze afspraken',
        lines: row.agreements.map((text, n) => `${n + 1}. ${text}`),
        small: [note, row.checkFrom ? `Ik kom er op ${dutchDay(row.checkFrom)} op terug.` : '']
          .filter(Boolean)
          .join(' '),
        actions,
      },
    },
  };
}

/** After four weeks, in the channel. */
export function checkCard(row: Pick<DialogueRow, 'id' | 'agreements'>): Message {
  return {
    text: 'Vier weken geleden spraken jullie dit af. Klopt het nog?',
    card: {
      template: 'notice',
      data: {
        title: 'Kloppen jullie afspraken nog?',
        lines: row.agreements.map((text, n) => `${n + 1}. ${text}`),
        small: 'Bespreek per afspraak: lukt dit, en helpt het nog?',
        actions: [
          { verb: 'dialogue.keep', title: 'Ja, zo houden', data: { id: row.id } },
          { verb: 'dialogue.write', title: 'Wijzigen', data: { id: row.id } },
        ],
      },
    },
  };
}
