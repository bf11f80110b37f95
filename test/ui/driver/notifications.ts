import type { Locator, Page } from 'playwright-core';
import { runCommand } from './quick-input';

/** A notification that is shown, by a part of its text. Waits for it. */
export async function notification(page: Page, text: string | RegExp): Promise<Locator> {
  const toast = page.locator('.notification-toast').filter({ hasText: text }).first();
  await toast.waitFor({ timeout: 20_000 });
  return toast;
}

export const clearNotifications = (page: Page): Promise<void> => runCommand(page, 'Notifications: Clear All Notifications');
