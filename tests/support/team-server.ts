import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideNatsServer } from './nats/provide.ts';
import { outputDir } from './paths.ts';

/**
 * `npm run team-server`: a NATS server on this machine to try one list for a team with, until Ctrl-C. What is put
 * on it stays in `.output/team-server` for the next time. It asks nobody who they are: never for real work.
 */
const port = 8423;
const folder = join(outputDir, 'team-server');
const conf = join(folder, 'nats.conf');

mkdirSync(folder, { recursive: true });
writeFileSync(
  conf,
  `server_name: "trial"
listen: "127.0.0.1:4223"
websocket { listen: "127.0.0.1:${port}", no_tls: true }
jetstream { store_dir: "${join(folder, 'store').replaceAll('\\', '/')}", sync_interval: always }
`,
);
const program = provideNatsServer();
console.log(`a NATS server for a trial, on this machine alone (Ctrl-C ends it)

  in Ringback: Options, Team, Start a team
  Server       ws://127.0.0.1:${port}
  Sign in with  nothing
`);
const server = spawn(program, ['-c', conf], { stdio: 'inherit' });
// Ctrl-C reaches the server too, which ends in good order; this one only waits for it.
process.on('SIGINT', () => {});
server.on('exit', (code) => {
  process.exitCode = code ?? 0;
});
