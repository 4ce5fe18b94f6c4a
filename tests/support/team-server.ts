import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideNatsServer } from './nats/provide.ts';
import { outputDir } from './paths.ts';

/**
 * `npm run team-server`: a NATS server on this machine to try one list for a team with, until Ctrl-C. What is put
 * on it stays in `.output/team-server` for the next time. It asks nobody who they are: never for real work. Another
 * port: `npm run team-server -- 8500`, with a list of its own; programs that are no browser use the next one (8501).
 */
const usual = 8423;
const port = Number(process.argv[2] ?? usual);
const tcp = port === usual ? 4223 : port + 1;
const folder = join(outputDir, port === usual ? 'team-server' : `team-server-${port}`);
const conf = join(folder, 'nats.conf');

mkdirSync(folder, { recursive: true });
writeFileSync(
  conf,
  `server_name: "trial"
listen: "127.0.0.1:${tcp}"
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
