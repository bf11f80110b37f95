import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { commandIds } from '../../src/extension/platform/contributions';
import { theExtension } from './the-extension';

describe('activation', () => {
  before(() => theExtension().activate());

  it('registers every command that the manifest names, and no other', async () => {
    const registered = (await vscode.commands.getCommands(true)).filter((id) => id.startsWith('defenderConnectors.'));
    const own = registered.filter((id) => !/\.(connectors)?\.?(focus|open|resetViewLocation|removeView|toggleVisibility)$/.test(id));
    const views = own.filter((id) => id.startsWith('defenderConnectors.connectors'));
    assert.deepEqual(own.filter((id) => !views.includes(id)).sort(), [...commandIds].sort());
  });
});
