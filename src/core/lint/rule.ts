import type { Finding, Severity } from '../model/finding';
import type { ArmConnectorView, ArmView } from './view/arm-view';
import type { ConnectorView } from './view/connector-view';
import type { EntrySection, EntryView } from './view/entry-view';
import type { ResourceView } from './view/resource-view';
import type { TemplateView } from './view/template-view';

/** What every rule says of itself: the pages, the hovers and the reports are made from it. */
export interface RuleText {
  /** `<kind>/<name>`: also the path of the rule, its fixtures and its page. */
  readonly id: string;
  /** Of its findings, where one does not say otherwise. */
  readonly severity: Severity;
  /** One sentence: what holds in a right file. */
  readonly summary: string;
  /** Markdown, a few sentences: what happens in a wrong one. */
  readonly why: string;
  /** The page that says so. */
  readonly source: string;
  /** Day on which the rule was last compared with its source, ISO date. */
  readonly checked: string;
}

export interface ConnectorRule extends RuleText {
  readonly kind: 'connector';
  check(view: ConnectorView): Iterable<RuleFinding>;
}

/**
 * Looks at a template as a whole. Its findings are kept until one of the parts that it declares in `reads` says another
 * thing; where it declares none, it looks each time.
 */
export interface TemplateRule<K extends TemplatePart = TemplatePart> extends RuleText {
  readonly kind: 'template';
  readonly reads?: readonly K[];
  check(view: Pick<TemplateView, K>): Iterable<RuleFinding>;
}

/**
 * Looks at one entry of a section at a time, so that an edit costs only the entries that it touches. What it may see of
 * the rest of the template is what it declares in `reads`: its findings are kept until one of these says another thing.
 * `document` never counts as changed: it is for the format and for the text around what the rule speaks of.
 */
export interface EntryRule<K extends TemplatePart = TemplatePart> extends RuleText {
  readonly kind: 'entry';
  readonly sections: readonly EntrySection[];
  readonly reads: readonly K[];
  check(entry: EntryView, view: Pick<TemplateView, K>): Iterable<RuleFinding>;
}

/**
 * The same for resources. Of the views of other resources only what they say counts, not the `resource` behind them;
 * `roleOf` and `policyOf` are for its own.
 */
export interface ResourceRule<K extends TemplatePart = TemplatePart> extends RuleText {
  readonly kind: 'resource';
  /** Resource types that it looks at; absent for all. */
  readonly types?: readonly string[];
  readonly reads: readonly K[];
  check(resource: ResourceView, view: Pick<TemplateView, K>): Iterable<RuleFinding>;
}

export interface ArmRule extends RuleText {
  readonly kind: 'arm';
  check(view: ArmView): Iterable<RuleFinding>;
}

/** What a rule can ask of the whole template. */
export type TemplatePart = keyof TemplateView;

export type Rule = ConnectorRule | TemplateRule | EntryRule | ResourceRule | ArmRule;

/** A finding as a rule yields it: its id, and mostly its severity, come from the rule. */
export type RuleFinding = Pick<Finding, 'message' | 'span'> & Partial<Pick<Finding, 'severity' | 'fixes' | 'related' | 'tags'>>;

export const connectorRule = (rule: Omit<ConnectorRule, 'kind'>): ConnectorRule => ({ ...rule, kind: 'connector' });

export const templateRule = <K extends TemplatePart = TemplatePart>(rule: Omit<TemplateRule<K>, 'kind'>): TemplateRule => ({
  ...rule,
  kind: 'template',
  check: (view) => rule.check(view),
});

export const entryRule = <K extends TemplatePart>(rule: Omit<EntryRule<K>, 'kind'>): EntryRule => ({
  ...rule,
  kind: 'entry',
  check: (entry, view) => rule.check(entry, view),
});

export const armRule = (rule: Omit<ArmRule, 'kind'>): ArmRule => ({ ...rule, kind: 'arm' });

/** Looks at each AWS connector of a file on its own. */
export const armConnectorRule = ({
  check,
  ...rule
}: RuleText & { check(connector: ArmConnectorView, view: ArmView): Iterable<RuleFinding> }): ArmRule => ({
  ...rule,
  kind: 'arm',
  *check(view) {
    for (const connector of view.connectors) yield* check(connector, view);
  },
});

export const resourceRule = <K extends TemplatePart>(rule: Omit<ResourceRule<K>, 'kind'>): ResourceRule => ({
  ...rule,
  kind: 'resource',
  check: (resource, view) => rule.check(resource, view),
});
