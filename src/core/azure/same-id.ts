/** Azure compares ids without regard to case, and a leading slash is often left out. */
export const sameId = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (id: string): string => id.toLowerCase().replace(/^\/+|\/+$/g, '');
