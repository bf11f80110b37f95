import { DecodeAuthorizationMessageCommand } from '@aws-sdk/client-sts';
import type { AuthorizationPort } from '../../app/ports';
import type { AwsCall } from './aws-call';

export const authorizationPort = (call: AwsCall): AuthorizationPort => ({
  decode: (encoded, signal) =>
    call({
      doing: 'decode the reason of a refusal',
      signal,
      async send({ sts }, options) {
        return (await sts.send(new DecodeAuthorizationMessageCommand({ EncodedMessage: encoded }), options)).DecodedMessage ?? '';
      },
    }),
});
