export type FileKind = 'connector' | 'template';

/**
 * What kind of file this is, by its name and a glance at its text. Undefined: not ours.
 * A template is one of CloudFormation; whether it concerns Defender is `concernsDefender`.
 */
export function fileKind(fileName: string, text: string): FileKind | undefined {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  if (/\.connector\.(?:ya?ml|json)$/i.test(name)) return 'connector';
  if (name.includes('.') && !/\.(?:ya?ml|json|template|cfn)$/i.test(name)) return undefined;
  return looksLikeTemplate(text) ? 'template' : undefined;
}

function looksLikeTemplate(text: string): boolean {
  if (/(?:^|[\n\r{,"'\s])AWSTemplateFormatVersion["']?\s*:/.test(text)) return true;
  return /(?:^|[\n\r{,"'\s])Resources["']?\s*:/.test(text) && /["']?Type["']?\s*:\s*["']?AWS::/.test(text);
}
