import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stop as end, endWithUs } from './browsers/display.ts';
import { freePorts } from './nats/ports.ts';
import { type NatsVersion, provideNatsServer } from './nats/provide.ts';
import { reasonOf, until } from './wait.ts';

/** What a started server is to be like; everything may be left out. */
export interface NatsOptions {
  /** '2.10' (that or newer, the default) or '2.9', which Ringback refuses. */
  version?: NatsVersion;
  /** Without it there is JetStream, kept in a folder that goes when the server is stopped. */
  jetStream?: boolean;
  /** More of the configuration, as in nats.conf: accounts, users, limits. Nobody has to log in without it. */
  conf?: string;
  /** Certificate and key files for `wss://`; without them the WebSocket is plain. */
  tls?: { cert: string; key: string };
  /** A whole configuration of one's own in place of the above, and files to lie beside it, by name. */
  whole?: { text: (place: NatsPlace) => string; files: Record<string, string> };
}

/** Where a server is to listen and to keep what it stores. */
export interface NatsPlace {
  name: string;
  client: number;
  ws: number;
  /** For `http:`, which every configuration here needs: `start` asks there whether the server is ready. */
  monitor: number;
  route: number;
  /** Of all nodes of the cluster. */
  routes: number[];
  store: string;
}

/** A real nats-server on loopback. */
export interface NatsServer {
  name: string;
  /** For clients over TCP: `nats://127.0.0.1:…`. */
  url: string;
  /** For browsers: `ws://127.0.0.1:…`, or `wss://localhost:…` with TLS. */
  wsUrl: string;
  wsPort: number;
  /** The folder of all that it stores. */
  readonly store: string;
  /** The server's own pages about itself: `http://127.0.0.1:…` (`/varz`, `/jsz`, `/connz`). */
  monitorUrl: string;
  /** What it has logged so far. */
  log(): string;
  /** Ends it in good order and removes what it stored. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash: what it stored stays, `start` brings it back on the same ports. */
  kill(): Promise<void>;
  /**
   * Starts it again after `kill`, and waits until it answers.
   * @param otherwise what is at its address from now on: another version, other users, with another folder to keep
   *   things in. As it was without it.
   */
  start(otherwise?: NatsOptions): Promise<void>;
  /** Has it read other `conf` (see NatsOptions) while it runs, and waits until it has. */
  reload(conf: string): Promise<void>;
  /** Stops it in its tracks without ending it (SIGSTOP), as a network that is cut: connections stay open. */
  freeze(): void;
  thaw(): void;
}

/** Three servers as one cluster. */
export interface NatsCluster {
  nodes: NatsServer[];
  /** The node that leads a stream (`KV_bucket` is a bucket's) in an account; fails where none does. */
  leaderOf(stream: string, account?: string): Promise<NatsServer>;
  stop(): Promise<void>;
}

/** Starts one server and waits until it answers. A missing server throws with what to install. */
export async function startNats(options: NatsOptions = {}): Promise<NatsServer> {
  const [server] = await startAll(1, options);
  if (!server) throw new Error('no server was started');
  return server;
}

/** Starts three servers that form a cluster and waits until each of them follows a leader. */
export async function startNatsCluster(options: NatsOptions = {}): Promise<NatsCluster> {
  const nodes = await startAll(3, options);
  try {
    await until('a cluster of three', () => isWhole(nodes), { within: 30_000 });
  } catch (error) {
    await Promise.all(nodes.map((node) => node.stop()));
    throw error;
  }
  return {
    nodes,
    leaderOf: (stream, account) =>
      until(`a leader of ${stream}`, async () => {
        // Only a node that says so of itself: the others name one that has just died for a while.
        for (const node of nodes) {
          if ((await leaderSeenBy(node, stream, account).catch(() => undefined)) === node.name) return node;
        }
        return undefined;
      }),
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
    },
  };
}

async function startAll(size: number, options: NatsOptions): Promise<NatsServer[]> {
  const program = provideNatsServer(options.version);
  const ports = await freePorts(size * 4);
  const routes = ports.slice(0, size);
  const nodes = await Promise.all(
    routes.map((route, index) => {
      const [client = 0, ws = 0, monitor = 0] = ports.slice(size + index * 3);
      return prepare(program, { name: `n${index + 1}`, client, ws, monitor, route, routes }, options);
    }),
  );
  try {
    await Promise.all(nodes.map((node) => node.start()));
  } catch (error) {
    await Promise.all(nodes.map((node) => node.stop()));
    throw error;
  }
  return nodes;
}

async function prepare(
  program: string,
  where: Omit<NatsPlace, 'store'>,
  options: NatsOptions,
): Promise<NatsServer> {
  const folder = await mkdtemp(join(tmpdir(), 'ringback-nats-'));
  const conf = join(folder, 'nats.conf');
  let place = { ...where, store: join(folder, 'store') };
  let run = program;
  let changes = 0;
  for (const [name, text] of Object.entries(options.whole?.files ?? {})) {
    await writeFile(join(folder, name), text);
  }
  await writeFile(conf, options.whole?.text(place) ?? confOf(place, options));
  let child: ChildProcess | undefined;
  let said = '';
  const monitorUrl = `http://127.0.0.1:${place.monitor}`;
  return {
    name: place.name,
    url: `nats://127.0.0.1:${place.client}`,
    wsUrl: options.tls ? `wss://localhost:${place.ws}` : `ws://127.0.0.1:${place.ws}`,
    wsPort: place.ws,
    monitorUrl,
    get store() {
      return place.store;
    },
    log: () => said,
    async start(otherwise) {
      if (otherwise) {
        run = provideNatsServer(otherwise.version);
        changes += 1;
        place = { ...place, store: join(folder, `store-${changes}`) };
        await writeFile(conf, confOf(place, otherwise));
      }
      const started = spawn(run, ['-c', conf], { stdio: ['ignore', 'ignore', 'pipe'] });
      child = started;
      endWithUs(started);
      let failed = '';
      started.on('error', (error) => {
        failed = reasonOf(error);
      });
      started.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      const ready = async () => {
        if (failed || started.exitCode !== null) return 'over';
        return (await fetch(`${monitorUrl}/healthz`)).ok && 'ready';
      };
      if ((await until(`nats-server ${place.name}`, ready, { within: 30_000 })) === 'ready') return;
      throw new Error(`nats-server does not start: ${failed || said.trim().split('\n').pop()}`);
    },
    async kill() {
      if (child) await end(child, 'SIGKILL');
    },
    async stop() {
      if (child) {
        child.kill('SIGCONT');
        await end(child);
      }
      await rm(folder, { recursive: true, force: true });
    },
    async reload(text) {
      const before = said.length;
      await writeFile(conf, confOf(place, { ...options, conf: text }));
      child?.kill('SIGHUP');
      await until('the reload', () =>
        /Reloaded server configuration|Failed to reload/.test(said.slice(before)),
      );
      const [problem] = /Failed to reload.*/.exec(said.slice(before)) ?? [];
      if (problem) throw new Error(problem);
    },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  };
}

function confOf(place: NatsPlace, options: NatsOptions): string {
  const { jetStream = true, tls, conf = '' } = options;
  const secured = tls ? `tls { cert_file: "${tls.cert}", key_file: "${tls.key}" }` : 'no_tls: true';
  // As shipped in lib/team/server: what was acknowledged is on disk. 2.9 does not know the setting.
  const sync = options.version === '2.9' ? '' : ', sync_interval: always';
  const kept = `jetstream { store_dir: "${place.store}"${sync} }`;
  return `server_name: ${place.name}
listen: "127.0.0.1:${place.client}"
http: "127.0.0.1:${place.monitor}"
websocket { listen: "127.0.0.1:${place.ws}", ${secured} }
${jetStream ? kept : ''}
${place.routes.length > 1 ? clusterConf(place) : ''}
${conf}
`;
}

function clusterConf({ route, routes }: NatsPlace): string {
  const others = routes.map((port) => `"nats://127.0.0.1:${port}"`).join(', ');
  return `cluster { name: c${routes[0]}, listen: "127.0.0.1:${route}", routes: [${others}] }`;
}

/** Whether one of them leads and has the two others with it: only then can a list be kept three times. */
async function isWhole(nodes: NatsServer[]): Promise<boolean> {
  for (const node of nodes) {
    const page = (await (await fetch(`${node.monitorUrl}/jsz`)).json()) as JetStreamPage;
    const followers = page.meta_cluster?.replicas ?? [];
    const there = followers.filter(({ current, offline }) => current && !offline);
    if (page.meta_cluster?.leader === node.name && there.length === nodes.length - 1) return true;
  }
  return false;
}

/** The part of `/jsz` that says how the cluster is. */
interface JetStreamPage {
  meta_cluster?: { leader?: string; replicas?: { current?: boolean; offline?: boolean }[] };
}

/** The part of `/jsz` that says who leads a stream. */
interface StreamsPage {
  account_details?: {
    name: string;
    stream_detail?: { name: string; cluster?: { leader?: string } }[];
  }[];
}

async function leaderSeenBy(node: NatsServer, stream: string, account?: string): Promise<string | undefined> {
  const answer = await fetch(`${node.monitorUrl}/jsz?streams=true&accounts=true`, {
    signal: AbortSignal.timeout(2_000),
  });
  const page = (await answer.json()) as StreamsPage;
  const accounts = page.account_details?.filter(({ name }) => !account || name === account) ?? [];
  return accounts.flatMap((each) => each.stream_detail ?? []).find(({ name }) => name === stream)?.cluster
    ?.leader;
}
