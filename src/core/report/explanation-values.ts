import type { Explanation } from '../diagnose/explanation';

/** What the text of an error tells, one line each. */
export const valueLines = ({ values }: Pick<Explanation, 'values'>): readonly string[] =>
  Object.entries(values).map(([name, value]) => `${valueNames[name] ?? name}: ${value.length > 200 ? `${value.slice(0, 199)}…` : value}`);

const valueNames: Readonly<Record<string, string>> = {
  principal: 'who', action: 'action', resource: 'on', account: 'account', requestId: 'request id', resourceId: 'logical id',
  resourceType: 'type', encoded: 'encoded reason', url: 'address',
};
