import type { Coverage, CoverageColumn } from '../../coverage/coverage';
import { accountsLine } from './text';

const rowHeight = 26;
const top = 44;
const [labelWidth, barWidth, figureWidth] = [420, 340, 100];

/** The bar chart as a picture of its own: light and dark, with its figures as texts, and without anything from elsewhere. */
export function coverageSvg({ accounts, columns }: Coverage): string {
  const [width, height] = [labelWidth + barWidth + figureWidth, top + columns.length * rowHeight + 12];
  const spoken = columns.map(({ name, covered, total }) => `${name}: ${covered} of ${total}`).join('; ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title id="title">Coverage of AWS accounts by plan</title>`,
    `<desc id="desc">${escaped(spoken)}</desc>`,
    `<style>${style}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    `<text class="plan" x="12" y="26">${escaped(`Coverage: ${accountsLine(accounts)}`)}</text>`,
    ...columns.map(barOf),
    '</svg>',
    '',
  ].join('\n');
}

function barOf({ name, plan, covered, total }: CoverageColumn, index: number): string {
  const y = top + index * rowHeight;
  const filled = total === 0 ? 0 : Math.round((covered / total) * barWidth);
  return [
    `<text class="${plan === null ? 'plan' : 'feature'}" x="${plan === null ? 12 : 28}" y="${y + 17}">${escaped(shortened(name))}</text>`,
    `<rect class="track" x="${labelWidth}" y="${y + 5}" width="${barWidth}" height="16"/>`,
    `<rect class="bar" x="${labelWidth}" y="${y + 5}" width="${filled}" height="16"/>`,
    `<text class="feature" x="${labelWidth + barWidth + 12}" y="${y + 17}">${covered} of ${total}</text>`,
  ].join('');
}

/** Contrast of text and of bars against the ground is above 4.5 in both. */
const style = [
  'text{font:13px system-ui,sans-serif;fill:#1f2328}.plan{font-weight:600}.ground{fill:#fff}.track{fill:#fff;stroke:#6e7781}.bar{fill:#0a5ea8}',
  '@media (prefers-color-scheme:dark){text{fill:#e6edf3}.ground{fill:#0d1117}.track{fill:#0d1117;stroke:#8b949e}.bar{fill:#58a6ff}}',
].join('');

const shortened = (name: string): string => (name.length <= 60 ? name : `${name.slice(0, 59)}…`);

const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
