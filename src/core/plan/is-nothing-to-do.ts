import type { DeploymentPreview } from './deployment-preview';

/** The stack is up to date, and no identity provider of others is to get an audience. */
export const isNothingToDo = ({ action, audiencesToAdd }: Pick<DeploymentPreview, 'action' | 'audiencesToAdd'>): boolean =>
  action === 'none' && audiencesToAdd.length === 0;
