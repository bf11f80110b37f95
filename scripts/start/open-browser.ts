import { spawn } from 'node:child_process';

/** Shows an address in the user's browser, where there is a screen. Says whether it tried. */
export function openBrowser(url: string): boolean {
  const opener = openerFor(process.platform);
  if (!opener) return false;
  const [file, ...args] = opener;
  const child = spawn(file, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('The browser could not be opened; open the address yourself.'));
  child.unref();
  return true;
}

function openerFor(platform: NodeJS.Platform): readonly [file: string, ...args: string[]] | undefined {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined;
}
