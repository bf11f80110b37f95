export interface SandboxAccount {
  readonly id: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly alias?: string;
}

/** The accounts of the demo. The keys open nothing but this sandbox. */
export const defaultAccounts: readonly SandboxAccount[] = [
  {
    id: '123456789012',
    accessKeyId: 'AKIASANDBOXSINGLE001',
    secretAccessKey: 'sandbox-secret-of-the-single-account',
    alias: 'sandbox-single',
  },
  {
    id: '210987654321',
    accessKeyId: 'AKIASANDBOXMANAGE002',
    secretAccessKey: 'sandbox-secret-of-the-management-account',
    alias: 'sandbox-management',
  },
  {
    id: '345678901234',
    accessKeyId: 'AKIASANDBOXOTHERS003',
    secretAccessKey: 'sandbox-secret-of-the-other-account',
    alias: 'sandbox-other',
  },
];
