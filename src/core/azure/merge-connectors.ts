import type { AzureConnector, ConnectorKey } from '../model/azure-connector';

/** As much of a connector file as tells which connector in Azure it declares. */
export interface DeclaredConnector {
  readonly name: string;
  readonly accountId: string | null;
  readonly azure: { readonly subscription: string; readonly resourceGroup: string } | null;
}

/** A connector as somebody looks for it: the file that declares it, what Azure has, or both. */
export interface MergedConnector<F extends DeclaredConnector> {
  readonly file: F | undefined;
  readonly azure: AzureConnector | undefined;
  /** Connectors that Azure made for the member accounts of this organization. */
  readonly members: readonly AzureConnector[];
}

/**
 * Files and connectors in Azure as one list: a connector belongs to the file with its name and place, else to the only
 * file of its account. Members stand under their organization where that is in the list.
 */
export function mergeConnectors<F extends DeclaredConnector>(files: readonly F[], connectors: readonly AzureConnector[]): readonly MergedConnector<F>[] {
  const byKey = new Map(files.flatMap((file) => (file.azure ? [[keyText({ ...file.azure, name: file.name }), file] as const] : [])));
  const byAccount = grouped(files, ({ accountId }) => accountId);
  const taken = new Map<F, AzureConnector>();
  const left: AzureConnector[] = [];
  for (const connector of connectors) {
    const file = byKey.get(keyText(connector.key));
    if (file && !taken.has(file)) taken.set(file, connector);
    else left.push(connector);
  }
  const alone = left.filter((connector) => {
    const [file, ...others] = connector.membership === 'member' ? [] : (byAccount.get(connector.accountId ?? '') ?? []);
    if (!file || others.length > 0 || taken.has(file)) return true;
    taken.set(file, connector);
    return false;
  });
  return withMembers([...files.map((file) => ({ file, azure: taken.get(file) })), ...alone.map((azure) => ({ file: undefined, azure }))]);
}

interface Row<F> {
  readonly file: F | undefined;
  readonly azure: AzureConnector | undefined;
}

function withMembers<F extends DeclaredConnector>(rows: readonly Row<F>[]): readonly MergedConnector<F>[] {
  const isLoose = ({ file, azure }: Row<F>): boolean => file === undefined && azure?.membership === 'member';
  const tops = rows.filter((row) => !isLoose(row));
  const parents = new Set(tops.flatMap((row) => accountOf(row) ?? []));
  const loose = rows.filter(isLoose).flatMap(({ azure }) => azure ?? []);
  const members = grouped(loose, ({ parentId }) => parentId);
  const seen = new Set<string>();
  const nested = tops.map((row) => {
    const account = accountOf(row);
    const own = account === undefined || seen.has(account) ? [] : (members.get(account) ?? []);
    if (account !== undefined) seen.add(account);
    return { ...row, members: own };
  });
  const orphans = loose.filter(({ parentId }) => parentId === null || !parents.has(parentId));
  return [...nested, ...orphans.map((azure) => ({ file: undefined, azure, members: [] }))];
}

const accountOf = <F extends DeclaredConnector>({ file, azure }: Row<F>): string | undefined => file?.accountId ?? azure?.accountId ?? undefined;

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Azure compares without regard to case. */
const keyText = ({ subscription, resourceGroup, name }: ConnectorKey): string => `${subscription}/${resourceGroup}/${name}`.toLowerCase();

