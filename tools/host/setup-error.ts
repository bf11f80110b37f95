/** This machine lacks something or refuses something. The message is one sentence for the person at the keyboard, so it is shown without a stack. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
