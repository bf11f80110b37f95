import * as vscode from 'vscode';

export interface RegionQuestion {
  readonly regions: readonly { readonly code: string; readonly name: string | null }[];
  /** What the connector file says. */
  readonly fromFile: string;
  /** What was chosen instead of it, or null. */
  readonly current: string | null;
}

/** Asks for the stack's region: the connector file's (null), or another for this workspace only. */
export async function chooseRegion(question: RegionQuestion): Promise<{ readonly region: string | null } | undefined> {
  const { regions, fromFile, current } = question;
  const items = [
    { label: fromFile, description: 'from the connector file', region: null as string | null },
    ...regions
      .filter(({ code }) => code !== fromFile)
      .map(({ code, name }) => ({ label: code, description: regionWords(name, code === current), region: code })),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Region of the stack',
    placeHolder: 'Roles are global: deploy the stack to one region only',
    matchOnDescription: true,
  });
  return chosen && { region: chosen.region };
}

const regionWords = (name: string | null, isCurrent: boolean): string =>
  [...(name === null ? [] : [name]), ...(isCurrent ? ['chosen now'] : [])].join(' · ');
