import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { summarize } from '../../../bench/statistics';
import { seedMany } from '../../sandbox/azure/many-connectors';
import { pressDialogButton } from '../driver/dialog';
import { startAfresh, ui } from '../driver/fixture';
import { clearNotifications, notification } from '../driver/notifications';
import { runCommand } from '../driver/quick-input';
import { screenshot } from '../driver/screenshot';
import { expand, openView, treeItem } from '../driver/views';

/** Printed with what was measured; a test fails only where 10,000 connectors make frames longer than the same window has without them. */
const aimMs = 16;

describe('10,000 connectors in the tree', function () {
  this.timeout(240_000);
  before(async () => {
    await openView(await startAfresh(), 'Defender Connectors');
    seedMany(ui().cloud.sandbox);
  });

  it('leave the window its frames while they are read, shown, scrolled and read again', async () => {
    const { page } = ui();
    await treeItem(page, /contoso-development/).waitFor();
    const idle = await framesDuring(page, () => page.waitForTimeout(4_000));
    const moving = await framesDuring(page, () => scroll(page));
    const commanding = await framesDuring(page, () => clearNotifications(page));
    await runCommand(page, 'Defender Connectors: Sign in to Azure');
    await pressDialogButton(page, 'Allow');
    const reading = await framesDuring(page, async () => {
      await notification(page, /Signed in to Azure/);
      await treeItem(page, /Subscription 0\b/).waitFor({ timeout: 60_000 });
    });
    await clearNotifications(page);
    const opening = await framesDuring(page, async () => {
      // The lower first: what is open pushes the next out of sight.
      for (const name of [/Subscription 1\b/, /Subscription 0\b/]) await expand(page, name);
      await treeItem(page, /\bconnector-1\b/).waitFor();
    });
    const scrolling = await framesDuring(page, () => scroll(page));
    const calls = ui().cloud.sandbox.requests().length;
    const again = await framesDuring(page, async () => {
      await runCommand(page, 'Defender Connectors: Refresh Connectors');
      await whenQuiet(page);
    });
    await screenshot('many-connectors', 'dark');
    for (const [what, frames] of Object.entries({ idle, 'idle, scrolled': moving, 'idle, a command': commanding, reading, opening, scrolling, 'reading again': again })) console.log(`      ${what}: ${words(frames)}`);
    console.log(`      ${ui().cloud.sandbox.requests().length - calls} calls for reading again`);
    assert.ok(ui().cloud.sandbox.requests().length - calls <= 60);
    assert.ok(ui().cloud.sandbox.requests().length > calls, 'nothing was read again');
    for (const frames of [scrolling, again]) assert.ok(median(frames) <= Math.max(2 * aimMs, 3 * median(moving)), words(frames));
  });
});

interface Frames {
  readonly deltas: readonly number[];
  /** Tasks of the page's thread of more than 50 ms. */
  readonly longTasks: readonly number[];
}

const median = ({ deltas }: Frames): number => summarize(deltas).p50;

const words = ({ deltas, longTasks }: Frames): string => {
  const { p50, p95 } = summarize(deltas);
  return `frames ${p50.toFixed(0)} ms, at the 95th percentile ${p95.toFixed(0)} ms, longest ${Math.max(...deltas).toFixed(0)} ms; ${longTasks.length} long tasks${longTasks.length > 0 ? `, longest ${Math.max(...longTasks).toFixed(0)} ms` : ''}`;
};

async function framesDuring(page: Page, work: () => Promise<unknown>): Promise<Frames> {
  const watching = await page.evaluateHandle(watchFrames);
  await work();
  return watching.evaluate((stop) => stop());
}

/** Runs in the window, so no function in it has a name of its own: what compiles this would ask for a helper that is not there. */
const watchFrames = (): (() => Frames) => {
  const deltas: number[] = [];
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ entryTypes: ['longtask'] });
  const loop = {
    isOn: true,
    last: performance.now(),
    frame(now: number): void {
      deltas.push(now - loop.last);
      loop.last = now;
      if (loop.isOn) requestAnimationFrame((at) => loop.frame(at));
    },
  };
  requestAnimationFrame((at) => loop.frame(at));
  return () => {
    loop.isOn = false;
    observer.disconnect();
    return { deltas: deltas.slice(1), longTasks };
  };
};

async function scroll(page: Page): Promise<void> {
  await treeItem(page, /contoso-development|Subscription 0\b/).hover();
  for (let turn = 0; turn < 40; turn++) {
    await page.mouse.wheel(0, turn < 20 ? 120 : -120);
    await page.waitForTimeout(50);
  }
}

/** Until nothing has been asked of the cloud for a while. */
async function whenQuiet(page: Page): Promise<void> {
  const count = () => ui().cloud.sandbox.requests().length;
  for (let before = -1; before !== count(); await page.waitForTimeout(2_000)) before = count();
}
