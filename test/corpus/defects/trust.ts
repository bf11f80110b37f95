import type { Defect } from '../defect';

const issuer = 'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/';
const arn = '"arn:${AWS::Partition}:iam::${AWS::AccountId}:oidc-provider/' + issuer + '"';
const cspm = 'api://4d8bed1f-eee7-4d8e-b0dc-8462049a4479';
const session = 'MicrosoftDefenderForClouds_11111111-2222-4333-8444-555555555555';
const principal = `            Principal:
              Federated: !Sub ${arn}
`;
const condition = `              StringEquals:
                ${issuer}:aud: ${cspm}
                sts:RoleSessionName: ${session}
`;

const defect = (about: Omit<Defect, 'area' | 'base'>): Defect => ({ area: 'trust', base: 'federated-role.yaml', ...about });

/** The first thirteen are what a token meets on its way into a role. */
export const trustDefects: readonly Defect[] = [
  defect({ id: 'provider-url-without-slash', replace: `Url: https://${issuer}`, by: `Url: https://${issuer.slice(0, -1)}`, rule: 'template/provider-url', found: `Url: «https://${issuer.slice(0, -1)}»\n`, fix: true, common: true }),
  defect({ id: 'audience-of-another-plan', replace: `${issuer}:aud: ${cspm}`, by: `${issuer}:aud: api://AzureSecurityCenter.MultiCloud.DefenderForServers.VmScanner`, rule: 'template/role-audience', found: `:aud: «api://AzureSecurityCenter.MultiCloud.DefenderForServers.VmScanner»\n                sts:RoleSessionName: ${session}\n      ManagedPolicyArns`, fix: true, common: true }),
  defect({ id: 'audience-not-checked', replace: `                ${issuer}:aud: ${cspm}\n`, by: '', rule: 'template/role-audience', found: '«Principal»:\n              Federated: !Sub "arn', fix: true, common: true }),
  defect({ id: 'audience-misspelt', replace: `${issuer}:aud: ${cspm}`, by: `${issuer}:aud: api://4d8bed1f-eee7-4d8e-b0dc-8462049a4478`, rule: 'template/role-audience', found: ':aud: «api://4d8bed1f-eee7-4d8e-b0dc-8462049a4478»', fix: true, common: true }),
  defect({ id: 'session-name-not-checked', replace: `                sts:RoleSessionName: ${session}\n`, by: '', rule: 'template/session-name', found: '«Principal»:\n              Federated: !Sub "arn', fix: true, common: true }),
  defect({ id: 'session-name-wildcard', replace: `sts:RoleSessionName: ${session}`, by: 'sts:RoleSessionName: MicrosoftDefenderForClouds_*', rule: 'template/session-name', found: 'sts:RoleSessionName: «MicrosoftDefenderForClouds_*»', fix: true, common: true }),
  defect({ id: 'session-name-other-tenant', replace: `sts:RoleSessionName: ${session}`, by: 'sts:RoleSessionName: MicrosoftDefenderForClouds_99999999-2222-4333-8444-555555555555', rule: 'template/session-name', found: '«MicrosoftDefenderForClouds_99999999-2222-4333-8444-555555555555»', fix: true, common: true }),
  defect({ id: 'session-name-prefix', replace: `sts:RoleSessionName: ${session}`, by: `sts:RoleSessionName: ${session.replace('Clouds', 'Cloud')}`, rule: 'template/session-name', found: `«${session.replace('Clouds', 'Cloud')}»`, fix: true, common: true }),
  defect({ id: 'principal-wildcard', replace: principal, by: '            Principal: "*"\n', rule: 'template/wildcard-principal', found: 'Principal: «"*"»', fix: true, common: true }),
  defect({ id: 'principal-federated-wildcard', replace: `Federated: !Sub ${arn}`, by: 'Federated: "*"', rule: 'template/wildcard-principal', found: '«Federated: "*"»', fix: true, common: true }),
  defect({ id: 'principal-without-slash', replace: `Federated: !Sub ${arn}`, by: `Federated: !Sub ${arn.replace('/"', '"')}`, rule: 'template/provider-url', found: `Federated: «!Sub ${arn.replace('/"', '"')}»\n`, fix: true, common: true }),
  defect({ id: 'operator-for-all-values', replace: 'StringEquals:\n                sts.w', by: 'ForAllValues:StringEquals:\n                sts.w', rule: 'template/trust-operator', found: '«ForAllValues:StringEquals»:', fix: true, common: true }),
  defect({ id: 'not-principal', replace: principal, by: principal.replace('Principal', 'NotPrincipal'), rule: 'template/wildcard-principal', found: `NotPrincipal:\n              «Federated: !Sub ${arn}»`, fix: true, common: true }),
  defect({ id: 'operator-negated', replace: 'StringEquals:\n                sts.w', by: 'StringNotEquals:\n                sts.w', rule: 'template/trust-operator', found: '«StringNotEquals»:', fix: true }),
  defect({ id: 'operator-if-exists', replace: 'StringEquals:\n                sts.w', by: 'StringEqualsIfExists:\n                sts.w', rule: 'template/trust-operator', found: '«StringEqualsIfExists»:', fix: true }),
  defect({ id: 'action-assume-role', replace: 'Action: sts:AssumeRoleWithWebIdentity', by: 'Action: sts:AssumeRole', rule: 'template/trust-action', found: 'Action: «sts:AssumeRole»\n            Condition:', fix: true }),
  defect({ id: 'condition-key-without-slash', replace: `${issuer}:aud: ${cspm}`, by: `${issuer.slice(0, -1)}:aud: ${cspm}`, rule: 'template/provider-url', found: `«${issuer.slice(0, -1)}:aud»: ${cspm}`, fix: true }),
  defect({ id: 'provider-lacks-audience', replace: '        - api://AzureSecurityCenter.MultiCloud.DefenderForServers.VmScanner\n', by: '', rule: 'template/role-audience', found: '«api://AzureSecurityCenter.MultiCloud.DefenderForServers.VmScanner»', fix: true }),
  defect({ id: 'no-condition-at-all', replace: `            Condition:\n${condition}`, by: '', rule: 'template/role-audience', found: '«Principal»:\n              Federated: !Sub "arn', fix: true }),
  defect({ id: 'provider-url-other-tenant', replace: `Url: https://${issuer}`, by: 'Url: https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33e/', rule: 'template/provider-url', found: '«https://sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33e/»', fix: true }),
  defect({ id: 'trust-without-statement', replace: `        Statement:\n          - Effect: Allow\n${principal}            Action: sts:AssumeRoleWithWebIdentity\n            Condition:\n${condition}`, by: '        Statement: []\n', rule: 'template/policy-element', found: '«Statement»: []', fix: true }),
  defect({ id: 'effect-in-small-letters', replace: 'Effect: Allow', by: 'Effect: allow', rule: 'template/policy-element', found: 'Effect: «allow»', fix: true }),
  defect({ id: 'effect-missing', replace: `          - Effect: Allow\n${principal}`, by: `          - ${principal.slice(12)}`, rule: 'template/policy-element', found: '- «Principal»:', fix: true }),
  defect({ id: 'principal-missing', replace: principal, by: '', rule: 'template/policy-element', found: '«Effect»: Allow\n            Action: sts:AssumeRoleWithWebIdentity', fix: true }),
  defect({ id: 'principal-kind', replace: principal, by: principal.replace('Federated', 'federated'), rule: 'template/policy-element', found: '«federated»:', fix: true }),
  defect({ id: 'condition-misspelt', replace: '            Condition:', by: '            Conditions:', rule: 'template/policy-element', found: '            «Conditions»:', fix: true }),
  defect({ id: 'resource-in-trust', replace: '            Action: sts:AssumeRoleWithWebIdentity\n', by: '            Action: sts:AssumeRoleWithWebIdentity\n            Resource: "*"\n', rule: 'template/policy-element', found: 'AssumeRoleWithWebIdentity\n            «Resource»:', fix: true }),
];
