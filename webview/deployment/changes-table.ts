import type { ResourceChange } from '../../src/core/plan/deployment-preview';
import type { Elements } from '../elements';
import { inFrames } from './in-frames';

/** A sign and a word each: the colour of the row only repeats them. */
const actionWords: Readonly<Record<ResourceChange['action'], readonly [sign: string, word: string]>> = {
  add: ['+', 'Add'],
  modify: ['~', 'Modify'],
  remove: ['−', 'Remove'],
  import: ['→', 'Import'],
  dynamic: ['?', 'Perhaps'],
};

export function changesTable(h: Elements, changes: readonly ResourceChange[]): HTMLElement {
  const body = h('tbody', {});
  inFrames()(changes.map((change) => () => body.append(row(h, change))));
  const head = ['Change', 'Resource', 'Type'].map((name) => h('th', { scope: 'col' }, name));
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Resource changes' },
    h(
      'table',
      {},
      h('caption', { class: 'hidden' }, 'Resources that the deployment changes'),
      h('thead', {}, h('tr', {}, ...head)),
      body,
    ),
  );
}

const providerLost = 'whoever signs in through this identity provider, Microsoft Sentinel too, loses access when it goes.';

function row(h: Elements, change: ResourceChange): HTMLElement {
  const [sign, word] = actionWords[change.action];
  const name = change.name ?? change.physicalId ?? change.logicalId;
  const logicalId = name === change.logicalId ? [] : [h('div', { class: 'quiet' }, h.data(change.logicalId))];
  return h(
    'tr',
    {},
    h('td', {}, h('span', { class: `tag ${change.action}` }, h('span', { 'aria-hidden': 'true' }, `${sign} `), word)),
    h('th', { scope: 'row' }, h.data(name), ...logicalId, ...details(h, change)),
    h('td', {}, h.data(change.type)),
  );
}

/** Few rows have any, so they stand under the name and take no column of their own. */
function details(h: Elements, { type, action, replacement, properties }: ResourceChange): readonly HTMLElement[] {
  const replaced = { never: [], conditional: ['May be replaced.'], always: ['Replaced: the old one is deleted.'] }[replacement];
  const isLost = type === 'AWS::IAM::OIDCProvider' && (action === 'remove' || replacement !== 'never');
  return [
    ...replaced.map((words) => h('div', {}, words)),
    ...(isLost ? [h('div', { class: 'danger' }, h('strong', {}, 'Careful: '), providerLost)] : []),
    ...(properties.length === 0 ? [] : [h('div', { class: 'quiet' }, 'Changes: ', h.data(properties.join(', ')))]),
  ];
}
