import type { HealthReport } from '../model/health-report';

/** The ARM id of what a report is on; a report whose body does not say it stands under that id. */
export const reportedId = ({ resourceId, id }: HealthReport): string => resourceId ?? id.replace(/\/providers\/Microsoft\.Security\/healthReports.*$/i, '');
