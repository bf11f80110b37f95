import type { ContainersPlan, DatabasesPlan, DefenderCspmPlan, Plans, ServersPlan } from '../../model/connector';
import { defined, type JsonObject } from '../../model/json';
import { arcAutoProvisioning, isOn, switched, vmScanners, type ArnOf } from './feature-blocks';

/** What a connector's plans say to Azure, by offering type. Foundational CSPM is always there. */
export const offerings = (plans: Plans, arn: ArnOf): JsonObject =>
  defined({
    CspmMonitorAws: { nativeCloudConnection: role(arn, 'cspmMonitor') },
    DefenderCspmAws: plans.defenderCspm && defenderCspm(plans.defenderCspm, arn),
    DefenderForServersAws: plans.servers && servers(plans.servers, arn),
    DefenderForContainersAws: plans.containers && containers(plans.containers, arn),
    DefenderForDatabasesAws: plans.databases && databases(plans.databases, arn),
  });

const defenderCspm = (plan: DefenderCspmPlan, arn: ArnOf): JsonObject =>
  defined({
    vmScanners: vmScanners(plan.agentlessScanning, arn),
    // S3 and RDS have a switch each in Azure and one for both in the portal and here.
    dataSensitivityDiscovery: switched(plan.sensitiveDataDiscovery, role(arn, 'sensitiveDataDiscovery')),
    databasesDspm: switched(plan.sensitiveDataDiscovery, role(arn, 'dataSecurityPostureDb')),
    // It has no switch: it is on by being there.
    ciem: plan.ciem ? { ciemDiscovery: role(arn, 'ciemDiscovery'), ciemOidc: role(arn, 'ciemOidc') } : undefined,
    mdcContainersImageAssessment: switched(plan.registryAccess, role(arn, 'containersImageAssessment')),
    mdcContainersAgentlessDiscoveryK8s: switched(plan.kubernetesApiAccess, role(arn, 'containersAgentlessDiscovery')),
  });

const servers = (plan: ServersPlan, arn: ArnOf): JsonObject =>
  defined({
    // The role is for just-in-time access, which Plan 1 does not have.
    defenderForServers: plan.tier === 'P2' ? role(arn, 'defenderForServers') : undefined,
    arcAutoProvisioning: arcAutoProvisioning(plan.arcAutoProvisioning, arn),
    vaAutoProvisioning: plan.vulnerabilityAssessment && { enabled: true, configuration: { type: plan.vulnerabilityAssessment } },
    mdeAutoProvisioning: switched(plan.defenderForEndpoint),
    subPlan: { type: plan.tier },
    vmScanners: vmScanners(plan.agentlessScanning, arn),
  });

function containers(plan: ContainersPlan, arn: ArnOf): JsonObject {
  const { threatProtection, sensor, azurePolicy } = plan;
  const reads = isOn(threatProtection) === true;
  const whenReading = (roleId: string) => (reads ? role(arn, roleId) : undefined);
  return defined({
    kubernetesService: reads || sensor || azurePolicy ? role(arn, 'containersK8s') : undefined,
    kubernetesDataCollection: whenReading('containersK8sDataCollection'),
    cloudWatchToKinesis: whenReading('containersCloudWatchToKinesis'),
    kinesisToS3: whenReading('containersKinesisToS3'),
    enableAuditLogsAutoProvisioning: isOn(threatProtection),
    enableDefenderAgentAutoProvisioning: sensor,
    enablePolicyAgentAutoProvisioning: azurePolicy,
    kubeAuditRetentionTime: typeof threatProtection === 'object' ? threatProtection.retentionDays : undefined,
    mdcContainersImageAssessment: switched(plan.registryAccess, role(arn, 'containersImageAssessment')),
    mdcContainersAgentlessDiscoveryK8s: switched(plan.kubernetesApiAccess, role(arn, 'containersAgentlessDiscovery')),
    vmScanners: vmScanners(plan.agentlessScanning, arn),
  });
}

function databases({ sqlServers, openSource }: DatabasesPlan, arn: ArnOf): JsonObject {
  const arc = typeof sqlServers === 'object' ? sqlServers.arcAutoProvisioning : undefined;
  return defined({
    // SQL servers have no switch of their own in Azure: the Arc block being there stands for them (inferred).
    arcAutoProvisioning: isOn(sqlServers) ? arcAutoProvisioning(arc ?? false, arn) : undefined,
    rds: switched(openSource, role(arn, 'dataThreatProtectionDb')),
    // Azure turns sensitive data discovery on together with open-source databases.
    databasesDspm: switched(openSource, role(arn, 'dataSecurityPostureDb')),
  });
}

const role = (arn: ArnOf, roleId: string): JsonObject => ({ cloudRoleArn: arn(roleId) });
