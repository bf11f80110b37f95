import { answerAt } from '../../src/core/onboarding/answers';
import type { AccessComparison } from '../../src/core/onboarding/effects';
import type { OnboardingForm } from '../../src/core/onboarding/form';
import type { Elements } from '../elements';
import { providersFound } from './account-found';
import { controlFor } from './control-for';
import { drawnOnce } from './drawn-once';
import { fold } from './fold';
import { lookUpButton } from './look-up-button';
import { noteLine } from './note-line';
import { templateBox } from './template-box';
import type { Part, Tools } from './tools';

/** How much the roles may do, and how they get into the account. */
export function accessStep(tools: Tools, form: OnboardingForm): Part {
  const { h } = tools;
  const controls = form.fields.filter(({ step }) => step === 'access').map((field) => ({ id: field.id, part: controlFor(tools, field, form) }));
  const those = (of: (id: string) => boolean) => controls.filter(({ id }) => of(id)).map(({ part }) => part.element);
  const comparison = h('div', {});
  const compare = drawnOnce((now: AccessComparison | null) => comparison.replaceChildren(...(now ? compared(h, now) : [])));
  const template = templateBox(tools);
  const organization = h('div', {}, noteLine(h, form.notes.terraform), noteLine(h, form.notes.trustedAccess));
  const policy = h.button({ label: 'Copy TLS-only bucket policy…', onClick: () => tools.wish({ kind: 'copy', what: 'bucketPolicy' }) });
  const sentinel = [lookUpButton(tools, 'account.id'), providersFound(h)];
  const roleNames = controls.filter(({ id }) => id.startsWith('roles.'));
  const names = fold(h, { label: 'Role names', content: roleNames.map(({ part }) => part.element), holds: (field) => field.startsWith('roles.') });
  return {
    element: h(
      'div',
      {},
      ...those((id) => id === 'access'),
      comparison,
      ...those((id) => id.startsWith('deployment.') || id === 'account.stackSet'),
      template.element,
      organization,
      noteLine(h, form.notes.bucketPolicy),
      h('div', { class: 'look-up' }, policy),
      h('h3', {}, 'Microsoft Sentinel'),
      noteLine(h, form.notes.sentinel),
      ...sentinel.map(({ element }) => element),
      names.element,
    ),
    update: (state) => {
      const { wizard, preview } = state;
      [...controls.map(({ part }) => part), ...sentinel, names].forEach((part) => part.update(state));
      compare(preview?.comparison ?? null);
      template.update(state);
      organization.toggleAttribute('hidden', answerAt(wizard.answers, 'account.type') !== 'management');
      const made = new Set(preview?.effects.flatMap(({ roles }) => roles.map(({ id }) => id)));
      // While a name is wrong nothing is known of the roles: what was shown stays, so that it can be put right.
      if (made.size > 0) for (const { id, part } of roleNames) part.element.toggleAttribute('hidden', !made.has(id.replace('roles.', '')));
    },
  };
}

const labels = { default: 'Default access', leastPrivilege: 'Least privilege access' } as const;

function compared(h: Elements, { totals, only }: AccessComparison): readonly HTMLElement[] {
  const kinds = ['default', 'leastPrivilege'] as const;
  return kinds.map((kind) => {
    const { roles, actions, managedPolicies } = totals[kind];
    const policies = managedPolicies.length === 0 ? '' : ` Besides, the AWS ${managedPolicies.length === 1 ? 'policy' : 'policies'} ${managedPolicies.join(', ')}, whose permissions are not counted.`;
    const words = `${labels[kind]}: ${roles} ${roles === 1 ? 'role' : 'roles'} with ${actions} ${actions === 1 ? 'permission' : 'permissions'}, ${only[kind].length === 0 ? 'none' : only[kind].length} of them only here.${policies}`;
    // There is nothing to open where nothing differs.
    if (only[kind].length === 0) return h('p', { class: 'compared' }, words);
    return h(
      'details',
      {},
      h('summary', {}, words),
      h('ul', { class: 'code permissions', tabindex: '0', 'aria-label': `Permissions that only ${labels[kind]} has` }, ...only[kind].map((action) => h('li', {}, action))),
    );
  });
}
