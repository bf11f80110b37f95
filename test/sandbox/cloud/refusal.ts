/** A check for `assert.rejects`: the error a real SDK client raises has this code, and this text and status where given. */
export const refusal = (code: string, message?: string | RegExp, status?: number) => (error: unknown): true => {
  const { name, message: text, $metadata } = error as { name: string; message: string; $metadata?: { httpStatusCode?: number } };
  const fits =
    name === code &&
    (message === undefined || (typeof message === 'string' ? text === message : message.test(text))) &&
    (status === undefined || $metadata?.httpStatusCode === status);
  if (fits) return true;
  throw new Error(`Expected ${code} ${message ?? ''} ${status ?? ''}, got ${name} ${text} ${$metadata?.httpStatusCode ?? ''}`);
};
