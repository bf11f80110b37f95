/** The beginning of the names of a connector's files: its name in characters that every file system takes. */
export const fileBaseName = (name: string): string =>
  name.trim().replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 100) || 'aws-account';
