import { AzureBotService } from '@azure/arm-botservice';
import { concat, idOf, quoted, value, variable } from './expressions.ts';
import { carriedBy, publicUrl } from './host.ts';
import { identity } from './identity.ts';
import { ANY, type Resource, resource } from './recorded.ts';
import { REGION } from './variables.ts';

const botId = idOf('Microsoft.BotService/botServices', variable('bot'));
const CHANNEL = 'MsTeamsChannel';

/** The bot's registration: of this tenant alone, by the identity, kept in the EU. It sends nothing to Application Insights. */
const bot = await resource(
  { name: value(variable('bot')), dependsOn: [value(identity.id), value(carriedBy)] },
  (...azure) =>
    new AzureBotService(...azure).bots.create(ANY, ANY, {
      location: REGION,
      kind: 'azurebot',
      sku: { name: 'F0' },
      properties: {
        displayName: 'Kompas',
        endpoint: value(concat(publicUrl, quoted('/api/messages'))),
        msaAppType: 'UserAssignedMSI',
        msaAppId: value(identity.clientId),
        msaAppTenantId: value('subscription().tenantId'),
        msaAppMSIResourceId: value(identity.id),
        disableLocalAuth: true,
        schemaTransformationVersion: '1.3',
      },
    }),
);

/** Without this channel no message of Teams ever arrives. */
const teams = await resource(
  { name: value(concat(variable('bot'), quoted(`/${CHANNEL}`))), dependsOn: [value(botId)] },
  (...azure) =>
    new AzureBotService(...azure).channels.create(ANY, ANY, CHANNEL, {
      location: REGION,
      properties: {
        channelName: CHANNEL,
        properties: { isEnabled: true, acceptedTerms: true, deploymentEnvironment: 'CommercialDeployment' },
      },
    }),
);

export const botResources: Resource[] = [bot, teams];
