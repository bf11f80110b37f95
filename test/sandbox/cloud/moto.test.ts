import assert from 'node:assert/strict';
import { CloudFormationClient, CreateStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { startMoto, type MotoServer } from './moto-server';

/** Functions of every kind inside a trust policy, with nothing that moto does not have. */
const template = `
Parameters:
  Tenant: {Type: String, Default: 11111111-2222-3333-4444-555555555555}
  Strict: {Type: String, Default: 'true'}
  Names: {Type: String, Default: 'one,two'}
Mappings:
  Audiences: {cspm: {id: api://one}, servers: {id: api://two}}
Conditions:
  IsStrict: !Equals [!Ref Strict, 'true']
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Join ['-', [Defender, !Select [1, !Split [',', !Ref Names]]]]
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Federated: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/sts.windows.net/\${Tenant}/'
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringLike:
                aud: !FindInMap [Audiences, cspm, id]
                session: !If [IsStrict, !Sub ['\${P}_\${Tenant}', {P: MicrosoftDefenderForClouds}], '*']
                region: !Ref AWS::Region
Outputs:
  Arn: {Value: !GetAtt Role.Arn}
`;

describe('sandbox and moto', function () {
  this.timeout(30_000);
  let sandbox: Sandbox;
  let moto: MotoServer;

  before(async function () {
    const started = await startMoto();
    if (typeof started === 'string') {
      console.log(`    skipped: ${started}`);
      return this.skip();
    }
    moto = started;
    sandbox = await startSandbox({ clock: { msPerStep: 0 } });
  });
  after(async () => {
    moto?.stop();
    await sandbox?.stop();
  });

  /** Deploys on either of them and reads back what IAM holds. */
  const deploy = async (endpoint: string, parameters: Record<string, string>, name: string) => {
    const [{ accessKeyId = '', secretAccessKey = '' } = {}] = sandbox.accounts;
    const config = { endpoint, region: 'us-east-1', ignoreConfiguredEndpointUrls: true, credentials: { accessKeyId, secretAccessKey } };
    const cloudFormation = new CloudFormationClient(config);
    await cloudFormation.send(new CreateStackCommand({
      StackName: name, TemplateBody: template, Capabilities: ['CAPABILITY_NAMED_IAM'],
      Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    }));
    for (const end = Date.now() + 10_000; Date.now() < end; ) {
      const { Stacks: [stack] = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: name }));
      if (stack?.StackStatus !== 'CREATE_IN_PROGRESS') {
        const RoleName = stack?.Outputs?.[0]?.OutputValue?.split('/').at(-1) ?? '';
        const { Role } = await new IAMClient(config).send(new GetRoleCommand({ RoleName }));
        return { status: stack?.StackStatus, RoleName, trust: JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')) as unknown };
      }
    }
    throw new Error(`Stack ${name} did not end in time.`);
  };

  it('resolve the same trust policy from the same template', async () => {
    const sets: readonly Record<string, string>[] = [{}, { Strict: 'false', Names: 'x,other' }];
    for (const [index, parameters] of sets.entries()) {
      const ours = await deploy(sandbox.endpoint, parameters, `peer-${index}`);
      assert.deepEqual(ours, await deploy(moto.endpoint, parameters, `peer-${index}`));
      assert.equal(ours.status, 'CREATE_COMPLETE');
    }
  });
});
