import {
  DescribeStackDriftDetectionStatusCommand,
  DetectStackDriftCommand,
  paginateDescribeStackResourceDrifts,
  type StackResourceDrift,
} from '@aws-sdk/client-cloudformation';
import type { DriftPort } from '../../app/ports';
import type { PropertyDrift, ResourceDrift } from '../../core/model/drift';
import type { AwsCall } from './aws-call';

export const driftPort = (call: AwsCall): DriftPort => ({
  begin: (stack, signal) =>
    call({
      doing: `look for drift of stack ${stack}`,
      signal,
      async send({ cloudFormation }, options) {
        return (await cloudFormation.send(new DetectStackDriftCommand({ StackName: stack }), options)).StackDriftDetectionId ?? '';
      },
    }),

  status: (detection, signal) =>
    call({
      doing: 'ask how far the look for drift is',
      signal,
      async send({ cloudFormation }, options) {
        const command = new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: detection });
        const answer = await cloudFormation.send(command, options);
        return { status: answer.DetectionStatus ?? 'UNKNOWN', reason: answer.DetectionStatusReason ?? null, drift: answer.StackDriftStatus ?? null };
      },
    }),

  resources: (stack, signal) =>
    call({
      doing: `read the drift of stack ${stack}`,
      signal,
      async send({ cloudFormation: client }, options) {
        const drifts: StackResourceDrift[] = [];
        for await (const page of paginateDescribeStackResourceDrifts({ client }, { StackName: stack }, options)) drifts.push(...(page.StackResourceDrifts ?? []));
        return { drifted: drifts.flatMap(toDrift), inSync: drifts.filter(({ StackResourceDriftStatus: is }) => is === 'IN_SYNC').length };
      },
    }),
});

const statuses: Readonly<Record<string, ResourceDrift['status']>> = { MODIFIED: 'modified', DELETED: 'deleted' };

const kinds: Readonly<Record<string, PropertyDrift['kind']>> = { ADD: 'added', REMOVE: 'removed', NOT_EQUAL: 'changed' };

function toDrift(drift: StackResourceDrift): readonly ResourceDrift[] {
  const status = statuses[drift.StackResourceDriftStatus ?? ''];
  if (!status) return [];
  return [
    {
      logicalId: drift.LogicalResourceId ?? '',
      physicalId: drift.PhysicalResourceId ?? null,
      type: drift.ResourceType ?? '',
      status,
      differences: (drift.PropertyDifferences ?? []).map((each) => ({
        path: each.PropertyPath ?? '',
        expected: each.ExpectedValue ?? '',
        actual: each.ActualValue ?? '',
        kind: kinds[each.DifferenceType ?? ''] ?? 'changed',
      })),
      expected: drift.ExpectedProperties ?? null,
      actual: drift.ActualProperties ?? null,
    },
  ];
}
