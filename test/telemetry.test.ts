import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ConfigError } from '../src/config.ts';
import { loadingOptions, telemetryIn } from '../src/telemetry.ts';
import { requireUnwatched } from '../src/unwatched.ts';

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
  { NODE_OPTIONS: '--require @opentelemetry/auto-instrumentations-node/register' },
  { NODE_OPTIONS: '--import @opentelemetry/auto-instrumentations-node/register' },
  { NODE_OPTIONS: '--import=@azure/monitor-opentelemetry/loader' },
  { NODE_OPTIONS: '--require applicationinsights' },
  { NODE_OPTIONS: '"--require" ./start.js' },
  { NODE_OPTIONS: '"--import=./with space.mjs"' },
  { NODE_OPTIONS: '--experimental_loader ./hook.mjs' },
  { NODE_OPTIONS: '--experimental-config-file=node.json' },
  { NODE_OPTIONS: '--experimental-default-config-file' },
  { LD_PRELOAD: '/opt/opentelemetry/libotelinject.so' },
  { LD_PRELOAD: '/opt/dynatrace/oneagent/liboneagentproc.so' },
  { OTEL_NODE_ENABLED_INSTRUMENTATIONS: 'http' },
  { OTEL_TRACES_EXPORTER: 'otlp' },
  { APPLICATIONINSIGHTS_CONFIGURATION_CONTENT: '{}' },
  { APPLICATION_INSIGHTS_NO_DIAGNOSTIC_CHANNEL: 'no' },
  { SPLUNK_ACCESS_TOKEN: 'x' },
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
  { NODE_OPTIONS: '--no-require-module --important' },
  { LD_PRELOAD: '/usr/lib/libjemalloc.so.2' },
  { OTEL_TRACES_EXPORTER: 'none' },
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

describe('Kompas with something that follows its requests (trust:no-request-telemetry)', () => {
  const start = (telemetry: string[], options: string[] = [], local = false) =>
    requireUnwatched({ local, telemetry }, options);

  test.each(records)('does not start, and says by which name: %o', (env) => {
    const [name = ''] = telemetryIn(env);
    expect(() => start(telemetryIn(env))).toThrow(ConfigError);
    expect(() => start(telemetryIn(env))).toThrow(name);
    expect(() => start(telemetryIn(env))).toThrow('een account vlak naast een code');
  });

  test.each([['--import', './otel.mjs'], ['--require=./otel.js'], ['-r', './otel.js']])(
    'does not start either when Node itself was told to load it: %s',
    (...options) => {
      expect(loadingOptions(options)).toHaveLength(1);
      expect(() => start([], options)).toThrow(/--import|--require|-r/);
      expect(() => start([], options)).not.toThrow('otel');
    },
  );

  test('starts with the options that its image gives Node, and on this machine alone with a debugger', () => {
    const image = ['--no-maglev', '--permission', '--allow-fs-read=*', '--allow-worker'];
    expect(() => start([], image)).not.toThrow();
    expect(() => start(['NODE_OPTIONS'], [], true)).not.toThrow();
  });

  test('as a process says so on the screen, and ends', () => {
    const { status, stderr } = spawnSync(process.execPath, ['src/main.ts'], {
      encoding: 'utf8',
      env: {
        BOT_APP_ID: '00000000-0000-4000-8000-000000000001',
        BOT_TENANT_ID: '00000000-0000-4000-8000-000000000002',
        STORAGE_ACCOUNT: 'nergens',
        PUBLIC_URL: 'https://kompas.gemeente.example',
        KOMPAS_SECRET: randomBytes(48).toString('base64'),
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/geheim',
      },
    });
    expect(status).toBe(1);
    expect(stderr).toContain('OTEL_EXPORTER_OTLP_ENDPOINT');
    expect(stderr).toContain('Kompas start niet');
    expect(stderr).not.toContain('geheim');
  });
});
