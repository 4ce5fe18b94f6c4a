import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isServerAddress, readServerAddress } from './address.ts';

test.each([
  ['wss://lists.example.com', 'wss://lists.example.com'],
  ['  lists.example.com:8443 ', 'wss://lists.example.com:8443'],
  ['WSS://Lists.Example.com/', 'wss://lists.example.com'],
  ['wss://example.com/nats', 'wss://example.com/nats'],
  ['wss://example.com?x=1#y', 'wss://example.com'],
  ['ws://localhost:4222', 'ws://localhost:4222'],
  ['ws://127.0.0.1:8080', 'ws://127.0.0.1:8080'],
  ['wss://[2001:db8::1]:443', 'wss://[2001:db8::1]'],
])('%s is kept as %s', (typed, address) => {
  expect(readServerAddress(typed)).toEqual({ ok: true, address });
});

test.each([
  ['ws://lists.example.com', 'not-encrypted'],
  ['ws://192.168.1.5:8080', 'not-encrypted'],
  ['ws://localhost.example.com', 'not-encrypted'],
  ['ws://127.0.0.1.example.com', 'not-encrypted'],
  ['ws://0.0.0.0', 'not-encrypted'],
  ['wss://chris:secret@lists.example.com', 'credentials-in-address'],
  ['ws://127.0.0.1@lists.example.com', 'credentials-in-address'],
  ['https://lists.example.com', 'address'],
  ['nats://lists.example.com:4222', 'address'],
  ['javascript://alert(1)', 'address'],
  ['', 'address'],
  ['wss://', 'address'],
  ['two words', 'address'],
])('%s is refused: %s', (typed, problem) => {
  expect(readServerAddress(typed)).toEqual({ ok: false, problem });
});

test('whatever is typed: an address is encrypted or of this machine, and names nobody', () => {
  const typed = fc.oneof(
    fc.string(),
    fc.webUrl({ validSchemes: ['ws', 'wss', 'http', 'https', 'nats'] }),
    fc.webAuthority({ withUserInfo: true, withPort: true }).map((host) => `wss://${host}/`),
    fc.constantFrom(
      'ws://127.0.0.1:8080',
      'ws://localhost.evil.example',
      'ws://127.0.0.1@evil.example',
      'wss://[::1]',
    ),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const read = readServerAddress(text);
      if (!read.ok) return;
      const { protocol, hostname, username, password } = new URL(read.address);
      expect(protocol === 'wss:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)).toBe(true);
      expect([username, password]).toEqual(['', '']);
      expect(isServerAddress(read.address)).toBe(true);
    }),
  );
});
