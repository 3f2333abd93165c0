import { z } from 'zod';
import { noticeCard } from '../../conversation/cards/notice.ts';
import { carried } from '../../conversation/field.ts';
import { colleagueAlone, everybodyAlone, type Needs } from '../../conversation/needs.ts';
import { action } from '../../conversation/offer.ts';
import { saysHowOneIs } from '../../language/feelings.ts';
import { talkWish } from '../../language/talk-wish.ts';
import { inNeed } from '../../people/in-need.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { type AnsweringTools, answering, answerSchema, moreSchema, ofPeriod } from './answering.ts';
import { askedAbout, ownCommentPhrase, wantsOtherAnswer, wantsToSkip } from './asked-about.ts';
import { closeWindows } from './closing.ts';
import { addCheckinCommands } from './commands.ts';
import { asksToCount } from './counting.ts';
import { lineCard } from './line-card.ts';
import { sendNow } from './now.ts';
import { type CheckinOpened, open } from './open.ts';
import { ownTime } from './own-time.ts';
import { checkinRounds } from './rounds.ts';
import { switching } from './switching.ts';
import { answersTable, commentsTable, namedCommentsTable } from './tables.ts';
import { chooseSchema, talking, talkSchema } from './talk.ts';
import { trial } from './trial.ts';
import { noTeam } from './while-open.ts';

/** So many periods are shown in somebody's own line. */
const LINE_LENGTH = 12;
const own: Needs = { ...colleagueAlone, typed: 'check-in', refusals: { who: noTeam } };
/** Whoever needs somebody to talk to, is told whom: also somebody whom no administrator added yet. */
const talkNeeds: Needs = { ...everybodyAlone, typed: 'ik wil even praten' };
const inTeam = { needs: own, readsTeam: true, traceless: true };

/** What the check-in is given of other features. */
export interface CheckinNeeds {
  /** A tip that goes with an answer, for this person's eyes only; undefined when there is none. */
  tipFor: AnsweringTools['tipFor'];
  /** What happened with what the team said last time. */
  sinceLast: AnsweringTools['sinceLast'];
}

function offer({ store }: CheckinOpened, tools: Tools, { tipFor, sinceLast }: CheckinNeeds): FeatureOffer {
  const { people, pseudonymise, delivered } = tools;
  const talk = talking(tools);
  const answers = answering({
    store,
    people: tools.people,
    tipFor,
    sinceLast,
    partnersOf: talk.partnersOf,
  });

  const moment = ownTime(tools);
  const atOnce = sendNow({ ...tools, store });

  return {
    phrases: [
      {
        say: 'check-in',
        wished: wantsOtherAnswer,
        first: 2,
        also: [
          'checkin',
          'hoe zit ik erbij',
          'hoe zit je erbij',
          'open check-in',
          'mijn check-in',
          'my check-in',
          'do my check-in',
          'open my check-in',
        ],
        title: 'Vul de check-in van deze week in',
        needs: own,
        whenLost: 2,
        traceless: true,
        readsTeam: true,
        run: (turn) => answers.typed(turn),
      },
      {
        say: 'deze week niet',
        wished: wantsToSkip,
        also: ['sla deze week over', 'sla over', 'niet deze week'],
        title: 'Sla de check-in van deze week over',
        needs: own,
        traceless: true,
        readsTeam: true,
        run: (turn) => answers.skip(turn),
      },
      {
        say: 'ik wil even praten',
        wished:
          /\bbuddy\b|\bik (?:wil|wou|zou|moet)\b.{0,30}\b(?:gesprek|praten|sparren|praatje) met\b(?! (?:mijn|ons|het|de|ons)?(?: hele)? ?(?:team|groep|afdeling|gemeente))/,
        first: 5,
        also: [
          'praten',
          'even praten',
          'ik wil zelf even praten',
          'ik wil praten',
          'ik wil iemand spreken',
          'ik wil met iemand praten',
          'kan ik met iemand praten',
          'ik wil een mens spreken',
          'mag ik iemand spreken',
          'i want to talk to someone',
          'i want to talk',
          'can i talk to someone',
          'talk to someone',
          'i need to talk',
          'i need to talk to someone',
          'talk to a human',
        ],
        title: 'Vraag een gesprek aan met iemand die jij kiest',
        needs: talkNeeds,
        whenLost: 3,
        traceless: true,
        run: (turn) => talk.choose(turn, ''),
      },
      {
        say: 'praten buiten mijn team',
        wished: /\b(?:meld ?procedure|klachtenprocedure|klokkenluiders?\w*|officiele melding)\b/,
        also: [
          'vertrouwenspersoon',
          'bedrijfsarts',
          'maatschappelijk werk',
          'bedrijfsmaatschappelijk werk',
          'praten buiten mijn leidinggevende om',
        ],
        title: 'Praat met iemand die je team niet leidt',
        needs: { ...talkNeeds, typed: 'praten buiten mijn team' },
        unlisted: true,
        traceless: true,
        run: (turn) => talk.outside(turn),
      },
      {
        say: 'ik wil toch niet praten',
        also: [
          'toch maar niet',
          'toch maar niet praten',
          'trek mijn vraag in',
          'ik trek mijn vraag in',
          'mijn vraag intrekken',
          'vraag intrekken',
          'haal mijn vraag terug',
          'ik wil mijn vraag intrekken',
          'toch niet praten',
          'praten hoeft niet meer',
          'cancel my request',
          'take back my request',
        ],
        title: 'Een vraag om te praten terughalen',
        needs: talkNeeds,
        unlisted: true,
        traceless: true,
        run: (turn) => talk.takeBack(turn),
      },
      {
        say: 'mijn lijn',
        wished:
          /^(?:en )?hoe (?:ging|gaat|was) het (?:\w+ ){0,2}met (?:mij|me)\b|^hoe (?:zat|voelde) ik (?:me |er )?(?:\w+ ){0,2}(?:bij )?(?:de |het )?(?:laatste|afgelopen|vorige)\b/,
        also: [
          'mijn antwoorden',
          'laat mijn lijn zien',
          'mijn check-ins',
          'hoe zat ik erbij',
          'my line',
          'my answers',
        ],
        title: 'Bekijk hoe je er de laatste weken bij zat',
        needs: own,
        traceless: true,
        // The answer to typed words is stored, so the line itself comes behind the button (trust:answers-not-in-messages).
        run: async () =>
          noticeCard({
            kind: 'checkin',
            text: 'Tik op de knop. Dan zie je jouw lijn.',
            title: 'Jouw lijn',
            body: 'Tik op de knop. Dan zie je je lijn.',
            actions: [{ verb: 'checkin.line', title: 'Laat mijn lijn zien', data: { period: '' } }],
            seenBy: 'Alleen jij. Wat je na je tik ziet, blijft niet in deze chat staan.',
          }),
      },
      ...switching(people, moment.comesWhen),
      ownCommentPhrase(own),
      ...moment.phrases,
      ...atOnce.phrases,
      ...trial.phrases,
    ],
    actions: {
      ...moment.actions,
      ...atOnce.actions,
      ...trial.actions,
      'checkin.open': action(ofPeriod, (turn, { period }) => answers.open(turn, period), inTeam),
      'checkin.again': action(ofPeriod, (turn, { period }) => answers.again(turn, period), inTeam),
      'checkin.answer': action(answerSchema, (turn, data) => answers.answer(turn, data), inTeam),
      'checkin.more': action(ofPeriod, (turn, { period }) => answers.more(turn, period), inTeam),
      'checkin.save': action(moreSchema, (turn, data) => answers.save(turn, data), inTeam),
      'checkin.ask-withdraw': action(ofPeriod, (_turn, { period }) => answers.askWithdraw(period), inTeam),
      'checkin.withdraw': action(ofPeriod, (turn, { period }) => answers.withdraw(turn, period), inTeam),
      'checkin.skip': action(ofPeriod, (turn, { period }) => answers.skip(turn, period), inTeam),
      'checkin.talk': action(chooseSchema, (turn, { period, unsent }) => talk.choose(turn, period, unsent), {
        needs: talkNeeds,
        traceless: true,
      }),
      'checkin.ask-talk': action(talkSchema, (turn, data) => talk.confirm(turn, data), {
        needs: { ...colleagueAlone, typed: 'ik wil even praten' },
        readsTeam: true,
        traceless: true,
      }),
      'checkin.send-talk': action(talkSchema, (turn, data) => talk.ask(turn, data), {
        needs: { ...colleagueAlone, typed: 'ik wil even praten' },
        readsTeam: true,
        traceless: true,
      }),
      'checkin.line': action(
        z.object({ period: carried(z.string().max(20), '') }),
        async (turn, { period }) => {
          const team = await people.teamOf(turn.directoryId);
          const points = team ? await store.line(team, turn.directoryId) : [];
          return lineCard(period, points.slice(-LINE_LENGTH));
        },
        { needs: own, traceless: true },
      ),
    },
    // Before questions about mandates: the whole text is about how somebody is, or it is not heard here.
    hears: [
      ...askedAbout(own),
      ...moment.hears,
      ...atOnce.hears,
      asksToCount(own),
      {
        order: 'first',
        needs: talkNeeds,
        readsTeam: true,
        traceless: true,
        answer: async (turn) => {
          const wish = talkWish(turn.text);
          if (!wish || (await inNeed(turn))) return undefined;
          return wish === 'outside' ? talk.outside(turn) : talk.choose(turn, '');
        },
      },
      {
        order: 'first',
        needs: everybodyAlone,
        readsTeam: true,
        traceless: true,
        answer: async (turn) =>
          saysHowOneIs(turn.text) && !(await inNeed(turn)) ? answers.meant(turn) : undefined,
      },
    ],
    rounds: checkinRounds(store, pseudonymise, delivered.sentBefore, sinceLast),
    jobs: [
      {
        name: 'checkin-close',
        when: 'always',
        everyMinutes: 1,
        run: (context) => closeWindows({ store, pseudonymise }, context),
      },
    ],
  };
}

/**
 * The weekly check-in "Hoe zit je erbij?" (docs/method.md step 5.5; trust:no-trace, trust:answers-not-in-messages,
 * trust:fewest-six, trust:comments-stay-the-writers, trust:talk-with-whom-you-choose).
 */
export const checkin: FeatureModule<CheckinOpened, CheckinNeeds> = {
  name: 'checkin',
  title: 'Hoe zit je erbij?',
  tables: [answersTable, commentsTable, namedCommentsTable],
  open,
  offer,
  commands: addCheckinCommands,
};
