import type { JsonObject } from '../json';
import { demand } from './allowed';
import { ArmError } from './arm-error';
import { armPage } from './arm-pages';
import type { ArmOperation } from './arm-request';
import { subscriptionOf } from './find-subscription';

/** Reports of a subscription, or of one connector in it. */
export const listReports: ArmOperation = (call) => {
  const scope = `/${call.names['scope'] ?? ''}`;
  const subscription = subscriptionOf({ ...call, names: { subscriptionId: scope.split('/')[2] ?? '' } });
  demand(subscription, 'Microsoft.Security/healthReports/read', scope);
  const reports = subscription.reports.filter((report) => idOf(report).toLowerCase().startsWith(`${scope.toLowerCase()}/`));
  return armPage(call, reports, idOf, (report) => report);
};

export const getReport: ArmOperation = (call) => {
  const { resourceId = '', healthReportName = '' } = call.names;
  const subscription = subscriptionOf({ ...call, names: { subscriptionId: resourceId.split('/')[1] ?? '' } });
  demand(subscription, 'Microsoft.Security/healthReports/read', `/${resourceId}`);
  const wanted = `/${resourceId}/providers/Microsoft.Security/healthReports/${healthReportName}`.toLowerCase();
  const report = subscription.reports.find((each) => idOf(each).toLowerCase() === wanted);
  if (!report) throw new ArmError(404, 'ResourceNotFound', `The health report '${healthReportName}' was not found.`);
  return { status: 200, body: report };
};

const idOf = (report: JsonObject): string => String(report['id']);
