import { catalog } from '../../catalog/catalog';
import type { LocatedScalar } from '../../document/located';
import { replace } from '../fix/replace';
import type { RuleFinding } from '../rule';

/** An interval that Defender for Cloud does not know. Microsoft moved such in February 2025: the fix moves it the same way. */
export function scanIntervalMistake(interval: LocatedScalar): RuleFinding | undefined {
  const { hours } = catalog.scanIntervals;
  if (hours.some((known) => known === interval.value)) return undefined;
  const value = Number.parseFloat(String(interval.value));
  const moved = hours.find((known) => known >= value) ?? hours.at(-1);
  const isHours = Number.isFinite(value);
  return {
    span: interval.span,
    message: isHours && value !== moved
      ? `Scan interval is ${value} hours, and Defender for Cloud knows ${listed(hours)}. Write ${moved}.`
      : `Scan interval must be the number ${listed(hours)}, without quotes or unit.`,
    fixes: isHours ? [replace(`Scan every ${moved} hours`, interval.span, String(moved))] : [],
  };
}

const listed = (hours: readonly number[]): string => `${hours.slice(0, -1).join(', ')} or ${hours.at(-1)}`;
