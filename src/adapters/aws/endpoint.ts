import type { Section, SharedConfig } from './shared-config';

export interface EndpointQuestion {
  /** A profile's section, or undefined for the environment's credentials, which belong to no profile. */
  readonly profile: Section | undefined;
  /** As the SDK names it: `CloudFormation`, `STS`, `SSO OIDC`. */
  readonly service: string;
  readonly config: SharedConfig;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The endpoint that the environment or the chosen profile sets for a service; undefined for AWS's own.
 * The SDK does not ask the chosen profile: it reads `AWS_PROFILE` or `[default]` instead, which would send
 * one profile's keys to the endpoint of another. So the SDK's reading is switched off and this one is used.
 *
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html for the order of the settings
 */
export function endpointFor({ profile = {}, service, config, environment }: EndpointQuestion): string | undefined {
  const ignore = environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] ?? profile['ignore_configured_endpoint_urls'];
  if (ignore?.toLowerCase() === 'true') return undefined;

  const key = service.replaceAll(' ', '_');
  const services = profile['services'] ? config.services.get(profile['services']) : undefined;
  return (
    environment[`AWS_ENDPOINT_URL_${key.toUpperCase()}`] ||
    environment['AWS_ENDPOINT_URL'] ||
    services?.[`${key.toLowerCase()}.endpoint_url`] ||
    profile['endpoint_url'] ||
    undefined
  );
}
