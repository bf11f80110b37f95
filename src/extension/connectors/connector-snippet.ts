/** A new connector file with its blanks in the order in which one knows the answers. */
export const connectorSnippet = (name: string): string => `name: ${name}
account:
  id: "\${1:000000000000}"
  type: \${2|single,management|}
azure:
  tenant: \${3:00000000-0000-0000-0000-000000000000}
  subscription: \${4:00000000-0000-0000-0000-000000000000}
  resourceGroup: \${5:rg-security}
  location: \${6:eastus}
access: \${7|leastPrivilege,default|}
plans:
  defenderCspm:
    agentlessScanning: true
    kubernetesApiAccess: true
    registryAccess: true
deployment:
  stack: \${8:defender-for-cloud}
  region: \${9:us-east-1}
$0`;
