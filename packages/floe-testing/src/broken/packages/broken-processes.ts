import { PluginType } from "floe-core";
import { pluginPackage, type PluginPackageOptions } from "../../temp-project/plugin-package.ts";
import type { BrokenPackage } from "./broken-package.ts";

/** Packages whose plugin does to its process what no test in the same process survives, or sees. */
export const BROKEN_PROCESSES: readonly BrokenPackage[] = Object.freeze([
  broken("load/ends", "blocks-on-import", "whose module never ends, and lets nothing else run", { before: "for (;;);" }),
  broken("load/evaluates", "exits-on-import", "whose module ends the process", { before: "process.exit(0);" }),
  broken("startup/ends", "blocks-in-startup", "that never lets go of the process that it is started in", {
    members: "startup() {\n    for (;;);\n  }",
  }),
  broken("startup/does-not-throw", "exits-in-startup", "that ends its process when it is started", {
    members: "startup() {\n    process.exit(3);\n  }",
  }),
  broken("startup/does-not-throw", "crashes-in-startup", "that crashes the process that it is started in", {
    members: 'startup() {\n    process.kill(process.pid, "SIGSEGV");\n    return new Promise(() => {});\n  }',
  }),
  broken("shutdown/ends", "blocks-in-shutdown", "that never lets go of the process that it is stopped in", {
    members: "shutdown() {\n    for (;;);\n  }",
  }),
  broken("package/leaves-no-error-uncaught", "throws-behind-everybodys-back", "that throws where nobody can catch it", {
    members: 'startup() {\n    setImmediate(() => {\n      throw new Error("thrown behind everybody\'s back");\n    });\n  }',
  }),
  broken("package/leaves-no-error-uncaught", "rejects-unheard", "that makes a promise fail, and tells nobody of it", {
    members: 'startup() {\n    void Promise.reject(new Error("rejected unheard"));\n  }',
  }),
  broken("package/ends-by-itself", "keeps-the-process", "whose schema keeps the process from ending", {
    members: "getConfigSchema() {\n    this.timer ??= setInterval(() => {}, 60_000);\n    return null;\n  }",
  }),
]);

function broken(
  violates: BrokenPackage["violates"],
  id: string,
  title: string,
  options: Omit<PluginPackageOptions, "type" | "name">,
): BrokenPackage {
  return Object.freeze({ id, title, violates, package: pluginPackage({ ...options, type: PluginType.COMPUTE, name: "broken" }) });
}
