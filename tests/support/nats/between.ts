import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What stands between a client and a server: it can fail as networks do. */
export interface Between {
  /** For clients: `ws://127.0.0.1:…`. */
  wsUrl: string;
  /** Nothing comes through any more and nobody is told; what was sent waits, as TCP has it. */
  stall(): void;
  /** Open connections are reset, new ones too. */
  cut(): void;
  /** All is well again. */
  join(): void;
  close(): void;
}

type Way = 'sent' | 'received';

/**
 * Stands on loopback before a server that listens there.
 * @param onBytes told of each packet as the client sees it
 */
export async function standBetween(
  port: number,
  onBytes: (way: Way, bytes: number) => void = () => {},
): Promise<Between> {
  let [stalled, isCut] = [false, false];
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    if (isCut) {
      client.resetAndDestroy();
      return;
    }
    const server = connect(port, '127.0.0.1');
    const pairs = [
      [client, server, 'sent'],
      [server, client, 'received'],
    ] as const;
    for (const [from, to, way] of pairs) {
      sockets.add(from);
      from.on('data', (bytes) => {
        onBytes(way, bytes.length);
        to.write(bytes);
      });
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on('error', () => to.destroy());
      if (stalled) from.pause();
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    wsUrl: `ws://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    stall() {
      stalled = true;
      for (const socket of sockets) socket.pause();
    },
    cut() {
      isCut = true;
      for (const socket of sockets) socket.resetAndDestroy();
    },
    join() {
      [stalled, isCut] = [false, false];
      for (const socket of sockets) socket.resume();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}
