import { MonitorClient } from '@azure/arm-monitor';
import { OperationalInsightsManagementClient } from '@azure/arm-operationalinsights';
import { concat, idOf, parameter, quoted, value, variable } from './expressions.ts';
import { appId, environmentId } from './host.ts';
import { queries, TABLE } from './queries.ts';
import { ANY, type Resource, resource } from './recorded.ts';
import { REGION } from './variables.ts';

const logId = idOf('Microsoft.OperationalInsights/workspaces', variable('logboek'));
const groupId = idOf('Microsoft.Insights/actionGroups', variable('meldgroep'));
const named = (name: string) => value(concat(parameter('naam'), quoted(`-${name}`)));

const log = await resource({ name: value(variable('logboek')) }, (...azure) =>
  new OperationalInsightsManagementClient(...azure).workspaces.createOrUpdate(ANY, ANY, {
    location: REGION,
    sku: { name: 'PerGB2018' },
    retentionInDays: 30,
  }),
);

/** What Kompas itself writes, and nothing else: no requests, and nothing of storage. */
const ownLog = await resource(
  { name: 'eigen-logboek', scope: value(environmentId), dependsOn: [value(environmentId), value(logId)] },
  (...azure) =>
    new MonitorClient(...azure).diagnosticSettings.createOrUpdate(ANY, ANY, {
      workspaceId: value(logId),
      logAnalyticsDestinationType: 'Dedicated',
      logs: [{ category: TABLE, enabled: true }],
    }),
);

const group = await resource({ name: value(variable('meldgroep')) }, (...azure) =>
  new MonitorClient(...azure).actionGroups.createOrUpdate(ANY, ANY, {
    location: 'Global',
    groupShortName: 'Kompas',
    enabled: true,
    emailReceivers: [
      { name: 'beheer', emailAddress: value(parameter('meldadres')), useCommonAlertSchema: true },
    ],
  }),
);

interface LogAlert {
  name: string;
  displayName: string;
  description: string;
  query: string;
  severity: 1 | 2 | 3;
  /** How often it looks, and how far back. */
  every: string;
  within: string;
}

const logAlerts: readonly LogAlert[] = [
  {
    name: 'geen-verzending',
    displayName: 'Kompas: om tien uur is niet verstuurd wat vandaag weg moest',
    description:
      'Kompas keek vanmorgen niet wat er weg moest, of zette niet alles klaar. Kijk of beide replica’s draaien. Zoek in het logboek naar "background work".',
    query: queries.noRound,
    severity: 1,
    every: 'PT1H',
    within: 'P1D',
  },
  {
    name: 'fouten',
    displayName: 'Kompas: meer dan 5 % gaat mis',
    description:
      'Van de gesprekken of de berichten ging in een uur meer dan 5 % mis, of een bericht is weggelegd. Zoek in het logboek naar "turn failed", "round" en "message set aside".',
    query: queries.failing,
    severity: 2,
    every: 'PT15M',
    within: 'PT1H',
  },
  {
    name: 'wachtrij',
    displayName: 'Kompas: berichten wachten langer dan een kwartier',
    description:
      'Het oudste bericht in de wachtrij is ouder dan 15 minuten. Kijk of beide replica’s draaien en of Teams antwoordt.',
    query: queries.queueLate,
    severity: 2,
    every: 'PT5M',
    within: 'PT15M',
  },
  {
    name: 'sleutel',
    displayName: 'Kompas: de geheime sleutel is ouder dan een jaar',
    description: 'Maak een nieuwe sleutel en zet alles over met "sleutel roteer".',
    query: queries.keyOld,
    severity: 3,
    every: 'PT1H',
    within: 'P1D',
  },
];

const logAlert = ({ name, query, severity, every, within, ...told }: LogAlert): Promise<Resource> =>
  resource({ name: named(name), dependsOn: [value(logId), value(groupId)] }, (...azure) =>
    new MonitorClient(...azure).scheduledQueryRules.createOrUpdate(ANY, ANY, {
      location: REGION,
      kind: 'LogAlert',
      ...told,
      enabled: true,
      severity,
      evaluationFrequency: every,
      windowSize: within,
      scopes: [value(logId)],
      criteria: {
        allOf: [{ query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0 }],
      },
      actions: { actionGroups: [value(groupId)] },
      autoMitigate: true,
      // The table is there as soon as the first line has come.
      skipQueryValidation: true,
    }),
  );

/** Answers with which Kompas, or what stands before it, says that it cannot: told by the platform, so also when Kompas is down. */
const serverErrors = await resource(
  { name: named('5xx'), dependsOn: [value(appId), value(groupId)] },
  (...azure) =>
    new MonitorClient(...azure).metricAlerts.createOrUpdate(ANY, ANY, {
      location: 'global',
      description: 'Kompas antwoordt met fouten (5xx). Kijk op /healthz: is de opslag bereikbaar?',
      enabled: true,
      severity: 1,
      evaluationFrequency: 'PT5M',
      windowSize: 'PT15M',
      scopes: [value(appId)],
      criteria: {
        odataType: 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria',
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion',
            name: 'fouten',
            metricNamespace: 'Microsoft.App/containerapps',
            metricName: 'Requests',
            dimensions: [{ name: 'statusCodeCategory', operator: 'Include', values: ['5xx'] }],
            timeAggregation: 'Total',
            operator: 'GreaterThan',
            threshold: 4,
          },
        ],
      },
      actions: [{ actionGroupId: value(groupId) }],
      autoMitigate: true,
    }),
);

export const alertResources: Resource[] = [
  log,
  ownLog,
  group,
  ...(await Promise.all(logAlerts.map(logAlert))),
  serverErrors,
];
