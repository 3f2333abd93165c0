import type { NoticeAction } from '../../../conversation/message.ts';
import { colleagueAlone, type Needs } from '../../../conversation/needs.ts';
import { action, type Feature, type Hearing } from '../../../conversation/offer.ts';
import { normalise } from '../../../language/normalise.ts';
import type { GroupPlace } from '../groups/place.ts';
import type { Seat } from '../groups/rights.ts';
import { type AuthorInboxTools, authorInbox, writerSchemas } from './author-inbox.ts';
import { repliesOffer } from './cards.ts';
import { leaderInbox, leadSchemas } from './leader-inbox.ts';
import { type CommentListTools, commentLists, listSchema } from './listing.ts';

export type CommentTools = CommentListTools & AuthorInboxTools;

const inTeam: Needs = { ...colleagueAlone, typed: 'toelichtingen', checked: 'zit in het team of leidt het' };
const leading: Needs = { ...colleagueAlone, typed: 'toelichtingen', checked: 'leidt het team' };
const writing: Needs = { ...colleagueAlone, typed: 'reacties', checked: 'schreef het zelf' };

const shares = '(?:gedeeld|deelt|deelde|deelden|delen|geschreven|schreef|verteld|vertelde)';
const byName = new RegExp(
  [
    `\\b(?:met|onder) (?:hun |zijn |haar |de |een )?naam\\b.*\\b${shares}\\b`,
    `\\b(?:${shares}|toelichting(?:en)?)\\b.*\\bmet (?:hun |zijn |haar |de |een )?naam\\b`,
    `^(?:wat|wie|is|zijn|heeft|hebben|waar|laat|toon|bekijk|lees)\\b.*\\b(?:met|aan) mij\\b(?:.*\\b${shares}\\b|$)`,
    `^(?:wat|wie) ${shares}\\b.*\\b(?:met|aan) mij$`,
  ].join('|'),
);
/** Somebody who speaks of what they share themselves, or of something else that is shared. */
const aboutOther =
  /\b(?:mijn naam|ik|signaal|signalen|stand ?up|leerpunt\w*|praktijkvoorbeeld\w*|pilot|mandaat|mandaten|register|bag|bgt|woz|actie|afspraak|praten)\b/;
/** True for who asks what was shared with a name. Pure. */
function asksByName(text: string): boolean {
  const plain = normalise(text);
  return byName.test(plain) && !aboutOther.test(plain.replace(/^waar (?:lees|vind|zie) ik /, ''));
}

/**
 * What a team shared at a check-in, and conversations about what was shared without name.
 *
 * The rules that it keeps to are trust:no-trace, trust:answers-not-in-messages and
 * trust:comments-stay-the-writers.
 */
export function comments(tools: CommentTools): Pick<Feature, 'phrases' | 'actions'> & {
  hears: readonly Hearing[];
  buttons(place: GroupPlace, seat: Seat): NoticeAction[];
} {
  const lists = commentLists(tools);
  const lead = leaderInbox(tools);
  const writer = authorInbox(tools);
  return {
    buttons: ({ kind, key }, seat) =>
      kind === 'team' && lists.mayOpen(seat, key)
        ? [{ verb: 'comments.open', title: 'Wat is er gedeeld?', data: { team: key, page: 0 } }]
        : [],
    phrases: [
      {
        say: 'toelichtingen',
        wished:
          /\bwaar (?:lopen|loopt) (?:\w+ ){1,3}tegen ?aan\b|^wat (?:schreven|deelden|zeiden|vertelden) (?:(?:mijn|m n|de|onze|andere) )?(?:ze|mensen|collega s|anderen|teamleden)\b|^(?:lees|bekijk|toon|laat|waar (?:lees|vind|zie) ik)\b.*\b(?:reacties|opmerkingen|toelichting(?:en)?)\b.*\b(?:van|uit|in) (?:mijn|m n|ons|het) team\b|^(?:hoe )?(?:reageer|reageren)\b.*\bop wat\b|^(?:heeft|hebben|is|zijn|wat|staat|staan|hoeveel)\b.*\b(?:toegelicht|toelichting(?:en)?)\b|\bwat\b.*\b(?:deelt|deelde|heeft|deelden)\b.*\b(?:mijn|ons|het) team\b|\bwat (?:mijn|ons|het) team (?:\w+ ){0,3}(?:deelt|deelde|gedeeld|schrijft|schreef)\b|\b(?:reageer|reageren|antwoord|antwoorden)\b.*\b(?:op (?:een |de )?toelichting(?:en)?|zonder naam)\b/,
        also: ['wat is er gedeeld', 'gedeelde opmerkingen', 'opmerking', 'opmerkingen', 'toelichting'],
        title: 'Lees wat je team zonder naam deelde',
        needs: inTeam,
        traceless: true,
        run: (turn) => lists.typed(turn),
      },
      {
        say: 'reacties',
        also: ['reactie', 'mijn reacties', 'is er een reactie'],
        title: 'Lees de reactie op wat jij zonder naam deelde',
        needs: writing,
        traceless: true,
        run: async () => repliesOffer,
      },
    ],
    hears: [
      {
        order: 'first',
        needs: inTeam,
        answer: async (turn) => (asksByName(turn.text) ? lists.askedByName(turn) : undefined),
      },
    ],
    actions: {
      'comments.open': action(listSchema, lists.list, { needs: inTeam, traceless: true }),
      'comments.named': action(listSchema, lists.named, { needs: leading }),
      'comments.talk': action(leadSchemas.open, lead.open, { needs: leading }),
      'comments.write': action(leadSchemas.write, lead.write, { needs: leading }),
      'comments.send': action(leadSchemas.send, lead.send, { needs: leading }),
      'comments.close': action(leadSchemas.close, lead.close, { needs: leading }),
      'replies.mine': action(writerSchemas.mine, writer.mine, { needs: writing, traceless: true }),
      'replies.open': action(writerSchemas.open, writer.open, { needs: writing, traceless: true }),
      'replies.write': action(writerSchemas.write, writer.write, { needs: writing, traceless: true }),
      'replies.send': action(writerSchemas.send, writer.send, { needs: writing, traceless: true }),
      'replies.close': action(writerSchemas.close, writer.close, { needs: writing, traceless: true }),
    },
  };
}
