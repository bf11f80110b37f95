import type { Defect } from '../defect';

const defect = (about: Omit<Defect, 'area' | 'base'>): Defect => ({ area: 'arm', base: 'connector.arm.json', ...about });
const account = 'arn:aws:iam::123456789012:role/';

export const armDefects: readonly Defect[] = [
  defect({ id: 'arm-account', replace: '"123456789012"', by: '"1234-5678-9012"', rule: 'arm/account-id', found: '«"1234-5678-9012"»', fix: true }),
  defect({ id: 'arm-environment-name', replace: '"environmentName": "AWS"', by: '"environmentName": "Aws"', rule: 'arm/known-value', found: '«"Aws"»', fix: true }),
  defect({ id: 'arm-offering-misspelt', replace: '"DefenderCspmAws"', by: '"DefenderCspmAwss"', rule: 'arm/known-value', found: '«"DefenderCspmAwss"»', fix: true }),
  defect({ id: 'arm-region', replace: '"eu-central-1"', by: '"eu-centrall-1"', rule: 'arm/regions', found: '«"eu-centrall-1"»', fix: true }),
  defect({ id: 'arm-scan-interval', replace: '"scanInterval": 12', by: '"scanInterval": 8', rule: 'arm/scan-interval', found: '"scanInterval": «8»', fix: true }),
  defect({ id: 'arm-role-in-another-account', replace: `${account}DefenderForCloud-DefenderForServers`, by: 'arn:aws:iam::210987654321:role/DefenderForCloud-DefenderForServers', rule: 'arm/role-arn', found: '«"arn:aws:iam::210987654321:role/DefenderForCloud-DefenderForServers"»', fix: true }),
  defect({ id: 'arm-role-name', replace: `${account}SensitiveDataDiscovery`, by: `${account}SensitiveDataDiscovry`, rule: 'arm/role-name', found: `«"${account}SensitiveDataDiscovry"»`, fix: true }),
  defect({ id: 'arm-sub-plan-text', replace: '"subPlan": {\n          "type": "P2"\n        }', by: '"subPlan": "P2"', rule: 'arm/sub-plan', found: '"subPlan": «"P2"»', fix: true }),
  defect({ id: 'arm-field-misspelt', replace: '"databasesDspm"', by: '"databaseDspm"', rule: 'arm/unknown-property', found: '«"databaseDspm"»', fix: true }),
  defect({ id: 'arm-duplicate-offering', replace: '"DefenderForServersAws"', by: '"DefenderCspmAws"', rule: 'arm/duplicate-offering', found: '«"DefenderCspmAws"»,\n        "defenderForServers"', fix: true }),
  defect({ id: 'arm-no-environment-type', replace: '"environmentType": "AwsAccount",', by: '', rule: 'arm/required', found: '«"environmentData"»', fix: true }),
];
