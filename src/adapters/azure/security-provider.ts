import type { SecurityProviderPort } from '../../app/azure-ports';
import { err, ok } from '../../core/model/result';
import { apiVersions } from './api-versions';
import type { ArmClient } from './arm-client';
import { localFailure } from './arm-failure';
import { listField, textField, textsField } from './fields';

const apiVersion = apiVersions.resources;

export const securityProviderPort = (arm: ArmClient): SecurityProviderPort => ({
  async read(subscription, signal) {
    const doing = `read the provider Microsoft.Security in subscription ${subscription}`;
    const answer = await arm.send({ doing, path: providerPath(subscription), apiVersion, signal });
    if (!answer.ok) return answer;
    const { body } = answer.value;
    const registration = textField(body, 'registrationState');
    if (registration === null) return err(arm.problem(localFailure('unreadable', 'it does not say whether the provider is registered'), doing));
    const type = listField(body, 'resourceTypes').find((each) => textField(each, 'resourceType')?.toLowerCase() === 'securityconnectors');
    return ok({ registration, locations: textsField(type, 'locations'), apiVersions: textsField(type, 'apiVersions') });
  },

  async register(subscription, signal) {
    const answer = await arm.send({
      doing: `register Microsoft.Security in subscription ${subscription}`,
      method: 'POST',
      path: `${providerPath(subscription)}/register`,
      apiVersion,
      signal,
    });
    return answer.ok ? ok(undefined) : answer;
  },
});

const providerPath = (subscription: string) => `/subscriptions/${encodeURIComponent(subscription)}/providers/Microsoft.Security`;
