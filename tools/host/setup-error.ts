/** This machine lacks something or refuses something. The message is a sentence for the person at the keyboard, so it is shown without a stack. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

export const toUserText = (error: unknown): string => {
  if (error instanceof SetupError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
