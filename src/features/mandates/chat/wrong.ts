import { z } from 'zod';
import { today } from '../../../calendar/clock.ts';
import { listCard } from '../../../conversation/cards/list.ts';
import { notice } from '../../../conversation/cards/notice.ts';
import { field } from '../../../conversation/field.ts';
import { formCard } from '../../../conversation/form.ts';
import type { Message, NoticeAction } from '../../../conversation/message.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { fitted } from '../../../language/fitted.ts';
import { plainText, wordsOf } from '../../../language/words.ts';
import { hasAccess } from '../../../people/access.ts';
import type { Tools } from '../../module.ts';
import { replyTo } from '../questions/answering/reply.ts';
import type { Lookup } from '../register/lookup.ts';
import type { RegisterEntry } from '../register/register.ts';
import { isValidOn } from '../register/register.ts';
import type { MandateStore } from '../register/store.ts';
import type { reportLimit } from '../review/gap-reports.ts';
import { type GapStore, isKnownGap } from '../review/gaps.ts';
import { subjectOf } from '../vocabulary/wording.ts';
import type { lastQuestions } from './last-questions.ts';
import { manyReported } from './replies.ts';

/** A report is about so many entries at most, in so many characters. */
export const MOST_ENTRIES = 6;
export const LONGEST = 500;
const name = z.string().max(200);

/** What an answer is about: its entries, and what was asked where it has none. */
export const wrongSchema = z.object({
  ids: z.array(name).max(MOST_ENTRIES),
  activity: name.optional(),
  registration: name.optional(),
  area: name.optional(),
});
type About = z.infer<typeof wrongSchema>;
export const reportWrongSchema = wrongSchema.extend({ what: field.long });

export interface WrongTools extends Pick<Tools, 'newId'> {
  store: MandateStore;
  gaps: GapStore;
  last: ReturnType<typeof lastQuestions>;
  report: ReturnType<typeof reportLimit>;
}

/** That something is not so. */
const fault =
  /\b(?:klopt|kloppen|deugt|deugen)\b.{0,30}\bniet\b|\bniet (?:helemaal |meer )?(?:juist|correct|actueel)\b|\b(?:onjuist|verkeerd|verkeerde|fout|fouten|foute|foutje|vergissing|correctie|verouderd|achterhaald|incorrect|wrong)\b/;
/** That somebody is not there any more. */
const left =
  /\b(?:hier|daar|er|gemeente|ons|team)\b.{0,20}\bniet meer\b|\bniet meer (?:hier|in dienst|bij|werkzaam)\b|\b(?:vertrokken|vertrekt|met pensioen|uit dienst|andere baan|gaat weg|is weg|neemt afscheid|stopt (?:ermee|bij|per|met werken)|no longer works)\b/;
/** That a mandate has to go. */
const goes =
  /\b(?:haal|halen|verwijder\w*|schrap\w*|trek|beeindig\w*|stop)\b.*\bmandaat\b|\bmandaat\b.*\b(?:weg|eruit|intrekken|beeindigen|verwijderen|schrappen|stoppen|weghalen|ophouden)\b/;
const register = /\b(?:mandaat|mandaten|mandatenregister|register|vervangers?|r\d{1,5})\b|\bregel klopt\b/;
const asking = /\b(?:wie|mag|mogen|who|may)\b/;
/** Whether somebody left is a question. */
const asked = /^\W*(?:is|zijn|werkt|werken|zit|zitten|staat|staan)\b/;
/** About what was answered just now, and nothing else. */
const bare = /^\W*(?:maar |nee |hm+ )*(?:dit|dat|het|er|dit antwoord|deze kaart|this|that)\b.{0,40}$/;

const notRead = notice(
  'mandate',
  'Wat klopt er niet?',
  'Gaat het over het mandatenregister? Meld het dan hier. De mandaatbeheerder leest het.',
  [
    { verb: 'mandates.wrong', title: 'Meld een fout in het register', data: { ids: [] } },
    { verb: 'help.say', title: 'Maak iets anders ongedaan', data: { text: 'maak ongedaan' } },
  ],
);

/** "BAG valideren · Noord · Driss Haven": register text. */
const lineOf = (entry: RegisterEntry, lookup: Lookup) =>
  `${entry.id} · ${subjectOf(entry)} · ${lookup.placeName(entry.area)} · ${entry.holder}`;

const entriesOf = ({ ids }: About, lookup: Lookup) => ids.flatMap((id) => lookup.entry(id) ?? []);

/** The form with which somebody reports what is wrong; `what` is what they typed. */
export function wrongForm(
  about: About,
  lookup: Lookup,
  what = '',
  problems: readonly string[] = [],
): Message {
  const lines = entriesOf(about, lookup).map((entry) => lineOf(entry, lookup));
  return formCard({
    kind: 'mandate',
    title: 'Klopt er iets niet in het register?',
    lead: 'Schrijf op wat er niet klopt. De mandaatbeheerder zoekt het uit.',
    about: lines.join('\n'),
    problems,
    fields: [
      {
        id: 'what',
        kind: 'long',
        label: 'Wat klopt er niet?',
        longest: LONGEST,
        value: what,
        required: true,
      },
    ],
    submit: { verb: 'mandates.report-wrong', title: 'Meld dit', data: about },
    seenBy:
      'De mandaatbeheerders lezen wat je schrijft, zonder je naam, tot een jaar na de laatste keer dat iemand dit meldde. Wie het meldde, bewaart Kompas niet.',
  });
}

/** A button that says something for the person. */
const say = (title: string, text: string): NoticeAction => ({ verb: 'help.say', title, data: { text } });

/** For who keeps the register: the lines themselves, each with the way to change it. */
export function changing(entries: readonly RegisterEntry[], lookup: Lookup): Message {
  const [only, ...others] = entries;
  const more: NoticeAction[] =
    only === undefined || others.length > 0
      ? []
      : [
          say('Andere vervanger', `wijzig vervanger ${only.id}`),
          say(`Beëindig ${only.id}`, `beëindig mandaat ${only.id}`),
        ];
  return listCard({
    kind: 'mandate',
    text: 'Welk mandaat klopt niet?',
    title: 'Welk mandaat klopt niet?',
    lead:
      entries.length === 0
        ? 'Typ “wijzig mandaat” met het nummer erachter, bijvoorbeeld: wijzig mandaat R01.'
        : '',
    sections:
      entries.length === 0
        ? []
        : [
            {
              title:
                entries.length === 1
                  ? 'Dit mandaat bedoel je misschien'
                  : 'Deze mandaten bedoel je misschien',
              lines: entries.map((entry) => ({
                text: lineOf(entry, lookup),
                detail: '',
                action: { title: `Wijzig ${entry.id}`, verb: 'mandates.change', data: { id: entry.id } },
              })),
            },
          ],
    actions: [...more, { verb: 'mandates.check', title: 'Bekijk de controle', data: { from: 0 } }],
  });
}

/** A report that is taken back, by its id. */
export const takeBackSchema = z.object({ id: z.string().max(100) });

/** Reporting that something in the register is wrong: from an answer, and in typed words. */
export function faults({ store, gaps, last, report, newId }: WrongTools) {
  /** The entries that a sentence is about: by number, by who is named, or else those of the last answer. */
  function entriesIn(turn: Turn, plain: string, lookup: Lookup): RegisterEntry[] {
    const day = today(turn.now).toString();
    const numbers = lookup.register.entries.filter(({ id }) =>
      new Set(plain.split(/[^\p{L}\p{N}]+/u)).has(id.toLowerCase()),
    );
    const people = namedIn(turn.text, lookup);
    const of = people.flatMap((who) => [...lookup.heldBy(who), ...lookup.deputisedBy(who)]);
    const before = last.of(turn, lookup);
    const answered = before ? replyTo(lookup, before.asked, day).entries : [];
    const isNow = (entry: RegisterEntry) => isValidOn(entry, day);
    // Of who is named, those that begin later too: never another's.
    const [found] = [numbers, of.filter(isNow), of, answered].filter(({ length }) => length > 0);
    return [...new Set(found ?? [])].slice(0, MOST_ENTRIES);
  }

  return {
    /** Free text that asks to take a report about the register back; undefined when it does not, or others read along. */
    hearsTakingBack: async (turn: Turn): Promise<Message | undefined> => {
      const plain = plainText(turn.text);
      const isMeant = turn.scope === 'personal' && takingBack.test(plain) && reportOnRegister.test(plain);
      return isMeant && (await turn.person()) ? notKnownWhose : undefined;
    },

    /** Free text that says that something in the register is wrong; undefined when it does not, or others read along. */
    hears: async (turn: Turn, lookup: Lookup): Promise<Message | undefined> => {
      const plain = plainText(turn.text);
      if (turn.scope !== 'personal' || asking.test(plain) || turn.text.length > LONGEST) return undefined;
      const isFault = fault.test(plain);
      const isNamed = namedIn(turn.text, lookup).length > 0;
      const isLeft = left.test(plain) && !asked.test(plain) && isNamed;
      const isGone = goes.test(plain) && (isNamed || last.of(turn, lookup) !== undefined);
      if (!isFault && !isLeft && !isGone) return undefined;
      const isMeant =
        isLeft ||
        isGone ||
        register.test(plain) ||
        (isNamed && /^\W*(?:nee )?(?:dat |dit |het )?klopt niet\b/.test(plain)) ||
        (bare.test(plain) && last.of(turn, lookup));
      if (!isMeant || !(await turn.person())) return undefined;
      const entries = entriesIn(turn, plain, lookup);
      if (hasAccess('mandaatbeheerder', turn.directoryId, await turn.person(), []))
        return changing(entries, lookup);
      // What was typed is user text: it stands in its field alone.
      return wrongForm({ ids: entries.map(({ id }) => id) }, lookup, fitted(turn.text, LONGEST));
    },

    /** "Dit klopt niet" of which nobody knows what it is about. */
    hearsLast: async (turn: Turn): Promise<Message | undefined> => {
      const plain = plainText(turn.text);
      const isAsked = turn.scope === 'personal' && fault.test(plain) && bare.test(plain);
      return isAsked && (await turn.person()) ? notRead : undefined;
    },

    /** "Klopt dit niet?" on an answer. */
    begin: async (_turn: Turn, about: About): Promise<Message> =>
      wrongForm(about, (await store.current()).lookup),

    report: async (turn: Turn, { what, ...about }: z.infer<typeof reportWrongSchema>): Promise<Message> => {
      const { lookup } = await store.current();
      if (what === '') return wrongForm(about, lookup, '', ['Schrijf op wat er niet klopt.']);
      if (what.length > LONGEST)
        return wrongForm(about, lookup, fitted(what, LONGEST), [
          `Je tekst is langer dan ${LONGEST} tekens. Maak die korter. Alleen het begin staat er nog.`,
        ]);
      const entries = entriesOf(about, lookup);
      const [entry] = entries;
      const { activity = '', registration = '', area = '' } = entry ?? about;
      const isKnown = entry !== undefined || isKnownGap({ activity, registration, area }, lookup);
      const matter = isKnown
        ? { activity, registration, area }
        : { activity: '', registration: '', area: '' };
      const ids = entries.map(({ id }) => id);
      const day = today(turn.now).toString();
      const fresh = newId('F');
      const said = JSON.stringify(['wrong', ids, matter, what]);
      const id = await report.once(turn.directoryId, said, day, fresh, () =>
        gaps.reportWrong(fresh, { ...matter, ids, what }, day),
      );
      if (id === undefined) return manyReported;
      return notice(
        'mandate',
        'Gemeld aan de mandaatbeheerder',
        'De mandaatbeheerder krijgt op de volgende werkdag bericht.',
        [whoKeepsIt, { verb: 'mandates.take-back', title: 'Neem terug', data: { id } }],
      );
    },

    /**
     * Takes back what was just reported: the card that says so knows which one that is. So do the cards of who keeps the register,
     * who closes it, which the log tells.
     */
    takeBack: async (turn: Turn, { id }: z.infer<typeof takeBackSchema>): Promise<Message> => {
      if (hasAccess('mandaatbeheerder', turn.directoryId, await turn.person(), [])) return closeIt;
      report.forget(id);
      return (await gaps.takeBack(id)) ? takenBack : tooLate;
    },
  };
}

const whoKeepsIt: NoticeAction = {
  verb: 'help.say',
  title: 'Wie is dat?',
  data: { text: 'wie is mandaatbeheerder' },
};

const takenBack = notice('mandate', 'Je melding is weg', 'De mandaatbeheerder ziet die niet meer.');

const closeIt = notice(
  'mandate',
  'Rond deze melding af',
  'Jij houdt het register bij. Je vindt de melding bij “gemeld over het register”. Rond die daar af.',
  [{ verb: 'help.say', title: 'Gemeld over het register', data: { text: 'gemeld over het register' } }],
);
const tooLate = notice(
  'mandate',
  'Deze melding staat niet meer open',
  'De mandaatbeheerder rondde die af, of je nam die al terug. Er is niets veranderd.',
  [whoKeepsIt],
);

/** Whoever reported something is not kept: afterwards nobody can tell which report was theirs. */
const notKnownWhose = notice(
  'mandate',
  'Ik weet niet welke melding van jou is',
  'Ik bewaar niet wie iets over het register meldt. Net gemeld? Tik op “Neem terug” op de kaart die je na het melden kreeg. Is die kaart weg? Zeg het dan tegen de mandaatbeheerder.',
  [{ ...whoKeepsIt, title: 'Wie is mandaatbeheerder?' }],
);

const takingBack =
  /\b(?:intrek\w*|ingetrokken|terug\w*|ongedaan|annuleer\w*|verwijder\w*|wissen|weghalen|trek|haal|neem)\b/;
const reportOnRegister =
  /\bmelding(?:en)?\b.*\b(?:register|mandaat\w*|mandaten)\b|\b(?:register|mandaat|mandaten)\w*melding\w*\b|\b(?:register|mandaat\w*|mandaten)\b.*\bmelding(?:en)?\b/;

/** Who of the register is named in a text. */
const namedIn = (text: string, lookup: Lookup): string[] =>
  lookup.people.find(wordsOf(text), () => 'free').flatMap(({ ids, typos }) => (typos === 0 ? ids : []));
