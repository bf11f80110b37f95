import type { Connector } from '../../model/connector';
import { tlsOnlyBucketPolicy } from '../bucket-policy';
import { oneLine } from './one-line';
import { powershellQuote } from './powershell-quote';
import { stackSetSection } from './powershell-stack-set';
import { scriptFacts, type ScriptFacts, type ScriptProvider, type ScriptTemplate, type Upload } from './script-facts';

/** The same as the bash script for PowerShell with AWS.Tools: looks first, shows the change set, asks, waits. */
export function powershellScript(connector: Connector, template: ScriptTemplate): string {
  const facts = scriptFacts(connector, template);
  const sections = [
    head(facts),
    ...(facts.upload ? [uploadSection(facts.upload)] : []),
    stackState,
    ...(facts.providers.length > 0 ? [providerSection(facts.providers)] : []),
    changeSet(facts),
    execution,
    ...(facts.providers.length > 0 ? [audienceSection(facts.providers)] : []),
    ...(facts.stackSet === null ? [] : [stackSetSection(facts)]),
  ];
  return `${opening(facts)}\n& {\n${sections.map((section) => section.trim().replace(/^(?=.)/gm, '  ')).join('\n\n')}\n}\n`;
}

const opening = ({ connector, account, template, upload, stackSet }: ScriptFacts): string => `# Deploys the roles of the connector ${ascii(connector.name)} to AWS account ${account}.
# Shows what would change and asks before every change. Takes the credentials of your session (Set-AWSCredential).
# Run it in the folder from which ${ascii(template)} is found. Needs the modules
# ${['CloudFormation', 'IdentityManagement', 'SecurityToken', ...(upload?.object ? ['S3'] : []), ...(stackSet === null ? [] : ['Organizations'])].map((name) => `AWS.Tools.${name}`).join(', ')}.`;

/** Windows PowerShell reads a file without a mark as the machine's old code page. */
const ascii = (text: string): string => oneLine(text).replace(/[^\x20-\x7e]/g, '?');

const head = ({ account, region, stack, template }: ScriptFacts): string => `
$ErrorActionPreference = 'Stop'
$account = ${powershellQuote(account)}
$region = ${powershellQuote(region)}
$stack = ${powershellQuote(stack)}
$template = ${powershellQuote(template)}

function Confirm-Change([string] $Question) { (Read-Host "$Question\`nType yes to go on") -ceq 'yes' }

$caller = (Get-STSCallerIdentity -Region $region).Account
if ($caller -cne $account) { throw "The credentials are of account $caller, but the connector is for $account. Choose its profile: Set-AWSCredential -ProfileName <name>" }
if (-not (Test-Path -LiteralPath $template -PathType Leaf)) { throw "There is no file $template here. Run this in the folder from which it is found." }
$file = (Resolve-Path -LiteralPath $template).ProviderPath
$source = @{ TemplateBody = [IO.File]::ReadAllText($file) }`;

function uploadSection({ url, object, own }: Upload): string {
  const lines = `
# Larger than a request may be, or wanted there: CloudFormation reads the template from S3.
$source = @{ TemplateURL = ${powershellQuote(url)} }`;
  if (!object) return `${lines}\nif (-not (Confirm-Change "CloudFormation reads the template from $($source.TemplateURL). Have you uploaded $template there as it is?")) { throw 'Nothing was changed.' }`;
  return `${lines}
$bucket = ${powershellQuote(object.bucket)}
$key = ${powershellQuote(object.key)}
${own ? ownBucket(object.bucket) : ''}if (-not (Confirm-Change "Upload $template to s3://$bucket/\${key}?")) { throw 'Nothing was changed.' }
Write-S3Object -BucketName $bucket -Key $key -File $file -Region $region`;
}

const ownBucket = (bucket: string): string => `if (@(Get-S3Bucket -Region $region).BucketName -cnotcontains $bucket) {
  if (-not (Confirm-Change "Create the S3 bucket $bucket in $region, private, and closed to requests without TLS?")) { throw 'Nothing was changed.' }
  $null = New-S3Bucket -BucketName $bucket -Region $region
  Add-S3PublicAccessBlock -BucketName $bucket -Region $region -PublicAccessBlockConfiguration_BlockPublicAcl $true -PublicAccessBlockConfiguration_IgnorePublicAcl $true -PublicAccessBlockConfiguration_BlockPublicPolicy $true -PublicAccessBlockConfiguration_RestrictPublicBucket $true
  Write-S3BucketPolicy -BucketName $bucket -Region $region -Policy ${powershellQuote(JSON.stringify(tlsOnlyBucketPolicy(bucket)))}
}
`;

const stackState = `
$status = 'NONE'
try { $status = [string] (Get-CFNStack -StackName $stack -Region $region).StackStatus }
catch { if ($_.Exception.Message -notlike '*does not exist*') { throw } }
$type = switch -Regex -CaseSensitive ($status) {
  '^(NONE|REVIEW_IN_PROGRESS)$' { 'CREATE'; break }
  '^(CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE$' { 'UPDATE'; break }
  '_IN_PROGRESS$' { throw "The stack $stack is busy: $status. Try again when it has ended." }
  default { throw "The stack $stack cannot be deployed to: its status is $status. Look at it in CloudFormation; one whose creation failed has to be deleted first." }
}`;

const providerSection = (providers: readonly ScriptProvider[]): string => `
# IAM takes one identity provider for each address, and one that exists outside the stack must not be created again:
# a failed creation is rolled back, and that has deleted the provider which others use.
$parameters = @()
$foreign = @()
$owned = @()
if ($type -ceq 'UPDATE') { $owned = @((Get-CFNStackResourceList -StackName $stack -Region $region | Where-Object ResourceType -CEQ 'AWS::IAM::OIDCProvider').PhysicalResourceId) }
$existing = @((Get-IAMOpenIDConnectProviderList -Region $region).Arn)
${providers.map(lookForProvider).join('\n')}`;

const lookForProvider = ({ arn, leftOutBy }: ScriptProvider): string => `$provider = ${powershellQuote(arn)}
if ($existing -ccontains $provider -and $owned -cnotcontains $provider) {
  Write-Host "The identity provider $provider exists: it is used as it is."
  $foreign += $provider
${leftOutBy === null ? "  throw 'The template would create it again. Generate the template anew.'" : Object.entries(leftOutBy).map(([key, value]) => `  $parameters += @{ ParameterKey = ${powershellQuote(key)}; ParameterValue = ${powershellQuote(value)} }`).join('\n')}
}`;

const changeSet = ({ connector, providers }: ScriptFacts): string => `
$changeSet = 'defender-connectors-{0:yyyyMMddHHmmss}-{1}' -f [DateTime]::UtcNow, $PID
${providers.length > 0 ? 'if ($parameters.Count -gt 0) { $withParameters = @{ Parameter = $parameters } } else { $withParameters = @{} }' : '$withParameters = @{}'}
$made = New-CFNChangeSet -StackName $stack -ChangeSetName $changeSet -ChangeSetType $type -Capability CAPABILITY_NAMED_IAM -Region $region @source @withParameters -Description ${powershellQuote(`Defender connector ${oneLine(connector.name)}`)} -Select '*'
$changeSet = $made.Id
$stackId = $made.StackId
function Remove-Proposal {
  Remove-CFNChangeSet -ChangeSetName $changeSet -Region $region -Force
  if ($type -ceq 'CREATE') { Remove-CFNStack -StackName $stackId -Region $region -Force }
}
do {
  Start-Sleep -Seconds 3
  $proposal = Get-CFNChangeSet -ChangeSetName $changeSet -Region $region
} until ([string] $proposal.Status -cmatch 'COMPLETE$|^FAILED$')`;

const execution = `
if ([string] $proposal.Status -ceq 'FAILED') {
  Remove-Proposal
  if ($proposal.StatusReason -notmatch "didn't contain changes|No updates are to be performed") { throw "CloudFormation refused the change: $($proposal.StatusReason)" }
  Write-Host "The stack $stack is up to date: there is nothing to change."
} else {
  Write-Host "What would change in the stack $stack in account $account, \${region}:"
  $proposal.Changes.ResourceChange | Format-Table -Property @('Action', 'Replacement', 'ResourceType', 'LogicalResourceId') | Out-Host
  if (-not (Confirm-Change "Deploy this to account \${account}?")) { Remove-Proposal; throw 'Nothing was changed.' }
  Start-CFNChangeSet -ChangeSetName $changeSet -Region $region -Force
  do {
    Start-Sleep -Seconds 3
    $end = Get-CFNStack -StackName $stackId -Region $region
    Write-Host $end.StackStatus
  } while ([string] $end.StackStatus -cmatch '_IN_PROGRESS$')
  if ([string] $end.StackStatus -cnotmatch '^(CREATE|UPDATE)_COMPLETE$') {
    Get-CFNStackEvent -StackName $stackId -Region $region | Where-Object ResourceStatus -Match FAILED | Sort-Object Timestamp | Format-Table -Property @('LogicalResourceId', 'ResourceStatusReason') -Wrap | Out-Host
    throw "The deployment ended with $($end.StackStatus): the first line says why."
  }
  $end.Outputs | Format-Table -Property @('OutputKey', 'OutputValue') -Wrap | Out-Host
}`;

const audienceSection = (providers: readonly ScriptProvider[]): string => `
# A role cannot be used while its provider lacks the audience that the role trusts.
function Add-Audience([string] $Provider, [string] $Audience) {
  if ($foreign -cnotcontains $Provider) { return }
  if ((Get-IAMOpenIDConnectProvider -OpenIDConnectProviderArn $Provider -Region $region).ClientIDList -ccontains $Audience) { return }
  if (Confirm-Change "The identity provider $Provider lacks the audience $Audience. Add it?") { Add-IAMClientIDToOpenIDConnectProvider -OpenIDConnectProviderArn $Provider -ClientID $Audience -Region $region }
}
${providers.flatMap(({ arn, audiences }) => audiences.map((audience) => `Add-Audience ${powershellQuote(arn)} ${powershellQuote(audience)}`)).join('\n')}`;
