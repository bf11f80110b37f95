/** A name of CloudFormation's or IAM's as Terraform names things: `CspmMonitorRole` is `cspm_monitor_role`. */
export const snakeCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^(?=[0-9])/, '_')
    .toLowerCase();
