import type { Connector } from '../core/model/connector';
import type { Result } from '../core/model/result';
import type { DeploymentPreview } from '../core/plan/deployment-preview';
import type { Control } from './control';
import type { DeploymentPorts } from './ports';

export interface PreviewRequest {
  readonly connector: Connector;
  readonly template: PreviewTemplate;
  /** Sentences to carry into the preview, such as what the generator left out. */
  readonly notes?: readonly string[];
}

/** What `generateTemplate` gives, or a template file of the user with its parsed body. */
export interface PreviewTemplate {
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly bytes: number;
  readonly limit: number;
  readonly minified: boolean;
  /** Where the same text lies in S3, when it is too large for a request. */
  readonly url?: string;
}

/** Finds out all that a deployment would do, as a change set that nobody has executed. */
export async function previewDeployment(
  _ports: DeploymentPorts,
  _request: PreviewRequest,
  _control: Control = {},
): Promise<Result<DeploymentPreview>> {
  throw new Error('previewDeployment is being written');
}
