import type { Manifest } from './template.ts';

/** What differs between one municipality's installation and the next. */
export interface Installation {
  readonly appId: string;
  readonly domain: string;
  /** Of the package: Teams takes an update when it is higher than what is there. */
  readonly version: string;
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const hostname = new RegExp(`^(?=.{1,253}$)(${label}\\.)+(?=[a-z])${label}$`, 'i');

/** Says in Dutch what is wrong with an app id; undefined when it is a GUID. */
export function appIdProblem(appId: string): string | undefined {
  if (guid.test(appId)) return undefined;
  return `--app-id: '${appId}' is geen GUID. Verwacht: 8-4-4-4-12 tekens (0-9, a-f).`;
}

/** Says in Dutch what is wrong with a domain; undefined when it is a hostname without scheme, port or path. */
export function domainProblem(domain: string): string | undefined {
  if (hostname.test(domain)) return undefined;
  return `--domain: '${domain}' is geen domeinnaam. Geef alleen de naam, zonder https:// en zonder pad, zoals kompas.gemeente.nl.`;
}

/** Replaces the placeholders {{APP_ID}}, {{DOMAIN}} and {{VERSION}} in every text of the manifest. */
export function fill(template: Manifest, installation: Installation): Manifest {
  const values: Record<string, string> = {
    APP_ID: installation.appId.toLowerCase(),
    DOMAIN: installation.domain.toLowerCase(),
    VERSION: installation.version,
  };
  return JSON.parse(JSON.stringify(template), (_key, value: unknown) =>
    typeof value === 'string'
      ? value.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
      : value,
  );
}
