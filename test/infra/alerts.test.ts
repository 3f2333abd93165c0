import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { KEY_DAYS, queries, TABLE } from '../../infra/queries.ts';
import type { Resource } from '../../infra/recorded.ts';
import { logLines } from '../../src/log-lines.ts';

const { resources }: { resources: Resource[] } = JSON.parse(readFileSync('infra/azuredeploy.json', 'utf8'));
// biome-ignore lint/suspicious/noExplicitAny: a template is looked at as it was written.
const ofType = (type: string): any[] => resources.filter((one) => one.type === type);
const rules = ofType('Microsoft.Insights/scheduledQueryRules');

test('five alerts go to the same people', () => {
  const metrics = ofType('Microsoft.Insights/metricAlerts');
  expect([...rules, ...metrics].map(({ name }) => /'-([\w-]+)'/.exec(name)?.[1])).toEqual([
    'geen-verzending',
    'fouten',
    'wachtrij',
    'sleutel',
    '5xx',
  ]);
  const group = "[resourceId('Microsoft.Insights/actionGroups', variables('meldgroep'))]";
  expect(rules.map(({ properties }) => properties.actions.actionGroups)).toEqual(rules.map(() => [group]));
  expect(metrics[0].properties.actions).toEqual([{ actionGroupId: group }]);
  expect(metrics[0].properties.criteria.allOf[0]).toMatchObject({
    metricName: 'Requests',
    dimensions: [{ name: 'statusCodeCategory', values: ['5xx'] }],
  });
});

test('each looks at least as far back as it waits, and fires on one row', () => {
  const minutes: Record<string, number> = { PT5M: 5, PT15M: 15, PT1H: 60, P1D: 1_440 };
  for (const { name, properties } of rules) {
    const { evaluationFrequency, windowSize, criteria } = properties;
    expect(minutes[windowSize], name).toBeGreaterThanOrEqual(minutes[evaluationFrequency] ?? Infinity);
    expect(criteria.allOf).toMatchObject([
      { operator: 'GreaterThan', threshold: 0, timeAggregation: 'Count' },
    ]);
  }
});

test('they wait for lines that Kompas writes, and for no others', () => {
  const waited = Object.values(queries).flatMap((query) =>
    [...query.matchAll(/msg == '([^']*)'/g)].map(([, words]) => words),
  );
  expect(new Set(waited)).toEqual(new Set(Object.values(logLines)));
});

test('the fields that they read are fields of those lines', () => {
  const fields = Object.values(queries).flatMap((query) =>
    [...query.matchAll(/line\.(\w+)/g)].map(([, field]) => field),
  );
  // What stands in them is tested in test/watch.test.ts.
  expect(new Set(fields)).toEqual(new Set(['msg', 'unplanned', 'messages', 'results', 'keyDays']));
  expect(queries.keyOld).toContain(`> ${KEY_DAYS}`);
});

test('there is a day on which ten in the morning is looked at, in our own time', () => {
  expect(queries.noRound).toContain("datetime_utc_to_local(now(), 'Europe/Amsterdam')");
  expect(queries.noRound).toContain('hourofday(here) == 10 and dayofweek(here) between (1d .. 5d)');
});

interface Kusto {
  KustoCode: {
    ParseAndAnalyze(
      query: string,
      globals: unknown,
    ): {
      GetDiagnostics(): { Count: number; getItem(n: number): { Message: string } };
    };
  };
  GlobalState: { Default: unknown };
}

/** What Kusto's own reader finds wrong in a query. It comes as two scripts for a page. */
function faultsIn(): (query: string) => string[] {
  const { resolve } = createRequire(import.meta.url);
  const page = createContext({ console });
  for (const script of ['bridge.min.js', 'Kusto.Language.Bridge.min.js'])
    runInContext(readFileSync(resolve(`@kusto/language-service-next/${script}`), 'utf8'), page);
  const { KustoCode, GlobalState }: Kusto = runInContext('Kusto.Language', page);
  return (query) => {
    const table = '(datatable(TimeGenerated: datetime, Log: string)[])';
    const found = KustoCode.ParseAndAnalyze(
      query.replaceAll(TABLE, table),
      GlobalState.Default,
    ).GetDiagnostics();
    return Array.from({ length: found.Count ?? 0 }, (_, n) => found.getItem(n).Message);
  };
}

test('Kusto reads them, and would tell of a word that it does not know', () => {
  const faults = faultsIn();
  for (const [name, query] of Object.entries(queries)) expect(faults(query), name).toEqual([]);
  expect(faults(`${queries.keyOld} | where nothing > 1`)).not.toEqual([]);
});
