import { clearNotifications, notification } from './driver/notifications';
import { closeEditors, editorLine, goTo, quickFix, squiggles } from './driver/editor';
import { startAfresh, ui } from './driver/fixture';
import { openFile, runCommand } from './driver/quick-input';
import { screenshotInEveryTheme } from './driver/screenshot';
import { until } from './driver/until';

describe('an open connector file', () => {
  before(() => startAfresh());
  afterEach(() => closeEditors(ui().page));

  it('is underlined where it is wrong, and put right by a quick fix', async () => {
    const { page } = ui();
    await openFile(page, 'with-mistakes.connector.yaml');
    await squiggles(page, 'error').first().waitFor();
    const line = await lineOf('scanIntervalHours: 8');
    await goTo(page, line, 20);
    const fix = await quickFix(page, 'Scan every 12 hours');
    await screenshotInEveryTheme('squiggle');
    await until(editorLine(page, 'scanIntervalHours: 12'), async () => {
      if (!(await fix.isVisible())) await quickFix(page, 'Scan every 12 hours');
      await fix.click();
    });
    await page.keyboard.press('Control+s');
  });

  it('explains a key on hover', async () => {
    const { page } = ui();
    await openFile(page, 'contoso-development.connector.yaml');
    await goTo(page, await lineOf('scanIntervalHours: 12'), 3);
    await until(page.locator('.monaco-hover').filter({ hasText: /scan/i }).first(), () => runCommand(page, 'Show or Focus Hover'));
    await page.keyboard.press('Escape');
  });

  it('gives its template, and says how large it is', async () => {
    const { page } = ui();
    await openFile(page, 'contoso-organization.connector.yaml');
    await runCommand(page, 'Defender Connectors: Generate Template');
    await page.getByRole('tab', { name: /contoso-organization\.template\.json/ }).first().waitFor();
    await notification(page, /contoso-organization\.template\.json written: [\d,]+ bytes/);
    await clearNotifications(page);
  });
});

/** Number of the line with this text, as the editor's margin tells it: lenses stand between the lines. */
async function lineOf(text: string): Promise<number> {
  const line = editorLine(ui().page, text).first();
  await line.waitFor();
  return line.evaluate((element) => {
    const top = element.getBoundingClientRect().top;
    const numbers = [...(element.closest('.monaco-editor')?.querySelectorAll('.line-numbers') ?? [])];
    return Number(numbers.find((number) => Math.abs(number.getBoundingClientRect().top - top) < 3)?.textContent);
  });
}
