#!/usr/bin/env node
// Stands where @vscode/test-electron expects the desktop VS Code, and runs the same suite in the host of tools/host.
import { register as registerCommonJs } from 'tsx/cjs/api';
import { register as registerModules } from 'tsx/esm/api';

registerCommonJs();
registerModules();
await import('./code-shim.ts');
