import { loadOnce } from '../platform/load-once';
import type { DeploymentSessions, SessionsHost } from './deployment-sessions';

/** The deployments of this window: a file of its own, loaded when somebody first deploys, or looks at what was deployed. */
export type LoadSessions = () => Promise<DeploymentSessions>;

export const loadSessionsOnce = (host: SessionsHost): LoadSessions =>
  loadOnce(() => import('./deployment-sessions').then(({ DeploymentSessions }) => new DeploymentSessions(host))).load;
