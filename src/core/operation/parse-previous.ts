import { listUpTo, record, textUpTo, type Shape } from '../model/shape';

interface Previous {
  readonly template: string;
  readonly parameters: readonly { readonly key: string; readonly value: string }[];
}

/** A stack as it was before an operation, or undefined where the file says anything else. */
export function parsePrevious(json: string): Previous | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return previous(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const text = textUpTo(4_096);

const previous: Shape<Previous> = record<Previous>({
  template: textUpTo(4_000_000),
  parameters: listUpTo(1_000, record<Previous['parameters'][number]>({ key: text, value: text })),
});
