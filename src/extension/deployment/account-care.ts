import * as vscode from 'vscode';
import type { TlsChange } from '../../app/template-bucket/require-tls-on-bucket';
import type { Explanation } from '../../core/diagnose/explanation';
import type { Result } from '../../core/model/result';
import type { ConnectorSummary } from '../../protocol/server-requests';
import type { GeneratedDocuments } from '../platform/generated-documents';
import { showProblem } from '../platform/show-problem';
import type { CredentialChoices } from './credentials-for';
import type * as Chunk from './deployment-chunk';
import type { Credentials } from './deployment-chunk';
import { looking } from './looking';
import { isUsable } from './usable-connector';

/** What is asked of an account, and not of a stack: a file of its own, loaded when somebody first asks for it. */
export interface AccountCare {
  readonly log: vscode.LogOutputChannel;
  readonly choices: Pick<CredentialChoices, 'need' | 'chooseAny'>;
  readonly regions: () => Promise<readonly { readonly code: string; readonly name: string | null }[]>;
  readonly loadChunk: () => Promise<Pick<typeof Chunk, 'decode' | 'consoleBuckets' | 'planRequireTls' | 'requireTls'>>;
  readonly describe: (uri: vscode.Uri) => Promise<ConnectorSummary | undefined>;
}

/** Where a profile names no region: STS decodes in every one. */
const anyRegion = 'us-east-1';

/** Has AWS decode the reason of a refusal, with the profile of the connector's account, or with one that is chosen. */
export async function decodeReason({ choices, describe, loadChunk }: AccountCare, text: string, connector: vscode.Uri | undefined): Promise<Result<Explanation> | undefined> {
  const summary = connector && (await describe(connector));
  const credentials = isUsable(summary) ? await choices.need(summary.accountId) : await choices.chooseAny();
  if (!credentials) return undefined;
  const region = credentials.region ?? (isUsable(summary) ? summary.stack.region : anyRegion);
  if (!(await agreesToDecode(credentials.profile, region))) return undefined;
  const chunk = await loadChunk();
  return looking('Decoding the reason of a refusal', (control) => chunk.decode(text, { ...credentials, region }, control));
}

async function agreesToDecode(profile: string, region: string): Promise<boolean> {
  const yes = 'Decode';
  const detail = `The encoded text goes to AWS STS in ${region} (sts:DecodeAuthorizationMessage). It is only read; nothing is changed.`;
  return (await vscode.window.showInformationMessage(`Have AWS decode the reason with profile ${profile}?`, { modal: true, detail }, yes)) === yes;
}

/** Has a bucket of CloudFormation's console refuse requests without TLS: its policy is shown before and after, then one is asked. */
export async function requireTls(care: AccountCare, documents: GeneratedDocuments): Promise<void> {
  const credentials = await care.choices.chooseAny();
  if (!credentials) return;
  const region = await askForRegion(care, credentials.region);
  if (region === undefined) return;
  const inRegion = { ...credentials, region };
  const chunk = await care.loadChunk();
  const buckets = await looking(`Looking for buckets of CloudFormation's console in ${region}`, (control) => chunk.consoleBuckets(inRegion, control));
  if (!buckets.ok) return showProblem(buckets.error, care.log);
  const bucket = await askForBucket(buckets.value, region);
  if (bucket === undefined) return;
  const plan = await looking(`Reading the policy of bucket ${bucket}`, (control) => chunk.planRequireTls(bucket, inRegion, control));
  if (!plan.ok) return showProblem(plan.error, care.log);
  if (!plan.value.changed) return void (await vscode.window.showInformationMessage(`Bucket ${bucket} refuses requests without TLS already. Nothing was changed.`));
  await showChange(documents, plan.value);
  if (!(await agreesToChange(plan.value, credentials.profile, region))) return;
  const done = await chunk.requireTls(plan.value, inRegion);
  if (!done.ok) return showProblem(done.error, care.log);
  await vscode.window.showInformationMessage(`Bucket ${bucket} in account ${plan.value.bucket.accountId} refuses requests without TLS now.`);
}

async function askForRegion({ regions }: AccountCare, ofProfile: Credentials['region']): Promise<string | undefined> {
  const all = (await regions()).map(({ code, name }) => ({ label: code, description: [name ?? '', code === ofProfile ? 'of the profile' : ''].filter(Boolean).join(' · ') }));
  const items = [...all.filter(({ label }) => label === ofProfile), ...all.filter(({ label }) => label !== ofProfile)];
  return (await vscode.window.showQuickPick(items, { title: 'Region of the bucket', placeHolder: "CloudFormation's console has one bucket for each region", matchOnDescription: true }))?.label;
}

async function askForBucket(names: readonly string[], region: string): Promise<string | undefined> {
  if (names.length === 0) {
    await vscode.window.showInformationMessage(`This account has no bucket cf-templates-… in ${region}: nothing was uploaded in CloudFormation's console there.`);
    return undefined;
  }
  return vscode.window.showQuickPick([...names], { title: 'Bucket that is to require TLS', placeHolder: "Buckets in which CloudFormation's console puts templates" });
}

const showChange = (documents: GeneratedDocuments, { bucket, before, after }: TlsChange): Thenable<unknown> => {
  const document = (when: string, policy: unknown) => documents.show(vscode.Uri.parse(`/${bucket.name}-${when}.json`), `${JSON.stringify(policy, null, 2)}\n`);
  const title = `Policy of ${bucket.name}: as it is ↔ with TLS required`;
  return vscode.commands.executeCommand('vscode.diff', document('as-it-is', before ?? {}), document('with-tls-required', after), title, { preview: true });
};

async function agreesToChange({ bucket, before }: TlsChange, profile: string, region: string): Promise<boolean> {
  const yes = 'Put policy';
  const kept = before === null ? 'The bucket has no policy yet.' : 'Every statement that it has stays.';
  const detail = `The comparison beside shows it whole. ${kept} Whoever reaches the bucket over plain HTTP is refused from then on. Profile ${profile}, region ${region}.`;
  const question = `Have bucket ${bucket.name} in AWS account ${bucket.accountId} refuse requests without TLS?`;
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}
