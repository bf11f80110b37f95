import { answerAt, type Answers } from './answers';
import type { PlanEffect } from './effects';

/** Something that a deployment makes, and where. */
export interface DeploymentPlace {
  readonly where: string;
  readonly what: readonly string[];
}

/** What will be deployed where, as far as it is answered. */
export function deploymentPlaces(answers: Answers, effects: readonly PlanEffect[]): readonly DeploymentPlace[] {
  const words = (field: string, unknown: string) => String(answerAt(answers, field) ?? '') || unknown;
  const isManagement = answerAt(answers, 'account.type') === 'management';
  const excluded = answerAt(answers, 'account.excluded');
  const roles = [...new Set(effects.flatMap((effect) => effect.roles.map(({ name }) => name)))];
  const stack = words('deployment.stack', 'defender-for-cloud');
  const byTerraform = answerAt(answers, 'deployment.method') === 'terraform';
  const made = `${roles.length === 1 ? 'Role' : 'Roles'} ${roles.join(', ')}, and the identity provider that they trust where it is missing`;
  return [
    {
      where: `AWS account ${words('account.id', 'not answered yet')}, ${words('deployment.region', 'us-east-1')}`,
      what: [byTerraform ? 'By Terraform, without a stack' : `CloudFormation stack ${stack}`, made],
    },
    ...(isManagement
      ? [{
          where: `Member accounts of the organization${Array.isArray(excluded) && excluded.length > 0 ? `, but not ${excluded.join(', ')}` : ''}`,
          what: [`StackSet ${words('account.stackSet', 'defender-members')}, which makes the same roles in each of them`],
        }]
      : []),
    {
      where: `Azure subscription ${words('azure.subscription', 'not answered yet')}, resource group ${words('azure.resourceGroup', 'not answered yet')}, ${words('azure.location', 'location not answered yet')}`,
      what: [`Security connector ${words('name', 'not named yet')}`],
    },
  ];
}
