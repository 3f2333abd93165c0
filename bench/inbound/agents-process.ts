import { ActivityTypes } from '@microsoft/agents-activity';
import { CloudAdapter } from '@microsoft/agents-hosting';
import { createServer, plugins } from 'restify';
import { card } from './bare-card.ts';

/** The same as `bare-process.ts` with the Microsoft 365 Agents SDK in the place of botbuilder. */
const adapter = new CloudAdapter({});
const server = createServer();
server.use(plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as never, response as never, async (turn) => {
    const value = {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
    };
    await turn.sendActivity({ type: ActivityTypes.InvokeResponse, value } as never);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: server.address().port }));
process.on('disconnect', () => process.exit(0));
