export type FileKind = 'connector' | 'template' | 'arm';

/**
 * What kind of file this is, by its name and a glance at its text. Undefined: not ours.
 * A template is one of CloudFormation; whether it concerns Defender is `concernsDefender`.
 * `arm` is JSON that may hold a connector as Azure has it: a resource, a list of them, or an ARM template.
 */
export function fileKind(fileName: string, text: string): FileKind | undefined {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  if (/\.connector\.(?:ya?ml|json)$/i.test(name)) return 'connector';
  if (name.includes('.') && !/\.(?:ya?ml|json|template|cfn)$/i.test(name)) return undefined;
  if (looksLikeTemplate(text)) return 'template';
  return (/\.json$/i.test(name) || !name.includes('.')) && looksLikeArm(text) ? 'arm' : undefined;
}

function looksLikeTemplate(text: string): boolean {
  if (/(?:^|[\n\r{,"'\s])AWSTemplateFormatVersion["']?\s*:/.test(text)) return true;
  return /(?:^|[\n\r{,"'\s])Resources["']?\s*:/.test(text) && /["']?Type["']?\s*:\s*["']?AWS::/.test(text);
}

/** A resource type of connectors, or fields that only their body has. */
const looksLikeArm = (text: string): boolean =>
  /^\s*[[{/]/.test(text) && /"type"\s*:\s*"Microsoft\.Security\/(?:securityC|c)onnectors"|"hierarchyIdentifier"\s*:|"offeringType"\s*:|"environmentType"\s*:\s*"AwsAccount"/i.test(text);
