import assert from 'node:assert/strict';
import { listProfiles } from '../../../../src/adapters/aws/profiles';
import { useAwsFiles } from './aws-files';

const config = `
[default]
region = eu-west-1
[profile keys]
aws_access_key_id = AKIAEXAMPLEEXAMPLE00
aws_secret_access_key = secret
[profile role]
role_arn = arn:aws:iam::123456789012:role/Deploy
source_profile = keys
[profile role-mfa]
role_arn = arn:aws:iam::123456789012:role/Deploy
source_profile = command
mfa_serial = arn:aws:iam::210987654321:mfa/dev
[profile instance]
role_arn = arn:aws:iam::123456789012:role/Deploy
credential_source = Ec2InstanceMetadata
[profile command]
credential_process = /usr/bin/false
[profile token]
web_identity_token_file = /tmp/token
role_arn = arn:aws:iam::123456789012:role/Web
[profile sso]
sso_session = corp
sso_account_id = 345678901234
sso_role_name = Admin
region = us-east-1
[profile signed-in]
login_session = arn:aws:iam::123456789012:user/dev
[profile circle]
role_arn = arn:aws:iam::123456789012:role/A
source_profile = circle
[sso-session corp]
sso_region = us-east-1
[services local]
sts =
  endpoint_url = http://127.0.0.1:1
`;

describe('AWS profiles', () => {
  let restore = () => {};
  afterEach(() => restore());

  it('are listed with kind, region and account, in the order of the files', async () => {
    restore = useAwsFiles({ config, credentials: '[old]\naws_access_key_id = AKIA\naws_secret_access_key = s\n' });
    const lines = (await listProfiles()).map(({ name, kind, region, accountHint }) => [name, kind, region, accountHint].join(' '));
    assert.deepEqual(lines, [
      'default none eu-west-1 ',
      'keys static  ',
      'role assume-role  123456789012',
      'role-mfa assume-role+mfa  123456789012',
      'instance assume-role  123456789012',
      'command process  ',
      'token web-identity  123456789012',
      'sso sso us-east-1 345678901234',
      'signed-in login  ',
      'circle assume-role  123456789012',
      'old static  ',
    ]);
  });

  it('say when a command of the user runs, also further down the chain', async () => {
    restore = useAwsFiles({ config });
    const running = (await listProfiles()).filter(({ runsCommand }) => runsCommand).map(({ name }) => name);
    assert.deepEqual(running, ['role-mfa', 'command']);
  });

  it('end with the credentials of the environment where there are some', async () => {
    restore = useAwsFiles({ config: '', environment: { AWS_ACCESS_KEY_ID: 'AKIA', AWS_REGION: 'us-west-2' } });
    const [only, ...more] = await listProfiles();
    assert.deepEqual([only?.name, only?.kind, only?.region, more.length], ['(environment)', 'environment', 'us-west-2', 0]);
  });

  it('are none where there are no files, and hold no secret', async () => {
    restore = useAwsFiles({ config, environment: { AWS_CONFIG_FILE: '/nowhere', AWS_SHARED_CREDENTIALS_FILE: '/nowhere' } });
    assert.deepEqual(await listProfiles(), []);
    restore();
    restore = useAwsFiles({ config });
    assert.doesNotMatch(JSON.stringify(await listProfiles()), /secret|AKIA/);
  });
});
