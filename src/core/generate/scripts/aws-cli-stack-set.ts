import { shellQuote } from './shell-quote';
import type { ScriptFacts } from './script-facts';

/** The members of an organization, which the management account reaches by a service-managed StackSet. */
export const stackSetSection = ({ stackSet, excluded, upload }: ScriptFacts): string => `
# The members of the organization. A StackSet does not reach the management account, which has the stack above.
stack_set=${shellQuote(stackSet ?? '')}
enough='The members are left as they are.'
access=$(cloudformation describe-organizations-access --query Status)
if [ "$access" != ENABLED ]; then
  confirm 'CloudFormation has no trusted access to AWS Organizations, which StackSets need. Turn it on?' || stop "$enough"
  cloudformation activate-organizations-access
fi
body=(${upload ? '--template-url "$template_url"' : '--template-body "$(cat -- "$template")"'} --capabilities CAPABILITY_NAMED_IAM)
follow() {
  local state
  printf 'Deploying to the members'
  while :; do
    state=$(cloudformation describe-stack-set-operation --stack-set-name "$stack_set" --operation-id "$1" --query StackSetOperation.Status)
    case $state in RUNNING | QUEUED | STOPPING) printf '.'; sleep "\${POLL_SECONDS:-5}" ;; *) break ;; esac
  done
  echo " $state"
  cloudformation list-stack-set-operation-results --stack-set-name "$stack_set" --operation-id "$1" --query 'Summaries[].[Account,Status,StatusReason]'
  [ "$state" = SUCCEEDED ] || exit 1
}
if found=$(cloudformation describe-stack-set --stack-set-name "$stack_set" --query StackSet.Status 2>&1); then
  confirm "Update the StackSet $stack_set, and with it the stack of every member that has one?" || stop "$enough"
  operation=$(cloudformation update-stack-set --stack-set-name "$stack_set" "\${body[@]}" --query OperationId)
  follow "$operation"
else
  case $found in *StackSetNotFound*) ;; *) stop "$found" ;; esac
  confirm "Create the StackSet $stack_set, which deploys by itself to accounts that join later?" || stop "$enough"
  cloudformation create-stack-set --stack-set-name "$stack_set" "\${body[@]}" --permission-model SERVICE_MANAGED \\
    --auto-deployment Enabled=true,RetainStacksOnAccountRemoval=false >/dev/null
fi
if [ "$(cloudformation list-stack-instances --stack-set-name "$stack_set" --no-paginate --query 'Summaries[0].Account')" = None ]; then
  root=$(aws organizations list-roots --query 'Roots[0].Id' --output text)
  confirm "Deploy to every account under $root${excluded.length > 0 ? ` except ${excluded.join(', ')}` : ''}?" || stop "$enough"
  operation=$(cloudformation create-stack-instances --stack-set-name "$stack_set" --regions "$region" \\
    --deployment-targets "OrganizationalUnitIds=$root${excluded.length > 0 ? `,AccountFilterType=DIFFERENCE,Accounts=${excluded.join(',')}` : ''}" \\
    --operation-preferences FailureTolerancePercentage=100,MaxConcurrentPercentage=100 --query OperationId)
  follow "$operation"
fi`;
