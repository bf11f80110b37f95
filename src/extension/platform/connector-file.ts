/** A connector file is one by its name alone: the tree, the selector and the watcher agree on it without reading. */
export const isConnectorFile = (path: string): boolean => /\.connector\.(ya?ml|json)$/i.test(path);

/** The file's name without folder and extension: what the tree shows until the file is read. */
export const connectorFileTitle = (path: string): string =>
  (path.split(/[\\/]/).at(-1) ?? path).replace(/\.connector\.(ya?ml|json)$/i, '');
