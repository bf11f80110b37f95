/** What an ARN of a role says, or undefined where it is none. */
export function roleArnParts(arn: string): { readonly partition: string; readonly account: string; readonly name: string } | undefined {
  const match = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/(?:[\x21-\x7e]+\/)?([\w+=,.@-]{1,64})$/.exec(arn);
  return match ? { partition: match[1] ?? '', account: match[2] ?? '', name: match[3] ?? '' } : undefined;
}
