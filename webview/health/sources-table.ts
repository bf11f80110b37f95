import type { HealthSource, SourceHealth } from '../../src/core/model/health';
import type { Elements } from '../elements';
import { stateTag } from './state-tag';

const names: Readonly<Record<HealthSource, string>> = {
  azure: 'Defender for Cloud',
  aws: 'CloudFormation',
  verification: 'Our verification',
  files: 'The file',
};

/** Every source with what it says, when it looked, and whether that still counts. */
export function sourcesTable(h: Elements, sources: readonly SourceHealth[]): HTMLElement {
  const head = ['Source', 'Says', 'Why', 'Looked'].map((name) => h('th', { scope: 'col' }, name));
  return h(
    'div',
    { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Sources' },
    h(
      'table',
      {},
      h('caption', { class: 'hidden' }, 'What each source says of the connector'),
      h('thead', {}, h('tr', {}, ...head)),
      h('tbody', {}, ...sources.map((source) => row(h, source))),
    ),
  );
}

function row(h: Elements, { source, said, reason, age, stale }: SourceHealth): HTMLElement {
  const old = stale === null ? [] : [h('div', { class: 'quiet' }, 'No longer counts: ', h.data(stale))];
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, names[source]),
    h('td', {}, said === null ? 'Not asked' : stateTag(h, said)),
    h('td', {}, h.data(reason), ...old),
    h('td', {}, h.data(age ?? (source === 'files' ? 'now' : '–'))),
  );
}
