import { strict as assert } from 'node:assert';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { outDir, startAfresh, ui } from './driver/fixture';
import { runCommand } from './driver/quick-input';
import { screenshotInEveryTheme } from './driver/screenshot';
import { themeNames } from './driver/themes';

describe('VS Code with the extension installed', () => {
  before(startAfresh);

  it('counts it among the installed ones', async () => {
    const { page } = ui();
    await runCommand(page, 'Extensions: Show Installed Extensions');
    await page.locator('.extensions-list .name').getByText('Defender Connectors').first().waitFor();
  });

  it('can be photographed in every theme', async () => {
    await screenshotInEveryTheme('window');
    for (const theme of themeNames) assert.ok((await stat(join(outDir, `window-${theme}.png`))).size > 10_000);
  });
});
