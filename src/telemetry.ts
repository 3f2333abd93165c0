type Env = Readonly<Record<string, string | undefined>>;

/** By their first letters: variables by which a host or somebody adds what follows each request that a process makes. */
const BEGINNINGS = [
  'APPLICATIONINSIGHTS',
  'APPLICATION_INSIGHTS',
  'APPINSIGHTS',
  'XDT_MICROSOFTAPPLICATIONINSIGHTS',
  'OTEL_',
  'DD_',
  'NEW_RELIC_',
  'ELASTIC_APM_',
  'DT_',
  'SPLUNK_',
  'INSTANA_',
];
/**
 * By these Node loads something before Kompas itself, or reads options from a file that may say so. Node takes `_` for `-`, and
 * quotes around each.
 */
const LOADING =
  /^(?:-r|--require|--import|--loader|--experimental-loader|--experimental-(?:default-)?config-file)(?:=|$)/;
/** By `LD_PRELOAD` the injectors of OpenTelemetry and Dynatrace get into Node; others load memory allocators by it. */
const INJECTOR = /otel|opentelemetry|oneagent|dynatrace|datadog|newrelic|instana|splunk/i;
/** How such a variable says that nothing is recorded. */
const OFF = /^(?:disabled|false|0|off|none|~0)$/i;

/** Those of the options of Node, without what they load, by which something is loaded before Kompas itself. */
export function loadingOptions(options: readonly string[]): string[] {
  return options
    .map((option) => option.replaceAll('"', ''))
    .map((option) => (option.startsWith('--') ? option.replace(/(?<=.{2})_/g, '-') : option))
    .filter((option) => LOADING.test(option))
    .map((option) => option.replace(/=.*$/s, ''));
}

/** True for a variable that switches something off, or whose value says so. */
function isOff(name: string, value: string): boolean {
  return /(?:^|_)DISABLED$/.test(name) ? !OFF.test(value) : OFF.test(value);
}

/**
 * The names of variables in an environment by which something would record what Kompas asks of storage: a row by account, and
 * right after it a row by pseudonym (trust:no-request-telemetry). Names compare without regard to case, as on Windows. Gives no
 * values: some hold a key.
 */
export function telemetryIn(env: Env): string[] {
  const set = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || value.trim() === ''
      ? []
      : [{ name, upper: name.toUpperCase(), value: value.trim() }],
  );
  const isOpenTelemetryOff = set.some(
    ({ upper, value }) => upper === 'OTEL_SDK_DISABLED' && /^true$/i.test(value),
  );
  return set
    .filter(({ upper, value }) => {
      if (upper === 'NODE_OPTIONS') return loadingOptions(value.split(/\s+/)).length > 0;
      if (upper === 'LD_PRELOAD') return INJECTOR.test(value);
      if (upper.startsWith('OTEL_') && isOpenTelemetryOff) return false;
      return BEGINNINGS.some((beginning) => upper.startsWith(beginning)) && !isOff(upper, value);
    })
    .map(({ name }) => name)
    .sort();
}
