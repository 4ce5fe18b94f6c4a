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
