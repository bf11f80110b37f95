import type { DocumentText } from './document-text';
import { isInLines, PiecedText } from './pieced-text';

export type FileKind = 'connector' | 'template' | 'arm';

/**
 * What kind of file this is, by its name and a glance at its text. Undefined: not ours.
 * A template is one of CloudFormation; whether it concerns Defender is `concernsDefender`.
 * `arm` is JSON that may hold a connector as Azure has it: a resource, a list of them, or an ARM template.
 */
export function fileKind(fileName: string, text: DocumentText): FileKind | undefined {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  if (/\.connector\.(?:ya?ml|json)$/i.test(name)) return 'connector';
  if (name.includes('.') && !/\.(?:ya?ml|json|template|cfn)$/i.test(name)) return undefined;
  if (looksLikeTemplate(text)) return 'template';
  return (/\.json$/i.test(name) || !name.includes('.')) && looksLikeArm(text.toString()) ? 'arm' : undefined;
}

const looksLikeTemplate = (text: DocumentText): boolean => stands(text, version) || (stands(text, resources) && stands(text, awsType));

const version = /(?:^|[\n\r{,"'\s])AWSTemplateFormatVersion["']?\s*:/;
const resources = /(?:^|[\n\r{,"'\s])Resources["']?\s*:/;
const awsType = /["']?Type["']?\s*:\s*["']?AWS::/;

/** What is found in some lines is found in the whole. What is not may reach over a line end. */
const stands = (text: DocumentText, pattern: RegExp): boolean => isInLines(text, (lines) => pattern.test(lines)) || (text instanceof PiecedText && pattern.test(text.toString()));

/** A resource type of connectors, or fields that only their body has. */
const looksLikeArm = (text: string): boolean =>
  /^\s*[[{/]/.test(text) && /"type"\s*:\s*"Microsoft\.Security\/(?:securityC|c)onnectors"|"hierarchyIdentifier"\s*:|"offeringType"\s*:|"environmentType"\s*:\s*"AwsAccount"/i.test(text);
