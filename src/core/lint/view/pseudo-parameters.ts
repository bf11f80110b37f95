import { templateSyntax } from '../../catalog/template-syntax';

/** What `Ref` and `Fn::Sub` know without a declaration. */
export const { pseudoParameters } = templateSyntax;
