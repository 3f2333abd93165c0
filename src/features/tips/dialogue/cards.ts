import { dutchDay } from '../../../calendar/clock.ts';
import { card } from '../../../conversation/cards/card.ts';
import { guideCard } from '../../../conversation/cards/guide.ts';
import { notice, noticeCard } from '../../../conversation/cards/notice.ts';
import type { Message } from '../../../conversation/message.ts';
import { LONGEST_AGREEMENT, MOST_AGREEMENTS, scenes, versionOf } from './script.ts';
import type { DialogueRow } from './store.ts';

/** The fields of the form, one for each agreement. */
export const fields = Array.from({ length: MOST_AGREEMENTS }, (_, n) => `agreement${n + 1}`);

const minutes = scenes.reduce((sum, scene) => sum + scene.minutes, 0);

/** What a card of the workshop asks, whether the team is there or further on. Throws on a scene that is not there. */
function asked(number: number, teamName: string) {
  const scene = scenes[number - 1];
  if (!scene) throw new RangeError(`there is no scene ${number}`);
  return {
    text: `Teamdialoog, kaart ${number} van ${scenes.length}: ${scene.title}`,
    title: scene.title,
    parts: [{ title: `Kaart ${number} van ${scenes.length} · ${scene.minutes} minuten`, lines: scene.lines }],
    small: `Voor ${teamName}`,
  };
}

/** A card of the workshop. Posted in the channel, so it holds nothing that anybody said. */
export function sceneCard(id: string, number: number, teamName: string): Message {
  const last = number === scenes.length;
  return guideCard({
    kind: 'style',
    ...asked(number, teamName),
    lead:
      number === 1 ? `Teamdialoog van ${minutes} minuten. Aan het eind schrijven jullie afspraken op.` : '',
    actions: [
      last
        ? { verb: 'dialogue.write', title: 'Schrijf de afspraken op', data: { id } }
        : {
            verb: 'dialogue.next',
            title: `Door naar kaart ${number + 1}`,
            data: { id, scene: number + 1 },
          },
    ],
  });
}

/** In place of a card that was left behind: its questions stay readable, and it leads nowhere. */
export function movedOn(left: number, now: number, teamName: string): Message {
  const lead = `Kaart ${now} van ${scenes.length} staat hieronder. Jullie gaan daar verder.`;
  return guideCard({ kind: 'style', ...asked(left, teamName), lead });
}

/** Where the agreements are told once they are written. */
export type Told = 'in the channel of the team' | 'here' | 'nowhere';

const toldWords: Record<Told, { lead: string; readers: string }> = {
  'in the channel of the team': {
    lead: 'Ik zet ze daarna in het kanaal van je team.',
    readers: 'Iedereen in je team, en iedereen in het kanaal van je team: daar zet ik ze.',
  },
  here: {
    lead: 'Ik zet ze daarna hier.',
    readers: 'Iedereen in je team, en iedereen die hier meeleest: hier zet ik ze.',
  },
  nowhere: {
    lead: 'Je team heeft nog geen kanaal gekozen, dus vertel het je team zelf.',
    readers: 'Iedereen in je team. Ik zet ze in geen kanaal: vertel het je team zelf.',
  },
};

type DialogueAgreements = Pick<DialogueRow, 'id' | 'agreements'>;

const numbered = (agreements: readonly string[]) => agreements.map((text, n) => `${n + 1}. ${text}`);

interface AgreementsFormData {
  id: string;
  seen: string;
  title: string;
  lead: string;
  /** User text. */
  now: readonly string[];
  fields: readonly { field: string; label: string; value: string }[];
}

/** The form: `texts` stand in its fields, `now` above them as what holds. */
function form(
  { id, agreements }: DialogueAgreements,
  texts: readonly string[],
  { title, lead, told, now = [] }: { title: string; lead: string; told: Told; now?: string[] },
): Message {
  return {
    text: title,
    card: card<AgreementsFormData>(
      'agreements-form',
      'style',
      {
        id,
        seen: versionOf(agreements),
        title,
        lead,
        now,
        fields: fields.map((field, n) => ({ field, label: `Afspraak ${n + 1}`, value: texts[n] ?? '' })),
      },
      `${toldWords[told].readers}\nKompas bewaart de afspraken 1 jaar. Wie ze opschreef, staat er niet bij.`,
    ),
  };
}

/** The form for the agreements: at the end of the workshop, and again at the check. */
export function agreementsForm(row: DialogueAgreements, told: Told, note = ''): Message {
  if (row.agreements.length > 0)
    return form(row, row.agreements, {
      title: 'Kloppen jullie afspraken nog?',
      lead: 'Pas aan wat anders moet. Maak leeg wat niet meer nodig is.',
      told,
    });
  return form(row, [], {
    title: 'Wat spreken jullie af?',
    lead: `${note} Hooguit ${MOST_AGREEMENTS} afspraken, elk in een eigen veld van hooguit ${LONGEST_AGREEMENT} tekens. ${toldWords[told].lead}`.trim(),
    told,
  });
}

/** Somebody else was first: what was typed stands in the form again, below what holds now. */
export function formAgain(row: DialogueAgreements, typed: readonly string[], told: Told): Message {
  const holds = row.agreements.length > 0 ? 'Dit geldt nu:' : 'Er zijn nu geen afspraken.';
  return form(row, typed, {
    title: 'Iemand anders was net eerder',
    lead: `Jouw tekst is nog niet bewaard, maar staat in de velden. Vul aan wat ontbreekt en tik dan op “Bewaar”. ${holds}`,
    told,
    now: numbered(row.agreements),
  });
}

/** All agreements were taken away: for who did it, and for the channel. */
export const emptiedCard = (note: string): Message =>
  notice('style', 'Jullie hebben nu geen afspraken', `${note} Ik kom er ook niet meer op terug.`);
export const emptiedNews: Message = notice(
  'style',
  'Jullie hebben nu geen afspraken',
  'Iemand van jullie team heeft ze weggehaald. Typ “@Kompas teamdialoog”, dan maken jullie nieuwe.',
);

/** The agreements, for the channel and for whoever asks. What the team wrote stands in text runs. `today`: ISO date. */
export function agreementsCard(
  row: Pick<DialogueRow, 'id' | 'agreements' | 'checkFrom'>,
  today: string,
  note: string,
): Message {
  const { checkFrom } = row;
  const small = [note, checkFrom && checkFrom > today ? `Ik kom er op ${dutchDay(checkFrom)} op terug.` : ''];
  return noticeCard({
    kind: 'style',
    text: 'De afspraken van jullie team.',
    title: 'Onze afspraken',
    lines: numbered(row.agreements),
    small: small.filter(Boolean).join(' '),
    actions: [
      { verb: 'dialogue.write', title: 'Wijzig de afspraken', data: { id: row.id } },
      { verb: 'compass.own', title: 'Ons teamkompas', data: { team: '' } },
    ],
  });
}

/** After four weeks, in the channel. */
export function checkCard({ id, agreements }: DialogueAgreements): Message {
  return noticeCard({
    kind: 'style',
    text: 'Kloppen jullie afspraken nog?',
    title: 'Kloppen jullie afspraken nog?',
    lines: numbered(agreements),
    small: 'Bespreek per afspraak: lukt dit, en helpt het nog?',
    actions: [
      { verb: 'dialogue.keep', title: 'Ja, zo houden', data: { id } },
      { verb: 'dialogue.write', title: 'Wijzigen', data: { id } },
    ],
  });
}

/** After four weeks, in a place of which nobody knows that it is the team's: without the words. */
export const checkElsewhereCard: Message = notice(
  'style',
  'Kloppen jullie afspraken nog?',
  'Hier lezen misschien anderen mee. De afspraken lees je met de knop.',
  [{ verb: 'dialogue.open', title: 'Bekijk', data: {} }],
);
