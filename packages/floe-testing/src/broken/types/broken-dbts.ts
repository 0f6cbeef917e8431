import { PluginType, type CallOptions, type DbtInvocation, type DbtRunResult } from "floe-core";
import { FakeDbt } from "../../fakes/fake-dbt.ts";
import type { BrokenPlugin } from "../broken-plugin.ts";
import { brokenFake, type BrokenFakeParts } from "./broken-fake.ts";

/** dbt plugins that break one promise of their type. */
export const BROKEN_DBTS: readonly BrokenPlugin[] = Object.freeze([
  broken({
    id: "dbt-is-no-dbt-at-all",
    title: "that is a dbt and does not say which",
    violates: "dbt/runtime-metadata",
    members: {
      async getRuntimeMetadata(options?: CallOptions) {
        options?.signal?.throwIfAborted();
        return { version: "1.9.0" };
      },
    },
  }),
  broken({
    id: "dbt-lints-perhaps",
    title: "that is a dbt and says with a text whether it lints",
    violates: "dbt/capabilities",
    members: { supportsSqlLinting: () => "no" },
  }),
  broken({
    id: "dbt-manifest-is-nowhere",
    title: "that is a dbt and names a manifest that it did not write",
    violates: "dbt/compiles",
    class: class extends FakeDbt {
      override async compileProject(invocation: DbtInvocation): Promise<string> {
        await super.compileProject(invocation);
        return `${invocation.projectDir}/target/other.json`;
      }
    },
  }),
  broken({
    id: "dbt-manifest-is-relative",
    title: "that is a dbt and names its manifest by a relative path",
    violates: "dbt/compiles",
    class: class extends FakeDbt {
      override async compileProject(invocation: DbtInvocation): Promise<string> {
        await super.compileProject(invocation);
        return "target/manifest.json";
      }
    },
  }),
  broken({
    id: "dbt-manifest-is-empty",
    title: "that is a dbt and gives another manifest than it compiled",
    violates: "dbt/gives-its-manifest",
    class: class extends FakeDbt {
      override async getManifest(projectDir: string, options?: CallOptions): Promise<Readonly<Record<string, unknown>>> {
        await super.getManifest(projectDir, options);
        return {};
      }
    },
  }),
  broken({
    id: "dbt-nodes-have-no-id",
    title: "that is a dbt and does not say which models it ran",
    violates: "dbt/runs-models",
    class: class extends FakeDbt {
      override async runModels(invocation: DbtInvocation): Promise<DbtRunResult> {
        const { nodes, ...result } = await super.runModels(invocation);
        return { ...result, nodes: nodes.map((node) => ({ ...node, id: "" })) };
      }
    },
  }),
  broken({
    id: "dbt-results-are-bare",
    title: "that is a dbt and gives results of a run without a result",
    violates: "dbt/gives-its-run-results",
    class: class extends FakeDbt {
      override async getRunResults(projectDir: string, options?: CallOptions): Promise<Readonly<Record<string, unknown>>> {
        await super.getRunResults(projectDir, options);
        return { metadata: {} };
      }
    },
  }),
  broken({
    id: "dbt-tests-last-no-time",
    title: "that is a dbt whose tests take less than no time",
    violates: "dbt/tests-models",
    class: class extends FakeDbt {
      override async testModels(invocation: DbtInvocation): Promise<DbtRunResult> {
        return { ...(await super.testModels(invocation)), durationMs: -1 };
      }
    },
  }),
  broken({
    id: "dbt-counts-lines-from-zero",
    title: "that is a dbt and counts the lines of what it lints from 0",
    violates: "dbt/lints",
    members: {
      supportsSqlLinting: () => true,
      async lintProject({ signal }: DbtInvocation) {
        signal?.throwIfAborted();
        return { success: false, issues: [{ file: "models/one.sql", line: 0, column: 1, rule: "LT01", message: "spacing" }] };
      },
    },
  }),
  broken({
    id: "dbt-refuses-without-a-code",
    title: "that is a dbt and refuses a missing project with an error that is not floe's",
    violates: "dbt/refuses-a-missing-project",
    class: class extends FakeDbt {
      override async testModels(invocation: DbtInvocation): Promise<DbtRunResult> {
        return super.testModels(invocation).catch((error: unknown) => {
          invocation.signal?.throwIfAborted();
          throw new Error("spawn dbt ENOENT", { cause: error });
        });
      }
    },
  }),
  broken({
    id: "dbt-ignores-its-signal",
    title: "that is a dbt and runs tests whatever its signal says",
    violates: "dbt/honours-signals",
    class: class extends FakeDbt {
      override testModels({ signal: _, ...invocation }: DbtInvocation): Promise<DbtRunResult> {
        return super.testModels(invocation);
      }
    },
  }),
]);

function broken(parts: BrokenFakeParts): BrokenPlugin {
  return brokenFake(PluginType.DBT, parts);
}
