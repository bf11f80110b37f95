import type { Connector } from '../../core/model/connector';
import { err, ok, type Result } from '../../core/model/result';
import type { StackOperation } from '../../core/operation/stack-operation';
import type { DeploymentPreview } from '../../core/plan/deployment-preview';
import { templateText } from '../../core/plan/template-text';
import type { JournalPort, PreviousStack } from '../operation/journal';
import type { DeploymentPorts } from '../ports';
import type { PreflightControl } from '../preflight/preflight';
import { previewDeployment } from './preview-deployment';
import { parseTemplate } from './read-deployed';

/** What a stack can be rolled back to: as it was before an operation of the journal. */
export interface EarlierStack {
  readonly operation: StackOperation;
  readonly previous: PreviousStack;
}

/** The state before the last update that has changed the stack; a Problem where the journal has none. */
export async function earlierStack(journal: JournalPort, { account, deployment }: Connector, region: string): Promise<Result<EarlierStack>> {
  const content = await journal.list();
  if (!content.ok) return content;
  const candidates = content.value.operations.filter(
    ({ kind, end, target }) =>
      (kind === 'update' || kind === 'rollBack') &&
      end?.result === 'succeeded' &&
      target.accountId === account.id &&
      target.region === region &&
      target.stack === deployment.stack,
  );
  for (const operation of candidates) {
    const previous = await journal.previous(operation.id);
    if (!previous.ok) return previous;
    if (previous.value) return ok({ operation, previous: previous.value });
  }
  return err({
    code: 'notFound',
    message: `No earlier template of stack ${deployment.stack} in account ${account.id}, ${region}, is known here.`,
    action: 'Only updates that were deployed from here can be rolled back. Take an earlier version of the template file from your version control and deploy it.',
  });
}

/** Shows what going back to an earlier state of a stack would change, with the parameters of that time. It is deployed like any preview. */
export function previewRollBack(
  ports: DeploymentPorts,
  { connector, earlier }: { readonly connector: Connector; readonly earlier: EarlierStack },
  control: PreflightControl = {},
): Promise<Result<DeploymentPreview>> {
  const { template: text, parameters } = earlier.previous;
  const template = templateText(text, parseTemplate(text));
  const when = earlier.operation.begunAt.slice(0, 16).replace('T', ' ');
  return previewDeployment(
    ports,
    {
      connector,
      template,
      values: Object.fromEntries(parameters.map(({ key, value }) => [key, value])),
      rollsBack: true,
      notes: [`This goes back to the template and the parameters of before ${when} UTC. The connector file and the template file stay as they are.`],
    },
    control,
  );
}
