import type { TemplateScope } from '../../core/plan/template-scope';
import type { DeploymentPorts, Identity } from '../ports';
import type { Deployed } from '../preview/read-deployed';
import type { CheckList } from './check-list';

/** What the checks of a deployment share. */
export interface Look {
  readonly ports: DeploymentPorts;
  readonly list: CheckList;
  readonly signal: AbortSignal | undefined;
}

/** The same once account, stack and parameters are known. */
export interface FullLook extends Look {
  readonly caller: Identity;
  readonly stack: string;
  readonly deployed: Deployed;
  readonly scope: TemplateScope;
}
