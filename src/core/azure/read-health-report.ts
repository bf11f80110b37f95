import { block } from '../import/read-features';
import type { HealthIssue, HealthReport, HealthStatus } from '../model/health-report';
import { isJsonObject, own, type Json, type JsonObject } from '../model/json';

/** Gives a text that was given before for an equal one: thousands of reports repeat the same steps. */
export type ShareText = (text: string) => string;

export function sharedTexts(): ShareText {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
}

/** A report from Azure's answer, also one of an older api-version; undefined for what is no report. */
export function readHealthReport(value: unknown, share: ShareText = (text) => text): HealthReport | undefined {
  if (!isJsonObject(value)) return undefined;
  const id = text(value, 'id');
  const properties = own(value, 'properties');
  if (id === null || !isJsonObject(properties)) return undefined;
  const resource = block(properties, 'resourceDetails');
  const environment = block(properties, 'environmentDetails');
  const kind = block(properties, 'healthDataClassification');
  return {
    id,
    name: text(value, 'name') ?? id.split('/').at(-1) ?? id,
    resourceId: text(resource, 'id'),
    connectorId: text(resource, 'connectorId'),
    source: text(resource, 'source'),
    nativeResourceId: text(environment, 'nativeResourceId'),
    hierarchyId: text(environment, 'environmentHierarchyId'),
    organizationId: text(environment, 'organizationalHierarchyId'),
    component: text(kind, 'component'),
    scenario: text(kind, 'scenario'),
    scope: text(kind, 'scope'),
    ...readStatus(block(properties, 'status')),
    affectedPlans: texts(properties, 'affectedDefendersPlans'),
    affectedSubPlans: texts(properties, 'affectedDefendersSubPlans'),
    additional: textMap(properties, 'reportAdditionalData'),
    issues: listOf(properties, 'issues').flatMap((issue) => readIssue(issue, share)),
  };
}

/** Api-version 2023-05-01-preview says `lastScannedDate`, older ones `lastTimeScannedDate`. */
const readStatus = (status: JsonObject) => ({
  status: statusWords[text(status, 'code')?.toLowerCase() ?? ''] ?? ('unknown' as const),
  reason: text(status, 'reason'),
  scannedAt: date(status, 'lastScannedDate') ?? date(status, 'lastTimeScannedDate'),
  changedAt: date(status, 'statusChangeDate'),
  firstSeenAt: date(status, 'firstEvaluationDate'),
});

const statusWords: Readonly<Record<string, HealthStatus>> = {
  healthy: 'healthy',
  nothealthy: 'notHealthy',
  notapplicable: 'notApplicable',
};

function readIssue(value: Json, share: ShareText): readonly HealthIssue[] {
  if (!isJsonObject(value)) return [];
  const key = text(value, 'issueKey');
  if (key === null) return [];
  const shared = (field: string) => {
    const found = text(value, field);
    return found === null ? null : share(found);
  };
  return [
    {
      key,
      name: text(value, 'issueName'),
      description: shared('issueDescription'),
      remediationSteps: shared('remediationSteps'),
      remediationScript: shared('remediationScript'),
      securityValues: texts(value, 'securityValues'),
      additional: textMap(value, 'issueAdditionalData'),
    },
  ];
}

/** An empty text says nothing. */
function text(object: JsonObject, key: string): string | null {
  const value = own(object, key);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** As ISO 8601 in UTC; Azure's dates have seven digits after the second. */
function date(object: JsonObject, key: string): string | null {
  const time = Date.parse(text(object, key) ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function listOf(object: JsonObject, key: string): readonly Json[] {
  const value = own(object, key);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

const texts = (object: JsonObject, key: string): readonly string[] => listOf(object, key).filter((item) => typeof item === 'string');

const textMap = (object: JsonObject, key: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(block(object, key)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
