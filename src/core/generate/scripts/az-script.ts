import type { Connector } from '../../model/connector';
import { toArmBody } from '../arm-body';
import { defaultArmApiVersion } from '../arm/api-versions';
import { oneLine } from './one-line';
import { shellQuote } from './shell-quote';

/** In the language of jq: a body without what Azure alone writes, its offerings by their types. */
const tree = [
  'if ([.properties.offerings[]?.offeringType] | length != (unique | length)) then error("The connector has two offerings of one type.") else . end',
  '{location: ((.location // "") | ascii_downcase | gsub(" "; "")), tags: (.tags // {}), properties}',
  'del(.properties.hierarchyIdentifierTrialEndDate, .properties.environmentData.accountName)',
  '.properties.offerings |= ([.[]? | {key: .offeringType, value: del(.description, .offeringType)}] | from_entries)',
].join(' | ');

/** Paths with a value in the first of two trees and none in the second. An empty object says nothing. */
const missing = `def leaves(at): to_entries[] | (at + [.key]) as $path | .value | if type == "object" then leaves($path) elif . == null or . == "" or . == [] then empty else $path end; [.[] | [leaves([])]] | (.[0] - .[1])[] | "  " + (map(tostring) | join("."))`;

/**
 * A bash script that creates or updates the connector in Azure with `az rest`: `az security security-connector`
 * speaks an older api-version, which has not all of the settings. Shows what is there and what would be, then asks.
 * A PUT takes away what it does not say, and a script cannot tell a wish from silence: where Azure has more, it stops.
 */
export function azScript(connector: Connector): string {
  const { azure, name } = connector;
  const { body, notes } = toArmBody(connector);
  const group = `/subscriptions/${azure.subscription}/resourceGroups/${encodeURIComponent(azure.resourceGroup)}`;
  const path = `${group}/providers/Microsoft.Security/securityConnectors/${encodeURIComponent(name)}`;
  return `#!/usr/bin/env bash
# Creates or updates the connector ${oneLine(name)} in Azure. Run it when the roles are in the AWS account.
# Shows what is there and what would be, and asks before it changes anything. Needs jq and the Azure CLI, signed in.
# Takes nothing away: where the connector in Azure has settings that are not in here, it names them and stops.
# defender-connectors azure apply keeps those, and switches plans off.
${notes.map((note) => `# Not in it: ${oneLine(note)}\n`).join('')}defender_connector() (
  set -euo pipefail
  account=${shellQuote(connector.account.id)}
  tenant=${shellQuote(azure.tenant)}
  subscription=${shellQuote(azure.subscription)}
  group=${shellQuote(azure.resourceGroup)}
  location=${shellQuote(azure.location)}
  url=${shellQuote(`https://management.azure.com${path}?api-version=${defaultArmApiVersion}`)}

  stop() { printf '%s\\n' "$*" >&2; exit 1; }
  confirm() {
    local answer=''
    printf '%s\\nType yes to go on: ' "$1"
    IFS= read -r answer || true
    [ "$answer" = yes ]
  }
  command -v jq >/dev/null || stop 'This needs jq to compare what is there with what would be.'
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT

  az account set --subscription "$subscription"
  signed_in=$(az account show --query tenantId --output tsv)
  same=$(printf '%s %s' "$signed_in" "$tenant" | tr '[:upper:]' '[:lower:]')
  [ "\${same% *}" = "\${same#* }" ] || stop "The Azure CLI is signed in to tenant $signed_in, but the connector is for $tenant: az login --tenant $tenant"

  if [ "$(az group exists --name "$group" --subscription "$subscription")" != true ]; then
    confirm "There is no resource group $group. Create it in $location?" || stop 'Nothing was changed.'
    az group create --name "$group" --location "$location" --subscription "$subscription" >/dev/null
  fi

  cat >"$work/body.json" <<'CONNECTOR'
${JSON.stringify(body, null, 2)}
CONNECTOR
${comparison}  az rest --method put --url "$url" --headers "\${headers[@]}" --body @"$work/body.json"
)
defender_connector
`;
}

/** Looks at the connector that is there, and goes on only with what takes nothing away. */
const comparison = `  headers=('Content-Type=application/json')
  tree=${shellQuote(tree)}
  missing=${shellQuote(missing)}
  if az rest --method get --url "$url" >"$work/present.json" 2>"$work/error"; then
    jq -S "$tree" "$work/present.json" >"$work/before.json"
    jq -S "$tree" "$work/body.json" >"$work/after.json"
    connected=$(jq -r '.properties.hierarchyIdentifier // ""' "$work/present.json")
    [ "$connected" = "$account" ] || stop "The connector in Azure is for AWS account $connected, not for $account. Give this one another name."
    lost=$(jq -rs "$missing" "$work/before.json" "$work/after.json")
    [ -z "$lost" ] || stop "Azure has settings that would be taken away. Nothing was changed. defender-connectors azure apply keeps what no file says:
$lost"
    echo 'What would change (- now, + then):'
    if diff -u "$work/before.json" "$work/after.json"; then echo 'Nothing: the connector is as the file says.'; exit 0; fi
    etag=$(jq -r '.etag // empty' "$work/present.json")
    [ -z "$etag" ] || headers+=("If-Match=$etag")
    confirm 'Update the connector?' || stop 'Nothing was changed.'
  else
    grep -Eq 'ResourceNotFound|NotFound|404' "$work/error" || stop "$(cat "$work/error")"
    cat "$work/body.json"
    confirm 'There is no such connector yet. Create it?' || stop 'Nothing was changed.'
  fi
`;
