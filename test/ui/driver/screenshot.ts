import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outDir, ui, type Fixture } from './fixture';
import { themeNames, themes, type ThemeName } from './themes';

type Window = Pick<Fixture, 'page' | 'folder'>;

/** Writes out/screenshots/<name>-<theme>.png of the shared window, or of another one. */
export async function screenshot(name: string, theme: ThemeName, window: Window = ui()): Promise<void> {
  await setTheme(theme, window);
  await window.page.screenshot({ path: join(outDir, `${name}-${theme}.png`), animations: 'disabled' });
}

export async function screenshotInEveryTheme(name: string, window: Window = ui()): Promise<void> {
  for (const theme of themeNames) await screenshot(name, theme, window);
  await setTheme('dark', window);
}

/** By the workspace's settings file, which VS Code watches: nothing on the screen moves or loses the focus for it. */
export async function setTheme(theme: ThemeName, { page, folder }: Window = ui()): Promise<void> {
  const { id, marker } = themes[theme];
  const file = join(folder, '.vscode', 'settings.json');
  const settings: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(file, JSON.stringify(Object.assign({}, settings, { 'workbench.colorTheme': id }), null, 2));
  await page.locator(`.monaco-workbench.${marker}`).waitFor({ timeout: 15_000 });
  await page.waitForTimeout(500); // Webviews and icons are coloured a moment after the window.
}
