/** The provider that an ARN names, as condition keys have it: `sts.windows.net/…/`; undefined for other ARNs. */
export const pathIn = (arn: string): string | undefined => /:oidc-provider\/(.*)$/s.exec(arn)?.[1];

/** An ARN whose colons all separate parts: what CloudFormation fills in stands as `<Partition>`. */
export const plainArn = (arn: string): string => arn.replace(/\$\{AWS::(\w+)\}/g, '<$1>');

/** The service that an ARN names; undefined for what is not an ARN. */
export const serviceIn = (arn: string): string | undefined => /^arn:[^:]*:([\w-]+):/.exec(plainArn(arn))?.[1];

/** The account that an IAM ARN names, or that a principal is by its number; undefined where it is not written out. */
export const accountIn = (principal: string): string | undefined => /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(plainArn(principal))?.[1];
