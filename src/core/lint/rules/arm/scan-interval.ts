import { scanIntervalMistake } from '../../check/scan-interval-mistake';
import { armConnectorRule } from '../../rule';

export const armScanInterval = armConnectorRule({
  id: 'arm/scan-interval',
  severity: 'error',
  summary: 'The scan interval is the number 4, 6, 12 or 24.',
  why: `The specification speaks of 1 to 24 hours and checks nothing; Defender for Cloud scans every 4, 6, 12 or 24 hours.
In February 2025 connectors with another interval were moved: 1 to 3 hours to 4, 5 to 6, 7 to 11 to 12, and 13 or more
to 24. What comes back from Azure then differs from what the file says.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/release-notes-archive',
  checked: '2026-11-22',

  *check({ at }) {
    const interval = at('environmentData.scanInterval')?.value;
    if (interval?.kind !== 'scalar' || interval.value === null) return;
    const mistake = scanIntervalMistake(interval);
    if (mistake) yield mistake;
  },
});
