import { answerAt } from '../../src/core/onboarding/answers';
import type { RoleEffect } from '../../src/core/onboarding/effects';
import type { Elements } from '../elements';
import type { Part } from './tools';

/** The roles that a plan makes in the AWS account, with the number of their permissions as they are chosen. */
export function effectList(h: Elements, plan: string): Part {
  const list = h('ul', {});
  const element = h('div', {}, h('p', { class: 'label' }, 'In the AWS account'), list);
  return {
    element,
    update: ({ wizard, preview }) => {
      const effect = preview?.effects.find((each) => each.plan === plan);
      const access = answerAt(wizard.answers, 'access') === 'leastPrivilege' ? 'leastPrivilege' : 'default';
      const roles = effect?.roles.map((role) => h('li', {}, 'Role ', h('code', {}, h.data(role.name)), `: ${permissionWords(role, access)}`)) ?? [];
      const gaps = effect?.gaps.map((gap) => h('li', {}, h('span', { 'aria-hidden': 'true' }, '⚠ '), h.data(gap))) ?? [];
      list.replaceChildren(...roles, ...gaps, ...(roles.length + gaps.length === 0 ? [h('li', {}, 'Makes no role of its own.')] : []));
    },
  };
}

function permissionWords({ actions, managedPolicies }: RoleEffect, access: 'default' | 'leastPrivilege'): string {
  const count = actions[access];
  const policies = managedPolicies[access];
  if (count === null) return 'its permissions are not published.';
  const own = count === 1 ? '1 permission' : `${count} permissions`;
  if (policies.length === 0) return `${own}.`;
  return `${count === 0 ? '' : `${own} and `}the AWS ${policies.length === 1 ? 'policy' : 'policies'} ${policies.join(', ')}.`;
}
