/** Why an address cannot be a team's server. */
export type AddressProblem = 'address' | 'not-encrypted' | 'credentials-in-address';

/** The address as it is kept, or why not. */
export type ReadAddress = { ok: true; address: string } | { ok: false; problem: AddressProblem };

// The extension's policy (wxt.config.ts) allows these two by plain WebSocket, and no other.
const loopback = new Set(['localhost', '127.0.0.1']);

/**
 * Reads what was typed as the address of a NATS server over WebSocket: `wss://` anywhere, plain `ws://` to this
 * machine alone. Without a scheme it is `wss://`.
 */
export function readServerAddress(typed: string): ReadAddress {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `wss://${text}`);
  if (!url || url.hostname === '' || !['wss:', 'ws:'].includes(url.protocol)) {
    return { ok: false, problem: 'address' };
  }
  // They would be stored and shown as part of the address.
  if (url.username !== '' || url.password !== '') return { ok: false, problem: 'credentials-in-address' };
  if (url.protocol === 'ws:' && !loopback.has(url.hostname)) return { ok: false, problem: 'not-encrypted' };
  const path = url.pathname === '/' ? '' : url.pathname;
  return { ok: true, address: `${url.protocol}//${url.host}${path}` };
}

/** Whether a stored or pasted address is one, written as it is kept. */
export function isServerAddress(address: string): boolean {
  const read = readServerAddress(address);
  return read.ok && read.address === address;
}
