import * as vscode from 'vscode';
import type { ResourceGroup, Subscription } from '../../app/azure-ports';
import type { Problem } from '../../core/model/problem';
import { ok, type Result } from '../../core/model/result';
import { answerAt, type Answers } from '../../core/onboarding/answers';
import type { AzureAccess } from '../platform/azure-access';
import type { Found, LookUps } from './look-ups';
import { pickLoaded, type LoadedItem } from './pick-loaded';

export type AzureLists = Pick<AzureAccess, 'isSignedIn' | 'signIn' | 'subscriptions' | 'resourceGroups' | 'locations'>;

export interface AzureLookUpHost {
  readonly azure: AzureLists;
  /** Says why not where the workspace is not trusted. */
  readonly isAllowed: () => boolean;
  readonly showProblem: (problem: Problem) => Promise<void>;
}

/** Where the connector lives in Azure, chosen from what the signed-in account sees. Whoever is not signed in is asked to, or types. */
export const azureLookUps = (host: AzureLookUpHost): LookUps => ({
  'azure.tenant': lookUp(host, 'Choose a tenant…', chooseTenant),
  'azure.subscription': lookUp(host, 'Choose a subscription…', chooseSubscription),
  'azure.resourceGroup': lookUp(host, 'Choose a resource group, or name a new one…', chooseResourceGroup),
  'azure.location': lookUp(host, 'Choose a location…', chooseLocation),
});

type Choose = (host: AzureLookUpHost, answers: Answers) => Promise<Chosen | undefined>;

/** Answers by their field. */
type Chosen = Readonly<Record<string, string>>;

const lookUp = (host: AzureLookUpHost, label: string, choose: Choose) => ({
  label,
  find: async (answers: Answers): Promise<Found | undefined> => {
    if (!host.isAllowed()) return undefined;
    if (!(await host.azure.isSignedIn()) && !(await host.azure.signIn())) return undefined;
    const chosen = await choose(host, answers);
    return chosen && { answers: Object.entries(chosen).map(([field, value]) => ({ field, value })), account: null };
  },
});

async function chooseTenant({ azure, showProblem }: AzureLookUpHost): Promise<Chosen | undefined> {
  const id = await pickLoaded<string>({
    title: 'Microsoft Entra tenant',
    placeHolder: 'Tenant in which Defender for Cloud runs',
    none: 'The account that is signed in sees no tenant.',
    showProblem,
    load: async (signal) =>
      itemsOf(await azure.subscriptions(signal), ({ tenants }) =>
        tenants.map(({ id: value, name, domain, isHome }) => ({ label: name ?? domain ?? value, description: value, ...(isHome === false ? { detail: 'as a guest' } : {}), value })),
      ),
  });
  return id === undefined ? undefined : { 'azure.tenant': id };
}

/** The tenant follows from the subscription. Those of the tenant that was answered come first. */
async function chooseSubscription({ azure, showProblem }: AzureLookUpHost, answers: Answers): Promise<Chosen | undefined> {
  const tenant = textAt(answers, 'azure.tenant');
  const isOther = (subscription: Subscription) => Number(tenant !== '' && subscription.tenant.toLowerCase() !== tenant.toLowerCase());
  const chosen = await pickLoaded<Subscription>({
    title: 'Azure subscription',
    placeHolder: 'Subscription that gets the connector',
    none: 'The account that is signed in sees no subscription.',
    showProblem,
    load: async (signal) =>
      itemsOf(await azure.subscriptions(signal), ({ subscriptions }) =>
        [...subscriptions].sort((one, other) => isOther(one) - isOther(other)).map((value) => ({ label: value.name, description: value.id, detail: subscriptionWords(value, tenant), value })),
      ),
  });
  return chosen && { 'azure.tenant': chosen.tenant, 'azure.subscription': chosen.id };
}

const subscriptionWords = ({ tenant, state }: Subscription, answered: string): string =>
  [`Tenant ${tenant}${answered === '' || tenant.toLowerCase() === answered.toLowerCase() ? '' : ', not the one that was answered'}`, ...(state === 'Enabled' ? [] : [state])].join(' · ');

async function chooseResourceGroup(host: AzureLookUpHost, answers: Answers): Promise<Chosen | undefined> {
  const place = await placeOf(host, answers);
  if (!place) return undefined;
  const newOne: LoadedItem<'new'> = { label: '$(add) New resource group…', description: 'type its name', value: 'new' };
  const chosen = await pickLoaded<'new' | ResourceGroup>({
    title: 'Resource group',
    placeHolder: 'Resource group that gets the connector',
    none: '',
    showProblem: host.showProblem,
    load: async (signal) =>
      itemsOf(await host.azure.resourceGroups(place, signal), (groups): readonly LoadedItem<'new' | ResourceGroup>[] => [newOne, ...groups.map((group) => ({ label: group.name, description: group.location, value: group }))]),
  });
  const name = chosen === 'new' ? await askForName() : chosen?.name;
  if (name === undefined) return undefined;
  const location = chosen !== 'new' && chosen && textAt(answers, 'azure.location') === '' ? { 'azure.location': chosen.location } : {};
  return { ...place.chosen, 'azure.resourceGroup': name, ...location };
}

/** It is not made here: whoever writes the connector to Azure makes it, after a preview. */
const askForName = (): Promise<string | undefined> =>
  Promise.resolve(
    vscode.window.showInputBox({
      title: 'New resource group',
      prompt: 'It is made together with the connector, not now.',
      placeHolder: 'rg-security',
      ignoreFocusOut: true,
      validateInput: (name) => (/^[-\w._()]{1,90}$/.test(name) && !name.endsWith('.') ? undefined : 'Up to 90 letters, digits, hyphens, periods, underscores and parentheses, with no period at the end.'),
    }),
  );

async function chooseLocation(host: AzureLookUpHost, answers: Answers): Promise<Chosen | undefined> {
  const place = await placeOf(host, answers);
  const location = place && (await pickLoaded<string>({
    title: 'Location',
    placeHolder: 'Azure location of the connector',
    none: 'Azure names no location that takes a connector in this subscription.',
    showProblem: host.showProblem,
    load: async (signal) =>
      itemsOf(await host.azure.locations(place, signal), (locations) => locations.map(({ name, displayName }) => ({ label: displayName, description: name, value: name }))),
  }));
  return location === undefined ? undefined : { ...place?.chosen, 'azure.location': location };
}

interface Place {
  readonly tenant: string;
  readonly subscription: string;
  /** What had to be chosen before. */
  readonly chosen: Chosen;
}

/** The subscription that was answered; else it is chosen first. */
async function placeOf(host: AzureLookUpHost, answers: Answers): Promise<Place | undefined> {
  const [tenant, subscription] = [textAt(answers, 'azure.tenant'), textAt(answers, 'azure.subscription')];
  if (tenant !== '' && subscription !== '') return { tenant, subscription, chosen: {} };
  const chosen = await chooseSubscription(host, answers);
  return chosen && { tenant: chosen['azure.tenant'] ?? '', subscription: chosen['azure.subscription'] ?? '', chosen };
}

function textAt(answers: Answers, field: string): string {
  const value = answerAt(answers, field);
  return typeof value === 'string' ? value : '';
}

const itemsOf = <T, V>(result: Result<T>, toItems: (value: T) => readonly LoadedItem<V>[]): Result<readonly LoadedItem<V>[]> =>
  result.ok ? ok(toItems(result.value)) : result;
