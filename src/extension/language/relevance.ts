import { isConnectorFile } from '../platform/connector-file';

/** Enough of a document to decide whether it is one of ours. */
export interface DocumentHead {
  readonly path: string;
  readonly languageId: string;
  /** The beginning of the text, at most `headLength` characters. */
  readonly head: string;
}

/** A template names its version or its first resource within its first lines; the server looks at the whole. */
export const headLength = 16_384;

const languages: ReadonlySet<string> = new Set(['yaml', 'json', 'jsonc', 'cloudformation', 'yaml-cfn', 'json-cfn', 'template']);
/** What only connectors in Azure have: their resource type, and fields of their bodies. */
const armMark = /"Microsoft\.Security\/(?:securityC|c)onnectors"|"hierarchyIdentifier"\s*:|"offeringType"\s*:/i;
const cloudFormationMark = /AWSTemplateFormatVersion|AWS::[A-Z][A-Za-z0-9]*::[A-Z]/;

/** True for connector files by name, for YAML or JSON with CloudFormation's marks, and for JSON with a connector in Azure. */
export const isRelevant = ({ path, languageId, head }: DocumentHead): boolean =>
  isConnectorFile(path) || (languages.has(languageId) && (cloudFormationMark.test(head) || (languageId.startsWith('json') && armMark.test(head))));

/** True where it is worth looking at the text at all. */
export const mayBeRelevant = ({ path, languageId }: Omit<DocumentHead, 'head'>): boolean =>
  isConnectorFile(path) || languages.has(languageId);
