import type { DeploymentTarget } from '../../src/core/plan/deployment-preview';
import type { Elements } from '../elements';

/** Where the deployment goes: the same things that the native dialog names. Without a status where that is told elsewhere. */
export function targetList(h: Elements, target: DeploymentTarget, stackStatus?: string | null): HTMLElement {
  const status = stackStatus === undefined ? '' : ` (${stackStatus ?? 'does not exist yet'})`;
  const rows: readonly (readonly [string, string])[] = [
    ['Account', target.accountId],
    ['Region', target.region],
    ['Stack', `${target.stack}${status}`],
    ['Profile', target.profile],
    ['Signed in as', target.callerArn],
  ];
  return h('dl', { class: 'target' }, ...rows.map(([term, value]) => h('div', {}, h('dt', {}, term), h('dd', {}, h.data(value)))));
}
