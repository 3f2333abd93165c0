import { z } from 'zod';
import { notice, noticeCard } from '../../conversation/cards/notice.ts';
import type { Message } from '../../conversation/message.ts';
import { everybodyAlone, type Needs } from '../../conversation/needs.ts';
import { action, type FileOffer } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import { BY_ITSELF } from '../../people/actors.ts';
import { namesBefore } from '../../people/changing/setting.ts';
import { type Duty, dutiesOf, endDuties } from '../../people/duties.ts';
import { keptWords } from '../../people/kept.ts';
import { privacyLink } from '../../people/municipality.ts';
import { noRights } from '../../people/roster-rows.ts';
import { subjectOf } from '../../people/subject.ts';
import { settingsTable } from '../../people/tables.ts';
import { type DataSubject, eraseSubject, rowsAbout, type SubjectRows } from '../../storage/index.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { keptInWords, myDataCard } from './cards.ts';
import { fileOf, type HeldData } from './file.ts';

export const MY_DATA = 'mijn-gegevens';
/** So many lines of a table are shown, to keep the card far below what Teams takes. The file has them all. */
const LINES_SHOWN = 6;
const LONGEST_LINE = 160;

const nothing = z.object({});
/** Also whoever left, or was never added, sees and erases what is held of them (trust:see-and-erase). */
const own: Needs = {
  ...everybodyAlone,
  typed: 'mijn gegevens',
  checked: 'ziet en wist alleen wat over zichzelf gaat',
};

/** What somebody is recorded for. The label of a partner was typed by an administrator: it goes in text runs. */
function dutyInWords(duty: Duty): string {
  if (duty.kind === 'leads') return `Je leidt ${duty.team.name}.`;
  if (duty.kind === 'worksCouncil') return 'Je leest signalen voor de ondernemingsraad.';
  if (duty.kind === 'secondRegistrar') return 'Je bent de tweede persoon voor mandaten.';
  return `Je bent gesprekspartner: ${duty.label}.`;
}

/** For who was recorded for something until some days ago: it can be put back for so long. */
const WAS_NAMED = 'Je had een taak. Je e-mailadres bij die taak bewaar ik nog hooguit 7 dagen.';

function linesOf({ definition, rows }: SubjectRows, who: DataSubject): string[] {
  const { person } = definition;
  // Two rows may say the same, such as those for somebody's account and address: once is enough.
  return person.kind === 'none' ? [] : [...new Set(rows.map(({ value }) => person.describe(value, who)))];
}

function shortened(lines: readonly string[]): string[] {
  const shown = lines
    .slice(-LINES_SHOWN)
    .map((line) =>
      [...line].length > LONGEST_LINE ? `${[...line].slice(0, LONGEST_LINE).join('')}…` : line,
    );
  const more = lines.length - LINES_SHOWN;
  if (more <= 0) return shown;
  return [
    ...shown,
    more === 1
      ? 'En nog 1 regel van eerder. Die staat in het bestand.'
      : `En nog ${more} regels van eerder. Die staan in het bestand.`,
  ];
}

/** An official register stays and may name people, though it is not kept by person. */
const isOfficial = ({ definition: { person } }: SubjectRows) =>
  person.kind === 'none' && person.official === true;

/** Why something stays after an erasure; nothing for what goes. */
const whyOf = ({ definition: { person } }: SubjectRows): string[] =>
  person.kind === 'personal' ? [] : [person.why];

function overview(data: readonly HeldData[], file: string): Message {
  if (data.every(({ lines }) => lines.length === 0)) {
    return notice('privacy', 'Ik bewaar niets van jou', 'Er staat geen enkele regel over jou in Kompas.');
  }
  const told = data.filter((part) => part.lines.length > 0 || isOfficial(part));
  const tables = told.map((part) => {
    const { holds, seenBy } = part.definition;
    return {
      holds: holds.charAt(0).toUpperCase() + holds.slice(1),
      seenBy,
      kept: keptWords(part.definition),
      lines: [...shortened(part.lines), ...whyOf(part)],
    };
  });
  return myDataCard({ text: 'Dit bewaart Kompas van jou.', tables, file });
}

/** What the overview is given of other features. */
export interface PrivacyNeeds {
  /** What the official register says of somebody, in Dutch lines; it is kept by entry and not by person. */
  inRegister(directoryId: string): Promise<string[]>;
}

function offer(_opened: undefined, tools: Tools, { inRegister }: PrivacyNeeds): FeatureOffer {
  const { storage, settings, links, silence } = tools;

  /** Whoever taps again while it is being collected gets the same: it is the dearest thing that anybody can ask. */
  const collecting = new Map<string, Promise<HeldData[]>>();

  function collect(directoryId: string): Promise<HeldData[]> {
    const before = collecting.get(directoryId);
    if (before) return before;
    const mine = collectNow(directoryId).finally(() => collecting.delete(directoryId));
    collecting.set(directoryId, mine);
    return mine;
  }

  async function collectNow(directoryId: string): Promise<HeldData[]> {
    const who = await subjectOf(directoryId, tools);
    const [data, current, registered] = await Promise.all([
      rowsAbout(storage, who),
      settings.read(),
      inRegister(directoryId),
    ]);
    const named = [
      ...dutiesOf(current, who.upns).map(dutyInWords),
      ...(namesBefore(current, who.upns) ? [WAS_NAMED] : []),
    ];
    return data.map((part) => {
      if (isOfficial(part)) return { ...part, lines: registered };
      // A row of settings is of a team. Whoever is named in it is told only what they are recorded for.
      const isSettings = part.definition === settingsTable;
      return { ...part, lines: isSettings ? named : linesOf(part, who) };
    });
  }

  const file: FileOffer = {
    title: 'Wat Kompas van jou bewaart',
    needs: { who: 'everybody', checked: 'ziet en wist alleen wat over zichzelf gaat' },
    allowed: async () => true,
    make: async (directoryId) => ({
      name: 'kompas-mijn-gegevens.json',
      type: 'application/json; charset=utf-8',
      body: fileOf(await collect(directoryId), directoryId),
    }),
  };

  /** Whoever taps again while it goes on gets the same answer: it reads every table. */
  const erasing = new Map<string, Promise<Message>>();

  function erase(turn: Turn): Promise<Message> {
    const before = erasing.get(turn.directoryId);
    if (before) return before;
    const mine = eraseNow(turn).finally(() => erasing.delete(turn.directoryId));
    erasing.set(turn.directoryId, mine);
    return mine;
  }

  async function eraseNow(turn: Turn): Promise<Message> {
    const who = await subjectOf(turn.directoryId, tools);
    const held = await rowsAbout(storage, who);
    const records = held.filter(
      (part) => isOfficial(part) || (part.definition.person.kind === 'record' && part.rows.length > 0),
    );
    for (const id of who.personIds) await tools.forgetQueued(id);
    // Before the rows that tell the addresses: a next try finds them again.
    await endDuties(tools, BY_ITSELF, who.upns);
    // The log says which rights ended, and not whose they were.
    const { access = [], team = '' } = (await turn.person()) ?? {};
    const lost = access.filter((right) => !noRights.includes(right));
    if (lost.length > 0) await tools.audit.record(BY_ITSELF, `rechten vervallen: ${lost.join(', ')}`, team);
    // Before the rows go: a next try finds nobody any more. Nothing is kept of somebody who was never known; whoever left, or whose row
    // went to another account, is known by what stands there.
    const isKnown = who.personIds.length > 0 || held.some(({ rows }) => rows.length > 0);
    if (isKnown) {
      await silence.keep(turn.directoryId);
      // No backup brings back who is noted here.
      await tools.takenBack.note({ what: 'person', directoryId: turn.directoryId });
    }
    await eraseSubject(storage, who);
    const kept = records.flatMap((part, n) => [keptInWords(part.definition.holds, n === 0), ...whyOf(part)]);
    return notice(
      'privacy',
      'Je gegevens zijn gewist',
      [
        ...(isKnown
          ? ['Ik stuur je geen berichten meer. Om dat te onthouden, bewaar ik een code zonder naam.']
          : ['Er stond niets van jou in Kompas.']),
        'Laat de beheerder je uit het mensenbestand halen. Anders komen je naam, je e-mailadres en je team terug als de gemeente het mensenbestand weer inleest. Wil je weer meedoen? Vraag de beheerder om je opnieuw toe te voegen.',
        ...kept,
        'Ook blijven teksten waarvan ik niet weet dat ze van jou zijn of over jou gaan. Dat is zo bij een signaal zonder naam, en bij een actie waarin je genoemd wordt.',
        'Berichten in deze chat wis je zelf in Teams. Microsoft 365 kan ze langer bewaren.',
      ].join(' '),
      [{ verb: 'help.say', title: 'Wat kun je?', data: { text: 'help' } }],
    );
  }

  return {
    phrases: [
      {
        say: 'mijn gegevens',
        wished:
          /\b(?:wat|welke (?:gegevens|data|informatie|info))\b.*\b(?:van|over) (?:mij|me)\b.*\b(?:bewaart|bewaar|bewaren|weet|weten|opslaat|bij|vast)\b|\b(?:wat|welke (?:gegevens|data|informatie|info))\b.*\b(?:bewaar\w*|opslaat|opgeslagen|sla|hou\w*|weet|leg\w*|verzamel\w*|heb|hebt)\b.*\b(?:van|over) (?:mij|me)\b/,
        also: [
          'wat weet je van mij',
          'wat bewaar je',
          'wat weet je over mij',
          'privacy',
          'mijn data',
          'my data',
          'show my data',
          'what do you know about me',
          'what do you store about me',
        ],
        title: 'Bekijk alles wat Kompas van je bewaart',
        needs: own,
        traceless: true,
        // The answer to the typed question is a stored message, so what is held is shown only behind the
        // button (trust:answers-not-in-messages).
        run: async (turn) =>
          noticeCard({
            kind: 'privacy',
            text: 'Tik op de knop. Dan zie je wat Kompas van jou bewaart.',
            title: 'Wat Kompas van jou bewaart',
            body: 'Tik op de knop. Dan zie je het.',
            link: privacyLink((await turn.settings()).municipality),
            actions: [
              { verb: 'privacy.show', title: 'Laat zien', data: {} },
              { verb: 'privacy.ask-erase', title: 'Wis mijn gegevens', data: {} },
            ],
            seenBy: 'Alleen jij. Wat je na je tik ziet, blijft niet in deze chat staan.',
          }),
      },
      {
        say: 'vergeet mij',
        also: [
          'wis mijn gegevens',
          'verwijder mijn gegevens',
          'vergeet me',
          'wis alles van mij',
          'wis alles',
          'wis mijn data',
          'forget me',
          'delete my data',
          'erase my data',
          'delete everything',
        ],
        title: 'Wis wat Kompas van je bewaart',
        needs: own,
        careful: true,
        traceless: true,
        run: async () => confirmation,
      },
    ],
    actions: {
      'privacy.show': action(
        nothing,
        async (turn) => overview(await collect(turn.directoryId), links.create(MY_DATA, turn.directoryId)),
        { needs: own, traceless: true },
      ),
      'privacy.ask-erase': action(nothing, async () => confirmation, { needs: own, traceless: true }),
      // It erases rows that name the person, and so it is the one turn here that may touch them.
      'privacy.erase': action(nothing, erase, { needs: own }),
      'privacy.keep': action(
        nothing,
        async () => notice('privacy', 'Er is niets gewist', 'Alles is zoals het was.'),
        {
          needs: own,
          traceless: true,
        },
      ),
    },
    files: { [MY_DATA]: file },
  };
}

/** See, export and erase what is held about oneself (trust:see-and-erase). */
export const privacy: FeatureModule<undefined, PrivacyNeeds> = {
  name: 'privacy',
  title: 'Jouw gegevens',
  tables: [],
  open: () => undefined,
  offer,
};

const confirmation = notice(
  'privacy',
  'Alles wissen?',
  'Ik wis je antwoorden, je lijn, je stijl, je tips, je werkdagen en je naam. Dit kun je niet terugdraaien. Leid je een team of ben je gesprekspartner? Dat stopt ook. Mandaten op jouw naam blijven, net als het logboek van beheer en teksten zonder jouw naam. Daarna stuur ik je geen berichten meer. Wil je later weer meedoen? Dan moet de beheerder je opnieuw toevoegen. Sta je nog in het mensenbestand van de gemeente? Dan komen je naam, je e-mailadres en je team terug als de gemeente het mensenbestand weer inleest.',
  [
    { verb: 'privacy.keep', title: 'Nee, bewaar alles', data: {} },
    { verb: 'privacy.erase', title: 'Ja, wis alles', data: {}, style: 'destructive' },
  ],
);
