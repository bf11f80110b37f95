import type { Defect } from '../defect';

const defect = (about: Omit<Defect, 'area' | 'base'>): Defect => ({ area: 'permissions', base: 'federated-role.yaml', ...about });

export const permissionDefects: readonly Defect[] = [
  defect({ id: 'action-misspelt', replace: 'Action: ec2:DeleteSnapshot', by: 'Action: ec2:DeleteSnapshott', rule: 'template/action-name', found: 'Action: «ec2:DeleteSnapshott»', fix: true, common: true }),
  defect({ id: 'policy-version', replace: 'Version: "2012-10-17"', by: 'Version: "2012-10-18"', rule: 'template/policy-version', found: '«"2012-10-18"»', fix: true, common: true }),
  defect({ id: 'policy-version-of-permissions', replace: 'VmScanner\n      PolicyDocument:\n        Version: "2012-10-17"', by: 'VmScanner\n      PolicyDocument:\n        Version: "2021-10-17"', rule: 'template/policy-version', found: '«"2021-10-17"»', fix: true }),
  defect({ id: 'partition-of-another-cloud', replace: 'Resource: !Sub "arn:${AWS::Partition}:ec2:*::snapshot/*"', by: 'Resource: "arn:aws-cn:ec2:*::snapshot/*"', rule: 'template/policy-arn', found: '«"arn:aws-cn:ec2:*::snapshot/*"»', fix: true }),
  defect({ id: 'stray-brace', replace: 'Resource: !Sub "arn:${AWS::Partition}:ec2:*::snapshot/*"', by: 'Resource: !Sub "arn:${AWS::Partition}:ec2:*::snapshot/*}"', rule: 'template/policy-arn', found: '«!Sub "arn:${AWS::Partition}:ec2:*::snapshot/*}"»', fix: true }),
  defect({ id: 'delete-without-condition', replace: `            Condition:
              StringEquals:
                ec2:ResourceTag/CreatedBy: Microsoft Defender for Cloud
`, by: '', rule: 'template/permission-scope', found: 'Action: «ec2:DeleteSnapshot»', fix: true }),
  defect({ id: 'action-missing', replace: 'kms:RetireGrant, ', by: '', rule: 'template/role-permissions', found: '  «AgentlessScannerRole»:', fix: true }),
  defect({ id: 'action-in-excess', replace: 'Action: [ec2:DescribeSnapshots, ', by: 'Action: [ec2:TerminateInstances, ec2:DescribeSnapshots, ', rule: 'template/role-excess', found: '«ec2:TerminateInstances»', fix: false }),
  defect({ id: 'billing-not-denied', replace: 'Effect: Deny', by: 'Effect: Allow', rule: 'template/billing-deny', found: 'ManagedPolicyArns:\n        - «!Sub "arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess"»', fix: true }),
  defect({ id: 'role-name-underscore', replace: 'RoleName: DefenderForCloud-AgentlessScanner', by: 'RoleName: DefenderForCloud_AgentlessScanner', rule: 'template/role-name', found: '«DefenderForCloud_AgentlessScanner»', fix: true }),
  defect({ id: 'action-twice', replace: 'Action: [kms:CreateKey, kms:ListKeys]', by: 'Action: [kms:CreateKey, kms:ListKeys, kms:CreateKey]', rule: 'template/duplicate-action', found: 'kms:ListKeys, «kms:CreateKey»', fix: true }),
  defect({ id: 'resource-of-another-service', replace: 'Resource: !Sub "arn:${AWS::Partition}:ec2:*::snapshot/*"', by: 'Resource: !Sub "arn:${AWS::Partition}:rds:*::snapshot/*"', rule: 'template/resource-service', found: '«!Sub "arn:${AWS::Partition}:rds:*::snapshot/*"»', fix: false }),
  defect({ id: 'principal-in-permissions', replace: '            Action: [ec2:DescribeSnapshots, ', by: '            Principal: "*"\n            Action: [ec2:DescribeSnapshots, ', rule: 'template/policy-element', found: '«Principal»: "*"', fix: true }),
  defect({ id: 'resource-missing', replace: '            Action: [kms:CreateKey, kms:ListKeys]\n            Resource: "*"\n', by: '            Action: [kms:CreateKey, kms:ListKeys]\n', rule: 'template/policy-element', found: '- «Sid»: VmScannerEncryptionKeyCreation', fix: false }),
  defect({ id: 'sid-twice', replace: 'Sid: VmScannerAccess', by: 'Sid: VmScannerDeleteSnapshotAccess', rule: 'template/policy-element', found: '- Sid: «VmScannerDeleteSnapshotAccess»\n            Effect: Allow\n            Action: [', fix: false }),
];
