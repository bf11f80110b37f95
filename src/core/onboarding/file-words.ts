/** What the files that the wizard writes are called, by their kind. */
export const fileWords = { connector: 'connector file', template: 'template', terraform: 'Terraform file' } as const;
