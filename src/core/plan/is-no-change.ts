/** CloudFormation fails a change set that would change nothing, and says so only in prose, in one of two ways. */
const texts = ["The submitted information didn't contain changes.", 'No updates are to be performed.'];

export const isNoChange = (reason: string | null): boolean => texts.some((text) => reason?.startsWith(text) ?? false);
