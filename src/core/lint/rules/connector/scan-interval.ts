import { scanIntervalMistake } from '../../check/scan-interval-mistake';
import { connectorRule } from '../../rule';

export const scanInterval = connectorRule({
  id: 'connector/scan-interval',
  severity: 'error',
  summary: 'The scan interval is 4, 6, 12 or 24 hours.',
  why: `Defender for Cloud scans an AWS account every 4, 6, 12 or 24 hours and nothing between. In February 2025
connectors with another interval were moved: 1 to 3 hours to 4, 5 to 6, 7 to 11 to 12, and 13 or more to 24.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/release-notes-archive',
  checked: '2026-11-22',

  *check({ scanInterval: interval }) {
    const mistake = interval && scanIntervalMistake(interval);
    if (mistake) yield mistake;
  },
});
