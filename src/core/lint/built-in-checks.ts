/** Findings that no rule file makes, with what they are about. */
export const builtInChecks: readonly { readonly id: string; readonly summary: string; readonly silenceable: boolean }[] = [
  { id: 'connector/syntax', summary: 'The connector file is valid YAML or JSON.', silenceable: false },
  { id: 'connector/schema', summary: 'The connector file has the keys and types of its schema, `schemas/connector.schema.json`.', silenceable: true },
  { id: 'connector/suppression', summary: 'Comments that silence a rule name one that exists.', silenceable: true },
  { id: 'template/syntax', summary: 'The template is valid YAML or JSON.', silenceable: false },
  { id: 'template/suppression', summary: 'Comments and metadata that silence a rule name one that exists.', silenceable: true },
  { id: 'arm/syntax', summary: 'The connector in Azure, or the ARM template with it, is valid JSON.', silenceable: false },
  { id: 'arm/suppression', summary: 'Metadata of an ARM template that silences a rule names one that exists.', silenceable: true },
];
