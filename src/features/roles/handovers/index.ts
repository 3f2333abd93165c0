import { z } from 'zod';
import { carried, field } from '../../../conversation/field.ts';
import { colleagueAnywhere, type Needs } from '../../../conversation/needs.ts';
import { action } from '../../../conversation/offer.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import { handoverExport } from './export.ts';
import { filterIds } from './handover.ts';
import { type HandoverTools, keeping } from './keeping.ts';

export type HandoversTools = Tools & HandoverTools;

const inTeam: Needs = { ...colleagueAnywhere, checked: 'zit in het team of leidt het' };
const ofTeam = z.object({ team: z.string().min(1).max(100) });
const ref = ofTeam.extend({ id: z.string().regex(/^O-[0-9a-f]{8}$/) });
const details = {
  what: field.text,
  from: field.text,
  to: field.text,
  trouble: field.choices,
  note: field.text,
};

/**
 * Who hands over what to whom, what takes long and what causes faults: a list that a team and who leads it keep (docs/method.md step
 * 1.3). Between roles and departments, never names.
 */
export function handovers(tools: HandoversTools): FeatureOffer {
  const keep = keeping(tools);
  const { files, link } = handoverExport(tools);

  return {
    phrases: [
      {
        say: 'overdrachten',
        wished:
          /\bwie (?:geeft|draagt) wat (?:door|over)\b|\bwaar (?:blijft|blijven) (?:het )?werk (?:liggen|hangen)\b|\bwat (?:geven|dragen) (?:we|wij) (?:door|over)\b/,
        also: [
          'overdracht',
          'onze overdrachten',
          'lijst van overdrachten',
          'overdrachten van ons team',
          'wie geeft wat door aan wie',
          'wie draagt wat over aan wie',
        ],
        title: 'Bekijk wat je team doorgeeft, en waar het hapert',
        needs: { ...inTeam, checked: 'zit in het team of leidt het; in een kanaal alleen dat van het team' },
        takesRest: true,
        run: keep.typed,
      },
    ],
    actions: {
      'handover.list': action(
        ofTeam.extend({
          filter: carried(z.enum(filterIds), 'all'),
          page: carried(z.number().int().min(0).max(1_000), 0),
        }),
        (turn, { team, ...part }) => keep.list(turn, team, part),
        { needs: inTeam },
      ),
      'handover.new': action(ofTeam, (turn, { team }) => keep.begin(turn, team), { needs: inTeam }),
      'handover.add': action(
        ref.extend(details),
        (turn, { team, id, ...sent }) => keep.add(turn, { team, id }, sent),
        { needs: inTeam },
      ),
      'handover.open': action(ref, keep.open, { needs: inTeam }),
      'handover.edit': action(ref, keep.edit, { needs: inTeam }),
      'handover.save': action(
        ref.extend({ seen: z.string().max(20), ...details }),
        (turn, { team, id, seen, ...sent }) => keep.save(turn, { team, id, seen }, sent),
        { needs: inTeam },
      ),
      'handover.settle': action(ref, keep.settle, { needs: inTeam }),
      'handover.unsettle': action(ref, keep.unsettle, { needs: inTeam }),
      'handover.remove': action(ref, keep.remove, { needs: inTeam }),
      'handover.restore': action(ref, keep.restore, { needs: inTeam }),
      'handover.file': action(z.object({}), link, { needs: inTeam }),
    },
    files,
  };
}
