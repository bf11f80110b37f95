import { expectedValues } from '../../catalog/preconditions';
import { check, issue, over, type Check } from '../check';

export const stackChecks: readonly Check[] = [
  check('aws-stack', function* (subject) {
    const { stack: name, region, method } = subject.connector.deployment;
    const values = { stack: name, region };
    yield* over(subject.facts.stack, function* (stack) {
      if (!stack) {
        if (method === 'cloudFormation') yield issue('aws-stack', subject, `There is no stack ${name} in ${region}. Roles that are there were made by something else.`, { severity: 'warning' });
        return;
      }
      const evidence = [{ label: 'Status', value: stack.status }, ...(stack.reason === null ? [] : [{ label: 'Reason', value: stack.reason }])];
      const { status } = stack;
      if (/_FAILED$|^ROLLBACK_COMPLETE$|^DELETE_COMPLETE$/.test(status)) yield issue('aws-stack', subject, `Stack ${name} is ${status}.`, { evidence, values });
      else if (status === 'UPDATE_ROLLBACK_COMPLETE') yield issue('aws-stack', subject, `The last update of stack ${name} was rolled back.`, { severity: 'warning', evidence, values });
      else if (/_IN_PROGRESS$/.test(status)) yield { gap: { what: `The result of the operation on stack ${name}`, why: `It is ${status}: verify again when it has ended.`, permission: null } };
    });
  }),

  check('aws-stack-set', function* (subject) {
    const { account, deployment } = subject.connector;
    const name = account.stackSet ?? '';
    yield* over(subject.facts.stackSet, function* (stackSet) {
      if (!stackSet) {
        yield issue('aws-stack-set', subject, `There is no StackSet ${name} in ${deployment.region}: no member account has the roles.`);
        return;
      }
      const ill = stackSet.instances.filter(({ status }) => status !== 'CURRENT');
      const values = { stackSet: name, region: deployment.region };
      if (stackSet.instances.length === 0) yield issue('aws-stack-set', subject, `StackSet ${name} has no instances: no member account has the roles.`, { values });
      if (ill.length === 0) return;
      yield issue('aws-stack-set', subject, `${ill.length} of ${stackSet.instances.length} instances of StackSet ${name} are not current.`, {
        severity: ill.length === stackSet.instances.length ? 'error' : 'warning',
        evidence: ill.slice(0, most).map(({ account: id, region, status, reason }) => ({ label: `${id} ${region}`, value: [status, reason].filter(Boolean).join(': ') })),
        values,
      });
    });
  }),

  check('aws-trusted-access', function* (subject) {
    const { stackSet, organizationAccess } = subject.facts;
    // With roles of its own a StackSet needs no trusted access.
    if (stackSet?.ok && stackSet.value && !stackSet.value.isServiceManaged) return;
    yield* over(organizationAccess, function* (status) {
      if (expectedValues('stackSetAccess').includes(status)) return;
      yield issue('aws-trusted-access', subject, `Trusted access of StackSets to the organization is ${status}, so no StackSet reaches its accounts.`, {
        evidence: [{ label: 'Status', value: status }],
        values: { region: subject.connector.deployment.region },
      });
    });
  }),

  check('ct-trail', function* (subject) {
    yield* over(subject.facts.trails, function* (trails) {
      if (trails.some(({ isLogging, takesManagementEvents }) => isLogging && takesManagementEvents)) return;
      const evidence = trails.map(({ name, isLogging }) => ({ label: name, value: isLogging ? 'takes no management events' : 'is not logging' }));
      yield issue('ct-trail', subject, trails.length === 0 ? 'The account has no trail.' : 'No trail of the account logs management events.', { evidence });
    });
  }),
];

/** Instances shown: the command lists them all. */
const most = 20;
