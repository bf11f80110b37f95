import type { Completion } from './completion';

/** A whole connector to start from, where a file holds nothing yet but perhaps the first letters of one. */
export function newFileCompletions(text: string, format: 'yaml' | 'json'): readonly Completion[] {
  if (!/^\uFEFF?\s*[A-Za-z]*\s*$/.test(text)) return [];
  const span = { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length };
  return [
    offer('Connector for a single AWS account', 'single', []),
    offer('Connector for an AWS management account', 'management', ['stackSet']),
  ].map(({ label, snippet }) => ({
    label,
    kind: 'snippet' as const,
    detail: 'Defender for Cloud',
    span,
    insertText: snippet[format],
    plainText: snippet[format].replace(/\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)\}|\$0/g, '$1$2'),
  }));
}

function offer(label: string, type: string, extra: readonly string[]) {
  return { label, snippet: { yaml: yamlSnippet(type, extra), json: jsonSnippet(type, extra) } };
}

const yamlSnippet = (type: string, extra: readonly string[]) =>
  [
    'name: ${1:name}',
    'account:',
    '  id: "${2:123456789012}"',
    `  type: ${type}`,
    ...extra.map((key) => `  ${key}: \${9:defender-members}`),
    'azure:',
    '  tenant: ${3:00000000-0000-0000-0000-000000000000}',
    '  subscription: ${4:00000000-0000-0000-0000-000000000000}',
    '  resourceGroup: ${5:resource-group}',
    '  location: ${6:eastus}',
    'access: ${7|default,leastPrivilege|}',
    'plans:',
    '  servers:',
    '    tier: ${8|P2,P1|}',
    '$0',
  ].join('\n');

/** The same keys as JSON. */
const jsonSnippet = (type: string, extra: readonly string[]) =>
  [
    '{',
    '  "name": "${1:name}",',
    '  "account": {',
    '    "id": "${2:123456789012}",',
    ...extra.map((key) => `    "${key}": "\${9:defender-members}",`),
    `    "type": "${type}"`,
    '  },',
    '  "azure": {',
    '    "tenant": "${3:00000000-0000-0000-0000-000000000000}",',
    '    "subscription": "${4:00000000-0000-0000-0000-000000000000}",',
    '    "resourceGroup": "${5:resource-group}",',
    '    "location": "${6:eastus}"',
    '  },',
    '  "access": "${7|default,leastPrivilege|}",',
    '  "plans": { "servers": { "tier": "${8|P2,P1|}" } }',
    '}$0',
  ].join('\n');
