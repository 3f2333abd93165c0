import { z } from 'zod';
import { dutchDay, today } from '../../../calendar/clock.ts';
import { unknownPerson } from '../../../conversation/cards/notice.ts';
import { carried } from '../../../conversation/field.ts';
import { found } from '../../../conversation/finding.ts';
import type { Message } from '../../../conversation/message.ts';
import { colleagueAlone } from '../../../conversation/needs.ts';
import { action, type FileOffer } from '../../../conversation/offer.ts';
import type { Turn } from '../../../conversation/turn.ts';
import { writeDocx } from '../../../files/write-docx.ts';
import { normalise } from '../../../language/normalise.ts';
import type { Team } from '../../../people/municipality.ts';
import { type Access, isLeaderOf, isPresent, oncePerAccount } from '../../../people/person.ts';
import type { FeatureOffer, Tools } from '../../module.ts';
import { standing } from '../assignments/holders.ts';
import type { AssignmentTools } from '../assignments/tools.ts';
import { answerCard } from './answer.ts';
import { chooseCard, filesCard, noSuchTeam, rolecardCard, whoseCard } from './cards.ts';
import { documentOf, pageOf, type SheetFile } from './document.ts';
import { questionIn, roleAsked } from './question.ts';
import { sheetOf } from './sheet.ts';

export type RolecardTools = AssignmentTools & Pick<Tools, 'links'>;

const ofTeam = z.object({ team: z.string().max(100) });
/** With the directory id of who stands on top, '' for nobody. */
const ofTeamAndFirst = ofTeam.extend({ first: carried(z.string().max(100), '') });
const pageSchema = z.object({ page: carried(z.number().int().min(0).max(1_000), 0) });
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The help of an administrator is long: they find it too, and it is not listed there. */
const readers: Access[] = [
  'medewerker',
  'manager',
  'mandaatbeheerder',
  'projectleider',
  'afdelingshoofd',
  'directie',
];

/** The rolkaart: who holds which role in a team, on a card, as a page to print and for Word (docs/method.md step 4.5). */
export function rolecard(tools: RolecardTools): FeatureOffer {
  const { links, settings, people, audit, now } = tools;

  async function show(turn: Turn, { key, name }: Team, first = ''): Promise<Message> {
    const day = today(turn.now).toString();
    const all = await standing(tools, day);
    const isThere = [...all.holders, ...all.still].some(({ id, team }) => id === first && team === key);
    const note = first === '' || isThere ? '' : 'Deze collega staat niet op de rolkaart van het team.';
    return rolecardCard({ key, name }, sheetOf(key, all, day, dutchDay, first), note);
  }

  /** The rolkaart of the team of a colleague by name: what stands there everybody may read. */
  async function ofColleague(turn: Turn, teams: readonly Team[], name: string): Promise<Message> {
    const here = oncePerAccount((await tools.everybody()).filter(isPresent));
    const some = found(
      here.map(({ directoryId = '', name: title, upn }) => ({ value: directoryId, title, also: [upn] })),
      name,
    ).flatMap(({ value, title }) => {
      const own = here.find(({ directoryId }) => directoryId === value)?.team;
      const team = teams.find(({ key }) => key === own);
      return team ? [{ directoryId: value, name: title, team }] : [];
    });
    const [only] = some;
    if (!only) return noSuchTeam;
    return some.length > 1 ? whoseCard(some) : show(turn, only.team, only.directoryId);
  }

  async function ofKey(turn: Turn, key: string, run: (team: Team) => Promise<Message>): Promise<Message> {
    const team = (await turn.settings()).teams.find((one) => one.key === key);
    return team ? run(team) : noSuchTeam;
  }

  /** The team that somebody typed, that of the colleague whom they typed, or their own. */
  async function asked(turn: Turn, typed: string): Promise<Message> {
    const [me, { teams }] = await Promise.all([turn.person(), turn.settings()]);
    if (!me) return unknownPerson;
    const name = normalise(typed).replace(/^(?:(?:van|voor|de|het|mijn|ons|onze|team) ?)+/, '');
    if (name === '') {
      const own = teams.find(({ key }) => key === me.team);
      return own ? show(turn, own) : chooseCard(teams, 0);
    }
    const meant = found(
      teams.map(({ key, name: title }) => ({ value: key, title })),
      name,
    ).flatMap(({ value }) => teams.find(({ key }) => key === value) ?? []);
    const [only] = meant;
    if (only && meant.length === 1) return show(turn, only);
    return meant.length > 1
      ? chooseCard(meant, 0, 'Dit past bij meer teams.')
      : ofColleague(turn, teams, name);
  }

  /** Who holds the role that is asked for; undefined where the register is to answer. */
  async function answer(turn: Turn): Promise<Message | undefined> {
    const said = turn.scope === 'personal' ? roleAsked(turn.text) : undefined;
    if (!said) return undefined;
    const [me, { teams }] = await Promise.all([turn.person(), turn.settings()]);
    if (!me) return undefined;
    const day = today(turn.now).toString();
    const all = await standing(tools, day);
    // As long as nobody holds a role, the register knows more.
    if (all.holders.length === 0) return undefined;
    const question = questionIn(said, all.areas, teams, me.team);
    if (!question) return undefined;
    const here = all.people.filter(isPresent);
    const team = teams.find(({ key }) => key === (question.team || me.team));
    const leads = team ? here.filter((one) => isLeaderOf(team, one)) : [];
    const keepers = here.filter(({ access }) => access.includes('mandaatbeheerder'));
    const names = new Map(teams.map(({ key, name }) => [key, name]));
    const now = all.still.filter(({ from }) => from <= day);
    return answerCard(
      question,
      { ...all, holders: [...now, ...all.holders] },
      (key) => names.get(key) ?? key,
      {
        leads: leads.map(({ name }) => name),
        keepers: keepers.map(({ name }) => name),
        day,
      },
    );
  }

  const file = (
    name: string,
    type: string,
    write: (data: SheetFile) => Promise<string | Uint8Array>,
  ): FileOffer => ({
    title: 'Rolkaart',
    needs: { who: 'colleague' },
    allowed: async (directoryId, about = '') => {
      const [me, { teams }] = await Promise.all([people.find(directoryId), settings.read()]);
      return me !== undefined && isPresent(me) && teams.some(({ key }) => key === about);
    },
    make: async (directoryId, about = '') => {
      const day = today(now()).toString();
      const [all, { teams, municipality }] = await Promise.all([standing(tools, day), settings.read()]);
      const team = teams.find(({ key }) => key === about);
      if (!team) throw new Error('there is no such team');
      await audit.recordDownload(directoryId, 'rolkaart geëxporteerd', about);
      const sheet = sheetOf(about, all, day, dutchDay);
      const body = await write({
        municipality: municipality.name,
        team: team.name,
        day: dutchDay(day),
        sheet,
      });
      return { name: `rolkaart-${about}.${name}`, type, body };
    },
  });

  return {
    phrases: [
      {
        say: 'rolkaart',
        also: [
          'rolkaarten',
          'wie heeft welke rol',
          'wie doet welke rol',
          'de rolkaart',
          'onze rolkaart',
          'rollen van',
          'de rollen van',
          'welke rol heeft',
          'welke rollen heeft',
        ],
        title: 'Bekijk wie welke rol heeft in een team',
        takesRest: true,
        needs: { ...colleagueAlone, listedFor: readers },
        run: asked,
      },
    ],
    hears: [{ order: 'first', needs: colleagueAlone, answer }],
    actions: {
      'rolecard.show': action(
        ofTeamAndFirst,
        (turn, { team, first }) => ofKey(turn, team, (one) => show(turn, one, first)),
        { needs: colleagueAlone },
      ),
      'rolecard.choose': action(
        pageSchema,
        async (turn, { page }) => chooseCard((await turn.settings()).teams, page),
        { needs: colleagueAlone },
      ),
      'rolecard.files': action(
        ofTeam,
        (turn, { team: key }) =>
          ofKey(turn, key, async (team) =>
            filesCard(team, [
              {
                title: 'Pagina om te printen',
                url: links.create(`rolkaart-pagina:${key}`, turn.directoryId),
              },
              { title: 'Word', url: links.create(`rolkaart-word:${key}`, turn.directoryId) },
            ]),
          ),
        { needs: colleagueAlone },
      ),
    },
    files: {
      'rolkaart-pagina': file('html', 'text/html; charset=utf-8', async (data) => pageOf(data)),
      'rolkaart-word': file('docx', DOCX, (data) => writeDocx(documentOf(data), today(now()).toString())),
    },
  };
}
