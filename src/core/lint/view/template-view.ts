import { entryOf } from '../../document/entry-of';
import type { LocatedDocument, LocatedEntry, LocatedScalar } from '../../document/located';
import { toConnector } from '../../document/to-connector';
import { valueAt } from '../../document/value-at';
import { type AccessType, accessTypes, type Connector } from '../../model/connector';
import type { ReadFile, RelatedFiles } from '../related-files';
import { keptView } from './kept-view';
import { declarationsOf } from './declarations';
import { type PolicyView, policyViews } from './policy-view';
import { type ProviderView, providerView } from './provider-view';
import { resolveText, type Scope } from './resolved-text';
import { type ResourceView, resourceViews } from './resource-view';
import { type RoleView, roleView } from './role-view';

/** A template as its rules see it. */
export interface TemplateView {
  readonly document: LocatedDocument;
  readonly resources: LocatedEntry | undefined;
  /** Those that have a type, in the order of the file. */
  readonly all: readonly ResourceView[];
  /** The connector file that names this template, where it is given and right. */
  readonly connector: Connector | undefined;
  /** The same as a file, to point into. */
  readonly connectorFile: ReadFile | undefined;
  /** Ids of the catalog's features that the template was generated for, where it says so. */
  readonly features: readonly string[] | undefined;
  /** Tenant whose sessions the roles must accept: of the connector, else as the template says it was generated for. */
  readonly tenant: string | undefined;
  /** Identity providers of Defender's. */
  readonly providers: readonly ProviderView[];
  /** Policies that are resources of their own. */
  readonly policies: readonly PolicyView[];
  /** Access type that the roles were generated for: of the connector, else as the template says. */
  readonly access: AccessType | undefined;
  /** All roles; those of Defender's are marked. */
  readonly roles: readonly RoleView[];
  /** True where a macro, an include or a module can bring in more than the file shows. */
  readonly isOpen: boolean;
  /** The view of one role: a rule about it need not look at all. */
  roleOf(resource: ResourceView): RoleView | undefined;
  /** The same for a policy. */
  policyOf(resource: ResourceView): PolicyView | undefined;
}

/** Undefined for a template that has nothing of Defender's: no rule speaks about it. Goes on from the view before an edit. */
export function templateView(document: LocatedDocument, { connector: file }: RelatedFiles, before: Partial<TemplateView> = {}): TemplateView | undefined {
  const { root } = document;
  const resources = kept(resourceViews(root), before.all);
  const connector = file && connectorOf(file.document);
  const metadata = entryOf(valueAt(root, 'Metadata'), 'DefenderConnectors')?.value;
  const scope = scopeOf(document, resources);
  const providers = ofType(resources, 'AWS::IAM::OIDCProvider').map((resource) => keptProviderView(resource, scope, undefined));
  const roles = kept(ofType(resources, 'AWS::IAM::Role').map((resource) => keptRoleView(resource, scope, connector)), before.roles);
  const policies = kept(policyViews(resources, scope), before.policies);
  const own = providers.filter((provider) => provider.of);
  if (own.length === 0 && !roles.some(({ isDefenders, classic }) => isDefenders || classic.length > 0) && !entryOf(metadata, 'Features')) return undefined;
  return {
    document,
    resources: entryOf(root, 'Resources'),
    all: resources,
    connector,
    connectorFile: file,
    features: featureIds(entryOf(metadata, 'Features')),
    tenant: connector?.azure.tenant ?? tenantId(entryOf(metadata, 'Tenant')),
    providers: own,
    policies,
    access: connector?.access ?? accessType(entryOf(metadata, 'Access')),
    roles,
    isOpen: declarationsOf(document).isOpen,
    roleOf: byResource(roles),
    policyOf: byResource(policies),
  };
}

/** The list before where it holds the same: what was made of it, an index for example, then serves again. */
const kept = <V>(list: readonly V[], before: readonly V[] | undefined): readonly V[] =>
  before?.length === list.length && before.every((one, index) => one === list[index]) ? before : list;

const keptProviderView = keptView(providerView);
const keptRoleView = keptView(roleView);

/** The same for the same list. */
function byResource<V extends { readonly resource: ResourceView }>(views: readonly V[]): (resource: ResourceView) => V | undefined {
  const found = indexes.get(views) ?? new Map(views.map((view, index) => [view.resource, index]));
  indexes.set(views, found);
  return (resource) => views[found.get(resource) ?? -1];
}

const indexes = new WeakMap<readonly unknown[], ReadonlyMap<ResourceView, number>>();

/** The same connector as long as its file is not read again. */
function connectorOf(document: LocatedDocument): Connector | undefined {
  if (!connectors.has(document)) connectors.set(document, toConnector(document));
  return connectors.get(document);
}

const connectors = new WeakMap<LocatedDocument, Connector | undefined>();

const ofType = (resources: readonly ResourceView[], type: string): readonly ResourceView[] =>
  resources.filter((resource) => resource.type === type);

/** The defaults of parameters, and the ARNs and names of resources that are known before they exist. */
function scopeOf({ root }: LocatedDocument, resources: readonly ResourceView[]): Scope {
  const parameters = valueAt(root, 'Parameters');
  const defaults = new Map<string, LocatedScalar | undefined>();
  const byId = new Map(resources.map((resource) => [String(resource.logicalId.value), resource]));
  const resolving = new Set<string>();
  const answers = new Map<string, string | undefined>();
  const scope: Scope = {
    parameterDefault(name) {
      if (!defaults.has(name)) defaults.set(name, scalar(valueAt(parameters, name, 'Default')));
      return defaults.get(name);
    },
    attribute(logicalId, attribute) {
      const question = `${logicalId} ${attribute ?? ''}`;
      if (answers.has(question)) return answers.get(question);
      const resource = byId.get(logicalId);
      // A name that refers to itself is the user's mistake, and not one to hang on.
      if (!resource || resolving.has(logicalId)) return undefined;
      resolving.add(logicalId);
      const value = attributeOf(resource, attribute, scope);
      resolving.delete(logicalId);
      // What was asked on the way to another answer may be undefined for that reason alone.
      if (resolving.size === 0) answers.set(question, value);
      return value;
    },
  };
  return scope;
}

function attributeOf({ type, properties }: ResourceView, attribute: string | undefined, scope: Scope): string | undefined {
  const isProvider = type === 'AWS::IAM::OIDCProvider';
  if (!isProvider && type !== 'AWS::IAM::Role') return undefined;
  const source = entryOf(properties, isProvider ? 'Url' : 'RoleName')?.value;
  const { text, known } = source ? resolveText(source, scope) : { text: '', known: false };
  if (!known) return undefined;
  const account = 'arn:${AWS::Partition}:iam::${AWS::AccountId}';
  if (isProvider) return attribute === undefined || attribute === 'Arn' ? `${account}:oidc-provider/${text.replace(/^https:\/\//, '')}` : undefined;
  if (attribute === undefined) return text;
  return attribute === 'Arn' ? `${account}:role/${text}` : undefined;
}

function featureIds(entry: LocatedEntry | undefined): readonly string[] | undefined {
  if (entry?.value.kind !== 'sequence') return undefined;
  return entry.value.items.flatMap((item) => (item.kind === 'scalar' ? [String(item.value)] : []));
}

function tenantId(entry: LocatedEntry | undefined): string | undefined {
  const text = entry?.value.kind === 'scalar' ? String(entry.value.value) : '';
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text) ? text : undefined;
}

const accessType = (entry: LocatedEntry | undefined): AccessType | undefined =>
  accessTypes.find((type) => type === scalar(entry?.value)?.value);

const scalar = (node: ReturnType<typeof valueAt>): LocatedScalar | undefined => (node?.kind === 'scalar' ? node : undefined);
