import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordKey, sanitizePageUrl } from './record-url.ts';

describe('sanitizePageUrl', () => {
  it.each([
    ['https://dana:pw@crm.example/c/12?token=abc&id=9', 'https://crm.example/c/12?id=9'],
    ['https://crm.example/c;jsessionid=AB12/12?sid=9', 'https://crm.example/c/12'],
    ['https://crm.example/cb#access_token=xyz&id=3', 'https://crm.example/cb#id=3'],
    ['https://crm.example/#/contact/12?auth=zz&tab=2', 'https://crm.example/#/contact/12?tab=2'],
    ['https://crm.example/t?ticket=48201', 'https://crm.example/t?ticket=48201'],
    ['https://crm.example/t?x=eyJhbGciOiJI.eyJzdWIiOiIx.abc', 'https://crm.example/t'],
    ['javascript:alert(1)', ''],
    ['not a url', ''],
  ])('%s is kept as %s', (url, kept) => expect(sanitizePageUrl(url)).toBe(kept));
});

describe('recordKey', () => {
  it('is the same for views of one record', () => {
    expect(recordKey('https://crm.example/c/12?tab=a&utm_source=x')).toBe(
      recordKey('https://crm.example/c/12/?tab=b'),
    );
    expect(recordKey('https://crm.example/c/12#notes')).toBe(recordKey('https://crm.example/c/12'));
  });

  it('differs between records, also by query and hash route', () => {
    const keys = [
      'https://crm.example/c?id=1',
      'https://crm.example/c?id=2',
      'https://crm.example/#/c/1',
      'https://crm.example/#/c/2',
    ];
    expect(new Set(keys.map(recordKey)).size).toBe(4);
  });
});

describe('whatever an address looks like', () => {
  const part = fc.stringMatching(/^[\w%.;=&#?/-]{0,30}$/);
  const secret = fc.stringMatching(/^[A-Za-z0-9]{12,30}$/).map((text) => `S3cret${text}`);
  const secretPart = fc
    .tuple(fc.constantFrom('access_token', 'session_id', 'password', 'JSESSIONID', 'x-amz-signature'), secret)
    .map(([name, value]) => ({ pair: `${name}=${value}`, value }));

  it('it is kept as an address of a page, or not at all, and the same again when it is kept once more', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (url) => {
          const kept = sanitizePageUrl(url);
          expect(kept === '' || /^https?:\/\//.test(kept)).toBe(true);
          expect(sanitizePageUrl(kept)).toBe(kept);
          expect(typeof recordKey(url)).toBe('string');
        },
      ),
    );
  });

  it('what becomes parameters only once something is taken away is looked at again', () => {
    const kept = sanitizePageUrl('http://a.example#&=?');
    expect(kept).toBe('http://a.example/#=');
    expect(sanitizePageUrl(kept)).toBe(kept);
  });

  it('no session of the agent’s stays in it, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.webUrl(),
        part,
        secretPart,
        fc.constantFrom('?', '#', '#/?'),
        (url, other, { pair, value }, sign) => {
          const address = `${url}${sign}${other.replace(/[?#]/g, '')}&${pair}`;
          expect(sanitizePageUrl(address)).not.toContain(value);
          expect(sanitizePageUrl(url.replace('://', `://agent:${value}@`))).not.toContain(value);
        },
      ),
    );
  });
});
