import type { PermissionDiff, ResourceChange, TrustDiff } from '../../src/core/plan/deployment-preview';
import type { Elements } from '../elements';

/** Who may do what, after and before: one block for each role or policy that changes. */
export function roleChanges(h: Elements, changes: readonly ResourceChange[]): readonly HTMLElement[] {
  const told = changes.filter(({ permissions, trust }) => permissions !== null || trust !== null);
  if (told.length === 0) return [];
  return [h('h2', {}, 'Permissions and trust'), ...told.map((change) => block(h, change))];
}

const block = (h: Elements, change: ResourceChange): HTMLElement =>
  h(
    'section',
    { class: 'box' },
    h('h3', {}, h.data(change.name ?? change.logicalId), ' ', h('span', { class: 'quiet' }, h.data(change.type))),
    ...(change.trust === null ? [] : trust(h, change.trust)),
    ...(change.permissions === null ? [] : permissions(h, change.permissions)),
  );

function trust(h: Elements, { before, after }: TrustDiff): readonly HTMLElement[] {
  const same = before.length === after.length && before.every((line, index) => line === after[index]);
  if (same) return after.length === 0 ? [] : [labelled(h, 'Trust (unchanged)', after)];
  if (before.length === 0) return [labelled(h, 'Trust', after)];
  return [labelled(h, 'Trust before', before), labelled(h, 'Trust after', after)];
}

function permissions(h: Elements, diff: PermissionDiff): readonly HTMLElement[] {
  const groups: readonly (readonly [string, readonly string[]])[] = [
    ['Managed policies added', diff.managedPoliciesAdded],
    ['Managed policies removed', diff.managedPoliciesRemoved],
    ['Actions added', diff.added],
    ['Actions removed', diff.removed],
    ['Actions on other resources or conditions', diff.rescoped],
  ];
  return groups.flatMap(([name, entries]) => (entries.length === 0 ? [] : [folded(h, `${name}: ${entries.length}`, entries)]));
}

const labelled = (h: Elements, name: string, lines: readonly string[]): HTMLElement =>
  h('div', {}, h('h4', {}, name), list(h, lines.length === 0 ? ['nobody'] : lines));

const folded = (h: Elements, name: string, lines: readonly string[]): HTMLElement =>
  h('details', {}, h('summary', {}, name), list(h, lines));

const list = (h: Elements, lines: readonly string[]): HTMLElement =>
  h('ul', { class: 'code' }, ...lines.map((line) => h('li', {}, h.data(line))));
