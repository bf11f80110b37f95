import assert from 'node:assert/strict';
import { generateTemplate } from '../../../../../src/core/generate/cloudformation';
import { powershellScript } from '../../../../../src/core/generate/scripts/powershell-script';
import type { Connector } from '../../../../../src/core/model/connector';
import { allPlans, connectorWith } from '../connectors';
import { hostileTexts } from './hostile-texts';
import { powershellReader, type PowershellScript } from './powershell-grammar';

/** Parameters that the cmdlets have, by the sources of AWS Tools for PowerShell and the reference that Microsoft publishes, as far as they were to be read on 2026-11-29; the script was not run by PowerShell. */
const cmdlets: Readonly<Record<string, string>> = {
  'Get-STSCallerIdentity': '',
  'Get-S3Bucket': '',
  'New-S3Bucket': '-BucketName',
  'Add-S3PublicAccessBlock': '-BucketName -PublicAccessBlockConfiguration_BlockPublicAcl -PublicAccessBlockConfiguration_IgnorePublicAcl -PublicAccessBlockConfiguration_BlockPublicPolicy -PublicAccessBlockConfiguration_RestrictPublicBucket',
  'Write-S3BucketPolicy': '-BucketName -Policy',
  'Write-S3Object': '-BucketName -Key -File',
  'Get-CFNStack': '-StackName',
  'Get-CFNStackResourceList': '-StackName',
  'Get-CFNStackEvent': '-StackName',
  'Remove-CFNStack': '-StackName -Force',
  'New-CFNChangeSet': '-StackName -ChangeSetName -ChangeSetType -Capability -Description -Select @source @withParameters',
  'Get-CFNChangeSet': '-ChangeSetName',
  'Remove-CFNChangeSet': '-ChangeSetName -Force',
  'Start-CFNChangeSet': '-ChangeSetName -Force',
  'Get-IAMOpenIDConnectProviderList': '',
  'Get-IAMOpenIDConnectProvider': '-OpenIDConnectProviderArn',
  'Add-IAMClientIDToOpenIDConnectProvider': '-OpenIDConnectProviderArn -ClientID',
  'Get-CFNOrganizationsAccess': '',
  'Enable-CFNOrganizationsAccess': '-Force',
  'Get-ORGRoot': '',
  'Get-CFNStackSet': '-StackSetName',
  'New-CFNStackSet': '-StackSetName -Capability -PermissionModel -AutoDeployment_Enabled -AutoDeployment_RetainStacksOnAccountRemoval -Force',
  'Update-CFNStackSet': '-StackSetName -Capability -Force',
  'Get-CFNStackSetOperation': '-StackSetName -OperationId',
  'Get-CFNStackSetOperationResultList': '-StackSetName -OperationId',
  'Get-CFNStackInstanceList': '-StackSetName',
  'New-CFNStackInstance': '-StackSetName -StackInstanceRegion -OperationPreference -Force',
};

/** Of PowerShell itself, and the script's own functions. */
const others: Readonly<Record<string, string>> = {
  'Confirm-Change': '', 'Remove-Proposal': '', 'Add-Audience': '', 'Wait-Members': '',
  'Read-Host': '', 'Write-Host': '', 'Out-Host': '', 'Start-Sleep': '-Seconds',
  'Test-Path': '-LiteralPath -PathType', 'Resolve-Path': '-LiteralPath',
  'Where-Object': '-CEQ -Match', 'Sort-Object': '', 'Format-Table': '-Property -Wrap',
};

const automatic = new Set(['_', 'null', 'true', 'false', 'pid']);

const organization: Partial<Connector> = {
  account: { id: '123456789012', type: 'management', excluded: ['210987654321', '345678901234'], stackSet: 'defender-members' },
};
const wholeOrganization: Partial<Connector> = { account: { id: '123456789012', type: 'management', excluded: [], stackSet: 'defender-members' } };

const urls = [undefined, 'https://bucket.s3.us-east-1.amazonaws.com/a%20b.json', 'https://templates.contoso.com/a.json'];

/** Every part that a script can have, and every name in one that has them all. */
function* scripts(): Generator<string> {
  for (const plans of [allPlans, {}]) {
    for (const more of [{}, organization, wholeOrganization]) {
      for (const url of urls) yield script(connectorWith(plans, 'default', more), 'a.json', url);
    }
  }
  // No request carries it: it goes through a bucket of its own.
  yield script(connectorWith({}, 'default', { name: 'x'.repeat(60_000) }), 'a.json', undefined);
  for (const name of hostileTexts) yield script(connectorWith({}, 'leastPrivilege', { ...organization, name }), name || 'a.json', urls[1]);
}

function script(connector: Connector, path: string, url: string | undefined): string {
  const { text, body } = generateTemplate(connector, { generatorVersion: '1', format: 'json' });
  return powershellScript(connector, { path, text, body, url });
}

describe('the PowerShell script', function () {
  this.timeout(60_000);
  let read: (script: string) => PowershellScript;

  before(async () => void (read = await powershellReader()));

  it('is PowerShell by its grammar, whatever is in it, and calls what there is with parameters that there are', () => {
    const called = new Set<string>();
    for (const text of scripts()) {
      const { mistakes, calls, given, read: used } = read(text);
      assert.deepEqual(mistakes, []);
      assert.deepEqual([...used].filter((name) => !given.has(name) && !automatic.has(name)), [], 'variables without a value');
      for (const { command, parameters } of calls) {
        const known = cmdlets[command] ?? others[command] ?? assert.fail(`${command} is no command that is known.`);
        const common = command in cmdlets ? ['-Region'] : [];
        for (const parameter of parameters) assert.ok([...known.split(' '), ...common].includes(parameter), `${command} has no ${parameter}.`);
        called.add(command);
      }
    }
    assert.deepEqual(Object.keys(cmdlets).filter((name) => !called.has(name)), [], 'named above and never called');
  });

  it('is seen to be wrong where it is', () => {
    assert.notDeepEqual(read('& {\n  if ($true) { 1\n}\n').mistakes, []);
    assert.deepEqual([...read('$key = 1; "$key?, ${key}? and $key"').read], ['key?', 'key']);
    assert.deepEqual(read("Get-S3Bucket -Region 'a' | Where-Object B -CEQ (Get-STSCallerIdentity -X).Account").calls, [
      { command: 'Get-S3Bucket', parameters: ['-Region'] },
      { command: 'Where-Object', parameters: ['-CEQ'] },
      { command: 'Get-STSCallerIdentity', parameters: ['-X'] },
    ]);
  });
});
