import { expectedValues } from '../catalog/preconditions';
import type { ManagedInstance } from './facts';

/**
 * Whether the list of Azure Arc has an operating system as the SSM agent names it: Linux by name and version, such as
 * `Debian GNU/Linux` and `12`, Windows by its name alone. Another name than the list's says nothing.
 */
export function arcSupport(platform: ManagedInstance['platform']): 'supported' | 'unsupported' | 'unknown' {
  const family = listed.filter((one) => platform?.name.includes(one.name) === true);
  if (!platform || family.length === 0) return 'unknown';
  const version = /Windows Server (\d{4})/.exec(platform.name)?.[1] ?? platform.version;
  if (version === '') return 'unknown';
  return family.some((one) => version === one.version || version.startsWith(`${one.version}.`)) ? 'supported' : 'unsupported';
}

const listed = expectedValues('operatingSystems').map((value) => {
  const at = value.lastIndexOf(' ');
  return { name: value.slice(0, at), version: value.slice(at + 1) };
});
