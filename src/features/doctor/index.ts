import { z } from 'zod';
import { noticeCard } from '../../conversation/cards/notice.ts';
import type { Needs } from '../../conversation/needs.ts';
import { action } from '../../conversation/offer.ts';
import type { FeatureModule, FeatureOffer, Tools } from '../module.ts';
import { LOOK, MORE, reportCard } from './cards.ts';
import { addressCheck, clockCheck, keyCheck, openIdCheck, storedChecks } from './checks.ts';
import { addDoctorCommand } from './command.ts';
import { type DoctorNeeds, type HealthCheck, healthLine } from './contract.ts';
import { examine, type Report } from './examine.ts';
import { tickLines } from './rules.ts';
import { telemetryLines } from './setup-rules.ts';
import { probeTable } from './tables.ts';

/** So long each thing may take, in milliseconds: Teams waits about five seconds for the answer to a tap. */
const CHECK_MS = 3_500;

const needs: Needs = {
  who: ['beheerder'],
  where: 'own chat',
  typed: 'hoe staat het ervoor',
  refusals: {
    who: noticeCard({
      kind: 'settings',
      text: 'Dit is alleen voor beheerders.',
      title: 'Dit is alleen voor beheerders',
      body: 'Werkt er iets niet? Vertel het de beheerder van Kompas bij jouw gemeente.',
    }),
  },
};

const unseen = [
  'Of Azure elk verzoek aan de opslag opschrijft. Kijk in Azure: de logboeken van het opslagaccount moeten uit.',
  'Hoe het met andere instanties gaat. Kijk bij elke instantie op /healthz.',
];

const nothing = z.object({});

function offer(_opened: undefined, tools: Tools, { checks }: DoctorNeeds): FeatureOffer {
  const { publicUrl, isLocal, installation } = tools;

  /** What only the running bot sees. */
  const running: HealthCheck[] = [
    {
      about: 'Klok van Kompas',
      look: async () => {
        const state = installation.clock();
        return state ? tickLines(state.lastTick, state.isBehind) : [];
      },
    },
    { about: 'Meekijken', look: async () => telemetryLines(installation.telemetry) },
    addressCheck(publicUrl, true),
    ...(isLocal
      ? []
      : [
          clockCheck(tools),
          openIdCheck(installation.openId),
          {
            about: 'App in Teams',
            look: async () => [
              healthLine(
                'green',
                'App in Teams',
                'Teams levert berichten af, en Kompas mag antwoorden: anders las je dit niet.',
              ),
            ],
          },
        ]),
  ];

  function report(): Promise<Report> {
    return examine([...storedChecks(tools), keyCheck(tools, false), ...running, ...checks], unseen, CHECK_MS);
  }

  return {
    phrases: [
      {
        say: 'hoe staat het ervoor',
        also: ['doctor', 'hoe gaat het met kompas', 'werkt alles', 'status van kompas', 'controleer kompas'],
        title: 'Kijk na hoe het met Kompas gaat',
        needs,
        run: async () => reportCard(await report(), false),
      },
    ],
    actions: {
      [LOOK]: action(nothing, async () => reportCard(await report(), false), { needs }),
      [MORE]: action(nothing, async () => reportCard(await report(), true), { needs }),
    },
  };
}

/** How Kompas is doing, for who looks after it: in the chat and as a command. */
export const doctor: FeatureModule<undefined, DoctorNeeds> = {
  name: 'doctor',
  title: 'Beheer',
  tables: [probeTable],
  open: () => undefined,
  offer,
  commands: addDoctorCommand,
};
