import { strict as assert } from 'node:assert';
import type { Frame, Page } from 'playwright-core';
import { startAfresh, ui } from './driver/fixture';
import { runCommand } from './driver/quick-input';
import { screenshot, setTheme } from './driver/screenshot';
import { violations } from './deployment-page';
import { addAccount, choose, fill, fillAccount, press, toggle, wizardAt } from './wizard-page';

/** A window of 1280 by 800 at 200 % has half as many pixels of CSS; an editor of 600 px is what is left of a narrow window. */
const sizes = { 'at 200 % zoom': { width: 640, height: 400 }, 'in an editor of 600 px': { width: 650, height: 800 } } as const;

const longName = 'a-very-long-name-of-a-connector-'.repeat(8);
const fromRightToLeft = '\u0645\u062c\u0645\u0648\u0639\u0629-\u202Etxet';
const steps = ['Account details', 'Select plans', 'Configure access', 'Review and generate'] as const;

describe('the layout of the wizard', function () {
  this.timeout(180_000);
  let page: Page;

  before(async () => {
    page = await startAfresh();
    await setTheme('light');
    await runCommand(page, 'View: Close Primary Side Bar').catch(() => undefined);
    const frame = await addAccount(page);
    await fillAccount(frame, '123456789012');
    await choose(frame, 'account.type', 'Management account');
    await fill(frame, 'account.excluded', Array.from({ length: 40 }, (_, index) => String(210987654321 + index)).join(', '));
    await fill(frame, 'azure.resourceGroup', 'g'.repeat(90));
    await fill(frame, 'name', `${longName}${fromRightToLeft}`);
    await press(frame, 'Next');
    await wizardAt('Select plans');
    await toggle(frame, 'plans.defenderCspm');
    await press(frame, 'Next');
    await wizardAt('Configure access');
    await frame.getByText('Role names').click();
    await fill(frame, 'roles.cspmMonitor', 'N'.repeat(64));
  });

  for (const [where, size] of Object.entries(sizes)) {
    for (const [index, step] of steps.entries()) {
      it(`loses nothing of "${step}" ${where}, with very long names and text from right to left`, async () => {
        await page.setViewportSize(size);
        const frame = await wizardAtStep(step, index);
        await frame.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
        await page.waitForTimeout(300);
        assert.deepEqual(await frame.evaluate(overflowing), []);
        assert.deepEqual(await unreachable(frame), []);
        assert.deepEqual(await violations(frame), []);
        if (where === 'at 200 % zoom') await screenshot(`wizard-zoom-${index + 1}`, 'light');
        else await screenshot(`wizard-600-${index + 1}`, 'light');
      });
    }
  }
});

async function wizardAtStep(step: string, index: number): Promise<Frame> {
  const { page } = ui();
  const frame = await wizardAt('');
  await frame.locator('.steps button').nth(index).click();
  await frame.locator('h2', { hasText: step }).first().waitFor();
  await page.waitForTimeout(200);
  return frame;
}

/** Scrolls each control into sight and asks whether it is what one would hit there. */
async function unreachable(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>('button, summary, a, vscode-button, vscode-checkbox, vscode-radio, vscode-text-field, vscode-text-area');
    const lost: string[] = [];
    for (const control of controls) {
      if (control.getClientRects().length === 0) continue;
      control.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = control.getClientRects()[0];
      if (!box) continue;
      const hit = document.elementFromPoint(box.left + Math.min(box.width / 2, 10), box.top + box.height / 2);
      if (hit === null || !(control.contains(hit) || hit.contains(control))) lost.push(`${control.localName} ${control.textContent?.slice(0, 60)} is under ${hit?.localName} ${hit?.className}`);
    }
    return lost;
  });
}

/** What sticks out of the page to the side, or is cut off by its own box. Runs in the page. */
const overflowing = (): readonly string[] => {
  const width = document.documentElement.clientWidth;
  const found: string[] = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} px wide in ${width} px`] : [];
  for (const element of document.querySelectorAll<HTMLElement>('main *')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || element.closest('.file') || getComputedStyle(element).position === 'absolute') continue;
    const words = `${element.localName}.${element.className} "${(element.textContent ?? '').slice(0, 40)}"`;
    if (box.left < -1 || box.right > width + 1) found.push(`${words} reaches from ${box.left} to ${box.right} in ${width} px`);
    const style = getComputedStyle(element);
    if (style.overflowX !== 'visible' && style.overflowX !== 'auto' && element.scrollWidth > element.clientWidth + 1) found.push(`${words} is cut off`);
  }
  return found;
};
