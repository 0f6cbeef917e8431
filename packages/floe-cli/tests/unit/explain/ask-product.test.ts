import { PlatformFileError, type Platform } from "floe-platform";
import path from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { askProduct } from "../../../src/explain/ask-product.ts";
import { packageTree } from "../../support/package-tree.ts";

beforeEach(() => {
  vi.resetAllMocks();
});

const open = vi.fn<(file: string) => Promise<Platform>>();
const { signal } = new AbortController();

const dispose = vi.fn(async () => {});

function fakePlatform(artifacts: object): void {
  const platform = { name: "flights", compile: () => artifacts, [Symbol.asyncDispose]: dispose };
  open.mockResolvedValue(platform as unknown as Platform);
}

const plugins = [{ key: "floe.storage:disk" }, { key: "floe.computes:duckdb" }];

describe("askProduct", () => {
  test("askProduct tells what a product selects from what it needs, and lets go of it", async () => {
    fakePlatform({ plugins, selected: ["floe.computes:duckdb"] });
    const cwd = packageTree({}, {});
    const asked = await askProduct("product.yaml", { cwd, open, signal });
    expect(asked?.product).toEqual({ file: path.join(cwd, "product.yaml"), name: "flights", error: null });
    expect(asked?.standingOf("floe.computes:duckdb")).toBe("selected");
    expect(asked?.standingOf("floe.storage:disk")).toBe("needed");
    expect(asked?.standingOf("floe.dbt:core")).toBe("no");
    expect(dispose).toHaveBeenCalledOnce();
  });

  test("askProduct takes all plugins for selected where the artifacts do not say", async () => {
    fakePlatform({ plugins });
    const asked = await askProduct("product.yaml", { cwd: packageTree({}, {}), open, signal });
    expect(asked?.standingOf("floe.storage:disk")).toBe("selected");
  });

  test("askProduct takes floe.yaml in the folder, if there is one", async () => {
    fakePlatform({ plugins });
    expect(await askProduct(undefined, { cwd: packageTree({}, {}), open, signal })).toBeUndefined();
    const cwd = packageTree({}, {}, { "floe.yaml": "" });
    expect((await askProduct(undefined, { cwd, open, signal }))?.product.file).toBe(path.join(cwd, "floe.yaml"));
  });

  test("askProduct takes a product that does not load for a result", async () => {
    open.mockRejectedValue(new PlatformFileError("/app/floe.yaml", []));
    const asked = await askProduct("floe.yaml", { cwd: "/app", open, signal });
    expect(asked?.product).toMatchObject({ file: "/app/floe.yaml", name: null, error: { code: "FLOE_PLATFORM_INVALID" } });
    expect(asked?.standingOf("floe.computes:duckdb")).toBeNull();
  });

  test("askProduct gives up once it is told to", async () => {
    const aborted = AbortSignal.abort(new Error("interrupted"));
    open.mockRejectedValue(aborted.reason);
    await expect(askProduct("floe.yaml", { cwd: "/app", open, signal: aborted })).rejects.toThrow("interrupted");
  });
});
