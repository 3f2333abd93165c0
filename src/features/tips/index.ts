import { colleagueAlone, type Needs } from '../../conversation/needs.ts';
import { action } from '../../conversation/offer.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Person } from '../../people/person.ts';
import type { Lately } from '../checkin/contract.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import type { IsInPilot } from '../pilots/contract.ts';
import { advice } from './advice/advice.ts';
import { type AdvisingTools, advising, backSchema, fromSchema, reactSchema } from './advice/advising.ts';
import { keptReadyCard, readyCard } from './advice/cards.ts';
import { weeklyTips } from './advice/round.ts';
import { settling } from './advice/settling.ts';
import { weeklyPhrases } from './advice/weekly.ts';
import { addTipCommands } from './commands/index.ts';
import { compass } from './compass/showing.ts';
import type { TipPart } from './contract.ts';
import { agreementsCheck, agreementsToCheck } from './dialogue/checking.ts';
import { dialogue } from './dialogue/running.ts';
import { dialoguesTable } from './dialogue/store.ts';
import { tipsExport } from './export.ts';
import { sendingTips, tipsIntake } from './intake.ts';
import type { CommandNeeds } from './library/names.ts';
import { openStores, type TipsStores } from './open.ts';
import { teamCompassesTable } from './own/store.ts';
import { ownCompass } from './own/writing.ts';
import { choosing } from './personas/choosing.ts';
import { helpfulTipsTable, personasTable, seenTipsTable, tipLibraryTable } from './tables.ts';

/** What the tips keep, and what other features may be given of it. */
export interface TipsOpened extends TipsStores {
  /** Gives what gives the tip that goes with a check-in; none after "heel zwaar". */
  tipsFor(isInPilot: IsInPilot): (turn: Turn, me: Person, lately: Lately) => Promise<TipPart | undefined>;
}

/** What the tips are given of other features. */
export interface TipsNeeds extends CommandNeeds {
  /** What somebody's last check-in was about. */
  lately: AdvisingTools['lately'];
  /** Whether somebody is in a pilot that runs. */
  isInPilot: IsInPilot;
}

const alone: Needs = { ...colleagueAlone, typed: 'tip' };
const quietly = { needs: alone, traceless: true };

function offer(
  opened: TipsOpened,
  tools: Tools,
  { lately, isInPilot, registerWords }: TipsNeeds,
): FeatureOffer {
  const own = { ...tools, ...opened, lately, isInPilot };
  const advised = advising(own);
  const parts = [choosing(own), compass(own), ownCompass(own), dialogue(own)];

  return {
    phrases: [
      {
        say: 'tip',
        wished:
          /\b(?:iets|wat|een idee)\b.*\b(?:(?:uit )?(?:te )?(?:proberen|uitproberen)|kan doen voor mijn team|kan ik .*(?:doen|proberen) voor mijn team|kan ik .*(?:uit)?proberen)\b|\b(?:heb je|geef mij|geef me|ik wil|laat|weet je|mag ik|krijg ik)\b(?: \w+)? (?:een |nog een )?tip\b(?!.*\bmeer$)(?!.*\belke\b)|^wat kan ik (?:deze week|vandaag) (?:doen )?(?:voor mijn team|proberen)|^(?:(?:nee|ja|ok|oke|doe|eens|even|geef|laat|toon|mag|heb|ik|je|me|mij|zien|wil|krijg|maar|dan|er) )*(?:nog (?:een|eentje|1)(?: andere?)?|(?:een )?andere|een ander|eentje|iets anders)(?: (?:tip|maar|dan|zien))*$/,
        also: [
          'tips',
          'advies',
          'wat adviseer je',
          'wat adviseer je mij',
          'wat raad je aan',
          'wat raad je mij aan',
          'geef een tip',
          'geef me een tip',
          'coach',
          'coaching',
        ],
        title: 'Een tip die bij deze week past',
        needs: alone,
        traceless: true,
        run: async () => readyCard,
      },
      {
        say: 'bewaarde tips',
        wished:
          /\b(?:bewaarde tips?|tips? die ik (?:heb )?(?:bewaard|bewaarde|opgeslagen)|opgeslagen tips?)\b/,
        also: ['mijn bewaarde tips', 'tips voor later', 'mijn tips'],
        title: 'Bekijk de tips die je bewaarde',
        needs: alone,
        traceless: true,
        unlisted: true,
        run: async () => keptReadyCard,
      },
      ...weeklyPhrases(own),
      ...parts.flatMap(({ phrases }) => phrases),
    ],
    actions: Object.assign(
      {
        'tips.show': action(fromSchema, advised.show, quietly),
        'tips.next': action(fromSchema, advised.next, quietly),
        'tips.react': action(reactSchema, advised.react, quietly),
        'tips.back': action(backSchema, advised.back, quietly),
        'tips.kept': action(fromSchema, advised.kept, quietly),
      },
      ...parts.map(({ actions }) => actions),
    ),
    intakes: [tipsIntake(own, { registerWords })],
    ...tipsExport(own, sendingTips),
    rounds: [weeklyTips(tools.pseudonymise)],
    waiting: agreementsToCheck(own),
    jobs: [agreementsCheck(own), settling(opened)],
  };
}

/**
 * Personas, coaching tips, the change compass and the team dialogue (docs/method.md step 5; trust:no-trace,
 * trust:answers-not-in-messages, trust:persona-is-private).
 */
export const tips: FeatureModule<TipsOpened, TipsNeeds> = {
  name: 'tips',
  title: 'Tips en stijlen',
  tables: [
    personasTable,
    seenTipsTable,
    helpfulTipsTable,
    tipLibraryTable,
    dialoguesTable,
    teamCompassesTable,
  ],
  open: (services) => {
    const stores = openStores(services);
    const { settings } = services;
    return { ...stores, tipsFor: (isInPilot) => advice({ ...stores, settings, isInPilot }).tipFor };
  },
  offer,
  commands: addTipCommands,
};
