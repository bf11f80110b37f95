import dns from 'node:dns';

/** Notes which hosts are looked up, and finds none: nothing leaves this computer. */
export function watchLookups() {
  const hosts: string[] = [];
  const { lookup } = dns;
  const none = (host: string, _options: unknown, done: (error: Error) => void) => {
    hosts.push(host);
    done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }));
  };
  dns.lookup = none as typeof dns.lookup;
  return { hosts, stop: () => void (dns.lookup = lookup) };
}
