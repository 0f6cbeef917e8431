import { PlatformFileError, loadPlatform, type Platform } from "floe-platform";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pluginsGraphCommand } from "../../../src/commands/plugins-graph-command.ts";
import { contextOf } from "../../support/context.ts";
import { anyVersion, packageTree, secretsPackage } from "../../support/package-tree.ts";
import { tangledRegistry } from "../../support/tangled-registry.ts";

vi.mock("floe-platform", { spy: true });

beforeEach(() => {
  vi.resetAllMocks();
});

const installed = { file: undefined, format: "text" } as const;
const trap = "throw new Error('imported')";

describe("pluginsGraphCommand", () => {
  test("pluginsGraphCommand draws what is installed and imports none of it", async () => {
    const cwd = packageTree({ dependencies: anyVersion("acme") }, { acme: secretsPackage("vault", trap) });
    const context = contextOf({ cwd });
    expect(await pluginsGraphCommand(installed, context)).toBe(0);
    expect([context.host.out(), context.host.err()]).toEqual(["Wave 1\n  floe.secrets:vault 1.2.3\n", ""]);
    expect(loadPlatform).not.toHaveBeenCalled();
  });

  test.each([
    ["mermaid", /^flowchart LR\n {2}n1\["floe\.secrets:vault<br\/>1\.2\.3"\]\n$/],
    ["dot", /^digraph plugins \{\n/],
  ] as const)("pluginsGraphCommand draws as %s", async (format, text) => {
    const cwd = packageTree({ dependencies: anyVersion("acme") }, { acme: secretsPackage("vault", trap) });
    const context = contextOf({ cwd });
    await pluginsGraphCommand({ file: undefined, format }, context);
    expect(context.host.out()).toMatch(text);
  });

  test("pluginsGraphCommand says so where nothing is installed, and still draws an empty picture", async () => {
    const context = contextOf({ cwd: packageTree({}, {}) });
    expect(await pluginsGraphCommand(installed, context)).toBe(0);
    expect([context.host.out(), context.host.err()]).toEqual(["", "There are no plugins here to draw.\n"]);
    await pluginsGraphCommand({ file: undefined, format: "mermaid" }, context);
    expect(context.host.out()).toBe("flowchart LR\n");
  });

  test("pluginsGraphCommand draws the plugins of a product, and lets go of it", async () => {
    const registry = tangledRegistry();
    const dispose = vi.fn(async () => {});
    vi.mocked(loadPlatform).mockResolvedValue({
      name: "flights",
      file: "/app/floe.yaml",
      plugins: registry.list(),
      redact: (text: string) => text,
      graph: () => registry.graph(["floe.orchestrators:local"]),
      [Symbol.asyncDispose]: dispose,
    } as unknown as Platform);
    const context = contextOf({ json: true });
    expect(await pluginsGraphCommand({ file: "floe.yaml", format: "text" }, context)).toBe(0);
    const document: unknown = JSON.parse(context.host.out());
    expect(document).toMatchObject({ ok: true, product: { name: "flights", file: "/app/floe.yaml" } });
    expect(document).toHaveProperty("nodes.2.key", "floe.orchestrators:local");
    expect(dispose).toHaveBeenCalledOnce();
    expect(vi.mocked(loadPlatform).mock.calls[0]?.[1]).toMatchObject({ cwd: context.options.cwd, signal: context.signal });
  });

  test("pluginsGraphCommand passes on what is wrong with the platform file", async () => {
    const context = contextOf({ cwd: packageTree({}, {}) });
    vi.mocked(loadPlatform).mockRejectedValue(new PlatformFileError("/app/floe.yaml", []));
    await expect(pluginsGraphCommand({ file: "floe.yaml", format: "dot" }, context)).rejects.toThrow(PlatformFileError);
    expect(context.host.out()).toBe("");
  });
});
