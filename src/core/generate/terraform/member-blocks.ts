import type { Connector } from '../../model/connector';
import { expression, type Block } from './hcl';

/** The StackSet that takes the template to the members of an organization: Terraform has one account at a time. */
export function memberBlocks({ account, deployment }: Connector, templateFile: string | null): readonly Block[] {
  const { stackSet = 'defender-members', excluded } = account;
  const source = templateFile === null
    ? { template_url: expression('var.members_template_url') }
    : { template_body: expression(`file("\${path.module}/${templateFile}")`) };
  return [
    ...(templateFile === null ? [templateUrl] : []),
    { type: 'data', labels: ['aws_organizations_organization', 'this'] },
    {
      type: 'resource',
      labels: ['aws_cloudformation_stack_set', 'members'],
      arguments: { name: stackSet, permission_model: 'SERVICE_MANAGED', capabilities: ['CAPABILITY_NAMED_IAM'], ...source },
      blocks: [
        { type: 'auto_deployment', arguments: { enabled: true, retain_stacks_on_account_removal: false } },
        // AWS fills it in for a service-managed StackSet, and Terraform would take it out again each time.
        { type: 'lifecycle', arguments: { ignore_changes: [expression('administration_role_arn')] } },
      ],
    },
    {
      type: 'resource',
      labels: ['aws_cloudformation_stack_instances', 'members'],
      arguments: { stack_set_name: expression('aws_cloudformation_stack_set.members.name'), regions: [deployment.region] },
      blocks: [
        {
          type: 'deployment_targets',
          arguments: {
            organizational_unit_ids: [expression('data.aws_organizations_organization.this.roots[0].id')],
            ...(excluded.length > 0 && { account_filter_type: 'DIFFERENCE', accounts: [...excluded] }),
          },
        },
        { type: 'operation_preferences', arguments: { failure_tolerance_percentage: 100, max_concurrent_percentage: 100 } },
      ],
    },
  ];
}

const templateUrl: Block = {
  type: 'variable',
  labels: ['members_template_url'],
  arguments: { description: 'Https address in S3 of the CloudFormation template for the members, which is too large for a request.', type: expression('string') },
};
