/** What a connector can be written as besides its CloudFormation template. */
export const outputKinds = ['terraform', 'arm', 'script-aws', 'script-powershell', 'script-az'] as const;
export type OutputKind = (typeof outputKinds)[number];
