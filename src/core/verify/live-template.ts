import type { LocatedDocument } from '../document/located';
import { readDocument } from '../document/read-document';
import type { RelatedFiles } from '../lint/related-files';
import { type TemplateView, templateView } from '../lint/view/template-view';
import type { IamRole, RolePolicies } from '../model/iam-role';
import type { IdentityProvider } from '../model/identity-provider';

export interface LiveRole {
  readonly role: IamRole;
  /** Null where the policies could not be read. */
  readonly policies: RolePolicies | null;
}

export interface LiveTemplate {
  readonly document: LocatedDocument;
  readonly view: TemplateView;
}

/**
 * What stands in IAM, written as a template: so the same code reads both, and a role that was changed by hand is judged
 * as it would be in a file. A name or a policy cannot become a function of CloudFormation here, as IAM holds plain data.
 * The metadata make it a template of ours also where there is nothing.
 */
export function liveTemplate(roles: readonly LiveRole[], providers: readonly IdentityProvider[], related: RelatedFiles): LiveTemplate {
  const resources = Object.fromEntries([
    ...providers.map((provider, index) => [`Provider${index}`, providerResource(provider)]),
    ...roles.map((role, index) => [`Role${index}`, roleResource(role)]),
  ]);
  const document = readDocument(JSON.stringify({ Metadata: { DefenderConnectors: { Features: [] } }, Resources: resources }), 'json');
  const view = templateView(document, related);
  if (!view) throw new Error('A template made of what stands in IAM is no template.');
  return { document, view };
}

const providerResource = ({ url, audiences, thumbprints }: IdentityProvider): object => ({
  Type: 'AWS::IAM::OIDCProvider',
  Properties: { Url: `https://${url}`, ClientIdList: audiences, ThumbprintList: thumbprints },
});

function roleResource({ role, policies }: LiveRole): object {
  const { attached = [], inline = [] } = policies ?? {};
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: role.name,
      AssumeRolePolicyDocument: role.trust,
      ManagedPolicyArns: attached.filter(({ document }) => document === null).map(({ arn }) => arn),
      Policies: [...inline, ...attached.filter(({ document }) => document !== null)].map(({ name, document }) => ({ PolicyName: name, PolicyDocument: document })),
    },
  };
}
