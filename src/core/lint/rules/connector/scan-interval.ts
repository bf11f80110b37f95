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
    if (!interval || hours.some((known) => known === interval.value)) return;
    const value = Number.parseFloat(String(interval.value));
    const moved = hours.find((known) => known >= value) ?? hours.at(-1);
    const isHours = Number.isFinite(value);
    yield {
      span: interval.span,
      message: isHours && value !== moved
        ? `Scan interval is ${value} hours, and Defender for Cloud knows ${listed(hours)}. Write ${moved}.`
        : `Scan interval must be the number ${listed(hours)}, without quotes or unit.`,
      fixes: isHours ? [replace(`Scan every ${moved} hours`, interval.span, String(moved))] : [],
    };
  },
});

const listed = (hours: readonly number[]): string => `${hours.slice(0, -1).join(', ')} or ${hours.at(-1)}`;
