import type { Problem } from '../model/problem';
import type { DeploymentPreview } from './deployment-preview';

/** Why a preview may not be carried out yet: what of it nobody has acknowledged. Undefined when it may. */
export function unacknowledged({ escalations }: Pick<DeploymentPreview, 'escalations'>, acknowledged: readonly string[]): Problem | undefined {
  const [first, ...more] = escalations.filter(({ id }) => !acknowledged.includes(id));
  if (!first) return undefined;
  const others = more.length === 0 ? '' : ` ${more.length} more ${more.length === 1 ? 'has' : 'have'} to be acknowledged as well.`;
  return {
    code: 'invalidInput',
    message: `Not acknowledged yet: ${first.message}${others}`,
    action: `Acknowledge each by itself, on the command line with ${[first, ...more].map(({ id }) => `--acknowledge '${id}'`).join(' ')}.`,
  };
}
