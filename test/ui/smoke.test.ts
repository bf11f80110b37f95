import { strict as assert } from 'node:assert';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { outDir, startAfresh, ui } from './driver/fixture';
import { screenshotInEveryTheme } from './driver/screenshot';
import { themeNames } from './driver/themes';
import { openView } from './driver/views';

describe('VS Code with the extension installed', () => {
  before(() => startAfresh());

  it('shows its view in the side bar', async () => {
    await openView(ui().page, 'Defender Connectors');
    await ui().page.locator('.sidebar .pane-body').first().waitFor();
  });

  it('can be photographed in every theme', async () => {
    await screenshotInEveryTheme('window');
    for (const theme of themeNames) assert.ok((await stat(join(outDir, `window-${theme}.png`))).size > 10_000);
  });
});
