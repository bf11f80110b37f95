// npm start: VS Code with this extension on examples/, against a local sandbox cloud.
import { acceptTypeScript, ensureDependencies } from './dependencies.mjs';
import { ensureGenerated } from './generated.mjs';

ensureDependencies();
ensureGenerated();
await acceptTypeScript();
await import('./start/main.ts');
