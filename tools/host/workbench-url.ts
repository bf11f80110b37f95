import type { Server } from './server';

interface WorkbenchTarget {
  readonly folder: string;
  /** The extension under development and the suite to run in its host: only for a server started with `development`. */
  readonly development?: { readonly extensionDir: string; readonly testsPath: string };
}

/** Address of a VS Code window on a folder. It carries the server's token: who has it can run programs here. */
export function workbenchUrl({ base, token }: Pick<Server, 'base' | 'token'>, { folder, development }: WorkbenchTarget): string {
  const url = new URL('/', base);
  url.searchParams.set('tkn', token);
  url.searchParams.set('folder', folder);
  if (development) {
    const remote = (path: string) => `vscode-remote://${url.host}${path}`;
    const payload = [
      ['extensionDevelopmentPath', remote(development.extensionDir)],
      ['extensionTestsPath', remote(development.testsPath)],
    ];
    url.searchParams.set('payload', JSON.stringify(payload));
  }
  return url.href;
}
