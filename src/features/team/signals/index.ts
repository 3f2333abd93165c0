import { z } from 'zod';
import { colleagueAlone, colleagueAnywhere } from '../../../conversation/needs.ts';
import { action, type Feature } from '../../../conversation/offer.ts';
import { seated } from '../groups/seated.ts';
import { aboutOwnSignal, aboutSignalsHearings, whereIsIt } from './asked-about.ts';
import { allSchema, browsing } from './browsing.ts';
import { type HandlingTools, handling, saveSchema, stepSchema } from './handling.ts';
import { listing } from './listing.ts';
import { signalSchema } from './opening.ts';
import { ownSignals } from './own.ts';
import { type RaisingTools, raiseSchema, raising } from './raising.ts';
import { takingUp } from './taking-up.ts';
import { withdrawing, withdrawSchema } from './withdrawing.ts';

/** What is checked of who takes care of signals, in the words of `docs/rechten.md`. */
const takesCare = 'pakt de signalen van deze groep op';

export type SignalTools = RaisingTools & HandlingTools;

/** Giving signals and taking care of them (product: every signal gets an answer). */
export function signals(tools: SignalTools): Pick<Feature, 'phrases' | 'actions' | 'hears'> {
  const raise = raising(tools);
  const handle = handling(tools);
  const list = listing(tools);
  const browse = browsing(tools);
  const nothing = z.object({});
  const pageSchema = z.object({ page: z.number().int().min(0).max(10_000).default(0) });
  return {
    phrases: [
      {
        say: 'signaal',
        wished:
          /^(?:ik wil|ik wou|mag ik|kan ik) (?:iets|wat) (?:doorgeven|laten weten)\b|\bwaar (?:kan|moet|mag) ik (?:dat|dit|het|iets|zoiets) (?:kwijt|melden|doorgeven)\b|\b(?:zeg|vertel) (?:dat|dit|het) (?:maar )?(?:tegen|aan)\b|\bsignaal (?:door ?)?(?:geven|sturen|indienen|te geven)\b|\b(?:geef|stuur|doe|heb)\b(?: ik)?(?: \w+)? een signaal\b|\bsignaal (?:voor|aan|naar) \w+|\b(?:doorgeven|zeggen|laten weten) wat (?:er )?(?:beter|anders) (?:kan|moet)\b|\b(?:loopt|gaat) (?:er )?iets niet goed\b|\bloopt niet goed en kan beter\b|\bzit (?:me|mij|ons) (?:iets|wat|nog wat)? ?dwars\b|\bdwars ?zit\b|\bloop(?:en)? (?:ik |we |wij )?(?:er |ergens )tegen ?aan\b|\btegen ?aan lopen\b|\bkrijg(?:en)? (?:ik |we )?(?:mijn|m n|ons|het|al mijn) werk niet af\b|\bwerk (?:zit|loopt|ligt) (?:vast|stil)\b|\b(?:leidinggevende|baas|chef|manager|teamleider) (?:moet|mag) (?:dit |dat |het )?weten\b|\b(?:leidinggevende|baas|chef|manager|teamleider)\b.{0,20}\b(?:vertellen|zeggen|laten weten|doorgeven|aangeven|melden)\b|\bwat (?:het|mijn|ons) werk (?:zo |te )?(?:lastig|zwaar|moeilijk) maakt\b|\bmaakt (?:het|mijn|ons) werk (?:te )?(?:lastig|zwaar|moeilijk)\b/,
        also: [
          'signaal geven',
          'geef een signaal',
          'ik heb een signaal',
          'ik wil iets aankaarten',
          'ik wil iets melden',
          'melding',
          'klacht',
          'ik heb een klacht',
          'ik heb feedback',
        ],
        title: 'Geef door wat anders moet, met of zonder je naam',
        needs: colleagueAlone,
        takesRest: true,
        traceless: true,
        run: raise.typed,
      },
      {
        say: 'signalen',
        also: [
          'open signalen',
          'alle signalen',
          'de signalen',
          'welke signalen zijn er',
          'bekijk de signalen',
          'bekijk signalen',
          'zijn er nieuwe signalen',
          'zijn er signalen',
          'heb ik signalen',
          'heb ik nog signalen',
        ],
        title: 'Bekijk de signalen die op je wachten',
        needs: { ...colleagueAlone, listedFor: ['manager', 'afdelingshoofd'], checked: takesCare },
        run: (turn) => list(turn),
      },
      {
        say: 'mijn signalen',
        // A question about signals that are there, of whatever kind: not a new one, which begins with a wish.
        wished:
          /\b(?:wat|iets|dat|die) (?:ik|we) (?:\w+ )?(?:gemeld|doorgegeven|doorgaf|meldde|meldden)\b|\bwat heb(?:ben)? (?:ik|we)\b.*\b(?:gemeld|doorgegeven|gesignaleerd)\b|^(?!.*\bsignalen\b.*\b(?:gedaan|gebeurd)\b)(?:hoe|wat|waar|welke?|zijn|is|er|laat|toon|bekijk|heeft|hebben|hoeveel|wanneer|alle|nieuwe)\b.*\bsigna(?:al|len)\b/,
        title: 'Bekijk de signalen die je gaf of oppakt',
        needs: colleagueAlone,
        unlisted: true,
        // Who takes care of signals means those; others those that they gave.
        run: async (turn) =>
          ((await seated(turn))?.seat.handles.length ?? 0) > 0 ? list(turn) : whereIsIt(turn),
      },
      ...aboutOwnSignal,
    ],
    hears: aboutSignalsHearings(list),
    actions: {
      ...takingUp(tools),
      // The name is a choice on the card, so no turn of these may leave a trace.
      'signal.raise': action(nothing, (turn) => raise.form(turn), {
        needs: colleagueAnywhere,
        traceless: true,
      }),
      'signal.send': action(raiseSchema, raise.send, { needs: colleagueAnywhere, traceless: true }),
      'signal.withdraw': action(withdrawSchema, withdrawing(tools), {
        needs: colleagueAnywhere,
        traceless: true,
      }),
      'signal.open': action(signalSchema, (turn, data) => handle.open(turn, data), {
        needs: { ...colleagueAnywhere, checked: 'mag de signalen van deze groep lezen' },
      }),
      'signal.step': action(stepSchema, handle.step, { needs: { ...colleagueAnywhere, checked: takesCare } }),
      'signal.save': action(saveSchema, handle.save, { needs: { ...colleagueAnywhere, checked: takesCare } }),
      'signal.list': action(pageSchema, (turn, { page }) => list(turn, page), {
        needs: { ...colleagueAnywhere, checked: takesCare },
      }),
      'signal.mine': action(pageSchema, ownSignals(tools), { needs: colleagueAlone }),
      'signal.all': action(allSchema, browse, {
        needs: { ...colleagueAnywhere, checked: 'mag de signalen van deze groep lezen' },
      }),
    },
  };
}
