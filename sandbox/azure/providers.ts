import { armApiVersions } from '../../src/core/generate/arm/api-versions';
import { demand } from './allowed';
import { ArmError } from './arm-error';
import type { ArmOperation } from './arm-request';
import type { AzureSubscription } from './azure-world';
import { subscriptionOf } from './find-subscription';

export const getProvider: ArmOperation = (call) => {
  const subscription = subscriptionOf(call);
  return { status: 200, body: providerJson(subscription, namespaceOf(call.names)) };
};

/** Registered some steps of the clock later, as it is in Azure. */
export const registerProvider: ArmOperation = (call) => {
  const subscription = subscriptionOf(call);
  const namespace = namespaceOf(call.names);
  demand(subscription, `${namespace}/register/action`, `/subscriptions/${subscription.id}`);
  if (subscription.registration === 'NotRegistered') {
    subscription.registration = 'Registering';
    call.world.clock.start(registration(subscription));
  }
  return { status: 200, body: providerJson(subscription, namespace) };
};

function* registration(subscription: AzureSubscription): Generator<void, void> {
  yield;
  subscription.registration = 'Registered';
}

function namespaceOf({ resourceProviderNamespace = '' }: Readonly<Record<string, string>>): string {
  if (resourceProviderNamespace.toLowerCase() === 'microsoft.security') return 'Microsoft.Security';
  throw new ArmError(404, 'InvalidResourceNamespace', `The resource namespace '${resourceProviderNamespace}' is invalid.`);
}

/** Microsoft names the locations of AWS connectors nowhere but in this answer, so these are ours. */
export const connectorLocations = ['Central US', 'East US', 'Canada Central', 'North Europe', 'West Europe', 'UK South', 'Australia East', 'East Asia'];

const providerJson = ({ id, registration: state }: AzureSubscription, namespace: string) => ({
  id: `/subscriptions/${id}/providers/${namespace}`,
  namespace,
  registrationState: state,
  registrationPolicy: 'RegistrationRequired',
  resourceTypes: [
    { resourceType: 'pricings', locations: [], apiVersions: ['2024-01-01'] },
    { resourceType: 'healthReports', locations: [], apiVersions: ['2023-05-01-preview'] },
    { resourceType: 'securityConnectors', locations: connectorLocations, apiVersions: [...armApiVersions].reverse() },
  ],
});
