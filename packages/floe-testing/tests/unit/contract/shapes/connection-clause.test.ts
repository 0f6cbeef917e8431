import { PluginType, type ConfigSchema, type ConnectionResult } from "floe-core";
import { expect, test } from "vitest";
import { connectionClause } from "../../../../src/contract/shapes/connection-clause.ts";
import { FakeTelemetryBackend } from "../../../../src/fakes/fake-telemetry-backend.ts";
import { tryClauses } from "../../../support/try-clauses.ts";

const clauses = [connectionClause("telemetry-backend/connection")];

const ANYTHING: ConfigSchema = { safeParse: (data) => ({ success: true, data }) };

const unreachable = { host: "nowhere" };

class Configured extends FakeTelemetryBackend {
  get isReachable(): boolean {
    return (Object(this.config) as { readonly host?: unknown }).host !== "nowhere";
  }
  override getConfigSchema(): ConfigSchema {
    return ANYTHING;
  }
}

async function tried(create: () => FakeTelemetryBackend): Promise<string | undefined> {
  const outcomes = await tryClauses(PluginType.TELEMETRY_BACKEND, clauses, { create, unreachable });
  return outcomes["telemetry-backend/connection"];
}

test("connectionClause asks a plugin again where there is nothing to reach", async () => {
  expect(await tried(() => new Configured())).toBe("broken: validateConnection is healthy without anything to reach");
});

test("connectionClause takes a bad connection that is a result", async () => {
  const create = (): FakeTelemetryBackend =>
    new (class extends Configured {
      override async validateConnection(): Promise<ConnectionResult> {
        const status = this.isReachable ? "healthy" : "unhealthy";
        return { status, latencyMs: 0, message: "", warnings: [], errors: [] };
      }
    })();
  expect(await tried(create)).toBe("kept");
});

test("connectionClause refuses a bad connection that is thrown", async () => {
  const create = (): FakeTelemetryBackend =>
    new (class extends Configured {
      override async validateConnection(): Promise<ConnectionResult> {
        if (!this.isReachable) throw new Error("connect ECONNREFUSED");
        return super.validateConnection();
      }
    })();
  expect(await tried(create)).toContain("connect ECONNREFUSED");
});

test("connectionClause takes a plugin that refuses to start without what is behind it", async () => {
  const create = (): FakeTelemetryBackend =>
    new (class extends Configured {
      override startup(): void {
        if (!this.isReachable) throw new Error("connect ECONNREFUSED");
      }
    })();
  expect(await tried(create)).toBe("kept");
});
