/** A record's address: what may be kept of it, and what makes two addresses the same record. */
import { unescaped } from '../domain/text.ts';

/** Parameter names that hold secrets or session state, whatever the product. */
const secretName =
  /^(?:.*(?:token|passw|secret|session|jwt|apikey|api_key|signature|credential|nonce|otp|csrf|xsrf|assertion|saml).*|auth|authorization|sid|jsessionid|phpsessid|aspsessionid.*|key|pwd|pass|code|state|sig|hmac|ticket|cas_ticket|sso|relaystate|refresh|id_token_hint|login_hint|x-amz-.*|expires|policy_sig)$/i;

/** Values that are secrets by their shape: a JWT, or a long run of random characters with both cases and digits. */
const secretValue = /^(?:eyJ[\w-]{8,}\.[\w-]+\.?[\w-]*|(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w-]{40,})$/;

/** A `ticket` or `code` that is a plain number is a record's, not a secret. */
const plainId = /^[A-Za-z]{0,5}[-_]?\d{1,12}$/;

/** Parameters that say how a page is shown or where the agent came from, not which record it is. */
const viewName =
  /^(?:utm_.*|ref|referrer|source|from|tab|view|viewid|sort|order|orderby|page|pagesize|per_page|limit|offset|lang|locale|theme|appid|filter|q|query|search|highlight|expand|collapsed|scroll|mode|layout|_.*|ts|timestamp|cachebust|gclid|fbclid|format|rows|forceuci|newwindow|navbar|cmdbar|nav|ws|count|results|back|return.*|redirect.*)$/i;

function isSecret(name: string, value: string): boolean {
  if (secretValue.test(value)) return true;
  if (!secretName.test(name)) return false;
  return !(/^(?:ticket|code|key|state)$/i.test(name) && plainId.test(value));
}

function withoutSecrets(params: string): string {
  return params
    .split('&')
    .filter((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return pair !== '' && !isSecret(decode(name), decode(rest.join('=')));
    })
    .join('&');
}

/** A part of a query as it was typed. */
function decode(text: string): string {
  return unescaped(text.replaceAll('+', ' '));
}

/** Session ids in the path ("/view;jsessionid=…/12", "/(S(abc))/x", "/cb&access_token=…"). */
function cleanPath(path: string): string {
  return path
    .replace(/;(?:jsessionid|sid|phpsessid|session)[^/?#;]*/gi, '')
    .replace(/\/\(S\([^)]*\)\)/g, '')
    .replace(/(^|[&;/])([^=&;/?#]+)=([^&;/?#]*)/g, (pair, sign, name, value) =>
      isSecret(decode(name), decode(value)) ? sign.replace(/[&;]/, '') : pair,
    )
    .split('/')
    .filter((part) => !secretValue.test(part))
    .join('/');
}

/** The hash as a route with its own parameters ("#/contact/12?token=…", "#access_token=…&id=3"). */
function cleanHash(hash: string): string {
  const body = hash.replace(/^#/, '');
  if (!body) return '';
  const mark = body.indexOf('?');
  const route = mark >= 0 ? body.slice(0, mark) : /^[^/!]*=/.test(body) ? '' : body;
  const params = mark >= 0 ? body.slice(mark + 1) : route ? '' : body;
  const kept = withoutSecrets(params);
  const out = `${cleanPath(route)}${kept && (route ? '?' : '')}${kept}`;
  return out ? `#${out}` : '';
}

/**
 * The address as it may be stored and shown: without user info, session tokens and other secrets, with
 * everything that says which record it is.
 * @param url any text; what is no http(s) address gives ''
 */
export function sanitizePageUrl(url: string): string {
  const once = sanitizedOnce(url);
  const kept = sanitizedOnce(once);
  // What is taken away may bring something else to its place; what does not settle is not kept.
  return kept === sanitizedOnce(kept) ? kept : '';
}

function sanitizedOnce(url: string): string {
  const parsed = parse(url);
  if (!parsed) return '';
  const query = withoutSecrets(parsed.search.slice(1));
  return `${parsed.origin}${cleanPath(parsed.pathname)}${query && `?${query}`}${cleanHash(parsed.hash)}`.slice(
    0,
    2000,
  );
}

/**
 * The same record gives the same key: origin, path, hash route and the parameters that name a record, in
 * alphabetical order.
 */
export function recordKey(url: string): string {
  const parsed = parse(sanitizePageUrl(url));
  if (!parsed) return '';
  const query = recordParams(parsed.search.slice(1));
  const [route = '', inRoute = ''] = parsed.hash.replace(/^#/, '').split('?');
  // A plain fragment is a place on the page; a route starts with "/" or "!", or names a record by number.
  const isRoute = /^[/!]/.test(route) || /\d/.test(route) || route.includes('/');
  const params = recordParams(inRoute || (/=/.test(route) ? route : ''));
  const hash = isRoute && !/=/.test(route) ? route.replace(/\/+$/, '') : '';
  const path = parsed.pathname.replace(/\/+$/, '');
  return `${parsed.origin}${path}${query && `?${query}`}${hash && `#${hash}`}${params && `&${params}`}`;
}

function recordParams(params: string): string {
  return params
    .split('&')
    .filter((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return pair !== '' && value !== '' && !viewName.test(decode(name));
    })
    .sort()
    .join('&');
}

function parse(url: string): URL | null {
  try {
    const parsed = new URL(url);
    return /^https?:$/.test(parsed.protocol) ? parsed : null;
  } catch {
    return null;
  }
}
