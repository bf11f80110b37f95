import { catalog } from '../../../catalog/catalog';
import { featuresOn } from '../../../catalog/features-on';
import { entryOf } from '../../../document/entry-of';
import { shown } from '../../../document/shown';
import { valueAt } from '../../../document/value-at';
import { replace } from '../../fix/replace';
import { writeScalar } from '../../fix/write-scalar';
import { type RuleFinding, templateRule } from '../../rule';
import { seeConnector } from '../../see-connector';
import type { TemplateView } from '../../view/template-view';

/** What the generator wrote down of the connector, against the connector as it is now. */
export const madeForConnector = templateRule({
  id: 'template/made-for-connector',
  severity: 'warning',
  summary: 'A generated template was made for the tenant, the access and the features that its connector file has now.',
  why: `Any change of plans, of options inside a plan or of the access type needs the template again: the roles and their
permissions follow from them. Changing regions or the scan interval does not. The generator writes into the template's
metadata what it was made for; a template that says nothing is not compared.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/faq-general',
  checked: '2026-11-22',

  *check(view) {
    const { connector } = view;
    if (!connector) return;
    yield* changed(view, 'Connector', connector.name, ['name']);
    yield* changed(view, 'Tenant', connector.azure.tenant, ['azure', 'tenant']);
    yield* changed(view, 'Access', connector.access, ['access']);
    yield* changedFeatures(view);
  },
});

function* changed({ document, connectorFile }: TemplateView, key: string, now: string, path: readonly string[]): Iterable<RuleFinding> {
  const value = valueAt(document.root, 'Metadata', 'DefenderConnectors', key);
  if (value?.kind !== 'scalar' || typeof value.value !== 'string' || value.value.toLowerCase() === now.toLowerCase()) return;
  const isName = key === 'Connector';
  yield {
    span: value.span,
    severity: isName ? 'information' : 'warning',
    message: `The template was made for ${key.toLowerCase()} ${shown(value.value)}, and the connector file says ${shown(now)}. ${isName ? 'Generate it again, or check that the file names the right template.' : 'Generate the template again.'}`,
    fixes: isName ? [replace(`Write ${shown(now)}`, value.span, writeScalar(document, value, now))] : [],
    ...seeConnector(connectorFile, path, 'The connector file that names this template.'),
  };
}

function* changedFeatures({ document, connector, connectorFile, features }: TemplateView): Iterable<RuleFinding> {
  const entry = entryOf(valueAt(document.root, 'Metadata', 'DefenderConnectors'), 'Features');
  if (!connector || !features || !entry) return;
  const now = featuresOn(connector.plans).map(({ id }) => id);
  const added = now.filter((id) => !features.includes(id));
  const gone = features.filter((id) => !now.includes(id));
  if (added.length + gone.length === 0) return;
  const parts = [...(added.length > 0 ? [`without ${labels(added)}`] : []), ...(gone.length > 0 ? [`with ${labels(gone)}`] : [])];
  yield {
    span: entry.key.span,
    message: `The template was made ${parts.join(' and ')}, unlike the plans of the connector file. Generate the template again.`,
    ...seeConnector(connectorFile, ['plans'], 'The plans of the connector.'),
  };
}

const labels = (ids: readonly string[]): string => ids.map((id) => labelOf(id) ?? shown(id)).join(', ');

function labelOf(id: string): string | undefined {
  const plan = catalog.plans.find(({ features }) => features.some((feature) => feature.id === id));
  const label = plan?.features.find((feature) => feature.id === id)?.label;
  return plan && label && `${label} (${plan.displayName})`;
}
