type Env = Readonly<Record<string, string | undefined>>;

/** By their first letters: variables by which a host or somebody adds what follows each request that a process makes. */
const BEGINNINGS = [
  'APPLICATIONINSIGHTS',
  'APPINSIGHTS',
  'XDT_MICROSOFTAPPLICATIONINSIGHTS',
  'OTEL_',
  'DD_',
  'NEW_RELIC_',
  'ELASTIC_APM_',
  'DT_',
];
/** By these Node loads something before Kompas itself. */
const LOADING = /(?:^|\s)(?:-r|--require|--import|--loader|--experimental-loader)(?:[\s=]|$)/;
/** How such a variable says that nothing is recorded. */
const OFF = /^(?:disabled|false|0|off|none|~0)$/i;

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
      if (upper === 'NODE_OPTIONS') return LOADING.test(value);
      if (upper.startsWith('OTEL_') && isOpenTelemetryOff) return false;
      return BEGINNINGS.some((beginning) => upper.startsWith(beginning)) && !isOff(upper, value);
    })
    .map(({ name }) => name)
    .sort();
}
