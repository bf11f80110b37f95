import { formatOf } from '../../core/document/format-of';
import { readDocument } from '../../core/document/read-document';
import { toPlain } from '../../core/document/to-plain';
import { err, ok, type Result } from '../../core/model/result';
import type { TemplateText } from '../../core/plan/template-source';
import type { ProposedChanges } from './make-change-set';
import type { DeploymentPorts } from '../ports';

/**
 * What lies at an address could be another template than the one whose roles and permissions are shown.
 * CloudFormation says what it read there; anything else than the same content is refused.
 */
export async function checkUploadedTemplate(
  { stacks }: DeploymentPorts,
  { stackId, changeSetId }: ProposedChanges,
  template: TemplateText,
  signal?: AbortSignal,
): Promise<Result<void>> {
  if (changeSetId === null) return ok(undefined);
  const uploaded = await stacks.changeSetTemplate({ stack: stackId, changeSet: changeSetId }, signal);
  if (!uploaded.ok) return uploaded;
  if (uploaded.value === template.text || sameContent(uploaded.value, template)) return ok(undefined);
  return err({
    code: 'conflict',
    message: `The template at ${template.url} is not the one on this computer.`,
    action: 'Upload the template file as it is, then preview again.',
  });
}

function sameContent(text: string, { body }: TemplateText): boolean {
  const { root } = readDocument(text, formatOf('', text));
  return root !== undefined && JSON.stringify(toPlain(root)) === JSON.stringify(body);
}
