import { sameJson } from '../../json';
import { validationError } from '../../service-error';
import type { ServiceRequest } from '../../service-request';
import type { AccountState } from '../../world';
import { handlerOf } from '../resources/handlers';
import { notFound } from './act-on-resource';
import { diffDeployment } from './diff-deployment';
import { isPresent } from './prepare-deployment';
import type { ChangeSet, Deployment, ResourceChange, ResourceToImport, Stack } from './stack';

/**
 * What an import names, refused where CloudFormation refuses it before it makes a change set: it takes over resources and
 * does nothing else. Rules: User Guide, "Import AWS resources into a CloudFormation stack manually". Texts: as public
 * reports quote them.
 */
export function readImports(request: ServiceRequest, stack: Stack | undefined, deployment: Deployment): readonly ResourceToImport[] {
  const imports = request.input.structures('ResourcesToImport').map((entry) => ({
    logicalId: entry.required('LogicalResourceId'),
    type: entry.required('ResourceType'),
    identifier: entry.map('ResourceIdentifier'),
  }));
  if (imports.length === 0) throw validationError('Must Provide at least one resource to import');
  const { resources } = deployment.template;
  const ids = imports.map(({ logicalId }) => logicalId);
  refuse(ids.filter((id) => !resources.has(id)), (list) => `The logical resource ids ${list} provided in ResourceToImport do not exist in the template.`);
  for (const { type, identifier } of imports) checkIdentifier(type, identifier);
  refuse(ids.filter((id) => stack?.resources.has(id)), (list) => `Resources ${list} passed in ResourceToImport are already in a stack and cannot be imported.`);
  const added = [...resources].filter(([id, { condition }]) => !stack?.resources.has(id) && isPresent(deployment, condition)).map(([id]) => id);
  refuse(added.filter((id) => !ids.includes(id)), (list) => `Resources ${list} is missing from ResourceToImport list`);
  const changed = stack?.deployment ? diffDeployment(stack, deployment).filter(({ action }) => action !== 'Add').map(({ logicalId }) => logicalId) : [];
  refuse(changed, (list) => `You have modified resources ${list} in your template that are not being imported. Update, create or delete operations cannot be executed during import operations.`);
  refuse(ids.filter((id) => !resources.get(id)?.hasDeletionPolicy), (list) => `The following resources to import ${list} must have DeletionPolicy attribute specified in the template.`);
  if (!sameJson(outputsOf(stack?.deployment), outputsOf(deployment))) throw validationError('As part of the import operation, you cannot modify or add [Outputs]');
  return imports;
}

function checkIdentifier(type: string, identifier: ResourceToImport['identifier']): void {
  const wanted = handlerOf(type).imported?.identifier;
  if (wanted === undefined) throw validationError(`ResourceTypes [${type}] are not supported for Import`);
  if (Object.keys(identifier).join() !== wanted) throw validationError(`Invalid resource identifier for resource type ${type}. Expected [${wanted}]`);
}

function refuse(ids: readonly string[], text: (list: string) => string): void {
  if (ids.length > 0) throw validationError(text(`[${ids.join(', ')}]`));
}

/** What only the change set itself finds out; undefined where all that is named exists and belongs to nobody. */
export function failedImport(account: AccountState, { imports }: ChangeSet): string | undefined {
  for (const { type, identifier } of imports) {
    const value = Object.values(identifier)[0] ?? '';
    const found = handlerOf(type).imported?.find(account, value);
    if (!found) return notFound(type, value);
    const owner = account.stacks.find(({ deleted, resources }) => !deleted && [...resources.values()].some(({ physicalId }) => physicalId === found.physicalId));
    if (owner) return `${value} already exists in stack ${owner.id}`;
  }
  return undefined;
}

/** An import shows what it takes over, without properties. */
export const importChanges = (changes: readonly ResourceChange[], imports: readonly ResourceToImport[]): readonly ResourceChange[] =>
  changes.map((change) => {
    const { identifier } = imports.find(({ logicalId }) => logicalId === change.logicalId) ?? {};
    return { ...change, action: 'Import', physicalId: identifier && Object.values(identifier)[0] };
  });

/** Descriptions count as well. */
const outputsOf = (deployment: Deployment | undefined) =>
  [...(deployment?.template.outputs ?? [])].map(([key, { value, description = '', condition = '' }]) => [key, value, description, condition]);
