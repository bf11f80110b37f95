import type { Connector } from '../../model/connector';
import { tlsOnlyBucketPolicy } from '../bucket-policy';
import { stackSetSection } from './aws-cli-stack-set';
import { oneLine } from './one-line';
import { scriptFacts, type ScriptFacts, type ScriptProvider, type ScriptTemplate, type Upload } from './script-facts';
import { shellQuote } from './shell-quote';

/**
 * A bash script that deploys the template with the AWS command line: looks first, shows the change set, asks, waits.
 * All of it is one function in a shell of its own, so that it can be pasted into a terminal too.
 */
export function awsCliScript(connector: Connector, template: ScriptTemplate): string {
  const facts = scriptFacts(connector, template);
  const sections = [
    head(facts),
    identity,
    ...(facts.upload ? [uploadSection(facts.upload)] : []),
    stackState,
    providerSection(facts.providers),
    changeSet(facts),
    execution,
    ...(facts.providers.length > 0 ? [audienceSection(facts.providers)] : []),
    ...(facts.stackSet === null ? [] : [stackSetSection(facts)]),
  ];
  return `${opening(facts)}\ndefender_connect() (\n${sections.map(indented).join('\n\n')}\n)\ndefender_connect\n`;
}

const indented = (section: string): string => section.trim().replace(/^(?=.)/gm, '  ');

const opening = ({ connector, account, template }: ScriptFacts): string => `#!/usr/bin/env bash
# Deploys the roles of the connector ${oneLine(connector.name)} to AWS account ${account}.
# Shows what would change and asks before every change. Takes the credentials of your AWS command line (AWS_PROFILE).
# Run it with bash in the folder from which ${oneLine(template)} is found.`;

const head = ({ account, region, stack, template }: ScriptFacts): string => `
set -euo pipefail
export AWS_PAGER=''
account=${shellQuote(account)}
region=${shellQuote(region)}
stack=${shellQuote(stack)}
template=${shellQuote(template)}

stop() { printf '%s\\n' "$*" >&2; exit 1; }
confirm() {
  local answer=''
  printf '%s\\nType yes to go on: ' "$1"
  IFS= read -r answer || true
  [ "$answer" = yes ]
}
cloudformation() { aws cloudformation "$@" --region "$region" --output text; }
# Whether a list of words separated by white space has this one.
has() {
  local word
  for word in $1; do [ "$word" = "$2" ] && return 0; done
  return 1
}`;

const identity = `
caller=$(aws sts get-caller-identity --query Account --output text)
[ "$caller" = "$account" ] || stop "The credentials are of account $caller, but the connector is for $account. Choose its profile: export AWS_PROFILE=<name>"
[ -f "$template" ] || stop "There is no file $template here. Run this in the folder from which it is found."`;

function uploadSection({ url, object, own }: Upload): string {
  const lines = `
# Larger than a request may be, or wanted there: CloudFormation reads the template from S3.
template_url=${shellQuote(url)}`;
  if (!object) return `${lines}\nconfirm "CloudFormation reads the template from $template_url. Have you uploaded $template there as it is?" || stop 'Nothing was changed.'`;
  return `${lines}
bucket=${shellQuote(object.bucket)}
key=${shellQuote(object.key)}
${own ? ownBucket(object.bucket) : ''}confirm "Upload $template to s3://$bucket/$key?" || stop 'Nothing was changed.'
aws s3api put-object --bucket "$bucket" --key="$key" --body="$template" --region "$region"${own ? ' --expected-bucket-owner "$account"' : ''} >/dev/null`;
}

const ownBucket = (bucket: string): string => `if ! aws s3api head-bucket --bucket "$bucket" --expected-bucket-owner "$account" --region "$region" >/dev/null 2>&1; then
  confirm "Create the S3 bucket $bucket in $region, private, and closed to requests without TLS?" || stop 'Nothing was changed.'
  if [ "$region" = us-east-1 ]; then
    aws s3api create-bucket --bucket "$bucket" --region "$region" >/dev/null
  else
    aws s3api create-bucket --bucket "$bucket" --region "$region" --create-bucket-configuration "LocationConstraint=$region" >/dev/null
  fi
  aws s3api put-public-access-block --bucket "$bucket" --region "$region" --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true
  aws s3api put-bucket-policy --bucket "$bucket" --region "$region" --policy ${shellQuote(JSON.stringify(tlsOnlyBucketPolicy(bucket)))}
fi
`;

const stackState = `
if ! status=$(cloudformation describe-stacks --stack-name "$stack" --query 'Stacks[0].StackStatus' 2>&1); then
  case $status in *'does not exist'*) status=NONE ;; *) stop "$status" ;; esac
fi
case $status in
  NONE | REVIEW_IN_PROGRESS) type=CREATE ;;
  CREATE_COMPLETE | UPDATE_COMPLETE | UPDATE_ROLLBACK_COMPLETE | IMPORT_COMPLETE | IMPORT_ROLLBACK_COMPLETE) type=UPDATE ;;
  *_IN_PROGRESS) stop "The stack $stack is busy: $status. Try again when it has ended." ;;
  *) stop "The stack $stack cannot be deployed to: its status is $status. Look at it in CloudFormation; one whose creation failed has to be deleted first." ;;
esac`;

function providerSection(providers: readonly ScriptProvider[]): string {
  if (providers.length === 0) return 'parameters=()';
  return `
# IAM takes one identity provider for each address, and one that exists outside the stack must not be created again:
# a failed creation is rolled back, and that has deleted the provider which others use.
parameters=()
foreign=''
owned=''
if [ "$type" = UPDATE ]; then
  owned=$(cloudformation describe-stack-resources --stack-name "$stack" --query "StackResources[?ResourceType=='AWS::IAM::OIDCProvider'].PhysicalResourceId")
fi
existing=$(aws iam list-open-id-connect-providers --query 'OpenIDConnectProviderList[].Arn' --output text)
${providers.map(lookForProvider).join('\n')}`;
}

const lookForProvider = ({ arn, leftOutBy }: ScriptProvider): string => `provider=${shellQuote(arn)}
if has "$existing" "$provider" && ! has "$owned" "$provider"; then
  echo "The identity provider $provider exists: it is used as it is."
  foreign="$foreign $provider"
  ${leftOutBy === null ? 'stop "The template would create it again. Generate the template anew."' : Object.entries(leftOutBy).map(([key, value]) => `parameters+=(${shellQuote(`ParameterKey=${key},ParameterValue=${value}`)})`).join('; ')}
fi`;

const changeSet = ({ connector, upload }: ScriptFacts): string => `
change_set="defender-connectors-$(date -u +%Y%m%d%H%M%S)-$$"
created=$(cloudformation create-change-set --stack-name "$stack" --change-set-name "$change_set" --change-set-type "$type" \\
  ${upload ? '--template-url "$template_url"' : '--template-body "$(cat -- "$template")"'} --capabilities CAPABILITY_NAMED_IAM \\
  --description ${shellQuote(`Defender connector ${oneLine(connector.name)}`)} \\
  \${parameters[@]+--parameters "\${parameters[@]}"} --query '[Id,StackId]')
read -r change_set stack_id <<<"$created"
discard() {
  cloudformation delete-change-set --change-set-name "$change_set" >/dev/null
  if [ "$type" = CREATE ]; then cloudformation delete-stack --stack-name "$stack_id" >/dev/null; fi
}
while :; do
  state=$(cloudformation describe-change-set --change-set-name "$change_set" --no-paginate --query Status)
  case $state in *COMPLETE | FAILED) break ;; *) sleep "\${POLL_SECONDS:-3}" ;; esac
done`;

const execution = `
run_stack=yes
if [ "$state" = FAILED ]; then
  reason=$(cloudformation describe-change-set --change-set-name "$change_set" --no-paginate --query StatusReason)
  discard
  case $reason in
    *"didn't contain changes"* | *'No updates are to be performed'*) echo "The stack $stack is up to date: there is nothing to change."; run_stack=no ;;
    *) stop "CloudFormation refused the change: $reason" ;;
  esac
fi
if [ "$run_stack" = yes ]; then
  echo "What would change in the stack $stack in account $account, $region:"
  aws cloudformation describe-change-set --change-set-name "$change_set" --region "$region" --output table \\
    --query 'Changes[].ResourceChange.{Action:Action,Replacement:Replacement,Type:ResourceType,Resource:LogicalResourceId}'
  if ! confirm "Deploy this to account $account?"; then discard; stop 'Nothing was changed.'; fi
  cloudformation execute-change-set --change-set-name "$change_set" >/dev/null
  printf 'Deploying'
  while :; do
    status=$(cloudformation describe-stacks --stack-name "$stack_id" --query 'Stacks[0].StackStatus')
    case $status in *_IN_PROGRESS) printf '.'; sleep "\${POLL_SECONDS:-3}" ;; *) break ;; esac
  done
  echo " $status"
  case $status in
    CREATE_COMPLETE | UPDATE_COMPLETE) ;;
    *)
      echo 'What failed, first cause first:' >&2
      cloudformation describe-stack-events --stack-name "$stack_id" --query "reverse(StackEvents[?contains(ResourceStatus, 'FAILED')].[LogicalResourceId,ResourceStatusReason])" >&2
      exit 1
      ;;
  esac
  aws cloudformation describe-stacks --stack-name "$stack_id" --region "$region" --output table --query 'Stacks[0].Outputs[].[OutputKey,OutputValue]'
fi`;

const audienceSection = (providers: readonly ScriptProvider[]): string => `
# A role cannot be used while its provider lacks the audience that the role trusts.
${providers.map(addAudiences).join('\n')}`;

const addAudiences = ({ arn, audiences }: ScriptProvider): string => `provider=${shellQuote(arn)}
if has "$foreign" "$provider"; then
  audiences=$(aws iam get-open-id-connect-provider --open-id-connect-provider-arn "$provider" --query ClientIDList --output text)
  for audience in ${audiences.map(shellQuote).join(' ')}; do
    if ! has "$audiences" "$audience" && confirm "The identity provider $provider lacks the audience $audience. Add it?"; then
      aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn "$provider" --client-id "$audience"
    fi
  done
fi`;
