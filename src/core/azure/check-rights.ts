import access from '../../../schemas/azure-access.json';
import { featuresOn } from '../catalog/features-on';
import type { Plans } from '../model/connector';
import { allowsAction, type Grant } from './allows-action';

/** Whether the account has what one thing needs, and which page says that it needs it. */
export interface RightCheck {
  readonly title: string;
  readonly state: 'allowed' | 'missing' | 'unknown';
  /** One sentence: what is there or missing, and what to ask for. */
  readonly sentence: string;
  /** What Microsoft's pages say; more than one role where they differ. */
  readonly says: readonly { readonly role: string; readonly text: string; readonly page: string; readonly url: string }[];
}

export interface RightsQuestion {
  /** Undefined when they could not be read. */
  readonly grants: readonly Grant[] | undefined;
  readonly plans: Plans;
  readonly createsGroup: boolean;
  readonly registersProvider: boolean;
}

/** The rights that a connector's plans need, one line each. */
export function checkRights(question: RightsQuestion): readonly RightCheck[] {
  const on = new Set([...featuresOn(question.plans).map(({ id }) => id), ...Object.keys(question.plans)]);
  const wanted = ({ id, feature }: Need) =>
    id === 'resourceGroup' ? question.createsGroup : id === 'provider' ? question.registersProvider : feature === null || on.has(feature);
  return (access.needs as readonly Need[]).filter(wanted).map((need) => toCheck(need, question.grants));
}

interface Need {
  readonly id: string;
  readonly feature: string | null;
  readonly title: string;
  readonly actions: readonly string[];
  readonly says: readonly { readonly role: string; readonly text: string; readonly source: string }[];
  readonly entra: readonly string[];
}

function toCheck(need: Need, grants: readonly Grant[] | undefined): RightCheck {
  const says = need.says.map(({ role, text, source }) => ({ role, text, ...pageOf(source) }));
  const missing = grants && need.actions.filter((action) => !allowsAction(grants, action));
  const role = need.says[0]?.role ?? '';
  if (missing === undefined) return { title: need.title, state: 'unknown', sentence: `The account's roles could not be read. It needs ${role}.`, says };
  if (missing.length > 0) return { title: need.title, state: 'missing', sentence: `The account lacks ${missing.join(', ')}: ask for ${role}.`, says };
  if (need.entra.length === 0) return { title: need.title, state: 'allowed', sentence: `The account has ${need.actions.join(', ')}.`, says };
  const rights = need.entra.join(' or ');
  return { title: need.title, state: 'unknown', sentence: `The roles in Azure are there. Whether the account has ${rights} in Microsoft Entra is not to be seen from here.`, says };
}

const pageOf = (source: string): { readonly page: string; readonly url: string } => {
  const found = (access.sources as Readonly<Record<string, { readonly title: string; readonly url: string }>>)[source];
  return { page: found?.title ?? source, url: found?.url ?? '' };
};
