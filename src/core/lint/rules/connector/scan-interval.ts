import { catalog } from '../../../catalog/catalog';
import { replace } from '../../fix/replace';
import { connectorRule } from '../../rule';

/** Microsoft moved other intervals to the known ones in February 2025: the fix moves them the same way. */
export const scanInterval = connectorRule({
  id: 'connector/scan-interval',
  severity: 'error',
  summary: 'The scan interval is 4, 6, 12 or 24 hours.',
  why: `Defender for Cloud scans an AWS account every 4, 6, 12 or 24 hours and nothing between. In February 2025
connectors with another interval were moved: 1 to 3 hours to 4, 5 to 6, 7 to 11 to 12, and 13 or more to 24.`,
  source: 'https://learn.microsoft.com/azure/defender-for-cloud/release-notes-archive',
  checked: '2026-11-22',

  *check({ scanInterval: interval }) {
    const { hours } = catalog.scanIntervals;
    const value = interval?.value;
    if (!interval || typeof value !== 'number' || hours.includes(value)) return;
    const moved = hours.find((known) => known >= value) ?? hours.at(-1);
    yield {
      span: interval.span,
      message: `Scan interval is ${value} hours, and Defender for Cloud knows ${listed(hours)}. Write ${moved}.`,
      fixes: [replace(`Scan every ${moved} hours`, interval.span, String(moved))],
    };
  },
});

const listed = (hours: readonly number[]): string => `${hours.slice(0, -1).join(', ')} or ${hours.at(-1)}`;
