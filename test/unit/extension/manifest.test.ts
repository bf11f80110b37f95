import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { commandIds, pageTypes, serverSettingDefaults, settingDefaults, viewIds } from '../../../src/extension/platform/contributions';

interface MenuEntry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly icon: string;
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: string; readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string; readonly enablement?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly icon: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown; readonly scope?: string }>> };
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const { commands, menus, views, configuration } = manifest.contributes;
const credentialCommands = ['verifyConnector', 'signInToAzure', 'selectSubscriptions', 'writeConnectorToAzure', 'importConnectorFromAzure', 'deleteConnectorInAzure', 'previewDeployment', 'deployConnector', 'chooseProfile', 'chooseRegion'].map((name) => `defenderConnectors.${name}`);

describe('the manifest', () => {
  it('has the commands that the code knows, in one category', () => {
    assert.deepEqual(commands.map(({ command }) => command).sort(), [...commandIds].sort());
    assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['Defender Connectors']);
  });

  it('has the settings that the code reads, with the same defaults', () => {
    const defaults = Object.fromEntries(Object.entries(configuration.properties).map(([key, { default: value }]) => [key.replace('defenderConnectors.', ''), value]));
    assert.deepEqual(defaults, { ...settingDefaults, ...serverSettingDefaults });
  });

  it('has the views and pages that the code makes', () => {
    assert.deepEqual(Object.values(views).flat().map(({ id }) => id), Object.values(viewIds));
    for (const type of Object.values(pageTypes)) assert.ok(manifest.activationEvents.includes(`onWebviewPanel:${type}`), type);
  });

  it('has menus of known commands only, and one icon at most in the editor title', () => {
    for (const { command } of Object.values(menus).flat()) assert.ok(commandIds.includes(command), command);
    assert.equal(menus['editor/title']?.filter(({ group }) => group?.startsWith('navigation')).length, 1);
  });

  it('offers nothing that uses credentials in a restricted workspace', () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, 'limited');
    for (const id of credentialCommands) {
      assert.equal(commands.find(({ command }) => command === id)?.enablement, 'isWorkspaceTrusted', id);
      for (const { command, when } of Object.values(menus).flat()) {
        if (command === id) assert.match(when ?? '', /isWorkspaceTrusted/, id);
      }
    }
  });

  it('lets no workspace set a profile: machine-overridable, and restricted', () => {
    const key = 'defenderConnectors.profile';
    assert.equal(configuration.properties[key]?.scope, 'machine-overridable');
    assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(key));
  });

  it('wakes up for our files and pages only', () => {
    assert.deepEqual(manifest.activationEvents, ['onLanguage:yaml', 'onLanguage:json', 'onLanguage:jsonc', 'onWebviewPanel:defenderConnectors.deployment', 'onWebviewPanel:defenderConnectors.onboarding', 'onWebviewPanel:defenderConnectors.health', 'onWebviewPanel:defenderConnectors.coverage']);
  });

  it('has every word in package.nls.json, and none too many', () => {
    const words: unknown = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    const used = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words as object).sort());
  });

  it('has pictures that exist, drawn in outline for the activity bar and as PNG for the gallery', () => {
    for (const { icon } of Object.values(views).flat()) assert.match(readFileSync(icon, 'utf8'), /fill="none" stroke="currentColor"/);
    assert.match(manifest.icon, /\.png$/);
    assert.ok(existsSync(manifest.icon));
  });
});
