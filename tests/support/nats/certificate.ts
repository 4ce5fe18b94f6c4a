import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate for localhost that nobody trusts, in a folder of its own, made with openssl. */
export function selfSigned(): { cert: string; key: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'ringback-tls-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const done = spawnSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
      .concat(['-keyout', key, '-out', cert])
      .concat(['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']),
    { encoding: 'utf8' },
  );
  if (done.status !== 0)
    throw new Error(`openssl makes no certificate: ${done.stderr || done.error?.message}`);
  return { cert, key, folder };
}
