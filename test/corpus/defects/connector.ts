import type { Defect } from '../defect';

const defect = (about: Omit<Defect, 'area' | 'base'>): Defect => ({ area: 'connector', base: 'contoso.connector.yaml', ...about });

export const connectorDefects: readonly Defect[] = [
  defect({ id: 'account-id', replace: '"123456789012"', by: '"12345678901"', rule: 'connector/account-id', found: '«"12345678901"»', fix: false }),
  defect({ id: 'region', replace: '[us-east-1,', by: '[us-esat-1,', rule: 'connector/regions', found: '«us-esat-1»', fix: true }),
  defect({ id: 'scan-interval', replace: 'scanIntervalHours: 12', by: 'scanIntervalHours: 8', rule: 'connector/scan-interval', found: 'scanIntervalHours: «8»', fix: true }),
  defect({ id: 'access', replace: 'access: default', by: 'access: leastPriviledge', rule: 'connector/access-type', found: 'access: «leastPriviledge»', fix: true }),
  defect({ id: 'excluded-account', replace: '["210987654321"]', by: '["21098765432"]', rule: 'connector/excluded-accounts', found: '«"21098765432"»', fix: false }),
  defect({ id: 'key-misspelt', replace: 'regions:', by: 'region:', rule: 'connector/schema', found: '\n«region»: [', fix: true }),
  defect({ id: 'plan-misspelt', replace: '  servers:', by: '  server:', rule: 'connector/schema', found: '«server»:', fix: true }),
];
