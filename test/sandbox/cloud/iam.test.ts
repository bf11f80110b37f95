import assert from 'node:assert/strict';
import {
  AddClientIDToOpenIDConnectProviderCommand, AttachRolePolicyCommand, CreateOpenIDConnectProviderCommand, CreatePolicyCommand,
  CreateRoleCommand, DeleteOpenIDConnectProviderCommand, DeletePolicyCommand, DeleteRoleCommand, GetAccountSummaryCommand,
  GetOpenIDConnectProviderCommand, GetPolicyCommand, GetPolicyVersionCommand, GetRoleCommand, GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand, ListOpenIDConnectProvidersCommand, ListRolePoliciesCommand, paginateListRoles,
  PutRolePolicyCommand, RemoveClientIDFromOpenIDConnectProviderCommand, type IAMClient,
} from '@aws-sdk/client-iam';
import { startSandbox, type Sandbox } from '../../../sandbox/start-sandbox';
import { clientsOf } from './clients';
import { refusal } from './refusal';
import { serviceTrust } from './templates';

const trust = JSON.stringify(serviceTrust);
const allow = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };
const url = 'https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';

describe('sandbox IAM', () => {
  let sandbox: Sandbox;
  let iam: IAMClient;
  beforeEach(async () => {
    sandbox = await startSandbox();
    iam = clientsOf(sandbox).iam;
  });
  afterEach(() => sandbox.stop());

  const createRole = (RoleName: string, AssumeRolePolicyDocument = trust) => iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const createProvider = (Url = url, ClientIDList = ['api://one']) =>
    iam.send(new CreateOpenIDConnectProviderCommand({ Url, ClientIDList, ThumbprintList: ['626d44e704d1ceabe3bf0d53397464ac8080142c'] }));

  it('keeps roles by name, whatever the case', async () => {
    await createRole('Reader');
    // Code and status: IAM API model. Text: as public reports quote it.
    await assert.rejects(createRole('READER'), refusal('EntityAlreadyExistsException', 'Role with name READER already exists.', 409));
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'reader' }));
    assert.equal(Role?.Arn, 'arn:aws:iam::123456789012:role/Reader');
    assert.deepEqual(JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')), serviceTrust);
    await assert.rejects(iam.send(new GetRoleCommand({ RoleName: 'None' })), refusal('NoSuchEntityException', 'The role with name None cannot be found.', 404));
    await assert.rejects(clientsOf(sandbox, { account: '345678901234' }).iam.send(new GetRoleCommand({ RoleName: 'Reader' })), refusal('NoSuchEntityException'));
  });

  it('pages roles', async () => {
    for (const name of ['c', 'a', 'b']) await createRole(name);
    const pages: string[][] = [];
    for await (const { Roles = [] } of paginateListRoles({ client: iam, pageSize: 2 }, {})) pages.push(Roles.map(({ RoleName = '' }) => RoleName));
    assert.deepEqual(pages, [['a', 'b'], ['c']]);
  });

  const malformed: readonly [string, unknown, string | RegExp][] = [
    ['no JSON', undefined, 'This policy contains invalid Json'],
    ['no principal', { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole' }] }, 'Missing required field Principal'],
    ['a foreign action', { Statement: [{ ...serviceTrust.Statement[0], Action: 's3:GetObject' }] }, 'AssumeRole policy may only specify STS AssumeRole actions.'],
    ['a wrong version', { ...serviceTrust, Version: '2020-01-01' }, 'The policy must contain a valid version string'],
    ['no effect', { Statement: [{ Principal: '*', Action: 'sts:AssumeRole' }] }, 'Syntax errors in policy.'],
    ['an empty provider', { Statement: [{ Effect: 'Allow', Principal: { Federated: '' }, Action: 'sts:AssumeRoleWithWebIdentity' }] }, /Federated principals/],
  ];
  for (const [what, document, message] of malformed) {
    it(`refuses a trust policy with ${what}`, async () => {
      // Code: IAM API model. Texts: general knowledge of the service.
      await assert.rejects(createRole('Role', document === undefined ? '{' : JSON.stringify(document)), refusal('MalformedPolicyDocumentException', message, 400));
    });
  }

  it('keeps inline and attached policies and holds a role that has some', async () => {
    await createRole('Role');
    await iam.send(new PutRolePolicyCommand({ RoleName: 'Role', PolicyName: 'Inline', PolicyDocument: JSON.stringify(allow) }));
    const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName: 'Own', PolicyDocument: JSON.stringify(allow) }));
    for (const PolicyArn of [Policy?.Arn, 'arn:aws:iam::aws:policy/SecurityAudit']) await iam.send(new AttachRolePolicyCommand({ RoleName: 'Role', PolicyArn }));
    assert.deepEqual((await iam.send(new ListRolePoliciesCommand({ RoleName: 'Role' }))).PolicyNames, ['Inline']);
    const { PolicyDocument = '' } = await iam.send(new GetRolePolicyCommand({ RoleName: 'Role', PolicyName: 'Inline' }));
    assert.deepEqual(JSON.parse(decodeURIComponent(PolicyDocument)), allow);
    const { AttachedPolicies } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName: 'Role' }));
    assert.deepEqual(AttachedPolicies, [
      { PolicyName: 'Own', PolicyArn: 'arn:aws:iam::123456789012:policy/Own' },
      { PolicyName: 'SecurityAudit', PolicyArn: 'arn:aws:iam::aws:policy/SecurityAudit' },
    ]);
    await assert.rejects(iam.send(new DeleteRoleCommand({ RoleName: 'Role' })), refusal('DeleteConflictException', 'Cannot delete entity, must detach all policies first.', 409));
    await assert.rejects(iam.send(new DeletePolicyCommand({ PolicyArn: Policy?.Arn })), refusal('DeleteConflictException'));
    const read = await iam.send(new GetPolicyCommand({ PolicyArn: Policy?.Arn }));
    assert.equal(read.Policy?.AttachmentCount, 1);
    const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand({ PolicyArn: Policy?.Arn, VersionId: read.Policy?.DefaultVersionId }));
    assert.deepEqual(JSON.parse(decodeURIComponent(PolicyVersion?.Document ?? '')), allow);
  });

  it('knows that an AWS policy exists and does not make up what it says', async () => {
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    assert.equal((await iam.send(new GetPolicyCommand({ PolicyArn }))).Policy?.PolicyName, 'ReadOnlyAccess');
    await assert.rejects(iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId: 'v1' })), refusal('NotInSandbox'));
    await assert.rejects(iam.send(new GetPolicyCommand({ PolicyArn: `${PolicyArn}2` })), refusal('NoSuchEntityException'));
  });

  it('keeps one provider per address, where a slash makes another', async () => {
    const { OpenIDConnectProviderArn = '' } = await createProvider();
    assert.equal(OpenIDConnectProviderArn, `arn:aws:iam::123456789012:oidc-provider/${url.slice(8)}`);
    // Text: as public reports quote it (unfunco/terraform-aws-oidc-github issue 23).
    await assert.rejects(createProvider(), refusal('EntityAlreadyExistsException', `Provider with url ${url} already exists.`, 409));
    await createProvider(url.slice(0, -1));
    const { OpenIDConnectProviderList = [] } = await iam.send(new ListOpenIDConnectProvidersCommand({}));
    assert.equal(OpenIDConnectProviderList.length, 2);
    await iam.send(new DeleteOpenIDConnectProviderCommand({ OpenIDConnectProviderArn }));
    await assert.rejects(iam.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn })), refusal('NoSuchEntityException'));
    await assert.rejects(createProvider('http://example.com'), refusal('ValidationError'));
  });

  it('adds and removes audiences without minding repetition', async () => {
    const { OpenIDConnectProviderArn } = await createProvider();
    const change = { OpenIDConnectProviderArn };
    for (const ClientID of ['api://two', 'api://two', 'api://one']) await iam.send(new AddClientIDToOpenIDConnectProviderCommand({ ...change, ClientID }));
    const read = async () => iam.send(new GetOpenIDConnectProviderCommand(change));
    assert.deepEqual((await read()).ClientIDList, ['api://one', 'api://two']);
    assert.equal((await read()).Url, url.slice(8));
    for (const ClientID of ['api://one', 'api://none']) await iam.send(new RemoveClientIDFromOpenIDConnectProviderCommand({ ...change, ClientID }));
    assert.deepEqual((await read()).ClientIDList, ['api://two']);
  });

  it('holds the quotas', async () => {
    // Numbers: IAM User Guide, "IAM and STS quotas"; text: as public reports quote it.
    const many = Array.from({ length: 101 }, (_, index) => `api://${index}`);
    await assert.rejects(createProvider(url, many), refusal('LimitExceededException', /100$/, 409));
    await createRole('Role');
    for (let index = 0; index < 10; index++) {
      const { Policy } = await iam.send(new CreatePolicyCommand({ PolicyName: `P${index}`, PolicyDocument: JSON.stringify(allow) }));
      await iam.send(new AttachRolePolicyCommand({ RoleName: 'Role', PolicyArn: Policy?.Arn }));
    }
    await assert.rejects(
      iam.send(new AttachRolePolicyCommand({ RoleName: 'Role', PolicyArn: 'arn:aws:iam::aws:policy/SecurityAudit' })),
      refusal('LimitExceededException', 'Cannot exceed quota for PoliciesPerRole: 10', 409),
    );
    const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
    assert.deepEqual([SummaryMap?.Roles, SummaryMap?.Policies, SummaryMap?.AttachedPoliciesPerRoleQuota], [1, 10, 10]);
  });
});
