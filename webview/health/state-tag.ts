import type { HealthState } from '../../src/core/model/health';
import type { Elements } from '../elements';

/** A sign and a word each: the colour only repeats them. */
const signs: Readonly<Record<HealthState, readonly [sign: string, word: string]>> = {
  healthy: ['✓', 'Healthy'],
  degraded: ['!', 'Degraded'],
  unhealthy: ['✗', 'Unhealthy'],
  unknown: ['?', 'Unknown'],
};

export function stateTag(h: Elements, state: HealthState): HTMLElement {
  const [sign, word] = signs[state];
  return h('span', { class: `tag ${state}` }, h('span', { 'aria-hidden': 'true' }, `${sign} `), word);
}
