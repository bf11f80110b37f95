import { shown } from '../../../document/shown';
import { valueAt } from '../../../document/value-at';
import { armFacts } from '../../arm/arm-properties';
import { appendEntry } from '../../fix/append-to';
import { replace } from '../../fix/replace';
import { writeScalar } from '../../fix/write-scalar';
import { nearest } from '../../nearest';
import { type RuleFinding, armConnectorRule } from '../../rule';
import type { ArmConnectorView } from '../../view/arm-view';

export const apiVersion = armConnectorRule({
  id: 'arm/api-version',
  severity: 'error',
  summary: 'The api-version is one that Microsoft.Security/securityConnectors has, of 2023 or later.',
  why: `Connectors have api-versions of their own, all of them previews: there is no stable one. Those of 2021 and 2022 do
not know the newer offerings and settings, which are then neither checked nor returned: told as a warning. A bare body
names no api-version, because the request does; ${armFacts.assumedVersion} is assumed for it.`,
  source: 'https://learn.microsoft.com/azure/templates/microsoft.security/securityconnectors',
  checked: '2026-11-22',

  *check(connector) {
    const { document, apiVersion: version } = connector;
    if (version.assumed) yield* missing(connector);
    else if (!version.node) yield* noText(connector);
    if (!version.node || version.value === undefined) return;
    const meant = armFacts.apiVersions.includes(version.value) ? undefined : (nearest(version.value, armFacts.apiVersions, 3) ?? armFacts.assumedVersion);
    const write = (text: string) => [replace(`Write ${text}`, version.node?.span ?? { start: 0, end: 0 }, writeScalar(document, version.node, text))];
    if (meant && version.value > newest) {
      yield { span: version.node.span, severity: 'information', message: `Api-version ${shown(version.value)} is newer than those known on ${armFacts.checked}. What it changed is not checked.` };
    } else if (meant) {
      yield { span: version.node.span, message: `Api-version ${shown(version.value)} does not exist for securityConnectors. Write ${meant}.`, fixes: write(meant) };
    } else if (version.value < armFacts.oldBefore.apiVersion) {
      yield {
        span: version.node.span,
        severity: 'warning',
        message: `Api-version ${version.value} does not know the newer offerings and settings, and drops them. Write ${armFacts.assumedVersion}.`,
        fixes: write(armFacts.assumedVersion),
      };
    }
  },
});

const newest = armFacts.apiVersions.at(-1) ?? '';

/** An `apiProfile` of the template stands in for it. */
function* missing({ document, map, type, inTemplate }: ArmConnectorView): Iterable<RuleFinding> {
  if (!inTemplate || !type || valueAt(document.root, 'apiProfile')) return;
  yield {
    span: type.span,
    message: `The resource names no api-version, which a template needs. Add "apiVersion": "${armFacts.assumedVersion}".`,
    fixes: [{ title: `Add api-version ${armFacts.assumedVersion}`, edits: [appendEntry(document, map, 'apiVersion', `"${armFacts.assumedVersion}"`)] }],
  };
}

/** What stands there is somebody's work: it is not overwritten. */
function* noText({ map }: ArmConnectorView): Iterable<RuleFinding> {
  const value = valueAt(map, 'apiVersion');
  if (!value) return;
  yield {
    span: value.span,
    message: `The api-version is a ${value.kind === 'map' ? 'map' : 'list'}, and has to be one text. Write "${armFacts.assumedVersion}" instead.`,
  };
}
