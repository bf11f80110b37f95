import type { Document } from './corpus';

const mark = '# MicrosoftDefenderForCloud\nAWSTemplateFormatVersion: "2010-09-09"\n';
const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';

const connector = (text: string): Document => ({ fileName: 'x.connector.yaml', text });
const connectorJson = (text: string): Document => ({ fileName: 'x.connector.json', text });
const template = (text: string): Document => ({
  fileName: 'x.yaml',
  text: `${mark}${text.replace('Resources:\n', `Resources:\n  ASCDefendersOIDCIdentityProvider: { Type: AWS::IAM::OIDCProvider, Properties: { Url: "https://${issuer}", ClientIdList: [x] } }\n`)}`,
});
const templateJson = (resources: string): Document => ({
  fileName: 'x.json',
  text: `{"AWSTemplateFormatVersion":"2010-09-09","Description":"MicrosoftDefenderForCloud","Metadata":{"DefenderConnectors":{}},"Resources":${resources}}`,
});
const arm = (properties: string): Document => ({ fileName: 'x.json', text: `{"type":"Microsoft.Security/securityConnectors","properties":{"environmentType":"AwsAccount",${properties}}}` });

const times = (count: number, write: (index: number) => string, between = '\n'): string => Array.from({ length: count }, (_, index) => write(index)).join(between);

const bomb = `x0: &x0 [a,a,a,a,a,a,a,a,a,a]\n${times(9, (index) => `x${index + 1}: &x${index + 1} [${times(10, () => `*x${index}`, ',')}]`)}`;

const role = (id: string, trust: string, more = ''): string => `  ${id}:\n    Type: AWS::IAM::Role\n    Properties:\n      RoleName: ${id}\n${more}      AssumeRolePolicyDocument:\n        Statement:\n${trust}`;
const statement = `          - Effect: Allow\n            Principal: { Federated: !Sub "arn:aws:iam::\${AWS::AccountId}:oidc-provider/${issuer}" }\n            Action: sts:AssumeRoleWithWebIdentity\n            Condition: { StringLike: { "${issuer}:aud": api://x } }\n`;
const roleJson = (id: string): string =>
  `"${id}":{"Type":"AWS::IAM::Role","Properties":{"RoleName":"${id}","AssumeRolePolicyDocument":{"Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::123456789012:oidc-provider/${issuer}"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"${issuer}:aud":"api://x"}}}]}}}`;

const policy = (actions: string): string => `Resources:\n${role('CspmMonitorAws', statement, `      Policies:\n        - PolicyName: p\n          PolicyDocument: { Statement: [{ Effect: Allow, Resource: "*", Action: [${actions}] }] }\n`)}`;

/** Files that nobody means to write: each is as large as a file may be, and asks for more than it may cost. */
export const hostile: Readonly<Record<string, () => Document>> = {
  'aliases that multiply': () => template(`Metadata:\n${bomb.replace(/^/gm, '  ')}\nResources:\n${role('R', '          - *x9\n')}`),
  'aliases that multiply in a connector': () => connector(`${bomb}\nname: *x9\nregions: *x9\n`),
  'a chain of aliases': () => template(`Metadata:\n  a0: &a0 [x]\n${times(20_000, (index) => `  a${index + 1}: &a${index + 1} [*a${index}]`)}`),
  'one line of 1 MB': () => templateJson(`{${times(2_000, (index) => roleJson(`Role${index}`), ',')}}`),
  'one line of 1 MB in YAML': () => ({ fileName: 'x.yaml', text: templateJson(`{${times(2_000, (index) => roleJson(`Role${index}`), ',')}}`).text }),
  'one text of 1 MB': () => template(`Resources:\n${role('R', statement).replace('api://x', 'x'.repeat(1_000_000))}`),
  '100,000 keys of a connector': () => connector(times(100_000, (index) => `k${index}: 1`)),
  '100,000 keys of a connector in JSON': () => connectorJson(`{${times(100_000, (index) => `"k${index}":1`, ',')}}`),
  '100,000 resources': () => template(`Resources:\n${times(100_000, (index) => `  k${index}: 1`)}`),
  '50,000 parameters': () => template(`Parameters:\n${times(50_000, (index) => `  k${index}: {Type: String}`)}\nResources: {}`),
  '100,000 properties of a connector in Azure': () => arm(times(100_000, (index) => `"k${index}":1`, ',')),
  '20,000 offerings': () => arm(`"offerings":[${times(20_000, (index) => `{"offeringType":"DefenderForServersAw${index % 10}"}`, ',')}]`),
  '60,000 wrong regions': () => connector(`regions:\n${times(60_000, (index) => `  - us-eest-${index % 9}`)}`),
  '60,000 times the same region': () => connector(`regions: [${times(60_000, () => 'us-east-1', ', ')}]`),
  '40,000 excluded accounts': () => connector(`account:\n  type: management\n  excluded: [${times(40_000, (index) => `"${index % 100}"`, ', ')}]`),
  '20,000 comments that silence what does not exist': () => connector(times(20_000, (index) => `# defender-disable-next-line connector/regionz${index}\n`)),
  '20,000 comments that silence as many findings': () => connector(`regions:\n${times(10_000, (index) => `  # defender-disable-next-line connector/regions\n  - us-eest-${index % 9}`)}`),
  '20,000 rules silenced in the metadata': () => template(`Metadata:\n  DefenderConnectors:\n    Disable: [${times(20_000, (index) => `template/x${index}`, ', ')}]\nResources:\n${role('R', statement)}`),
  '1 MB of comments': () => template(times(20_000, () => '# nothing but words that no one is meant to read')),
  '1 MB of white space': () => connector(`name: x${' '.repeat(500_000)}\n${'\n'.repeat(500_000)}`),
  '10,000 levels of brackets': () => template(`Resources: ${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  '10,000 levels of maps': () => template(`Resources: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`),
  '10,000 levels of maps in JSON': () => templateJson(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
  '10,000 levels in Azure': () => arm(`"offerings":${'[{"a":'.repeat(10_000)}1`),
  '10,000 levels of list items': () => template(`Resources:\n  a:\n    ${'- '.repeat(10_000)}x`),
  '150 levels of intrinsics': () => template(`Resources:\n${role('R', statement).replace('api://x', `${'!If [a, b, '.repeat(150)}x${']'.repeat(150)}`)}`),
  '30 levels of intrinsics that double': () => template(`Metadata:\n  x0: &x0 api://x\n${times(30, (index) => `  x${index + 1}: &x${index + 1} !If [a, *x${index}, *x${index}]`)}\nResources:\n${role('R', statement).replace('api://x', '*x30')}`),
  '10,000 roles that depend on the next': () => template(`Resources:\n${times(10_000, (index) => `  R${index}: { Type: "AWS::IAM::Role", DependsOn: R${(index + 1) % 10_000} }`)}`),
  '300 resources that depend on all others': () => template(`Resources:\n${times(300, (index) => `  R${index}: { Type: "AWS::IAM::Role", DependsOn: [${times(300, (other) => `R${other}`, ',')}] }`)}`),
  '50,000 references to nothing': () => template(`Outputs:\n${times(20_000, (index) => `  O${index}: { Value: !Ref Nothin${index} }`)}\nResources:\n${times(100, (index) => `  Nothing${index}: { Type: "AWS::IAM::Role" }`)}`),
  'a Sub of 1 MB': () => template(`Resources:\n${role('R', statement).replace('api://x', `!Sub "${'${AWS::Region}${Nothing}${R.Arn}'.repeat(20_000)}"`)}`),
  '2,000 statements that trust': () => template(`Resources:\n${role('R', statement.repeat(2_000))}`),
  '10,000 misspelled actions': () => template(policy(times(10_000, (index) => `"ec2:Describ${index % 7}Instance${index}"`, ', '))),
  '10,000 actions with stars': () => template(policy(times(10_000, (index) => `"ec2:*a*b*${index}*c*"`, ', '))),
  'an action of 100,000 stars': () => template(policy(`"ec2:${'*a'.repeat(50_000)}"`)),
  '20,000 misspelled keys': () => template(`Resources:\n${times(4_000, (index) => `  R${index}: { Typ: x, Type: "AWS::IAM::Role", Propertis: {}, Properties: { RolName: x, AssumeRolePolicyDocumen: {} } }`)}`),
  'a role name of 500,000 characters': () => template(`Resources:\n${role('R', statement).replace('RoleName: R', `RoleName: ${'CspmMonitorAws'.repeat(35_000)}`)}`),
  'a resource name of 500,000 characters': () => template(`Resources:\n${role('R'.repeat(500_000), statement).replace(/RoleName: R+/, 'RoleName: R')}`),
  'patterns that take for ever': () =>
    template(
      `Parameters:\n${times(20, (index) => `  P${index}:\n    Type: String\n    AllowedPattern: "${['(a+)+$', '(a|aa)+$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(?:a*)*b', '(\\\\w+\\\\s?)*$', '(.*a){30}', '[', '(?<x>a)\\\\k<x>', '(?i)a', '\\\\p{Alpha}++'][index % 10]}"\n    Default: ${'a'.repeat(5_000)}!`)}\nResources:\n${role('R', statement).replace('RoleName: R', 'RoleName: !Ref P0')}`,
    ),
  'replacement characters': () => template(`Resources:\n${role('R\uFFFD\uFFFD', statement)}`.replaceAll('a', '\uFFFD')),
  'halves of surrogates': () => template(`Resources:\n${role('R\uD800', statement)}`.replaceAll('x', '\uDC00')),
  'mixed line ends': () => template(`Resources:\n${role('R', statement.repeat(500))}`.replace(/\n/g, () => ['\n', '\r\n', '\n\n', ' \r\n'][Math.floor(Math.random() * 4)] ?? '\n')),
  'NULs': () => template(`Resources:\n${role('R', statement)}`.replaceAll(' ', '\0')),
  '100,000 quotes': () => templateJson('"'.repeat(100_000)),
  '100,000 open strings': () => templateJson('"\n'.repeat(100_000)),
  '100,000 commas': () => templateJson(`[${','.repeat(100_000)}`),
  '100,000 colons': () => template(':'.repeat(100_000)),
  '100,000 tags': () => template(`Resources: [${times(100_000, () => '!Ref', ', ')}]`),
  '100,000 tags in words': () => template(`Resources: [${times(60_000, () => '!<!Ref> a', ', ')}]`),
  '50,000 explicit keys': () => template(`Resources:\n${times(50_000, (index) => `  ? k${index}`)}`),
  '50,000 merges': () => template(`Metadata: &m\n${times(100, (index) => `  k${index}: 1`)}\nResources:\n${times(5_000, (index) => `  R${index}: { <<: *m, Type: "AWS::IAM::Role" }`)}`),
};
