import type { Defect } from '../defect';

const defect = (about: Omit<Defect, 'area' | 'base'>): Defect => ({ area: 'mechanics', base: 'federated-role.yaml', ...about });

export const parameterDefects: readonly Defect[] = [
  defect({ id: 'parameter-type', replace: 'Type: String', by: 'Type: Strin', rule: 'template/parameter', found: 'Type: «Strin»\n', fix: true }),
  defect({ id: 'parameter-attribute', replace: 'AllowedPattern:', by: 'AllowedPatern:', rule: 'template/parameter', found: '«AllowedPatern»:', fix: true }),
  defect({ id: 'default-not-allowed', replace: 'Default: "true"', by: 'Default: "ture"', rule: 'template/parameter-default', found: 'Default: «"ture"»', fix: true }),
  defect({ id: 'default-against-pattern', replace: 'Default: CspmMonitorAws', by: 'Default: Cspm.Monitor.Aws', rule: 'template/parameter-default', found: 'Default: «Cspm.Monitor.Aws»', fix: false }),
  defect({ id: 'parameter-unused', replace: '  CreateProvider:', by: '  BucketName:\n    Type: String\n  CreateProvider:', rule: 'template/unused-parameter', found: '«BucketName»:', fix: false, common: true }),
  defect({ id: 'parameter-named-as-resource', replace: '  CreateProvider:', by: '  SetupRole:\n    Type: String\n  CreateProvider:', rule: 'template/duplicate-name', found: '  «SetupRole»:\n    Type: AWS::IAM::Role', fix: false }),
];
