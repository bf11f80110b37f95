import type { ConnectorIssue } from '../model/health';

/** What an issue is called where it stands alone: a check of ours is named after what should hold. */
export const issueTitle = ({ source, name }: Pick<ConnectorIssue, 'source' | 'name'>): string => (source === 'verification' ? `Failed check: ${name}` : name);
