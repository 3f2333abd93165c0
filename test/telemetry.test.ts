import { describe, expect, test } from 'vitest';
import { telemetryIn } from '../src/telemetry.ts';

const records: Record<string, string>[] = [
  { APPLICATIONINSIGHTS_CONNECTION_STRING: 'InstrumentationKey=x' },
  { applicationinsights_connection_string: 'InstrumentationKey=x' },
  { APPINSIGHTS_INSTRUMENTATIONKEY: 'x' },
  { ApplicationInsightsAgent_EXTENSION_VERSION: '~3' },
  { XDT_MicrosoftApplicationInsights_NodeJS: '1' },
  { NODE_OPTIONS: '--require @azure/monitor' },
  { NODE_OPTIONS: '-r ./start.js' },
  { NODE_OPTIONS: '--max-old-space-size=512 --import=./otel.mjs' },
  { NODE_OPTIONS: '--require=dd-trace/init' },
  { NODE_OPTIONS: '--experimental-loader ./hook.mjs' },
  { NODE_OPTIONS: '--loader=./hook.mjs' },
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' },
  { OTEL_SDK_DISABLED: 'false', OTEL_SERVICE_NAME: 'kompas' },
  { DD_TRACE_ENABLED: 'true' },
  { NEW_RELIC_LICENSE_KEY: 'x' },
];
const harmless: Record<string, string>[] = [
  {},
  { NODE_OPTIONS: '' },
  { NODE_OPTIONS: '--max-old-space-size=512 --enable-source-maps' },
  { NODE_OPTIONS: '--report-on-fatalerror' },
  { OTEL_SDK_DISABLED: 'true' },
  { OTEL_SDK_DISABLED: 'true', OTEL_SERVICE_NAME: 'kompas' },
  { APPLICATIONINSIGHTS_CONNECTION_STRING: '  ' },
  { ApplicationInsightsAgent_EXTENSION_VERSION: 'disabled' },
  { APPLICATIONINSIGHTS_STATSBEAT_DISABLED: 'true' },
  { PATH: '/usr/bin', NODE_ENV: 'production' },
];

describe('a variable by which something records what is asked of storage', () => {
  test.each(records)('is found: %o', (env) => {
    expect(telemetryIn(env).length).toBeGreaterThan(0);
  });

  test.each(harmless)('is told apart from what records nothing: %o', (env) => {
    expect(telemetryIn(env)).toEqual([]);
  });

  test('is told by its name alone, since some hold a key', () => {
    const found = telemetryIn({ APPLICATIONINSIGHTS_CONNECTION_STRING: 'InstrumentationKey=geheim' });
    expect(found).toEqual(['APPLICATIONINSIGHTS_CONNECTION_STRING']);
  });
});
