import { expect, test } from 'vitest';
import { readServerAddress } from './address.ts';

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
