import type { Locator } from 'playwright-core';

/** Acts again until the effect shows: a window that is still settling drops a key press now and then. */
export async function until(effect: Locator, act: () => Promise<void>, tries = 5): Promise<void> {
  for (let left = tries - 1; ; left--) {
    await act();
    try {
      await effect.waitFor({ timeout: left > 0 ? 3000 : 15_000 });
      return;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
