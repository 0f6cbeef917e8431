import { createServer, type Server } from "node:net";
import { expect, test } from "vitest";
import { SoundCompute } from "../../../../src/broken/sound-compute.ts";
import { runOf, tryClause } from "../../../support/try-clause.ts";

test("SHUTDOWN_CLAUSES are kept by a plugin that has one port and gives it back", async () => {
  let port = 0;
  class Serving extends SoundCompute {
    #server: Server | undefined;

    override async startup(): Promise<void> {
      const server = createServer();
      this.#server = server;
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", resolve);
      });
      const address = server.address();
      if (typeof address === "object" && address !== null) ({ port } = address);
    }

    override async shutdown(): Promise<void> {
      const server = this.#server;
      this.#server = undefined;
      if (server !== undefined) await new Promise((resolve) => server.close(resolve));
    }
  }
  const { clauses } = await runOf(Serving).report();
  expect(clauses.filter(({ result }) => result === "broken" || result === "untried")).toEqual([]);
});

test("shutdown/stops-timers and closes-handles say what is left, how much of it, and where it was made", async () => {
  const timers: NodeJS.Timeout[] = [];
  const servers: Server[] = [];
  class Leaking extends SoundCompute {
    override startup(): void {
      timers.push(setInterval(() => {}, 60_000), setInterval(() => {}, 60_000));
      servers.push(createServer().listen(0, "127.0.0.1"));
    }
  }
  const [timer, handle] = [await tryClause("shutdown/stops-timers", Leaking), await tryClause("shutdown/closes-handles", Leaking)];
  for (const one of timers) clearInterval(one);
  for (const one of servers) one.close();
  expect(timer.reason).toMatch(/^After shutdown there is still a Timeout, made at .*shutdown-clauses\.test\.ts.*; a Timeout, made at /);
  // A server with an address listens only after a look-up, and its place is no longer known.
  expect(handle.reason).toBe("After shutdown there is still a TCPSERVERWRAP");
});

test("shutdown/stops-timers lets a timer be that keeps nothing alive", async () => {
  class Unreferenced extends SoundCompute {
    override startup(): void {
      setInterval(() => {}, 60_000).unref();
    }
  }
  expect(await tryClause("shutdown/stops-timers", Unreferenced)).toEqual({ result: "kept", reason: "" });
});
