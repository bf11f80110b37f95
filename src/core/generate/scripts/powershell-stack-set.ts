import { powershellQuote } from './powershell-quote';
import type { ScriptFacts } from './script-facts';

/** The members of an organization, which the management account reaches by a service-managed StackSet. */
export const stackSetSection = ({ stackSet, excluded }: ScriptFacts): string => `
# The members of the organization. A StackSet does not reach the management account, which has the stack above.
$stackSet = ${powershellQuote(stackSet ?? '')}
$enough = 'The members are left as they are.'
if ([string] (Get-CFNOrganizationsAccess -Region $region) -cne 'ENABLED') {
  if (-not (Confirm-Change 'CloudFormation has no trusted access to AWS Organizations, which StackSets need. Turn it on?')) { throw $enough }
  Enable-CFNOrganizationsAccess -Region $region -Force
}
function Wait-Members([string] $Operation) {
  do {
    Start-Sleep -Seconds 5
    $state = [string] (Get-CFNStackSetOperation -StackSetName $stackSet -OperationId $Operation -Region $region).Status
    Write-Host "Deploying to the members: $state"
  } while ('RUNNING', 'QUEUED', 'STOPPING' -ccontains $state)
  Get-CFNStackSetOperationResultList -StackSetName $stackSet -OperationId $Operation -Region $region | Format-Table -Property @('Account', 'Status', 'StatusReason') -Wrap | Out-Host
  if ($state -cne 'SUCCEEDED') { throw "The operation ended with $state." }
}
$found = $true
try { $null = Get-CFNStackSet -StackSetName $stackSet -Region $region }
catch { if ("$($_.Exception.ErrorCode) $($_.Exception.Message)" -notlike '*StackSetNotFound*') { throw }; $found = $false }
if ($found) {
  if (-not (Confirm-Change "Update the StackSet $stackSet, and with it the stack of every member that has one?")) { throw $enough }
  Wait-Members (Update-CFNStackSet -StackSetName $stackSet @source -Capability CAPABILITY_NAMED_IAM -Region $region -Force)
} else {
  if (-not (Confirm-Change "Create the StackSet $stackSet, which deploys by itself to accounts that join later?")) { throw $enough }
  $null = New-CFNStackSet -StackSetName $stackSet @source -Capability CAPABILITY_NAMED_IAM -PermissionModel SERVICE_MANAGED -AutoDeployment_Enabled $true -AutoDeployment_RetainStacksOnAccountRemoval $false -Region $region -Force
}
if (@(Get-CFNStackInstanceList -StackSetName $stackSet -Region $region).Count -eq 0) {
  $root = @(Get-ORGRoot -Region $region)[0].Id
  if (-not (Confirm-Change "Deploy to every account under \${root}${excluded.length > 0 ? ` except ${excluded.join(', ')}` : ''}?")) { throw $enough }
  $targets = @{ DeploymentTargets_OrganizationalUnitId = @($root)${excluded.length > 0 ? `; DeploymentTargets_AccountFilterType = 'DIFFERENCE'; DeploymentTargets_Account = @(${excluded.map(powershellQuote).join(', ')})` : ''} }
  Wait-Members (New-CFNStackInstance -StackSetName $stackSet -StackInstanceRegion @($region) @targets -OperationPreference @{ FailureTolerancePercentage = 100; MaxConcurrentPercentage = 100 } -Region $region -Force)
}`;
