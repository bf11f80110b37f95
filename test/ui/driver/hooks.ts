import type { Context } from 'mocha';
import { exitOnSignal } from '../../../tools/host/exit-on-signal';
import { closeAll, startBrowser, takeFailurePicture } from './fixture';

exitOnSignal();

/** What mocha runs around the tests of each file, whichever process it gives the file to. */
export const mochaHooks = {
  async beforeAll(this: Context): Promise<void> {
    this.timeout(120_000);
    await startBrowser();
  },

  async afterEach(this: Context): Promise<void> {
    if (this.currentTest?.state === 'failed') await takeFailurePicture(this.currentTest.fullTitle());
  },

  async afterAll(this: Context): Promise<void> {
    this.timeout(30_000);
    await closeAll();
  },
};
