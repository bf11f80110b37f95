import { durationWords, operationTitle, stateOf, stateWords, tookMilliseconds } from '../operation/operation-words';
import type { StackOperation } from '../operation/stack-operation';
import type { StackEvent } from '../plan/deployment-preview';

/** An operation with its events, for another program. */
export const operationJson = (operation: StackOperation, events: readonly StackEvent[]): string => `${JSON.stringify({ ...operation, events }, undefined, 2)}\n`;

/** An operation with its events, for a ticket or a pull request. */
export function operationMarkdown(operation: StackOperation, events: readonly StackEvent[]): string {
  return [
    `# ${cell(operationTitle(operation))}: ${stateWords[stateOf(operation)]}`,
    '',
    ...facts(operation).map(([name, value]) => `- **${name}:** ${cell(value)}`),
    ...outputsOf(operation),
    ...eventsOf(events),
    '',
  ].join('\n');
}

/** The same for a terminal. */
export function operationText(operation: StackOperation, events: readonly StackEvent[]): string {
  const width = Math.max(...facts(operation).map(([name]) => name.length)) + 2;
  return [
    `${operationTitle(operation)}: ${stateWords[stateOf(operation)]}`,
    ...facts(operation).map(([name, value]) => `  ${`${name}:`.padEnd(width)}${value}`),
    ...(operation.end?.outputs ?? []).map(({ key, value }) => `  ${key} = ${value}`),
    ...(events.length === 0 ? [] : ['', 'Events:', ...events.map((event) => `  ${eventLine(event)}`)]),
    '',
  ].join('\n');
}

export const eventLine = ({ at, logicalId, type, status, reason }: StackEvent): string =>
  [at.slice(11, 19), status.padEnd(20), logicalId, type, reason ?? ''].filter(Boolean).join('  ');

function facts(operation: StackOperation): readonly (readonly [string, string])[] {
  const { target, stackId, token, begunAt, end, connectorFile } = operation;
  const took = tookMilliseconds(operation);
  return [
    ...(end ? [['Result', end.summary] as const] : []),
    ['Account', target.accountId],
    ['Region', target.region],
    ['Profile', `${target.profile} (${target.callerArn})`],
    ['Connector', connectorFile === null ? target.connectorName : `${target.connectorName} (${connectorFile})`],
    ['Stack', stackId],
    ['Token', token],
    ['Begun', begunAt],
    ...(end && took !== null ? [['Ended', `${end.at}, after ${durationWords(took)}`] as const] : []),
  ];
}

function outputsOf({ end }: StackOperation): readonly string[] {
  if (!end || end.outputs.length === 0) return [];
  return ['', '## Outputs', '', '| Output | Value |', '| --- | --- |', ...end.outputs.map(({ key, value }) => `| ${cell(key)} | ${cell(value)} |`)];
}

function eventsOf(events: readonly StackEvent[]): readonly string[] {
  if (events.length === 0) return [];
  const rows = events.map(({ at, logicalId, type, status, reason }) => `| ${[at, logicalId, type, status, reason ?? ''].map(cell).join(' | ')} |`);
  return ['', '## Events', '', '| Time | Resource | Type | Status | Reason |', '| --- | --- | --- | --- | --- |', ...rows];
}

/** What AWS says must not become a column, a heading or a link of ours. */
const cell = (text: string) =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_[\]<>|#]/g, (character) => `\\${character}`);
