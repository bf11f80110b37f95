import { randomUUID } from 'node:crypto';
import type { XmlObject } from '../../http/xml';
import type { Json } from '../../json';
import { pageOf } from '../../paging';
import { validationError } from '../../service-error';
import type { Operation, OperationTable } from '../../service-request';
import { detectDrift, differencesOf } from '../stacks/detect-drift';
import { requireLiveStack, requireStack } from '../stacks/find-stack';
import type { DriftDetection, Stack, StackResource } from '../stacks/stack';

/** Source: API model, DetectStackDrift. */
const allowed = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_FAILED', 'IMPORT_COMPLETE'];

const detect: Operation = (request) => {
  const stack = requireLiveStack(request, request.input.required('StackName'));
  if (!allowed.includes(stack.status)) {
    throw validationError(`Drift detection cannot be performed on stack [${stack.id}] while it is in ${stack.status} state.`);
  }
  const detection: DriftDetection = { id: randomUUID(), time: new Date(), status: 'DETECTION_IN_PROGRESS' };
  stack.driftDetections.push(detection);
  request.world.clock.start(detectDrift({ ...request, stack }, detection));
  return { StackDriftDetectionId: detection.id };
};

const describeDetection: Operation = ({ account, input }) => {
  const id = input.required('StackDriftDetectionId');
  const stack = account.stacks.find(({ driftDetections }) => driftDetections.some((detection) => detection.id === id));
  const detection = stack?.driftDetections.find((candidate) => candidate.id === id);
  if (!stack || !detection) throw validationError(`StackDriftDetectionId ${id} does not exist`);
  const isDone = detection.status === 'DETECTION_COMPLETE';
  const drifted = [...stack.resources.values()].filter(({ drift }) => drift.status === 'MODIFIED' || drift.status === 'DELETED');
  return {
    StackId: stack.id,
    StackDriftDetectionId: id,
    DetectionStatus: detection.status,
    Timestamp: detection.time,
    StackDriftStatus: isDone ? stack.drift.status : undefined,
    DriftedStackResourceCount: isDone ? drifted.length : undefined,
  };
};

const describeDrifts: Operation = (request) => {
  const { input, world } = request;
  const stack = requireStack(request, input.required('StackName'));
  const wanted = input.texts('StackResourceDriftStatusFilters');
  const rows = [...stack.resources.values()].filter(
    ({ drift }) => drift.status !== 'NOT_CHECKED' && (wanted.length === 0 || wanted.includes(drift.status)),
  );
  const { items, next } = pageOf(rows, input.number('MaxResults') ?? world.pageSize, input.text('NextToken'), ({ logicalId }) => logicalId);
  return { StackResourceDrifts: items.map((resource) => driftXml(stack, resource)), NextToken: next };
};

export const driftOperations: OperationTable = {
  DetectStackDrift: detect,
  DescribeStackDriftDetectionStatus: describeDetection,
  DescribeStackResourceDrifts: describeDrifts,
};

const driftXml = (stack: Stack, resource: StackResource): XmlObject => ({
  StackId: stack.id,
  LogicalResourceId: resource.logicalId,
  PhysicalResourceId: resource.physicalId,
  ResourceType: resource.type,
  ExpectedProperties: JSON.stringify(resource.properties),
  ActualProperties: resource.drift.actual && JSON.stringify(resource.drift.actual),
  PropertyDifferences: differencesOf(resource).map(({ path, expected, actual, kind }) => ({
    PropertyPath: path, ExpectedValue: valueText(expected), ActualValue: valueText(actual), DifferenceType: kind,
  })),
  StackResourceDriftStatus: resource.drift.status,
  Timestamp: resource.drift.checked,
});

const valueText = (value: Json | undefined): string =>
  value === undefined ? 'null' : typeof value === 'string' ? value : JSON.stringify(value);
