import type { Located } from '../../document/located';

/** True for `{ Fn::If: … }` and its like: what stands there is known only when a stack is made. */
export const isIntrinsic = (node: Located | undefined): boolean =>
  node?.kind === 'map' && node.entries.some(({ key }) => /^(?:Fn::|Ref$|Condition$)/.test(String(key.value))) && node.entries.length === 1;
