import type { XmlObject } from '../http/xml';
import { iamPage } from '../paging';
import { ServiceError } from '../service-error';
import type { OperationTable } from '../service-request';
import { awsManagedPolicyPath } from './aws-managed-policies';
import { noSuchEntity } from './iam-errors';
import type { IamStore, ManagedPolicy } from './iam-store';
import { attachmentCount, createManagedPolicy, deleteManagedPolicy, findManagedPolicy } from './managed-policies';
import { parsePolicy } from './policy-document';

export const policyOperations: OperationTable = {
  CreatePolicy: ({ account, input }) => {
    const policy = createManagedPolicy(account.iam, {
      name: input.required('PolicyName'),
      document: parsePolicy(input.required('PolicyDocument')),
      path: input.text('Path'),
      description: input.text('Description'),
    });
    return { Policy: policyXml(account.iam, policy) };
  },
  GetPolicy: ({ account, input }) => {
    const arn = input.required('PolicyArn');
    return { Policy: awsPolicyXml(account.iam, arn) ?? policyXml(account.iam, findManagedPolicy(account.iam, arn)) };
  },
  GetPolicyVersion: ({ account, input }) => {
    const arn = input.required('PolicyArn');
    const id = input.required('VersionId');
    if (awsManagedPolicyPath(arn)) {
      throw new ServiceError('NotInSandbox', `The sandbox knows that ${arn} exists, but not what it says.`);
    }
    const version = findManagedPolicy(account.iam, arn).versions.find((candidate) => candidate.id === id);
    if (!version) throw noSuchEntity(`Policy ${arn} version ${id} does not exist or is not attachable.`);
    return {
      PolicyVersion: {
        Document: encodeURIComponent(JSON.stringify(version.document)),
        VersionId: version.id,
        IsDefaultVersion: version === findManagedPolicy(account.iam, arn).versions[0],
        CreateDate: version.created,
      },
    };
  },
  ListPolicies: ({ account, input }) => {
    const { items, paging } = iamPage([...account.iam.managedPolicies.values()], input, ({ arn }) => arn);
    return { Policies: items.map((policy) => policyXml(account.iam, policy)), ...paging };
  },
  DeletePolicy: ({ account, input }) => {
    deleteManagedPolicy(account.iam, input.required('PolicyArn'));
    return {};
  },
};

const policyXml = (store: IamStore, policy: ManagedPolicy): XmlObject => ({
  PolicyName: policy.name,
  PolicyId: policy.id,
  Arn: policy.arn,
  Path: policy.path,
  DefaultVersionId: policy.versions[0]?.id,
  AttachmentCount: attachmentCount(store, policy.arn),
  PermissionsBoundaryUsageCount: 0,
  IsAttachable: true,
  Description: policy.description,
  CreateDate: policy.created,
  UpdateDate: policy.versions[0]?.created,
});

/** Only what the ARN itself says: ids and dates of AWS's own policies are not known here. */
function awsPolicyXml(store: IamStore, arn: string): XmlObject | undefined {
  const path = awsManagedPolicyPath(arn);
  if (!path) return undefined;
  const parts = path.split('/');
  return {
    PolicyName: parts.at(-1),
    Arn: arn,
    Path: parts.length > 1 ? `/${parts.slice(0, -1).join('/')}/` : '/',
    AttachmentCount: attachmentCount(store, arn),
    IsAttachable: true,
  };
}
