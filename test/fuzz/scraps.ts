/** Bits of text that files are bent with: what means something to YAML, JSON, CloudFormation or us, and what means nothing to anyone. */
export const scraps = [
  '', '\n', '\r\n', '\r', '\t', ' ', '    ', '\u00A0', '\u0085', '\u2028', '\uFEFF', '\u200B', '\u202E', '\0', '\u0007',
  ':', ': ', '- ', '? ', ',', '"', "'", '`', '[', ']', '{', '}', '#', ' #', '|\n', '>-\n', '|2+\n', '---\n', '...\n', '%YAML 1.1\n---\n', '*', '\\', '\\u', '\\uD800', '@', '%', '!',
  '&a ', '*a', '&a [*a]', '<<: *a\n', '<<: [*a, *b]\n', '!Ref ', '!Sub ', '!GetAtt ', '!If [a, b, c]', '!!binary ', '!!set ', '!!omap ', '!!timestamp ', '!!str ', '!!float ', '!<tag:yaml.org,2002:map> ', '!<!Ref> ',
  '0', '-0', '1e999', '-1e999', '0x7fffffff', '0o17', '012', '9007199254740993', '1_000', '.inf', '.nan', '12345678901234567890123456789', '1.7976931348623157e308',
  'null', '~', 'true', 'no', 'y', '2026-01-01', '12:30:45', '=', '{}', '[]', '""', "''",
  '__proto__', 'constructor', 'toString', 'hasOwnProperty',
  '\uD800', '\uDC00', '😀', 'e\u0301', 'ı', 'İ', 'ß', '𝟙𝟚𝟛', '\u0661\u0662\u0663', 'a'.repeat(300), '9'.repeat(400), '${', '${}', '${!Literal}', '${AWS::AccountId}', '${a.b}', '{{resolve:ssm:x}}', '{{ x }}', "[concat('a')]", '[[x]', '[parameters(\'p\')]',
  'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d', 'https://', '/', '//', '*', 'arn:aws:iam::123456789012:role/x', 'arn:aws-cn:iam:::', 'sts:*', 'MicrosoftDefenderForClouds_', 'MicrosoftSentinel_', 'api://', 'DefenderForCloud-',
  '# defender-disable-next-line connector/schema\n', '# defender-disable-file x\n', '# defender-disable-file', 'AWSTemplateFormatVersion: "2010-09-09"\n', '"Resources": {', 'Type: AWS::IAM::Role\n', '"(a+)+$"', '(a|a)*b', '[', '(?<x>',
  '"environmentType": "AwsAccount",', '"hierarchyIdentifier": 123456789012,', '"subPlan": 2,', '"type": "Microsoft.Security/securityConnectors",',
] as const;
