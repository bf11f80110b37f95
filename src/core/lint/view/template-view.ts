import { entryOf } from '../../document/entry-of';
import { finished } from '../../document/finished';
import type { Located, LocatedDocument, LocatedEntry } from '../../document/located';
import { toConnector } from '../../document/to-connector';
import { valueAt } from '../../document/value-at';
import { type AccessType, accessTypes, type Connector } from '../../model/connector';
import type { ReadFile, RelatedFiles } from '../related-files';
import { conditionalResources } from './conditional';
import { entrySections, type EntryView, entryViews } from './entry-view';
import { isOpenTemplate } from './is-open-template';
import { giving, keptList } from './kept-list';
import type { Made } from './kept-part';
import { later } from './later';
import { keptView } from './kept-view';
import { type Names, namesOf } from './names';
import { isPolicy, type PolicyView, policyViewOf } from './policy-view';
import { type ProviderView, providerView } from './provider-view';
import type { ResourceView } from './resource-view';
import { type RoleView, roleView } from './role-view';
import { referencesOf } from './template-references';
import { type TemplateScope, templateScope } from './template-scope';
import { notifyingTypes } from './trail-notifications';
import { usedNames } from './used-names';
import { type Waits, waitsOf } from './waits';

/**
 * A template as its rules see it. Lists, names and what is made of them are the same objects as in the view before an edit
 * where they say the same.
 */
export interface TemplateView {
  readonly document: LocatedDocument;
  readonly resources: LocatedEntry | undefined;
  /** All that is declared, section by section. */
  readonly entries: readonly EntryView[];
  readonly parameters: readonly EntryView[];
  readonly conditions: readonly EntryView[];
  /** Names of resources that are made under a condition alone, with its name. */
  readonly conditional: ReadonlyMap<string, string>;
  readonly names: Names;
  /** Parameters and resources that are named by `Ref` or in a text. */
  readonly used: ReadonlySet<string>;
  readonly waits: Waits;
  /** Resources that have a type, in the order of the file. */
  readonly all: readonly ResourceView[];
  /** Of these, what tells of new log files: trails, buckets, topics and queues with their policies and subscriptions. */
  readonly notifying: readonly ResourceView[];
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
  /** True where the template has rules for its parameters. */
  readonly hasRules: boolean;
  /** True where a macro, an include or a module can bring in more than the file shows. */
  readonly isOpen: boolean;
  /** What texts of the template resolve to. */
  readonly scope: TemplateScope;
  /** The view of one role: a rule about it need not look at all. */
  roleOf(resource: ResourceView): RoleView | undefined;
  /** The same for a policy. */
  policyOf(resource: ResourceView): PolicyView | undefined;
}

/** Undefined for a template that has nothing of Defender's: no rule speaks about it. Goes on from the view before an edit. */
export const templateView = (document: LocatedDocument, related: RelatedFiles): TemplateView | undefined => finished(templateViewing(document, related));

/** The same in steps. */
export function* templateViewing(document: LocatedDocument, { connector: file }: RelatedFiles, before?: TemplateView): Generator<undefined, TemplateView | undefined> {
  const { root } = document;
  const entries = keptList(entrySections.flatMap((section) => entryViews(root, section, before?.document.root)), before?.entries);
  const connector = connectorIn(file, before);
  const scope = templateScope(entries, before?.scope);
  const { roles, providers, policies } = yield* kindsOf(entries, scope, connector, before);
  const metadata = entryOf(valueAt(root, 'Metadata'), 'DefenderConnectors')?.value;
  if (providers.length === 0 && !roles.some(concernsDefender) && !entryOf(metadata, 'Features')) return undefined;
  const view = {
    document,
    resources: entryOf(root, 'Resources'),
    ...partsOf(entries, before),
    ...listsOf(entries, before),
    connector,
    connectorFile: file,
    ...generatedFor(metadata, connector),
    scope,
    providers,
    roles,
    hasRules: valueAt(root, 'Rules') !== undefined,
    isOpen: isOpenTemplate(document),
    roleOf: byResource(roles, isRole),
  };
  return withPolicies(view, policies);
}

/** No rule about a template as a whole asks for its policies: what such rules find is heard before these are looked at. */
function withPolicies(view: Omit<TemplateView, 'policies' | 'policyOf'>, make: () => readonly PolicyView[]): TemplateView {
  const policies = later(make);
  const policyOf = later(() => byResource(policies(), isPolicy));
  return {
    ...view,
    get policies() {
      return policies();
    },
    policyOf: (resource) => policyOf()(resource),
  };
}

/** What is made of all entries alike. */
function partsOf(entries: readonly EntryView[], before: TemplateView | undefined): Pick<TemplateView, 'entries' | 'conditional' | 'names' | 'used' | 'waits'> {
  const made = <P>(part: (view: TemplateView) => P): Made<P> | undefined => before && { entries: before.entries, part: part(before) };
  return {
    entries,
    conditional: conditionalResources(entries, made(({ conditional }) => conditional)),
    names: namesOf(entries, made(({ names }) => names)),
    used: usedNames(entries, made(({ used }) => used)),
    waits: waitsOf(entries, made(({ waits }) => waits)),
  };
}

function listsOf(entries: readonly EntryView[], before: TemplateView | undefined): Pick<TemplateView, 'parameters' | 'conditions' | 'all' | 'notifying'> {
  const given = giving(entries, before?.entries);
  return {
    parameters: given((entry) => (entry.section === 'Parameters' ? entry : undefined), before?.parameters),
    conditions: given((entry) => (entry.section === 'Conditions' ? entry : undefined), before?.conditions),
    all: given(({ resource }) => resource, before?.all),
    notifying: given(({ resource }) => (resource && notifyingTypes.has(resource.type) ? resource : undefined), before?.notifying),
  };
}

/** As long as what texts resolve to is the same, what an edit did not touch is not asked again. */
function* kindsOf(
  entries: readonly EntryView[],
  scope: TemplateScope,
  connector: Connector | undefined,
  before: TemplateView | undefined,
): Generator<undefined, Pick<TemplateView, 'roles' | 'providers'> & { readonly policies: () => readonly PolicyView[] }> {
  const isSameScope = before?.scope.answers === scope.answers && before.connector === connector;
  if (!isSameScope) yield* lookingAtAll(entries, scope, connector);
  const given = giving(entries, isSameScope ? before.entries : undefined);
  return {
    roles: given((entry) => roleOf(entry, scope, connector), before?.roles),
    policies: () => given(({ resource }) => resource && policyViewOf(resource, scope), before?.policies),
    providers: given((entry) => providerOf(entry, scope), before?.providers),
  };
}

/** What the template says that it was generated for. */
const generatedFor = (metadata: Located | undefined, connector: Connector | undefined): Pick<TemplateView, 'features' | 'tenant' | 'access'> => ({
  features: featureIds(entryOf(metadata, 'Features')),
  tenant: connector?.azure.tenant ?? tenantId(entryOf(metadata, 'Tenant')),
  access: connector?.access ?? accessType(entryOf(metadata, 'Access')),
});

/** Pauses now and then: views of many resources, and what they name, take a while the first time. */
function* lookingAtAll(entries: readonly EntryView[], scope: TemplateScope, connector: Connector | undefined): Generator<undefined, void> {
  for (const [index, entry] of entries.entries()) {
    referencesOf(entry);
    roleOf(entry, scope, connector);
    providerOf(entry, scope);
    if (index % 16 === 15) yield undefined;
  }
}

/** The same for the policies of a view, which has them once it was asked for them. */
export function* lookingAtPolicies(view: TemplateView): Generator<undefined, void> {
  for (const [index, { resource }] of view.entries.entries()) {
    if (resource) policyViewOf(resource, view.scope);
    if (index % 16 === 15) yield undefined;
  }
  void view.policies;
}

const isRole = ({ type }: ResourceView): boolean => type === 'AWS::IAM::Role';

const roleOf = ({ resource }: EntryView, scope: TemplateScope, connector: Connector | undefined): RoleView | undefined =>
  resource && isRole(resource) ? keptRoleView(resource, scope, connector) : undefined;

/** One of Defender's. */
function providerOf({ resource }: EntryView, scope: TemplateScope): ProviderView | undefined {
  const provider = resource?.type === 'AWS::IAM::OIDCProvider' ? keptProviderView(resource, scope, undefined) : undefined;
  return provider?.of ? provider : undefined;
}

const keptProviderView = keptView(providerView);
const keptRoleView = keptView(roleView);

/** Rules ask of one resource after the other, in the order of the file. What is given here must not see the view before, or all views would be kept. */
function byResource<V extends { readonly resource: ResourceView }>(views: readonly V[], hasView: (resource: ResourceView) => boolean): (resource: ResourceView) => V | undefined {
  let at = 0;
  return (resource) => {
    if (!hasView(resource)) return undefined;
    for (let tried = 0; tried < views.length; tried++, at = (at + 1) % views.length) {
      if (views[at]?.resource === resource) return views[at];
    }
    return undefined;
  };
}

const concernsDefender = ({ isDefenders, classic }: RoleView): boolean => isDefenders || classic.length > 0;

/** The same connector as long as its file says the same. */
function connectorIn(file: ReadFile | undefined, before: TemplateView | undefined): Connector | undefined {
  if (!file || file.document.text === before?.connectorFile?.document.text) return file && before?.connector;
  if (!connectors.has(file.document)) connectors.set(file.document, toConnector(file.document));
  return connectors.get(file.document);
}

const connectors = new WeakMap<LocatedDocument, Connector | undefined>();

function featureIds(entry: LocatedEntry | undefined): readonly string[] | undefined {
  if (entry?.value.kind !== 'sequence') return undefined;
  return entry.value.items.flatMap((item) => (item.kind === 'scalar' ? [String(item.value)] : []));
}

function tenantId(entry: LocatedEntry | undefined): string | undefined {
  const text = entry?.value.kind === 'scalar' ? String(entry.value.value) : '';
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text) ? text : undefined;
}

const accessType = (entry: LocatedEntry | undefined): AccessType | undefined =>
  accessTypes.find((type) => entry?.value.kind === 'scalar' && type === entry.value.value);
