/** The provider that an ARN names, as condition keys have it: `sts.windows.net/…/`; undefined for other ARNs. */
export const pathIn = (arn: string): string | undefined => /:oidc-provider\/(.*)$/s.exec(arn)?.[1];

/** The account that an IAM ARN names; undefined where it is not written out. */
export const accountIn = (arn: string): string | undefined => /^arn:[^:]*:(?:iam|sts)::(\d{12})(?::|$)/.exec(arn)?.[1];
