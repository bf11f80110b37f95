// npm test: every suite, one closing line. `npm test -- unit ui` runs only those.
import { acceptTypeScript, ensureDependencies } from './dependencies.mjs';
import { ensureGenerated } from './generated.mjs';

ensureDependencies();
ensureGenerated();
await acceptTypeScript();
await import('./test/main.ts');
