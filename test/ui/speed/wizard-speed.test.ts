import { strict as assert } from 'node:assert';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { summarize } from '../../../bench/statistics';
import { root } from '../../../tools/host/root';
import { startServer, type Server } from '../../../tools/host/server';
import { newPage, startAfresh, ui } from '../driver/fixture';
import { quickPickItems, runCommand } from '../driver/quick-input';
import { until } from '../driver/until';
import { webviewFrame } from '../driver/webview';
import { openWindow } from '../driver/window';
import { fill, fillAccount, press, toggle } from '../wizard-page';

const rounds = 5;

/** What we aim at, printed with what was measured; a test fails only where it is missed so many times over, which no busy machine does to a median. */
const aims = { paintMs: 150, keyMs: 30 } as const;
const guard = 4;
const verdict = (value: number, aim: number): string => `aim ${aim} ms: ${value <= aim ? 'reached' : 'missed'}`;

const longestPage = 350_000;

describe('how soon the wizard is there', function () {
  this.timeout(240_000);
  let server: Server;
  let page: Page;

  before(async () => {
    await startAfresh();
    server = await startServer({ env: ui().cloud.env, install: [root, join(root, 'test', 'ui', 'empty-page')] });
    page = await newPage(ui().browser);
  });

  after(async () => {
    await page.close();
    await server.stop();
  });

  /** From the key press that runs the command to the first paint of the page, in a new window. */
  async function firstPaint(title: string, marker: string): Promise<number> {
    await openWindow(page, server, ui().folder);
    const input = page.locator('.quick-input-widget input[type=text]').first();
    await until(input, () => page.keyboard.press('F1'));
    await input.fill(`>${title}`);
    await quickPickItems(page).filter({ has: page.getByText(title, { exact: true }) }).first().waitFor();
    await page.evaluate(rememberEnter);
    await page.keyboard.press('Enter');
    const frame = await webviewFrame(page, marker);
    const painted = await frame.evaluate(untilPainted);
    return painted - (await page.evaluate(enterTime));
  }

  it('has little to load', () => {
    for (const name of ['onboarding.js', 'onboarding.css', 'starter.js']) assert.ok(statSync(join(root, 'dist', 'webview', name)).size <= longestPage, name);
  });

  it('paints soon after what VS Code needs to show an empty page', async () => {
    const empty: number[] = [];
    const wizard: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      empty.push(await firstPaint('Test: Open Empty Page', '#empty-page'));
      wizard.push(await firstPaint('Defender Connectors: Add AWS Account', '.steps'));
    }
    const [alone, ours] = [summarize(empty).p50, summarize(wizard).p50];
    const figures = `empty page ${alone.toFixed(0)} ms (${words(empty)}), wizard ${ours.toFixed(0)} ms (${words(wizard)}), difference ${(ours - alone).toFixed(0)} ms`;
    console.log(`      first paint after the command, new windows: ${figures}; ${verdict(ours - alone, aims.paintMs)}`);
    assert.ok(ours - alone < guard * aims.paintMs, figures);
  });

  it('shows in the preview at once what was typed, with all plans on', async () => {
    await openWindow(page, server, ui().folder);
    await runCommand(page, 'Defender Connectors: Add AWS Account');
    const frame = await webviewFrame(page, 'main[aria-busy="false"] .steps');
    await fillAccount(frame, '123456789012');
    await fill(frame, 'name', 'speed');
    await press(frame, 'Next');
    await frame.locator('h2', { hasText: 'Select plans' }).waitFor();
    await toggle(frame, 'plans.defenderCspm');
    await frame.getByRole('button', { name: /Account details/ }).click();
    const name = frame.locator('[data-field="name"] input');
    await name.focus();
    await frame.locator('aside .line', { hasText: 'sensitiveDataDiscovery' }).waitFor();
    const times: Previewed[] = [];
    for (let index = 0; index < 30; index += 1) {
      await frame.evaluate(watchPreview);
      await page.keyboard.press('x');
      times.push(await frame.evaluate(untilPreviewed));
    }
    const { p50, p95 } = summarize(times.map(({ drawn }) => drawn));
    const checked = summarize(times.map((each) => each.checked));
    const figures = `median ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${times.length} key presses; checked by the server: median ${checked.p50.toFixed(1)} ms, p95 ${checked.p95.toFixed(1)} ms`;
    console.log(`      key press to the preview in the page, all plans on: ${figures}; ${verdict(p50, aims.keyMs)}`);
    assert.ok(p50 <= guard * aims.keyMs, figures);
  });
});

const words = (values: readonly number[]): string => values.map((value) => value.toFixed(0)).join(', ');

/* These run in the browser. Times of all frames count from the same clock. */

const rememberEnter = (): void =>
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') document.documentElement.dataset['entered'] = String(performance.timeOrigin + event.timeStamp);
    },
    { capture: true },
  );

const enterTime = (): number => Number(document.documentElement.dataset['entered']);

/** Milliseconds after the key press. */
interface Previewed {
  /** The file in the preview is the new one. */
  readonly drawn: number;
  /** The server has said what is wrong with it, and how large the template is. */
  readonly checked: number;
}

interface Watching {
  previewed?: Promise<Previewed>;
}

/** Measures from the next input event to the change of the preview that follows, and to the server's answer. */
const watchPreview = (): void => {
  const panel = document.querySelector('aside .file');
  (window as Watching).previewed = new Promise((resolve) => {
    document.addEventListener(
      'input',
      ({ timeStamp }) => {
        const drawn = new Promise<number>((seen) => {
          const observer = new MutationObserver(() => {
            observer.disconnect();
            seen(performance.now() - timeStamp);
          });
          if (panel) observer.observe(panel, { childList: true, subtree: true, characterData: true });
        });
        const checked = new Promise<number>((seen) => window.addEventListener('message', () => setTimeout(() => seen(performance.now() - timeStamp)), { once: true }));
        void Promise.all([drawn, checked]).then(([first, second]) => resolve({ drawn: first, checked: second }));
      },
      { once: true, capture: true },
    );
  });
};

const untilPreviewed = (): Promise<Previewed> => (window as Watching).previewed ?? Promise.reject(new Error('Nothing is watched.'));

const untilPainted = (): Promise<number> =>
  new Promise((resolve) => {
    new PerformanceObserver((entries) => {
      const [first] = entries.getEntriesByName('first-contentful-paint');
      if (first) resolve(performance.timeOrigin + first.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
